/** Hostile and broken files, made here and collected elsewhere: each ends in time, with a state and a reason. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError, isFileErrorCode } from '../../services/domain/errors.ts';
import { openReading } from '../../services/reading/open-reading.ts';
import type { Reading } from '../../services/reading/reading.ts';
import { circularPdf, endlessPdf, flatPng, lockedPdf, longPdf, swollenDocx } from '../factories/hostile-files.ts';

const collected = resolve(import.meta.dirname, '../../../shared/eval/hostile-dev');
const PAGE_MS = 20_000;
if (!existsSync(collected)) console.warn('SKIPPED: the collection of hostile files; ../shared/eval is not there');

let folder: string;
let reading: Reading;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  reading = openReading({
    readers: 2,
    memoryBytes: 1000 * 1024 ** 2,
    pageMs: PAGE_MS,
    maxFileBytes: 50 * 1024 ** 2,
    maxPages: 1500,
  });
});

afterAll(async () => {
  await reading.close();
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** How a file ends: the sources of its first pages, or the code of its refusal. */
async function outcome(path: string, name: string): Promise<string[]> {
  try {
    const info = await reading.inspect(path, name);
    const ends: string[] = [];
    for (let page = 1; page <= Math.min(3, info.pageCount); page++) {
      try {
        ends.push((await reading.readPage(path, info, page)).page.source);
      } catch (error) {
        ends.push(codeOf(error));
      }
    }
    return ends;
  } catch (error) {
    return [codeOf(error)];
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof DomainError) || !isFileErrorCode(error.code)) throw error;
  expect(error.message).toMatch(/^[A-Z].*\.$/s);
  return error.code;
}

describe('a hostile file', () => {
  it('with a password is refused as encrypted', async () => {
    expect(await outcome(await put('locked.pdf', lockedPdf()), 'locked.pdf')).toEqual(['encrypted']);
  });

  it('with 2,000 pages is refused for its pages', async () => {
    const path = await put('long.pdf', await longPdf(2000));
    expect(await outcome(path, 'long.pdf')).toEqual(['too_many_pages']);
  });

  it('whose tree of pages goes in a circle ends at once, each page with its reason', async () => {
    expect(new Set(await outcome(await put('circle.pdf', circularPdf()), 'circle.pdf'))).toEqual(new Set(['corrupt']));
  });

  it('that is a picture of 60,000 × 60,000 pixels is refused for its size, whatever its bytes', async () => {
    expect(await outcome(await put('vast.png', flatPng(60_000, 60_000)), 'vast.png')).toEqual(['too_large']);
  });

  it('that swells to 800 MB when it is unpacked is refused for its size, and the next file is read', async () => {
    const bomb = await swollenDocx(800);
    expect(bomb.length).toBeLessThan(2 * 1024 ** 2);
    expect(await outcome(await put('swollen.docx', bomb), 'swollen.docx')).toEqual(['too_large']);
    expect(await outcome(await put('beside.txt', 'Still here.'), 'beside.txt')).toEqual(['text_layer']);
  });

  it('that takes for ever to draw costs one page, and the next file is read', async () => {
    const impatient = openReading({
      readers: 1,
      memoryBytes: 1000 * 1024 ** 2,
      pageMs: 2500,
      maxFileBytes: 50 * 1024 ** 2,
      maxPages: 10,
    });
    try {
      const path = await put('endless.pdf', endlessPdf());
      const info = await impatient.inspect(path, 'endless.pdf');
      await expect(impatient.readPage(path, info, 1)).rejects.toMatchObject({ code: 'timeout' });
      const note = await put('after.txt', 'Still here.');
      const noteInfo = await impatient.inspect(note, 'after.txt');
      expect((await impatient.readPage(note, noteInfo, 1)).page.text).toBe('Still here.');
    } finally {
      await impatient.close();
    }
  });

  it.each([
    ['empty.jpg', '', ['empty']],
    ['blank.txt', ' \n \n', ['empty']],
    ['page.html', '<html><body>8/10</body></html>', ['unsupported_type']],
    ['notes.pdf', 'Maya read 62 words', ['unsupported_type']],
    ['cut.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex'), ['corrupt']],
    [
      'cut.docx',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('word/document.xml'), Buffer.alloc(500)]),
      ['corrupt'],
    ],
    [
      'cut.heic',
      Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.alloc(300)]),
      ['corrupt'],
    ],
  ])('%s is refused with its reason', async (name, content, expected) => {
    expect(await outcome(await put(name, content), name)).toEqual(expected);
  });

  it.skipIf(!existsSync(collected))(
    'of the collection ends in time with a state and a reason (skipped where ../shared/eval/hostile-dev is absent)',
    async () => {
      const names = (await readdir(collected)).filter((name) => name !== 'manifest.tsv');
      expect(names.length).toBeGreaterThan(40);
      const ends = await Promise.all(names.map((name) => outcome(join(collected, name), name)));
      for (const [index, end] of ends.entries()) expect(end.length, names[index]).toBeGreaterThan(0);
      // A password stands in the way of these, whatever else is wrong with them.
      const locked = names.flatMap((name, index) => (/encrypted-40|enc-R2|enc-XI/.test(name) ? ends[index]! : []));
      expect(new Set(locked)).toEqual(new Set(['encrypted']));
    },
  );
});
