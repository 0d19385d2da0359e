/** The notice: every package that Throughline is run, built or tested with, with its licence, from the lockfile. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './source-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
}

export function lockedPackages(): Map<string, LockedPackage> {
  const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return new Map(Object.entries(lock.packages).filter(([path]) => path !== ''));
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What is not a package of npm, or says its licence elsewhere than in its package file. */
const models = [
  [
    'PP-OCRv6 detection and recognition models of PaddleOCR, by the PaddlePaddle authors, fetched on request',
    'Apache-2.0',
  ],
  ['libheif and libde265, compiled to WebAssembly inside libheif-js', 'LGPL-3.0'],
  ['PDFium, compiled to WebAssembly inside @hyzyla/pdfium', 'BSD-3-Clause and Apache-2.0'],
  ['Tesseract and Leptonica, compiled to WebAssembly inside tesseract.js-core', 'Apache-2.0 and BSD-2-Clause'],
  ['Tesseract language data for English, inside @tesseract.js-data/eng', 'Apache-2.0'],
  ['libvips and the libraries it links, inside @img/sharp-libvips-*', 'LGPL-3.0-or-later and others'],
] as const;
const licenceElsewhere: Readonly<Record<string, string>> = { busboy: 'MIT', streamsearch: 'MIT' };

/** One line for each package that is, or is not, for building and testing alone. Throws for one without a licence. */
function rows(isDev: boolean): string[] {
  const lines = [...lockedPackages()]
    .filter(([, entry]) => Boolean(entry.dev) === isDev)
    .map(([path, { version = '', license }]) => {
      const name = nameOf(path);
      const licence = license ?? licenceElsewhere[name];
      if (!licence) throw new Error(`${name} ${version} names no licence`);
      return `${name} ${version}: ${licence}`;
    });
  return [...new Set(lines)].sort((a, b) => (a < b ? -1 : 1));
}

/** The text of `NOTICE`. Throws for a package without a known licence. */
export function noticeText(): string {
  return [
    'Throughline',
    'Licensed under the MIT licence (package.json).',
    '',
    'It is installed with the packages below, each under its own licence, and uses:',
    ...models.map(([what, licence]) => `${what}: ${licence}`),
    '',
    ...rows(false),
    '',
    'It is built and tested, and its samples are drawn, with these; they are no part of an installation without them:',
    ...rows(true),
    '',
  ].join('\n');
}

if (process.argv[1]?.endsWith('notice.ts')) writeFileSync(join(projectRoot, 'NOTICE'), noticeText());
