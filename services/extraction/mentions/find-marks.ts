/** Rows of `+ - + +` and columns of ✓ and ✗. */
import type { Layout, Row } from '../../binders/layout/layout.ts';
import { legendOf } from '../../binders/page-text/legend.ts';
import type { Line, Sheet } from '../../binders/page-text/sheet.ts';
import { crossedColumns } from './crossed-columns.ts';
import { countMarks, datedRuns } from './dated-runs.ts';
import type { Figure, Span } from './figures.ts';
import { interleavedMarks } from './item-marks.ts';
import { carriedFrom, joinedRows, type MarkRow } from './joined-rows.ts';
import { isReadingLevel, levelColumns } from './level-columns.ts';
import { type MarkKey, meaningOf } from './mark-key.ts';
import { answersInLine, numberedLists } from './numbered-items.ts';
import { isMark, rowMarks, type Token } from './row-marks.ts';
import { scoredSteps } from './scored-steps.ts';
import { letterTally, tallies } from './tally-strokes.ts';

/** Noughts under one another are counts. */
const isColumnMark = (text: string, key: MarkKey) =>
  isMark(text, key) && (!/^[0oO1]$/.test(text) || (/[oO]/.test(text) && key.explained.has(text)));

interface ColumnMarks {
  readonly figure: Figure;
  readonly line: number;
  /** All lines of the list. */
  readonly lines: readonly number[];
  readonly column: Row['cells'][number]['column'];
}

const rightAnswer = /^(?:yes|sí|si|ok|right|correct)$/i;
const wrongAnswer = /^(?:no|miss(?:ed)?|wrong|incorrect)$/i;

/** The marks of an item line: its cells of one mark, or marks at the end of items; a ticked or empty box before the item. */
function itemMarks(line: Line, key: MarkKey, levels: readonly number[]): Token[] {
  const cells = line.cells.slice(1).filter((c) => isColumnMark(c.text, key) && !isReadingLevel(c, levels));
  if (cells.length > 0) return cells.map(({ text, start, end }) => ({ text, start, end }));
  const answers = line.cells.slice(1).filter((c) => rightAnswer.test(c.text) || wrongAnswer.test(c.text));
  if (answers.length > 0)
    return answers.map(({ text, start, end }) => ({ text: wrongAnswer.test(text) ? '✗' : '✓', start, end }));
  const inline = [...line.text.matchAll(/(?<=\S\s)([✓✔✗✘√])(?=\s|$)/g)];
  const crowded = /(?<=[a-z]{3,} \d{1,2} )([A-Z]{1,3}|[+✓✗x-])$/.exec(
    line.cells.length === 1 ? line.text.trimEnd() : '',
  );
  if (inline.length === 0 && crowded?.[1] && isColumnMark(crowded[1], key)) {
    const start = line.start + crowded.index;
    return [{ text: crowded[1], start, end: start + crowded[1].length }];
  }
  if (inline.length > 0)
    return inline.map((m) => ({ text: m[0], start: line.start + m.index, end: line.start + m.index + 1 }));
  const box = /^\s*(☑|☒|☐|□|■|\[[xX✓ ]\])\s/.exec(line.text);
  if (!box?.[1]) return [];
  const start = line.start + line.text.indexOf(box[1]);
  return [{ text: /☑|☒|■|[xX✓]/.test(box[1]) ? '✓' : '✗', start, end: start + box[1].length }];
}

/** `step 10 I` under `step 9  I`: the same column, where one space was left. */
function isCrowded(line: Line, group: readonly Line[], key: MarkKey, levels: readonly number[]): boolean {
  const above = group.at(-1);
  const [only, ...more] = line.cells;
  const mark = /(?<=\S )(\S{1,3})$/.exec(only?.text ?? '')?.[1];
  if (!above || !only || more.length > 0 || !mark || !isColumnMark(mark, key)) return false;
  const x = only.x0 + only.text.length - mark.length;
  return above.cells
    .slice(1)
    .some((c) => isColumnMark(c.text, key) && !isReadingLevel(c, levels) && Math.abs(c.x0 - x) < 1);
}

/** Whether a mark stands in the part of its line that a heading side by side with others covers. */
function isUnder(mark: Token, line: Line, column: NonNullable<ColumnMarks['column']>): boolean {
  const cell = line.cells.find((c) => c.start <= mark.start && c.end >= mark.end);
  const x = cell ? cell.x0 + (mark.start - cell.start) : 0;
  return x >= column.x0 - 4 && x <= column.x1;
}

/** Lines of items, each with a mark or more, under one another: one count for the list, or one for each day across. */
function columnMarks(sheet: Sheet, rows: ReadonlyMap<number, Row>, key: MarkKey): ColumnMarks[] {
  const found: ColumnMarks[] = [];
  const levels = levelColumns(sheet);
  const put = (marks: readonly Token[], group: readonly Line[], column: ColumnMarks['column']) => {
    const first = marks[0];
    const last = marks.at(-1);
    if (!first || !last || marks.length < group.length * 0.8) return;
    const quantity = countMarks(
      marks.map((m) => m.text),
      key,
    );
    found.push({
      figure: { start: first.start, end: last.end, quantity },
      line: group.at(-1)!.index,
      lines: group.map((l) => l.index),
      column,
    });
  };
  const flush = (group: readonly Line[]) => {
    if (group.length < 4) return;
    const header = rows.get(group[0]!.index)?.header;
    if (header?.sideBySide) {
      for (const column of header.columns) {
        put(
          group.flatMap((line) => itemMarks(line, key, levels).filter((m) => isUnder(m, line, column))),
          group,
          column,
        );
      }
      return;
    }
    if (header?.kind !== 'days') {
      put(
        group.flatMap((line) => itemMarks(line, key, levels)),
        group,
        null,
      );
      return;
    }
    for (const column of header.columns) {
      const cells = group.map((line) => rows.get(line.index)?.cells.find((c) => c.column === column)?.cell);
      put(
        cells.filter((cell) => cell !== undefined).filter((cell) => isColumnMark(cell.text, key)),
        group,
        column,
      );
    }
  };
  let group: Line[] = [];
  for (const line of sheet.lines) {
    const isItem =
      /[A-Za-z0-9]/.test(line.text) &&
      itemMarks(line, key, levels).length > 0 &&
      markRow(line, key, false, rows.get(line.index), false) === null;
    const carriesOn = !isItem && isCrowded(line, group, key, levels);
    if ((isItem || carriesOn) && (group.length === 0 || group[0]?.block === line.block)) group.push(line);
    else {
      flush(group);
      group = isItem ? [line] : [];
    }
  }
  flush(group);
  return found;
}

