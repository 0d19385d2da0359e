/** Reading with both readers: runs where the second reader's models lie. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHand, type Fill, typed } from '../../../samples/generator/drawing/fill.ts';
import { sharpOf } from '../../../samples/generator/drawing/raster.ts';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { Reading } from '../../../services/reading/reading.ts';
import { filledForm, scanned } from '../../factories/filled-form.ts';
import { temporaryFolder } from '../../factories/ground.ts';
import { samplePath } from '../../factories/run-throughline.ts';
import { describeWithSecondReader, modelsDir } from '../../factories/second-reader.ts';

const options = { readers: 1, memoryBytes: 1400 * 1024 ** 2, pageMs: 90_000, maxFileBytes: 2e7, maxPages: 50 };
const note = samplePath('evidence/recess-note-beckett.jpg');

async function readFirst(reading: Reading, path: string) {
  const info = await reading.inspect(path, path);
  return { info, page: (await reading.readPage(path, info, 1)).page };
}

describeWithSecondReader('with the second reader', () => {
  let reading: Reading;
  beforeAll(() => {
    reading = openReading({ ...options, modelsDir });
  });
  afterAll(() => reading.close());

  it('a page written by hand is read, and each word is marked as handwriting', async () => {
    const { page } = await readFirst(reading, note);
    expect(page.source).toBe('handwriting');
    expect(page.text).toMatch(/Peer initiations this session: 3, no prompts/);
    expect(new Set(page.words.map((word) => word.ink))).toEqual(new Set(['handwriting']));
    expect(new Set(page.words.flatMap((word) => word.readers ?? []))).toContain('ppocr');
  });

  /** The figures of the form's table, with the ink that they are taken for. */
  async function figuresOf(fill: Fill) {
    const path = join(await temporaryFolder(), 'form.png');
    await writeFile(
      path,
      await sharpOf((await scanned(filledForm(fill))).raster)
        .png()
        .toBuffer(),
    );
    const { page } = await readFirst(reading, path);
    expect(page.source).toBe('ocr');
    const table = page.words.filter((word) => word.bbox[1] > 0.24 * page.height && word.bbox[1] < 0.42 * page.height);
    return table.filter((word) => /^\d+(?:[/:]\d+)?$/.test(word.text));
  }

  it('the figures that a black pen wrote on a printed form are marked, those that a machine filled in are not', async () => {
    const written = await figuresOf(byHand({ hand: 'patrick', size: 15, ink: 'black' }));
    expect(written.length).toBeGreaterThanOrEqual(15);
    expect(written.filter((word) => word.ink !== 'handwriting')).toEqual([]);
    const filledIn = await figuresOf(typed({ font: 'sans', size: 11 }));
    expect(filledIn.length).toBeGreaterThanOrEqual(15);
    expect(filledIn.filter((word) => word.ink === 'handwriting')).toEqual([]);
  });

  it('a place that one reader read is confirmed by the other', async () => {
    const path = samplePath('evidence/fluency-probe-amaya.jpg');
    const { info, page } = await readFirst(reading, path);
    const word = page.words.find((candidate) => candidate.text === 'Discontinue')!;
    const [reader] = word.readers!;
    const confirmed = await reading.confirm(path, info, 1, word.bbox, page);
    expect(confirmed?.text).toContain('Discontinue');
    expect(confirmed?.reader).not.toBe(reader);
  });
});

describe('without the second reader', () => {
  it('the same page is unreadable, never confident nonsense', async () => {
    const alone = openReading(options);
    try {
      const { info, page } = await readFirst(alone, note);
      expect(page).toMatchObject({ source: 'unreadable', text: '', words: [] });
      expect(await alone.confirm(note, info, 1, [0, 0, 500, 500], page)).toBeNull();
    } finally {
      await alone.close();
    }
  });
});
