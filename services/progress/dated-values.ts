/** Measurements as a series: one value a day. */
import { median } from 'simple-statistics';
import type { Day } from '../domain/dates.ts';

export interface DatedValue {
  readonly date: Day;
  readonly value: number;
}

/** Several values of one day are one point, their median (the practice of curriculum-based measurement); by date. */
export function oneValueADay(values: readonly DatedValue[]): DatedValue[] {
  const byDay = new Map<Day, number[]>();
  for (const { date, value } of values) byDay.set(date, [...(byDay.get(date) ?? []), value]);
  return [...byDay.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, ofDay]) => ({ date, value: median([...new Set(ofDay)]) }));
}

/**
 * Where the student stands: the median of the last three values, so that one odd day decides nothing. It tells of the
 * middle one of their days, not of the last.
 */
export function currentLevel(series: readonly DatedValue[]): DatedValue | null {
  const last = series.slice(-3);
  const middle = last[Math.floor((last.length - 1) / 2)];
  return middle ? { date: middle.date, value: median(last.map(({ value }) => value)) } : null;
}