/** A row of marks may count itself: `+ - +   minute 2`. */
const rowNumber =
  /^\s*(?:(?:(?:minutes?|min|row|set|line|trials?|interval)\.?\s*\d+(?:\s?[-–]\s?\d+)?|[a-z]{3,12}\.?\s+\d{1,2}\s?[-–]\s?\d{1,2}|\d{1,2}\s?[-–]\s?\d{1,2}):?\s*)?$/i;
const fillsLine = (figure: Figure, line: Line) =>
  rowNumber.test(line.text.slice(0, figure.start - line.start)) &&
  rowNumber.test(line.text.slice(figure.end - line.start));

function markRow(line: Line, key: MarkKey, carriesOn: boolean, row: Row | undefined, isDated: boolean): MarkRow | null {
  if (line.cells.length === 0) return null;
  // Under days each mark is of a day of its own.
  if (row?.header.kind === 'days' && row.cells.filter((c) => c.column && isMark(c.cell.text, key)).length > 1)
    return null;
  const answers = answersInLine(line, key);
  const [head, tail] = [answers[0], answers.at(-1)];
  if (head && tail) {
    const quantity = countMarks(
      answers.map((m) => m.text),
      key,
    );
    return { figure: { start: head.start, end: tail.end, quantity }, items: false, alone: false };
  }
  const run = rowMarks(line, key, isDated);
  if (run) return { figure: run, items: false, alone: fillsLine(run, line) };
  const marks = interleavedMarks(line, key, carriesOn);
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last) return null;
  const quantity = countMarks(
    marks.map((m) => m.text),
    key,
  );
  return { figure: { start: first.start, end: last.end, quantity }, items: true, alone: true };
}

/** Lists of numbered answers as counts. */
function numbered(sheet: Sheet, key: MarkKey): ColumnMarks[] {
  return numberedLists(sheet, key).flatMap(({ marks, lines, column }): ColumnMarks[] => {
    const [first, last] = [marks[0], marks.at(-1)];
    if (!first || !last) return [];
    const quantity = countMarks(
      marks.map((m) => m.text),
      key,
    );
    return [{ figure: { start: first.start, end: last.end, quantity }, line: lines.at(-1)!, lines, column }];
  });
}

export interface MarkFigures {
  readonly figures: readonly Figure[];
  /** Those of them whose marks stand behind items: what stands before the first mark is an item, no label. */
  readonly items: readonly Figure[];
  /** Marks that stand under one another, with the last line of their list. */
  readonly columns: readonly ColumnMarks[];
}

/** The marks of a page. */
export function findMarks(
  sheet: Sheet,
  { rows, leadingDays }: Layout,
  key: MarkKey,
  days: readonly Span[],
): MarkFigures {
  const letters =
    !key.explained.has('I') &&
    sheet.lines.some((line) => line.cells.length > 1 && line.cells.slice(1).some((c) => letterTally.test(c.text)));
  const rowsOfMarks: (MarkRow | null)[] = [];
  for (const line of sheet.lines)
    rowsOfMarks.push(
      markRow(line, key, rowsOfMarks.at(-1)?.items === true, rows.get(line.index), leadingDays.has(line.index)),
    );
  const runs = sheet.lines.flatMap((line) => datedRuns(line, key, days));
  const figures: Figure[] = sheet.lines.flatMap((line) => tallies(line, sheet, letters, rows.has(line.index)));
  const items: Figure[] = [];
  const crossed = crossedColumns(sheet).map(
    ({ figure, lines }): ColumnMarks => ({ figure, line: lines.at(-1)!, lines, column: null }),
  );
  const lists = numbered(sheet, key).filter(
    (list) => !crossed.some((c) => c.lines.some((line) => list.lines.includes(line))),
  );
  const told = [...crossed, ...lists];
  const isTold = (line: number) => told.some((t) => t.lines.includes(line));
  for (const [i, own] of rowsOfMarks.entries()) {
    if (isTold(i)) continue;
    if (runs.some((run) => own && run.start < own.figure.end && run.end > own.figure.start)) continue;
    if (own && carriedFrom(rowsOfMarks, sheet.lines, i) === null)
      (own.items ? items : figures).push(joinedRows(rowsOfMarks, sheet.lines, i));
  }
  const steps = scoredSteps(sheet.lines, legendOf(sheet), meaningOf);
  const scored = steps && !steps.lines.some(isTold) ? [{ ...steps, line: steps.lines.at(-1)!, column: null }] : [];
  const columns = columnMarks(sheet, rows, key).filter((c) => !c.lines.some(isTold));
  return { figures: [...figures, ...items, ...runs], items, columns: [...told, ...columns, ...scored] };
}
