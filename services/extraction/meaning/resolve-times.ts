/** Stretches of time of one goal on one day: the average or the median of several latencies, the total of several episodes. */
import type { Candidate } from './candidate.ts';
import { isAverage, isMedian, isTotal } from './labels.ts';
import { addUp, resolveParts } from './resolve-parts.ts';
import { bestOf, made, type Resolved, sumOf, take, values } from './resolved.ts';
import { oneDecimal } from './value.ts';

function resolveLatencies(group: readonly Candidate[]): Resolved | null {
  const averages = group.filter((c) => isAverage(c.mention) || isMedian(c.mention));
  if (values(averages).length === 1) return take(bestOf(averages));
  if (averages.length > 0 || !group[0]?.profile.asksAverage) return null;
  const value = oneDecimal(sumOf(group) / group.length);
  return made(group[0], { value }, `average of ${group.map((c) => c.value.value).join(', ')}`, null);
}

/** `#1 9:20-9:26`, `#2 12:40-12:43`; `for 4 min before specials and again for 7 min`: times that each stand for an episode. */
function areEpisodes(group: readonly Candidate[]): boolean {
  const [first] = group;
  const isAlike = group.every((c) => c.mention.block === first?.mention.block && c.mention.quantity.type === 'time');
  const onLines = new Set(group.map((c) => c.mention.line)).size === group.length;
  const inList = onLines && group.every((c) => c.mention.place === 'line');
  const again =
    group.every((c) => c.mention.sentence === first?.mention.sentence) &&
    /\band (?:then )?again\b/i.test(first?.mention.sentence ?? '');
  return isAlike && (inList || again) && !group.some((c) => isAverage(c.mention));
}

/** The time of one goal on one day; null where the page gives several and does not say which counts. */
export function resolveTimes(group: readonly Candidate[]): Resolved | null {
  const { goal } = group[0]!.profile;
  if (goal.measure.kind === 'latency') return resolveLatencies(group);
  const totals = group.filter((c) => isTotal(c.mention));
  if (values(totals).length === 1) return take(bestOf(totals));
  const adds = goal.measure.per === 'day' || /\btotal\b/i.test(goal.statement);
  if (!adds) return null;
  return resolveParts(group) ?? (areEpisodes(group) ? addUp(group) : null);
}
