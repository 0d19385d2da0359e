/** Is this a file that can be read, and how many pages has it? */
import { readFile, stat } from 'node:fs/promises';
import { DomainError } from '../../domain/errors.ts';
import { measureImage } from '../image/open-image.ts';
import type { ReaderSettings } from '../reader-requests.ts';
import type { SourceInfo } from '../reading.ts';
import { identifyFile } from '../sources/identify-file.ts';
import { decodeText, paginate } from '../sources/text-pages.ts';
import type { OpenFiles } from './open-files.ts';

/** Picture formats whose further pictures are pages; those of others are the frames of an animation. */
const PAGED = new Set(['image/tiff']);

function checkPages(info: SourceInfo, settings: ReaderSettings): SourceInfo {
  if (info.pageCount === 0) throw new DomainError('empty', 'This file has no pages.');
  if (info.pageCount > settings.maxPages) {
    throw new DomainError(
      'too_many_pages',
      `This file has ${info.pageCount} pages; at most ${settings.maxPages} can be added at once. Split it.`,
    );
  }
  return info;
}

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
  const { kind, mediaType } = await identifyFile(path, name);
  switch (kind) {
    case 'pdf': {
      const { pageCount } = await files.pdf(path);
      return checkPages({ kind: 'pdf', mediaType, pageCount }, settings);
    }
    case 'image': {
      const { pages } = await measureImage(path);
      return checkPages({ kind: 'image', mediaType, pageCount: PAGED.has(mediaType) ? pages : 1 }, settings);
    }
    case 'text': {
      const pages = paginate(decodeText(await readFile(path)));
      return checkPages({ kind: 'text', mediaType, pageCount: pages.length }, settings);
    }
    default:
      throw new DomainError('unsupported_type', `Files of the type ${mediaType} cannot be read yet. Save it as a PDF.`);
  }
}
