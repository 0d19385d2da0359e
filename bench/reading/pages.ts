/** The pages to read and what they say: real scans from the shared evaluation data, where that is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Kind = 'book-clean' | 'book-degraded' | 'letter' | 'receipt';

export interface TruePage {
  readonly name: string;
  readonly path: string;
  readonly truth: string;
  readonly kind: Kind;
}

const evaluation = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));

function filesOf(folder: string, end: RegExp): string[] {
  const path = join(evaluation, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((file) => end.test(file))
        .sort()
    : [];
}

function pageOf(folder: string, file: string, truth: string, kind: Kind): TruePage {
  const path = join(evaluation, folder, file);
  return { name: file, path, truth: readFileSync(join(evaluation, folder, truth), 'utf8'), kind };
}

export function bookPages(): TruePage[] {
  return filesOf('ocr-dev', /\.tiff$/).map((file) =>
    pageOf('ocr-dev', file, file.replace(/-.*$/, '.txt'), /clean/.test(file) ? 'book-clean' : 'book-degraded'),
  );
}

export function receiptPages(): TruePage[] {
  return filesOf('receipts-dev', /\.jpg$/).map((file) =>
    pageOf('receipts-dev', file, file.replace(/jpg$/, 'txt'), 'receipt'),
  );
}

export function letterPages(): TruePage[] {
  return filesOf('scans-dev', /^linn\.png$/).map((file) => pageOf('scans-dev', file, 'linn.txt', 'letter'));
}
