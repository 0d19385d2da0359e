/** From mentions to results: candidates by goal and day, each weighed, with what is left over and why. */
import type { Day } from '../../domain/dates.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Candidate, MeaningContext } from './candidate.ts';
import { dropWholes } from './drop-wholes.ts';
import { findCandidates, type Leftover } from './find-candidates.ts';
import { readIncidents } from './incident-rows.ts';
import { isAverage, isTotal } from './labels.ts';
import { readReadingLevels } from './reading-levels.ts';
import { resolve } from './resolve.ts';
import type { Resolved } from './resolved.ts';
import { withoutRestated } from './restated-plan.ts';
import { readRubricTotals } from './rubric-totals.ts';

export interface Decision {
  readonly results: readonly (Resolved & { readonly day: Day })[];
  readonly leftovers: readonly Leftover[];
}

function keyOf(c: Candidate): string {
  return `${c.profile.studentId}|${c.profile.goal.id}|${c.day}`;
}

const ofOneDay = /^\W*(?:(?:for )?(?:the |whole |all |full )?day|daily|today)\b(?!s)/i;

/** `total for Nov so far: initial 45/60, final 24/60`: all that stands on the line is summed up. */
const opensWithTotal = /^[^:\d]{0,16}\b(?:totals?|averages?|avg|sums?|mean)\b[^:]{0,30}:/i;

/** What sums up several dated results of a goal (their total, their mean) is no result of a day of its own. */
function dropSummaries(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((c) => {
    const { mention, profile } = c;
    const isDated = ({ day, dayFrom }: Mention) => day !== null && dayFrom !== 'heading';
    const sumsUp =
      isTotal(mention) || isAverage(mention) || (mention.place === 'line' && opensWithTotal.test(mention.sentence));
    if (isDated(mention) || !sumsUp) return true;
    // `day: 18 min` in the entry of a day sums up that day alone.
    if (mention.day !== null && ofOneDay.test(mention.lead || mention.row)) return true;
    const of = (o: Candidate) => (profile.asksWeek ? o.day : o.mention.day);
    const days = candidates.flatMap((o) => (o.profile === profile && isDated(o.mention) ? [of(o)] : []));
    return new Set(days).size < 2;
  });
}

/** What is dated before the baseline of its goal was measured before there was that goal. */
function withoutEarlier({ results, leftovers }: Decision): Decision {
  const isEarlier = ({ candidate, day }: Decision['results'][number]) => day < candidate.profile.goal.baseline.date;
  const early = results.filter(isEarlier).map(({ candidate }) => ({
    mention: candidate.mention,
    reason: `It is dated before the baseline of “${candidate.profile.goal.area}”.`,
  }));
  return { results: results.filter((result) => !isEarlier(result)), leftovers: [...leftovers, ...early] };
}

/** Decides what `mentions` mean. */
export function decide(mentions: readonly Mention[], context: MeaningContext): Decision {
  const found = findCandidates(mentions, context);
  const leftovers: Leftover[] = [...found.leftovers];
  const usable = dropSummaries(dropWholes(withoutRestated(found.candidates), mentions));
  const groups = new Map<string, Candidate[]>();
  for (const c of usable) groups.set(keyOf(c), [...(groups.get(keyOf(c)) ?? []), c]);
  const results: (Resolved & { day: Day })[] = [];
  for (const group of groups.values()) {
    const day = group[0]!.day;
    const resolved = resolve(group);
    if (resolved) results.push({ ...resolved, day });
    else {
      const shown = [...new Set(group.map((c) => c.value.value))].join(', ');
      for (const c of group) {
        leftovers.push({
          mention: c.mention,
          reason: `The page gives several values for “${c.profile.goal.area}” on that day (${shown}). Which one counts?`,
        });
      }
    }
  }
  for (const level of readReadingLevels(mentions, context)) results.push({ ...level, day: level.candidate.day });
  results.push(...readRubricTotals(mentions, context, results));
  results.push(...readIncidents(mentions, context, results));
  return withoutEarlier({ results, leftovers });
}
