/** Tables that go on overleaf. */
import { isFieldCell } from '../layout/cell-kinds.ts';
import { foldWord } from '../page-text/fold.ts';
import type { Line } from '../page-text/sheet.ts';

/** Rows that begin alike and are about as long are rows of one table. */
export function isSameRow(last: string | null, first: string | null): boolean {
  if (last === null || first === null) return false;
  const a = last.split(' ');
  const b = first.split(' ');
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && short.every((kind, i) => kind === long[i])) return true;
  const isLong = a[0] === 'date' || a.filter((kind) => kind === 'value').length >= 2;
  return a[0] === b[0] && isLong && Math.abs(a.length - b.length) <= (a[0] === 'date' ? 2 : 1);
}

/** How far two cells of one column may stand apart, in characters. */
const straying = 2;

/** Three cells or more that stand under those of a row of the page before. */
export function standsUnder(row: Line | undefined, line: Line | undefined): boolean {
  if (!row || !line || line.cells.length < 3 || row.cells.length !== line.cells.length) return false;
  return line.cells.every((cell, i) => Math.abs(cell.x0 - (row.cells[i]?.x0 ?? 0)) <= straying);
}

const words = (line: Line) => (line.text.match(/[\p{L}\d]+/gu) ?? []).map(foldWord);

/** Three short headings or more side by side, none of them a field or a value. */
function isColumnHead(line: Line | undefined): line is Line {
  return (
    line !== undefined &&
    line.cells.length >= 3 &&
    !/\d/.test(line.text) &&
    line.cells.every((cell) => !isFieldCell(cell.text) && /[A-Za-z]/.test(cell.text) && cell.text.length <= 30)
  );
}

/**
 * Whether `next` begins with the very row of headings that stands over a table of `lines`; on the first page of a document
 * (`isFirst`) that is never its first line, which is its title.
 */
export function repeatsColumns(lines: readonly Line[], isFirst: boolean, next: readonly Line[]): boolean {
  const [head] = next;
  if (!head || head.cells.length < 2) return false;
  const own = words(head);
  return lines.some((line, i) => {
    if (i === 0 && isFirst) return false;
    // The hours of the day, the numbers of questions: headings too, where both rows are the same.
    if (line.cells.length === head.cells.length && own.length >= 2 && words(line).join() === own.join()) return true;
    if (!isColumnHead(head) || !isColumnHead(line)) return false;
    const theirs = new Set(words(line));
    return theirs.size > 0 && own.filter((word) => theirs.has(word)).length >= 0.8 * Math.max(own.length, theirs.size);
  });
}
