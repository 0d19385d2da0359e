/** A date with a dash in the head of a paper. */
import type { Sheet } from '../page-text/sheet.ts';
import type { BareDate } from './bare-date.ts';
import { makeDay, weekdayPattern } from './calendar.ts';

/** `11-5` alone in a cell of the first two lines: how the head of a paper is dated by hand. */
const dashed = new RegExp(`^(?:(?:${weekdayPattern})\\.?,? )?(\\d{1,2})-(\\d{1,2})$`, 'i');

/** The date of a page that has no other; none where `taken` are some. */
export function dashedDate(sheet: Sheet, taken: readonly unknown[]): BareDate[] {
  if (taken.length > 0) return [];
  const head = sheet.lines.filter((line) => line.cells.length > 0).slice(0, 2);
  return head
    .flatMap((line) => line.cells)
    .flatMap((cell): BareDate[] => {
      const match = dashed.exec(cell.text);
      const month = Number(match?.[1]);
      const day = Number(match?.[2]);
      return match && makeDay(2024, month, day) !== null ? [{ start: cell.start, end: cell.end, month, day }] : [];
    });
}
