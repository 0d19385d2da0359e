import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../services/reading/ocr/calibrate.ts';
import { mergeLines } from '../../../services/reading/ocr/merge-lines.ts';
import type { ReadWord } from '../../../services/reading/ocr/reader.ts';

/** Words of one line, 10 pixels a letter, one pixel apart by a space. */
function line(text: string, confidence: number): ReadWord[] {
  let x = 0;
  return text.split(' ').map((word) => {
    const start = x;
    x += 10 * word.length + 10;
    return { text: word, bbox: [start, 0, x - 10, 20], confidence };
  });
}

const trusting = {
  ppocr: (word: ReadWord) => word.confidence,
  tesseract: (word: ReadWord) => word.confidence,
  judge: () => null,
};
const merged = (second: ReadWord[], first: ReadWord[]) =>
  mergeLines(second, first, trusting).map(({ text, readers }) => `${text} ${readers.join('+')}`);

describe('merging two readings of a line', () => {
  it('names both readers where they read alike, whatever quotes and case they write', () => {
    expect(merged(line("don't STOP", 0.9), line('don’t Stop', 0.9))).toEqual([
      "don't ppocr+tesseract",
      'STOP ppocr+tesseract',
    ]);
  });

  it('does not take figures for confirmed that the second reader only guessed', () => {
    expect(merged(line('62 words', 0.8), line('62 words', 0.95))).toEqual(['62 ppocr', 'words ppocr+tesseract']);
    expect(merged(line('62', 0.99), line('62', 0.5))).toEqual(['62 ppocr+tesseract']);
  });

  it('takes the first reader’s word only where it is clearly surer', () => {
    expect(merged(line('chureh bells', 0.6), line('church bills', 0.95))).toEqual([
      'church tesseract',
      'bills tesseract',
    ]);
    expect(merged(line('church bells', 0.9), line('chureh bills', 0.95))).toEqual(['church ppocr', 'bells ppocr']);
  });

  it('never takes the first reader’s figures, nor its word for a figure', () => {
    expect(merged(line('62 words', 0.5), line('82 wards', 0.95))).toEqual(['62 ppocr', 'wards tesseract']);
    expect(merged(line('S0', 0.5), line('So', 0.95))).toEqual(['S0 ppocr']);
  });

  it('takes the first reader’s word of the dictionary for one of almost the same letters that is none', () => {
    const words = new Set(['church', 'bells', 'bills']);
    const judge = (text: string) => (words.has(text) ? ('known' as const) : ('unknown' as const));
    const judged = (second: string, first: string) =>
      mergeLines(line(second, 0.9), line(first, 0.6), { ...trusting, judge }).map(({ text }) => text);
    expect(judged('chureh bells', 'church bills')).toEqual(['church', 'bells']);
    expect(judged('bexyz', 'bells')).toEqual(['bexyz']);
  });

  it('leaves the line as it is where the first reader was not asked', () => {
    expect(merged(line('one two', 0.5), [])).toEqual(['one ppocr', 'two ppocr']);
  });
});

describe('a calibrated confidence', () => {
  const on = { handwriting: false, pageBelief: 0.98 };
  const of = (text: string, confidence: number, reader: 'ppocr' | 'tesseract' | 'both') =>
    calibrate({ text, confidence }, { ...on, reader });

  it('grows with the engine’s own, for every reader', () => {
    for (const reader of ['ppocr', 'tesseract', 'both'] as const) {
      const values = [0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.98, 0.995, 0.999, 1].map((raw) => of('word', raw, reader));
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(values.at(-1)).toBeLessThan(1);
    }
  });

  it('is higher where both read alike, but not sure where the print is so worn that both guess', () => {
    for (const raw of [0.6, 0.9, 0.95, 0.985])
      expect(of('word', raw, 'both')).toBeGreaterThan(of('word', raw, 'ppocr'));
    expect(of('word', 0.85, 'both')).toBeLessThan(0.9);
    expect(of('word', 0.999, 'both')).toBeGreaterThan(0.95);
  });

  it('stays below 0.9 for a figure that one reader alone saw on a page that is not clean', () => {
    expect(of('62', 1, 'ppocr')).toBeLessThan(0.9);
    expect(of('62', 1, 'both')).toBeGreaterThan(0.95);
    expect(calibrate({ text: '62', confidence: 1 }, { ...on, pageBelief: 0.999, reader: 'ppocr' })).toBeGreaterThan(
      0.95,
    );
  });

  it('stays below 0.9 for handwriting', () => {
    expect(calibrate({ text: 'word', confidence: 1 }, { ...on, handwriting: true, reader: 'both' })).toBeLessThan(0.9);
  });
});
