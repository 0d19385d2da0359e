/** The aimline: the straight way from the baseline to the target. */

import type { Goal } from '../domain/caseload.ts';
import { type Day, daysBetween } from '../domain/dates.ts';

/** What the aimline expects on `day`, in the goal's unit: the baseline before it starts, the target after it ends. */
export function expectedOn(goal: Pick<Goal, 'baseline' | 'target'>, day: Day): number {
  const { baseline, target } = goal;
  const length = daysBetween(baseline.date, target.date);
  if (length <= 0) return target.value;
  const share = Math.min(1, Math.max(0, daysBetween(baseline.date, day) / length));
  return baseline.value + share * (target.value - baseline.value);
}
