/**
 * The pages of an evaluation document as the real readers see them. Drawing and reading take seconds a page, so both are
 * kept under `.cache/scans`: a picture by what it shows, a reading by its picture and by the reading room's own source.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bbox } from '../../../services/domain/geometry.ts';
import type { Page } from '../../../services/domain/page.ts';
import type { Confirmation, Reading } from '../../../services/reading/reading.ts';
import { drawPages } from './draw-page.ts';
import { takePicture } from './take-picture.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
const cache = join(projectRoot, '.cache', 'scans');

const hashOf = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 24);
};

function hashOfFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return hashOf(...files.flatMap((file) => [file, readFileSync(join(folder, file))]));
}

const drawingVersion = hashOf(
  hashOfFolder(join(projectRoot, 'samples', 'generator', 'camera')),
  hashOfFolder(join(projectRoot, 'samples', 'generator', 'drawing')),
  readFileSync(new URL('draw-page.ts', import.meta.url)),
  readFileSync(new URL('take-picture.ts', import.meta.url)),
);
const readingVersion = hashOfFolder(join(projectRoot, 'services', 'reading'));

function keep(path: string, content: string | Buffer): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

export interface ScannedPage {
  /** The picture as a local file. */
  readonly path: string;
  readonly page: Page;
}

export interface Readings {
  readonly reading: Reading;
  /** Names who reads, so that readings of others are not taken. */
  readonly readers: string;
  /** Takes what was read before the reading room's source changed: for work on understanding alone. */
  readonly anyReading: boolean;
}

function latest(start: string): string | null {
  const paths = readdirSync(cache)
    .filter((entry) => entry.startsWith(start) && entry.endsWith('.json'))
    .map((entry) => join(cache, entry));
  return paths.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? null;
}

/** Draws and reads `text`, one picture a page. */
export async function readScan(
  text: string,
  seed: string,
  file: string,
  { reading, readers, anyReading }: Readings,
): Promise<ScannedPage[]> {
  mkdirSync(cache, { recursive: true });
  const pages: ScannedPage[] = [];
  for (const [index, sheet] of drawPages(text, seed).entries()) {
    const name = hashOf(drawingVersion, seed, String(index), text);
    const known = readdirSync(cache).find((entry) => /\.(?:png|jpg)$/.test(entry) && entry.startsWith(name));
    const path = join(cache, known ?? name);
    let picture = path;
    if (!known) {
      const { bytes, extension } = await takePicture(sheet, `${seed}-${index}`);
      picture = `${path}.${extension}`;
      keep(picture, bytes);
    }
    const kept = join(cache, `${name}-${hashOf(readers)}-${readingVersion}.json`);
    const older = anyReading ? latest(`${name}-${hashOf(readers)}-`) : null;
    if (!older && !existsSync(kept)) {
      const { page } = await reading.readPage(picture, await reading.inspect(picture, picture), 1);
      keep(kept, JSON.stringify(page));
    }
    const page: Omit<Page, 'file'> = JSON.parse(readFileSync(older ?? kept, 'utf8'));
    pages.push({ path: picture, page: { ...page, page: index + 1, file } });
  }
  return pages;
}

/** The second reading of `bbox`, kept like the first; `ms` is 0 where it was known. */
export async function confirmScan(
  { path, page }: ScannedPage,
  bbox: Bbox,
  { reading, readers, anyReading }: Readings,
): Promise<{ readonly second: Confirmation | null; readonly ms: number }> {
  const version = anyReading ? '' : readingVersion;
  const kept = join(
    cache,
    `${hashOf(basename(path), JSON.stringify(page.words), bbox.join(), readers, version)}.second.json`,
  );
  if (existsSync(kept)) return { second: JSON.parse(readFileSync(kept, 'utf8')), ms: 0 };
  const start = performance.now();
  const mediaType = path.endsWith('png') ? 'image/png' : 'image/jpeg';
  const second = await reading.confirm(path, { kind: 'image', mediaType, pageCount: 1 }, 1, bbox, page);
  const ms = performance.now() - start;
  keep(kept, JSON.stringify(second));
  return { second, ms };
}
