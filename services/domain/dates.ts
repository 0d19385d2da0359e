/** Calendar days as `YYYY-MM-DD`, always in the district's time zone; instants as ISO 8601. */
import { z } from 'zod';

/** A calendar day that exists, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
export type Day = z.infer<typeof daySchema>;

/** An instant, ISO 8601 with offset or `Z`. */
export const instantSchema = z.iso.datetime({ offset: true });

const DAY_MS = 86_400_000;

/** Whole days from `a` to `b` (negative when `b` is earlier). Both are calendar days, so no time zone plays a part. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS);
}

/** The day `count` days after `day` (before it when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The calendar day that an instant falls on in `timeZone` (an IANA name). */
export function dayIn(timeZone: string, instant: Date): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
