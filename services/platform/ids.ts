/** Ids that sort by the time they were made. */
import { v7 as uuidv7 } from 'uuid';

/** A new id: UUID version 7 (RFC 9562), so a later one sorts after an earlier one. */
export function newId(): string {
  return uuidv7();
}
