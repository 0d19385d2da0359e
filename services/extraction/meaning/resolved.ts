/** The result of one goal on one day, and the steps that every kind of measure takes to it. */
import type { Candidate } from './candidate.ts';
import { isTotal } from './labels.ts';
import type { Value } from './value.ts';

export interface Resolved {
  readonly candidate: Candidate;
  readonly value: Value;
  /** Why a person must look; null where the result is plain. */
  readonly review: string | null;
  readonly computed: string | null;
}

/** The different values of `group`. */
export const values = (group: readonly Candidate[]) => [...new Set(group.map((c) => c.value.value))];

/** The sum of the values of `group`. */
export const sumOf = (group: readonly Candidate[]) => group.reduce((sum, c) => sum + c.value.value, 0);

/** `candidate` as it stands on the page. */
export const take = (candidate: Candidate, review: string | null = null): Resolved => ({
  candidate,
  value: candidate.value,
  review: review ?? candidate.doubt,
  computed: candidate.computed,
});

/** A value that was made from several figures; `candidate` is the one that is pointed at. */
export const made = (candidate: Candidate, value: Value, computed: string, review: string | null): Resolved => ({
  candidate,
  value,
  review,
  computed,
});

/** The figure that is best to point at among equal ones: the most telling place, then the stated over the counted. */
export function bestOf(group: readonly Candidate[]): Candidate {
  const rank = (c: Candidate) =>
    c.score +
    (c.mention.quantity.type === 'marks' ? -3 : 0) +
    (c.mention.quantity.type === 'tally' ? -2 : 0) +
    (isTotal(c.mention) ? 1 : 0);
  return [...group].sort((a, b) => rank(b) - rank(a))[0]!;
}
