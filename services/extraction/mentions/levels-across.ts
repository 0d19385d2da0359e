/** A running record turned on its side: a column for each text, its level in one row, how it was read in the others. */
import { alignCells } from '../../binders/layout/align.ts';
import { columnOf } from '../../binders/layout/day-headers.ts';
import type { Line, Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';

const levelLabel = /^(?:(?:text|reading|book|f ?& ?p) )?(?:level|lvl|lv|grl|nivel)s?\b\.?:?$/i;
const judgement = /^\W*(?:ind|inst|frus|hard|easy|just right)\w*/i;
const accuracy = /\bacc(?:uracy)?\b/i;
const words = /\b(?:words?|rw)\b/i;
const errors = /\b(?:err(?:or)?s?|miscues?)\b/i;
/** Rows over and under the level that may tell of it. */
const nearby = 12;

/** The letters of a line that is called the level, one for each text; empty for any other line. */
function lettersOf(line: Line) {
  const [label, ...letters] = line.cells;
  const isLevels = label && levelLabel.test(label.text) && letters.length >= 2;
  return isLevels && letters.every((c) => /^[A-Z]$/.test(c.text)) ? letters : [];
}

const numberIn = (text: string | undefined): number | null => {
  const digits = /^\d{1,3}(?:\.\d)?(?=\s?%?$)/.exec(text?.trim() ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
};

/** The levels of `sheet` that stand side by side, each with what its own column says of how the text was read. */
export function levelsAcross(sheet: Sheet): Figure[] {
  return sheet.lines.flatMap((line): Figure[] => {
    const letters = lettersOf(line);
    if (letters.length === 0) return [];
    const columns = letters.map((cell) => columnOf(cell, null));
    const rows = sheet.lines
      .slice(Math.max(0, line.index - nearby), line.index + nearby)
      .filter((other) => other.block === line.block && other !== line && other.cells.length === letters.length + 1)
      .map((other) => {
        const aligned = alignCells(other.cells.slice(1), columns);
        return {
          label: other.cells[0]?.text ?? '',
          cells: columns.map((_, i) => other.cells[1 + aligned.indexOf(i)]?.text),
        };
      })
      .filter((row) => row.cells.every((cell) => cell !== undefined));
    const judged = rows.find((row) => row.cells.every((cell) => judgement.test(cell ?? '')));
    const exact = rows.find((row) => accuracy.test(row.label));
    const [read, wrong] = [words, errors].map((label) => rows.find((r) => label.test(r.label) && !/\//.test(r.label)));
    const toldOf = (i: number): string => {
      if (judged) return judged.cells[i] ?? '';
      const stated = numberIn(exact?.cells[i]);
      const [all, missed] = [numberIn(read?.cells[i]), numberIn(wrong?.cells[i])];
      const made = all !== null && missed !== null && missed <= all ? (100 * (all - missed)) / all : null;
      const percent = stated ?? made;
      return percent === null ? '' : `accuracy ${percent}`;
    };
    return letters.map((cell, i) => ({
      start: cell.start,
      end: cell.end,
      quantity: { type: 'letter', value: cell.text.charCodeAt(0) - 64, letter: cell.text },
      told: toldOf(i),
    }));
  });
}
