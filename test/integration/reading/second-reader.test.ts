/** Reading with both readers: runs where the second reader's models lie. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { Reading } from '../../../services/reading/reading.ts';
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
