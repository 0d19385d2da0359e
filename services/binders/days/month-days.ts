/**
 * Weekdays with the day of the month alone, `M  22`, `Th 25`, on a page that names its month: they are dates where every
 * one of them falls on its weekday in that month.
 */
import type { Day } from '../../domain/dates.ts';
import type { Sheet } from '../page-text/sheet.ts';
import type { BareDate } from './bare-date.ts';
import { fitYear, makeDay, weekdayOf, weekdayOfDay, weekdayPattern } from './calendar.ts';

const letterDays: Readonly<Record<string, number>> = { M: 1, T: 2, TU: 2, W: 3, TH: 4, R: 4, F: 5 };
const weekdays = `${weekdayPattern}|Th|Tu|[MTWRF]`;
const leading = new RegExp(`^(\\s*(${weekdays})\\.?,?\\s{1,6})(\\d{1,2})(?=\\s|$)`, 'i');
const inCell = new RegExp(`^((${weekdays})\\.?,? )(\\d{1,2})$`, 'i');
const fewest = 3;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly weekday: number;
  readonly day: number;
}

const numberOf = (name: string): number => letterDays[name.toUpperCase()] ?? weekdayOf(name) ?? -1;

/** The pairs that stand under one another at the beginning of lines, and those of each line that is a row of them. */
function groupsOf(sheet: Sheet): Found[][] {
  const made = (m: RegExpExecArray | null, from: number): Found[] => {
    if (!m) return [];
    const start = from + (m[1] ?? '').length;
    return [{ start, end: start + (m[3] ?? '').length, weekday: numberOf(m[2] ?? ''), day: Number(m[3]) }];
  };
  const rows = sheet.lines.map((line) => line.cells.flatMap((cell) => made(inCell.exec(cell.text), cell.start)));
  const first = sheet.lines.flatMap((line, i) =>
    (rows[i]?.length ?? 0) < fewest ? made(leading.exec(line.text), line.start) : [],
  );
  return [first, ...rows].filter((group) => new Set(group.map((p) => p.day)).size >= fewest);
}

/** The days of the month that stand behind their weekdays; `months` (1 to 12) are those that the page names. */
export function findMonthDays(sheet: Sheet, months: readonly number[], upload: Day): (BareDate & { year: number })[] {
  const own = Number(upload.slice(5, 7));
  const tried = months.length > 0 ? [...new Set(months)] : [own, own === 1 ? 12 : own - 1];
  return groupsOf(sheet).flatMap((pairs) => {
    const fits = tried.flatMap((month) => {
      const all = pairs.flatMap((p) => {
        const year = Number(fitYear(month, p.day, upload, null)?.slice(0, 4));
        const day = year ? makeDay(year, month, p.day) : null;
        const isDay = day !== null && weekdayOfDay(day) === p.weekday;
        return isDay ? [{ start: p.start, end: p.end, month, day: p.day, year }] : [];
      });
      return all.length === pairs.length ? [all] : [];
    });
    return fits.length === 1 ? (fits[0] ?? []) : [];
  });
}
