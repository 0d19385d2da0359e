/** Rows of `+ - + +`, columns of ✓ and ✗, and tally strokes. */
import type { Row } from '../../binders/layout/layout.ts';
import type { Line, Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import type { MarkKey } from './mark-key.ts';

const markToken = /^(?:[+✓✔√✗✘×●○–−-]|[A-Z]{1,3}|x|o|0)$/;
/** Marks that need no key to be told from words and numbers. */
const plainMark = /^[+✓✔√✗✘×●○–−-]$/;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(line: Line): Token[] {
  return [...line.text.matchAll(/\S+/g)].map((m) => ({
    text: m[0],
    start: line.start + m.index,
    end: line.start + m.index + m[0].length,
  }));
}

function count(tokens: readonly string[], key: MarkKey): Figure['quantity'] {
  const kinds = tokens.map((token) => key.get(token) ?? 'wrong');
  const of = (kind: string) => kinds.filter((k) => k === kind).length;
  return { type: 'marks', right: of('right'), wrong: of('wrong'), prompted: of('prompted') };
}

const isMark = (text: string, key: MarkKey) => markToken.test(text) && key.has(text);
/** Noughts under one another are counts. */
const isColumnMark = (text: string, key: MarkKey) => isMark(text, key) && !/^[0oO]$/.test(text);

/** A run of marks on one line, four or more (three where nothing else stands there). */
function rowMarks(line: Line, key: MarkKey): Figure | null {
  const packed = /(?:^|\s)([+✓✔✗✘-]{4,})(?=\s|$)/.exec(line.text);
  if (packed?.[1] && /\+|✓|✔/.test(packed[1]) && new Set(packed[1]).size > 1) {
    const start = line.start + packed.index + packed[0].length - packed[1].length;
    return { start, end: start + packed[1].length, quantity: count([...packed[1]], key) };
  }
  const tokens = tokensOf(line);
  let best: Token[] = [];
  let run: Token[] = [];
  for (const token of tokens) {
    if (isMark(token.text, key)) run.push(token);
    else run = [];
    if (run.length > best.length) best = [...run];
  }
  const first = best[0];
  const last = best.at(-1);
  const clear =
    best.some((t) => plainMark.test(t.text)) || best.every((t) => /^[CXVGPIYNM]P?$|^HOH$|^[xo]$/.test(t.text));
  const informative = best.some((t) => key.get(t.text) === 'right') || best.length >= 4;
  // `-- -- --` are gaps in a table, and three letters may be anything.
  if (!first || !last || best.length < (tokens.length === best.length ? 3 : 4) || !clear || !informative) return null;
  if (best.every((t) => /^[–−-]$/.test(t.text))) return null;
  return {
    start: first.start,
    end: last.end,
    quantity: count(
      best.map((t) => t.text),
      key,
    ),
  };
}

/** Lines of items, each with one mark, under one another: the last mark of each line. */
function columnMarks(
  sheet: Sheet,
  rows: ReadonlyMap<number, Row>,
  key: MarkKey,
): { figure: Figure; line: number; column: Row['cells'][number]['column'] }[] {
  const found: { figure: Figure; line: number; column: Row['cells'][number]['column'] }[] = [];
  const flush = (group: Line[]) => {
    if (group.length < 4) return;
    const header = rows.get(group[0]!.index)?.header;
    const columns = header?.kind === 'days' ? header.columns : [null];
    for (const column of columns) {
      const marks = group
        .map((line) => {
          const cells = rows.get(line.index)?.cells;
          if (column) return cells?.find((c) => c.column === column)?.cell ?? null;
          return line.cells.findLast((c, i) => i > 0 && isColumnMark(c.text, key)) ?? null;
        })
        .filter((cell) => cell !== null && isColumnMark(cell.text, key));
      const first = marks[0];
      const last = marks.at(-1);
      if (!first || !last || marks.length < group.length * 0.8) continue;
      found.push({
        figure: {
          start: first.start,
          end: last.end,
          quantity: count(
            marks.map((c) => c!.text),
            key,
          ),
        },
        line: group.at(-1)!.index,
        column,
      });
    }
  };
  let group: Line[] = [];
  for (const line of sheet.lines) {
    const item =
      line.cells.length >= 2 &&
      line.cells.slice(1).some((c) => isColumnMark(c.text, key)) &&
      /[A-Za-z0-9]/.test(line.cells[0]?.text ?? '') &&
      rowMarks(line, key) === null;
    if (item && (group.length === 0 || group[0]?.block === line.block)) group.push(line);
    else {
      flush(group);
      group = item ? [line] : [];
    }
  }
  flush(group);
  return found;
}

const tallyCell = /^(?:[/|\\]{1,6}(?:\s(?=[/|\\]))?)+$/;

/** Cells of tally strokes: `//// /` is 5 strokes. */
function tallies(line: Line, sheet: Sheet): Figure[] {
  return line.cells.flatMap((cell) => {
    if (!tallyCell.test(cell.text) || (line.cells.length < 2 && !/tall/i.test(sheet.text))) return [];
    const value = cell.text.replace(/\s/g, '').length;
    return [{ start: cell.start, end: cell.end, quantity: { type: 'tally' as const, value } }];
  });
}

export interface MarkFigures {
  readonly figures: readonly Figure[];
  /** Marks that stand under one another, with the last line of their list. */
  readonly columns: readonly { figure: Figure; line: number; column: Row['cells'][number]['column'] }[];
}

/** The marks of a page. */
export function findMarks(sheet: Sheet, rows: ReadonlyMap<number, Row>, key: MarkKey): MarkFigures {
  const figures = sheet.lines.flatMap((line) => {
    const row = line.cells.length > 0 ? rowMarks(line, key) : null;
    return [...(row ? [row] : []), ...tallies(line, sheet)];
  });
  return { figures, columns: columnMarks(sheet, rows, key) };
}
