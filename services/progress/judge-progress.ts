/** What the evidence of one period says about one goal. The machine proposes; the case manager decides. */
import type { Goal } from '../domain/caseload.ts';
import { daysBetween } from '../domain/dates.ts';
import type { ProgressCode } from '../domain/statement.ts';
import { expectedOn } from './aimline.ts';
import { currentLevel, type DatedValue } from './dated-values.ts';
import { fewestForTrend, robustTrendPerWeek, trendPerWeek } from './trend.ts';

/** Shares of the way from baseline to target within which a difference means nothing. */
const tolerance = 0.02;
const noticeable = 0.05;
/** A projection from fewer points than this decides nothing. */
const fewestForProjection = 4;

export interface Judgement {
  readonly code: ProgressCode;
  readonly trendPerWeek: number | null;
  readonly neededPerWeek: number | null;
  readonly projected: number | null;
  readonly expected: number | null;
}

/** How far `value` is on the way from baseline (0) to target (1). */
function shareOf(goal: Pick<Goal, 'baseline' | 'target' | 'direction'>, value: number): number {
  const way = goal.target.value - goal.baseline.value;
  if (way !== 0) return (value - goal.baseline.value) / way;
  const better = goal.direction === 'increase' ? value - goal.target.value : goal.target.value - value;
  return better >= 0 ? 1 : -1;
}

/**
 * Judges a period's series (one value a day, by date). Fewer than three days are insufficient evidence, whatever they
 * show. Otherwise: at or past the target → met; at or past the aimline, or heading for the target → on track; worse
 * than the baseline → regressing, as is a clear fall over the period; better than the baseline → some progress.
 */
export function judgeProgress(goal: Goal, series: readonly DatedValue[]): Judgement {
  const latest = series.at(-1);
  const level = currentLevel(series);
  if (!latest || !level) {
    return { code: 'insufficient_evidence', trendPerWeek: null, neededPerWeek: null, projected: null, expected: null };
  }
  const expected = expectedOn(goal, latest.date);
  const trend = trendPerWeek(series);
  const weeksLeft = daysBetween(latest.date, goal.target.date) / 7;
  const neededPerWeek = weeksLeft > 0 ? (goal.target.value - latest.value) / weeksLeft : null;
  const weeksFromLevel = daysBetween(level.date, goal.target.date) / 7;
  const projected = trend === null || weeksLeft <= 0 ? null : level.value + trend * weeksFromLevel;
  const facts = { trendPerWeek: trend, neededPerWeek, projected, expected };
  if (series.length < fewestForTrend) return { code: 'insufficient_evidence', ...facts };

  const reached = shareOf(goal, level.value);
  const robust = robustTrendPerWeek(series) ?? 0;
  const heading = shareOf(goal, goal.baseline.value + robust);
  const weeks = daysBetween(series[0]?.date ?? latest.date, latest.date) / 7;
  const aheadOrLevel = reached >= shareOf(goal, expectedOn(goal, level.date)) - tolerance;
  const willArrive =
    series.length >= fewestForProjection && projected !== null && shareOf(goal, projected) >= 1 && reached > noticeable;
  const code: ProgressCode =
    reached >= 1 && shareOf(goal, latest.value) >= 1
      ? 'met'
      : aheadOrLevel || willArrive
        ? 'on_track'
        : reached < -noticeable || (heading < 0 && heading * weeks < -2 * noticeable)
          ? 'regressing'
          : reached >= noticeable
            ? 'some_progress'
            : 'no_progress';
  return { code, ...facts };
}
