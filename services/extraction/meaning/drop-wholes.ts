/**
 * `Integers 4/5, Fractions 2/4, Overall 6/9`: a score that is the sum of other scores of its page, or of its lists of
 * marks, is no result of a goal that only some of them speak to.
 */
import type { Mention } from '../mentions/mention.ts';
import type { Candidate } from './candidate.ts';

/** Fewest and most parts that stand in one row before or behind their sum. */
const fewest = 2;
const most = 8;

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
  return others.length >= fewest && sum('right') === total?.right && sum('all') === total?.all;
}

/** The scores, or else the lists of marks, of which `whole` is the sum: all others of its page and day, or those nearest to it. */
function partsOf(whole: Mention, mentions: readonly Mention[]): readonly Mention[] {
  const others = mentions.filter(
    (m) => m !== whole && m.pageIndex === whole.pageIndex && m.day === whole.day && shareOf(m) !== null,
  );
  const lists = others.filter((m) => m.quantity.type === 'marks');
  const apart = new Set(lists.map((m) => m.block)).size === lists.length ? lists : [];
  const sets = [apart];
  for (const like of [others.filter((m) => m.quantity.type === 'ratio'), lists]) {
    const before = like.filter((m) => m.start < whole.start);
    const behind = like.filter((m) => m.start > whole.start);
    if (like !== lists) sets.push(like);
    for (let size = fewest; size <= most; size += 1) sets.push(before.slice(-size), behind.slice(0, size));
  }
  return sets.find((parts) => isSumOf(whole, parts)) ?? [];
}

/** `candidates` without the sums over parts of which some speak to their goal and others do not. */
export function dropWholes(candidates: readonly Candidate[], mentions: readonly Mention[]): Candidate[] {
  return candidates.filter(({ mention, profile }) => {
    if (mention.quantity.type !== 'ratio') return true;
    const parts = partsOf(mention, mentions);
    if (parts.length === 0) return true;
    const tied = candidates.filter((c) => c.profile.studentId === profile.studentId && parts.includes(c.mention));
    const own = tied.filter((c) => c.profile === profile);
    // Lines of marks under one another may be of one goal, whatever each of them is called.
    const areOneList = parts.every((m) => m.quantity.type === 'marks' && m.block === parts[0]?.block);
    return tied.length === 0 || own.length === parts.length || (areOneList && own.length === tied.length);
  });
}
