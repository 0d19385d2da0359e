/** What is not there, and what is another district's, look the same. */
import { DomainError } from '../domain/errors.ts';

/** The record, or `not_found` with `what` named in the message. */
export function found<Found>(record: Found | null | undefined, what: string): Found {
  if (record === null || record === undefined) throw new DomainError('not_found', `This ${what} does not exist.`);
  return record;
}
