import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Word } from '../../../services/domain/page.ts';
import { arrangeWords } from '../../../services/reading/layout/arrange-words.ts';

/** Words of a line set in a fixed-width face of 10 × 20 pixels, from column `column` of line `line`. */
function set(line: number, column: number, text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    bbox: [(column + match.index) * 10, line * 30, (column + match.index + match[0].length) * 10, line * 30 + 20],
    confidence: 1,
  }));
}

const anyWord = fc
  .tuple(fc.nat(2000), fc.nat(2000), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 60 }), fc.string())
  .map(
    ([x, y, width, height, text]): Word => ({
      text: text.replace(/\s/g, '') || 'x',
      bbox: [x, y, x + width, y + height],
      confidence: 1,
    }),
  );

describe('arranging words', () => {
  it('loses no word, and the words in their order are the text', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 60 }), (words) => {
        const arranged = arrangeWords(words);
        expect(arranged.text.split(/\s+/).filter(Boolean)).toEqual(arranged.words.map((word) => word.text));
        expect(new Set(arranged.words)).toEqual(new Set(words));
      }),
    );
  });

  it('keeps the cells of a row on one line, apart by spaces in proportion to the gap', () => {
    const words = [...set(0, 0, 'Date'), ...set(0, 20, 'Trial'), ...set(1, 0, '1/14'), ...set(1, 20, '8/10')];
    expect(arrangeWords(words).text).toBe('Date                Trial\n1/14                8/10');
  });

  it('reads two columns of prose one after the other, and the title above them first', () => {
    const line = 'the quick brown fox jumps over it';
    const left = Array.from({ length: 8 }, (_, index) => set(index + 2, 0, `${line} L${index}`));
    const right = Array.from({ length: 8 }, (_, index) => set(index + 2, 50, `${line} R${index}`));
    const { text } = arrangeWords([
      ...set(0, 20, 'A title across both columns of text'),
      ...left.flat(),
      ...right.flat(),
    ]);
    const marks = [...text.matchAll(/title|[LR]\d/g)].map((match) => match[0]);
    expect(marks).toEqual(['title', ...[...'01234567'].map((n) => `L${n}`), ...[...'01234567'].map((n) => `R${n}`)]);
  });

  it('does not take a table of numbers for columns', () => {
    const rows = Array.from({ length: 9 }, (_, index) => [
      ...set(index, 0, `Probe ${index}`),
      ...set(index, 40, `${index} of 10`),
    ]);
    const { text } = arrangeWords(rows.flat());
    expect(text.split('\n')).toHaveLength(9);
    expect(text).toContain('Probe 3');
    expect(text.split('\n')[3]).toMatch(/^Probe 3 {3,}3 of 10$/);
  });

  it('keeps a sentence whole where a word or two stand a little far apart, and no list of words', () => {
    const sentence = set(0, 0, 'anybody cueing him on 3 of the 7 and I').map((word, index): Word => {
      const push = index > 3 ? 30 : index > 2 ? 15 : 0;
      return { ...word, bbox: [word.bbox[0] + push, word.bbox[1], word.bbox[2] + push, word.bbox[3]] };
    });
    expect(arrangeWords(sentence).text).toBe('anybody cueing him on 3 of the 7 and I');
    const list = set(0, 0, 'rain   boat   teach   cloud   float   snow   paint   seat   mouth');
    expect(arrangeWords(list).text.split(/ {2,}/)).toHaveLength(9);
  });

  it('does not take a table of words for columns', () => {
    const rows = Array.from({ length: 7 }, (_, index) => [
      ...set(index, 0, 'Word Choice'),
      ...set(index, 20, 'some few errors'),
      ...set(index, 44, 'hard to read'),
      ...set(index, 64, 'not yet there'),
    ]);
    expect(arrangeWords(rows.flat()).text.split('\n')).toHaveLength(7);
  });

  it('follows a line that leans a little', () => {
    const words = set(0, 0, 'this long line of a page leans down to the right end').map((word, index): Word => {
      const [x0, y0, x1, y1] = word.bbox;
      return { ...word, bbox: [x0, y0 + index * 3, x1, y1 + index * 3] };
    });
    expect(arrangeWords(words).text.split('\n')).toHaveLength(1);
  });
});
