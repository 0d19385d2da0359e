/** The trend of a series: how much it changes in a week. */
import { linearRegression, median } from 'simple-statistics';
import { daysBetween } from '../domain/dates.ts';
import type { DatedValue } from './dated-values.ts';

/** Fewer points than this show no trend. */
export const fewestForTrend = 3;

/** Least-squares slope in goal units per week; null for fewer than three days. */
export function trendPerWeek(series: readonly DatedValue[]): number | null {
  const [first] = series;
  if (!first || series.length < fewestForTrend) return null;
  return linearRegression(series.map(({ date, value }) => [daysBetween(first.date, date), value])).m * 7;
}

/** Theil-Sen slope (median of all pairwise slopes) in goal units per week: one odd day hardly moves it. */
export function robustTrendPerWeek(series: readonly DatedValue[]): number | null {
  if (series.length < fewestForTrend) return null;
  const slopes = series.flatMap((from, index) =>
    series.slice(index + 1).map((to) => (to.value - from.value) / daysBetween(from.date, to.date)),
  );
  return median(slopes) * 7;
}
