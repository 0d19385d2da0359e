/** Lines of labels and their values by turns: `Integers  4/5     Fractions  2/4     Overall  6/9`. */
import type { Line } from '../page-text/sheet.ts';
import { isValueCell } from './cell-kinds.ts';

const label = /^[A-Za-z][A-Za-z ]{2,}:?$/;
/** Both in one cell, where a scanner made the gap between them narrow. */
const both = /^([A-Za-z][A-Za-z ]{2,}:?) (\d\S*)$/;

/** Whether `line` is two or more labels, each with its value behind it: such a line stands under no header. */
export function listsPairs({ cells }: Line): boolean {
  const parts = cells.flatMap(({ text }) => both.exec(text)?.slice(1) ?? [text]);
  return (
    cells.length >= 3 &&
    parts.length >= 4 &&
    parts.length % 2 === 0 &&
    parts.every((text, i) => (i % 2 === 0 ? label.test(text) : /^\d/.test(text) && isValueCell(text)))
  );
}
