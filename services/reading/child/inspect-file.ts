/** Is this a file that can be read, and how many pages has it? */
import { stat } from 'node:fs/promises';
import { DomainError } from '../../domain/errors.ts';
import type { ReaderSettings } from '../reader-requests.ts';
import type { SourceInfo } from '../reading.ts';
import type { OpenFiles } from './open-files.ts';

/** Throws a `DomainError` with a file error code where the file cannot be read. */
export async function inspectFile(
  path: string,
  name: string,
  settings: ReaderSettings,
  files: OpenFiles,
): Promise<SourceInfo> {
  const { size } = await stat(path);
  if (size > settings.maxFileBytes) {
    const megabytes = Math.floor(settings.maxFileBytes / 1024 ** 2);
    throw new DomainError('too_large', `This file is larger than ${megabytes} MB. Split it or scan it smaller.`);
  }
  const { kind, mediaType, pageCount } = await files.open(path, name);
  if (pageCount === 0) throw new DomainError('empty', 'This file has no pages.');
  if (pageCount > settings.maxPages) {
    throw new DomainError(
      'too_many_pages',
      `This file has ${pageCount} pages; at most ${settings.maxPages} can be added at once. Split it.`,
    );
  }
  return { kind, mediaType, pageCount };
}
