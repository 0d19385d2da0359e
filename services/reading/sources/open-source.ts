/** Opens a file of any kind that teachers have. Runs in a child: nothing here is trusted. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../domain/errors.ts';
import { openHeic } from '../image/open-heic.ts';
import { decodeImage, measureImage } from '../image/open-image.ts';
import { PdfDocument } from '../pdf/pdf-document.ts';
import { askSecondOpinion, MOST_BYTES } from '../pdf/second-opinion.ts';
import { type FileIdentity, identifyFile } from './identify-file.ts';
import { readDocx } from './read-docx.ts';
import { readEmail } from './read-email.ts';
import type { PageContent, Source } from './source.ts';
import { decodeText, paginate } from './text-pages.ts';

/** Picture formats whose further pictures are pages; those of others are the frames of an animation. */
const PAGED = new Set(['image/tiff']);
/** A message inside of a message inside of a message is enough. */
const MOST_DEPTH = 3;

const nothing = async (): Promise<void> => {};

function missing(page: number): DomainError {
  return new DomainError('corrupt', `This file has no page ${page}.`);
}

async function openPdf(path: string, mediaType: string): Promise<Source> {
  try {
    const document = await PdfDocument.open(path);
    return {
      kind: 'pdf',
      mediaType,
      pageCount: document.pageCount,
      content: (page) => ({ kind: 'pdf', document, page }),
      close: async () => document.close(),
    };
  } catch (error) {
    const hopeless =
      !(error instanceof DomainError) || error.code !== 'corrupt' || (await stat(path)).size > MOST_BYTES;
    if (hopeless) throw error;
    const second = await askSecondOpinion(path).catch(() => {
      throw error;
    });
    return {
      kind: 'pdf',
      mediaType,
      pageCount: second.pageCount,
      content: (page) => ({ kind: 'picture', decode: () => second.draw(page) }),
      close: () => second.close(),
    };
  }
}

async function openPicture(path: string, { kind, mediaType }: FileIdentity): Promise<Source> {
  const picture = kind === 'heic' ? { pages: 1 } : await measureImage(path);
  const pageCount = PAGED.has(mediaType) ? picture.pages : 1;
  const decode = kind === 'heic' ? () => openHeic(path) : (page: number) => decodeImage(path, page);
  return {
    kind: 'image',
    mediaType,
    pageCount,
    content: (page) => ({ kind: 'picture', decode: () => decode(page) }),
    close: nothing,
  };
}

function textSource(mediaType: string, text: string): Source {
  const pages = paginate(text);
  return {
    kind: 'text',
    mediaType,
    pageCount: pages.length,
    content(page): PageContent {
      const content = pages[page - 1];
      if (content === undefined) throw missing(page);
      return { kind: 'text', text: content };
    },
    close: nothing,
  };
}

/** The message's own pages, then those of its attachments; attachments of an unknown kind are named in the text. */
async function openEmail(path: string, mediaType: string, scratch: string, depth: number): Promise<Source> {
  const email = await readEmail(path);
  const folder = join(
    scratch,
    createHash('sha256').update(`${path} ${depth} ${process.pid}`).digest('hex').slice(0, 16),
  );
  await mkdir(folder, { recursive: true });
  const parts: Source[] = [];
  const notes: string[] = [];
  for (const [index, { name, content }] of email.attachments.entries()) {
    const file = join(folder, String(index));
    await writeFile(file, content);
    try {
      parts.push(await openSource(file, name, scratch, depth + 1));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      notes.push(`[Attachment ${name} was not read: ${error.message}]`);
    }
  }
  parts.unshift(textSource(mediaType, [email.text, ...notes].join('\n')));
  return {
    kind: 'text',
    mediaType,
    pageCount: parts.reduce((sum, part) => sum + part.pageCount, 0),
    content(page) {
      let rest = page;
      for (const part of parts) {
        if (rest <= part.pageCount) return part.content(rest);
        rest -= part.pageCount;
      }
      throw missing(page);
    },
    async close() {
      for (const part of parts) await part.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Opens `path`. `name` tells flavours of text apart; `scratch` is a folder for what must be unpacked. Throws a
 * `DomainError` with a file error code.
 */
export async function openSource(path: string, name: string, scratch: string, depth = 0): Promise<Source> {
  const identity = await identifyFile(path, name);
  const { kind, mediaType } = identity;
  switch (kind) {
    case 'pdf':
      return openPdf(path, mediaType);
    case 'image':
    case 'heic':
      return openPicture(path, identity);
    case 'text':
      return textSource(mediaType, decodeText(await readFile(path)));
    case 'docx':
      return textSource(mediaType, await readDocx(path));
    case 'email':
      if (depth >= MOST_DEPTH) throw new DomainError('unsupported_type', 'Messages are nested too deeply.');
      return openEmail(path, mediaType, scratch, depth);
  }
}
