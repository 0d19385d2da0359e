/** Second readings taken from the original file. */
import { DomainError } from '../../domain/errors.ts';
import type { Reading, SourceInfo } from '../../reading/reading.ts';
import type { ReadAgain } from './second-look.ts';

/** What a page that cannot be looked at again fails with; its values are then asked for, and nothing else is lost. */
const ofThePage: readonly string[] = ['timeout', 'too_large', 'corrupt'];

/** Reads places of the pages of the file at `path` once more. Rejects only where reading itself is not to be had. */
export function readAgainFrom(reading: Reading, path: string, info: SourceInfo): ReadAgain {
  return (page, bbox) =>
    reading.confirm(path, info, page.page, bbox, page).catch((error: unknown) => {
      if (error instanceof DomainError && ofThePage.includes(error.code)) return null;
      throw error;
    });
}
