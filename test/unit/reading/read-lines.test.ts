import { describe, expect, it } from 'vitest';
import type { Care } from '../../../services/reading/ocr/ppocr/ppocr-reader.ts';
import type { TextRegion } from '../../../services/reading/ocr/ppocr/text-region.ts';
import { type LineReader, readLines } from '../../../services/reading/ocr/read-lines.ts';
import type { StraightPicture } from '../../../services/reading/ocr/straighten.ts';

const LINES = 20;
const clean = { data: new Uint8Array(4), width: 2, height: 2 };
const page = { letterHeight: 22, letters: [], lines: [] } as unknown as StraightPicture;

const regions: TextRegion[] = Array.from({ length: LINES }, (_, index) => ({
  x0: 0,
  x1: 900 - index,
  curve: [index * 40 + 20, 0, 0],
  height: 36,
}));

const oneWord = (line: number, care: Care): string[] => [`line${line}${care}`];

/** A reader that is this sure of each line, and that remembers what it was asked. */
function readerOf(sureness: (line: number, care: Care) => number, weakest = sureness, texts = oneWord) {
  const asked: { readonly care: Care; readonly lines: number[] }[] = [];
  const detected: Care[] = [];
  const reader: LineReader = {
    detect: async (_image, _height, care = 'full') => {
      detected.push(care);
      return regions;
    },
    readRegions: async (_image, some, care) => {
      const lines = some.map((region) => regions.indexOf(region));
      asked.push({ care, lines });
      return lines.map((line) =>
        texts(line, care).map((text, at) => ({
          text,
          bbox: [100 * at, line * 40, 100 * at + 90, line * 40 + 30],
          confidence: sureness(line, care),
          weakest: weakest(line, care),
        })),
      );
    },
  };
  return { reader, asked, detected };
}

const about = { printed: true, knows: () => false };
const wordsOf = (lines: Awaited<ReturnType<typeof readLines>>) => lines.map((line) => line.words[0]?.text);

describe('reading the lines of a page', () => {
  it('looks at clean print quickly, and at no line twice', async () => {
    const { reader, asked, detected } = readerOf(() => 0.999);
    const lines = await readLines(page, clean, reader, about);
    expect(wordsOf(lines)).toEqual(regions.map((_, line) => `line${line}quick`));
    expect(detected).toEqual(['quick']);
    const read = asked.flatMap((request) => request.lines).sort((a, b) => a - b);
    expect(read).toEqual(regions.map((_, line) => line));
  });

  it('reads words of clean print with a doubtful character again at full size, and takes the surer reading', async () => {
    const { reader } = readerOf(
      (line, care) => (care === 'quick' ? 0.998 : line === 7 ? 0.999 : 0.5),
      (line, care) => (care === 'quick' && (line === 7 || line === 11) ? 0.6 : 0.99),
    );
    const texts = wordsOf(await readLines(page, clean, reader, about));
    expect(texts[7]).toBe('line7full');
    expect(texts[11]).toBe('line11quick');
    expect(texts.filter((text) => text?.endsWith('full'))).toHaveLength(1);
  });

  it('looks closely at a page of which a few lines show that it is not clean print', async () => {
    const { reader, asked, detected } = readerOf((_, care) => (care === 'quick' ? 0.95 : 0.98));
    const lines = await readLines(page, clean, reader, about);
    expect(wordsOf(lines)).toEqual(regions.map((_, line) => `line${line}full`));
    expect(detected).toEqual(['quick', 'full']);
    const tried = asked.filter((request) => request.care === 'quick').flatMap((request) => request.lines);
    expect(tried.length).toBeLessThan(LINES / 2);
  });

  it('looks quickly at printed running text with some type that is hard to read, but not at figures or writing', async () => {
    const prose = () => ['The', 'same', 'line', 'should', 'read', 'Elijah', 'and', 'not', 'Elias'];
    const slip = () => ['MILK', '1.99', 'BREAD', '2.49', 'TOTAL', '4.48', 'CASH', '5.00', 'CHANGE'];
    const looksAt = async (texts: () => string[], printed = true) => {
      const { reader, detected } = readerOf(() => 0.987, undefined, texts);
      await readLines(page, clean, reader, { ...about, printed });
      return detected;
    };
    expect(await looksAt(prose)).toEqual(['quick']);
    expect(await looksAt(slip)).toEqual(['quick', 'full']);
    expect(await looksAt(prose, false)).toEqual(['quick', 'full']);
  });

  it('looks closely at a page whose other lines turn out worse than those that were tried', async () => {
    const tried = new Set<number>();
    const { reader } = readerOf((line, care) => {
      if (care === 'full') return 0.97;
      if (tried.size < 6) tried.add(line);
      return tried.has(line) ? 0.999 : 0.9;
    });
    const texts = wordsOf(await readLines(page, clean, reader, about));
    expect(texts.every((text) => text?.endsWith('full'))).toBe(true);
  });

  it('looks closely at a page on which the quick look misses a line of small print', async () => {
    const { reader, detected } = readerOf(() => 0.999);
    const lineOf = (top: number) => ({
      height: 8,
      letters: Array.from({ length: 30 }, (_, at) => ({ x0: 9 * at, y0: top, x1: 9 * at + 6, y1: top + 8, area: 30 })),
    });
    const inside = { ...page, lines: [lineOf(16)] } as StraightPicture;
    await readLines(inside, clean, reader, about);
    expect(detected).toEqual(['quick']);
    const footnote = { ...page, lines: [lineOf(16), lineOf(LINES * 40 + 60)] } as StraightPicture;
    await readLines(footnote, clean, reader, about);
    expect(detected).toEqual(['quick', 'quick', 'full']);
  });
});
