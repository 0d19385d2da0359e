/** Lines of labels and their values by turns: `Integers  4/5     Fractions  2/4     Overall  6/9`. */
import type { Line } from '../page-text/sheet.ts';
import { isValueCell } from './cell-kinds.ts';

const label = /^[A-Za-z][A-Za-z ]{2,}:?$/;

/** Whether `line` is two or more labels, each with its value behind it: such a line stands under no header. */
export function listsPairs({ cells }: Line): boolean {
  return (
    cells.length >= 4 &&
    cells.length % 2 === 0 &&
    cells.every((c, i) => (i % 2 === 0 ? label.test(c.text) : /^\d/.test(c.text) && isValueCell(c.text)))
  );
}
