/** From mentions to results: candidates by goal and day, each weighed, with what is left over and why. */
import type { Day } from '../../domain/dates.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Candidate, MeaningContext } from './candidate.ts';
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

/** A total over parts that belong to different goals speaks for none of them. */
function dropMixedTotals(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((c) => {
    if (c.value.denominator === undefined || c.value.numerator === undefined) return true;
    const others = candidates.filter(
      (o) =>
        o !== c &&
        o.profile.studentId === c.profile.studentId &&
        o.day === c.day &&
        o.mention.quantity.type === 'ratio' &&
        o.value.denominator !== undefined,
    );
    const goals = new Set(others.map((o) => o.profile.goal.id));
    const sum = (pick: (o: Candidate) => number) => others.reduce((total, o) => total + pick(o), 0);
    const isSum =
      others.length >= 2 &&
      sum((o) => o.value.numerator ?? 0) === c.value.numerator &&
      sum((o) => o.value.denominator ?? 0) === c.value.denominator;
    return !(isSum && goals.size > 1);
  });
}

const ofOneDay = /^\W*(?:(?:for )?(?:the |whole |all |full )?day|daily|today)\b(?!s)/i;

/** What a score or a row of marks counts; null for any other figure. */
function shareOf({ quantity: q }: Mention): { readonly right: number; readonly all: number } | null {
  if (q.type === 'ratio') return { right: q.numerator, all: q.denominator };
  return q.type === 'marks' ? { right: q.right, all: q.right + q.wrong + q.prompted } : null;
}

/** Whether `whole` is the sum of `parts`, two or more. */
function isSumOf(whole: Mention, parts: readonly Mention[]): boolean {
  const shares = [whole, ...parts].map(shareOf);
  const [total, ...others] = shares;
  const sum = (pick: 'right' | 'all') => others.reduce((all, share) => all + (share?.[pick] ?? Number.NaN), 0);
  return others.length >= 2 && sum('right') === total?.right && sum('all') === total?.all;
}

/**
 * `Integers 4/5, Fractions 2/4, Overall 6/9`: the sum of all other scores of a page, or of its lists of marks, is no
 * result of a goal that only some of them speak to.
 */
function dropWholePages(candidates: readonly Candidate[], mentions: readonly Mention[]): Candidate[] {
  return candidates.filter(({ mention, profile }) => {
    if (mention.quantity.type !== 'ratio') return true;
    const others = mentions.filter(
      (m) => m !== mention && m.pageIndex === mention.pageIndex && m.day === mention.day && shareOf(m) !== null,
    );
    const scores = others.filter((m) => m.quantity.type === 'ratio');
    const lists = others.filter((m) => m.quantity.type === 'marks');
    const apart = new Set(lists.map((m) => m.block)).size === lists.length ? lists : [];
    return [scores, apart].every((parts) => {
      const own = candidates.filter((c) => c.profile === profile && parts.includes(c.mention));
      return !isSumOf(mention, parts) || own.length === parts.length || own.length === 0;
    });
  });
}

/** What sums up several dated results of a goal (their total, their mean) is no result of a day of its own. */
function dropSummaries(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((c) => {
    const { mention, profile } = c;
    const isDated = ({ day, dayFrom }: Mention) => day !== null && dayFrom !== 'heading';
    if (isDated(mention) || !(isTotal(mention) || isAverage(mention))) return true;
    // `day: 18 min` in the entry of a day sums up that day alone.
    if (mention.day !== null && ofOneDay.test(mention.lead || mention.row)) return true;
    const of = (o: Candidate) => (profile.asksWeek ? o.day : o.mention.day);
    const days = candidates.flatMap((o) => (o.profile === profile && isDated(o.mention) ? [of(o)] : []));
    return new Set(days).size < 2;
  });
}

/** Decides what `mentions` mean. */
export function decide(mentions: readonly Mention[], context: MeaningContext): Decision {
  const found = findCandidates(mentions, context);
  const leftovers: Leftover[] = [...found.leftovers];
  const usable = dropSummaries(dropWholePages(dropMixedTotals(withoutRestated(found.candidates)), mentions));
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
  return { results, leftovers };
}
