/** Scales that labels name, as `log on (0-3)` and `points / 24` over columns side by side. */
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';

/** The highest point of the scale that a label names: `log on (0-3)`, `points / 24`; null for none. */
function scaleIn(label: string): number | null {
  const found = /\(\d\s?[-–]\s?(\d{1,2})\)|[a-z] ?\/ ?(\d{1,3})\W*$|\((?:out )?of (\d{1,3})\)/i.exec(label);
  return found ? Number(found[1] ?? found[2] ?? found[3]) : null;
}

/** Whether a label of `m` names another scale than the goal's own. */
export function isOfOtherScale(m: Mention, { goal }: GoalProfile): boolean {
  const { max } = goal.measure;
  if (max === undefined || m.quantity.type !== 'number') return false;
  const scales = [m.dayFrom === 'column' ? '' : m.column, m.row].map(scaleIn).filter((scale) => scale !== null);
  return scales.some((scale) => scale !== max);
}
