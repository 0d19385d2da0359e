/** What a model might say of a page: only what a test speaks of has to be given. */
import type { Proposal } from '../../services/extraction/model/proposal.ts';

export function proposal(quote: string, parts: Partial<Proposal> = {}): Proposal {
  return {
    quote,
    line: '',
    role: 'result',
    kind: 'percent',
    value: null,
    numerator: null,
    denominator: null,
    words: null,
    errors: null,
    minutes: null,
    date: null,
    student: null,
    measured: null,
    ...parts,
  };
}
