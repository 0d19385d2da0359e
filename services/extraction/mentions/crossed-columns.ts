/** Steps or trials with a cross each under the column of how it was done: `Ind.   Verbal   Gesture   Physical`. */
import type { Cell, Line, Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import { type PartOfResult, partOfResult } from './part-labels.ts';

const cross = /^(?:[Xx✓✔√●•*]|\([Xx]\)|\[[Xx]\])$/;
/** Lines between the head and the last row. */
const furthest = 30;
const centre = (c: Cell) => (c.x0 + c.x1) / 2;

export interface CrossedColumns {
  readonly figure: Figure;
  readonly lines: readonly number[];
}

/** The columns of a head that say how a row went: of two columns one may say it for the other, `read it   no`. */
function columnsOf(head: Line): { cell: Cell; part: PartOfResult }[] {
  const told = head.cells.map((cell) => ({ cell, part: partOfResult(cell.text) }));
  const [only] = told.filter((c) => c.part !== null);
  const other = told.length === 2 ? told.find((c) => c.part === null) : undefined;
  const isPair = other && only && /^[A-Za-z][A-Za-z ]{1,20}$/.test(other.cell.text) && only.part === 'badly';
  if (isPair)
    return [
      { ...only, part: 'badly' },
      { ...other, part: 'well' },
    ];
  return told.flatMap(({ cell, part }) => (part && part !== 'all' ? [{ cell, part }] : []));
}

/** The tables of `sheet` in which a cross says how each row went: one count for each of them. */
export function crossedColumns(sheet: Sheet): CrossedColumns[] {
  return sheet.lines.flatMap((head): CrossedColumns[] => {
    const columns = columnsOf(head);
    const parts = new Set(columns.map((c) => c.part));
    if (columns.length < 2 || head.cells.length - columns.length > 1 || !parts.has('well') || parts.size < 2) return [];
    const rows = sheet.lines.slice(head.index + 1, head.index + 1 + furthest).flatMap((line) => {
      const crosses = line.cells.filter((c) => cross.test(c.text));
      const [own] = crosses;
      if (!own || crosses.length !== 1) return [];
      const [near, next] = [...columns].sort(
        (a, b) => Math.abs(centre(a.cell) - centre(own)) - Math.abs(centre(b.cell) - centre(own)),
      );
      const gap = (c: typeof near) => (c ? Math.abs(centre(c.cell) - centre(own)) : Number.POSITIVE_INFINITY);
      // Halfway between two columns nobody can say which was meant.
      return near && gap(next) - gap(near) >= 2 ? [{ line: line.index, cell: own, part: near.part }] : [];
    });
    const [first, last] = [rows[0], rows.at(-1)];
    const empty = first && last ? last.line - first.line + 1 - rows.length : 0;
    if (!first || !last || rows.length < 3 || empty > rows.length * 0.2) return [];
    const of = (part: string) => rows.filter((r) => r.part === part).length;
    return [
      {
        figure: {
          start: first.cell.start,
          end: last.cell.end,
          quantity: { type: 'marks', right: of('well'), wrong: of('badly'), prompted: of('helped') },
        },
        lines: rows.map((r) => r.line),
      },
    ];
  });
}
