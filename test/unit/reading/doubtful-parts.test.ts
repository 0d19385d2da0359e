import { describe, expect, it } from 'vitest';
import { doubtfulParts } from '../../../services/reading/ocr/doubtful-parts.ts';
import { middleAt } from '../../../services/reading/ocr/ppocr/text-region.ts';

/** Ten words of 80 pixels with gaps of 20 on a band that leans and bends. */
const region = { x0: 0, x1: 1000, curve: [50, 0.02, 0.00001], height: 40 } as const;
const lineOf = (doubted: readonly number[]) =>
  Array.from({ length: 10 }, (_, index) => ({
    text: `word${index}`,
    bbox: [index * 100 + 10, 30, index * 100 + 90, 70] as [number, number, number, number],
    confidence: doubted.includes(index) ? 0.5 : 1,
  }));
const partsOf = (doubted: readonly number[]) => doubtfulParts(lineOf(doubted), region, (word) => word.confidence < 0.9);

describe('the parts of a line that are read again', () => {
  it('are none where every word is sure', () => {
    expect(partsOf([])).toEqual([]);
  });

  it('are the words in doubt with a neighbour on each side, cut between words', () => {
    const [part, ...others] = partsOf([4]);
    expect(others).toEqual([]);
    expect(part).toMatchObject({ from: 4, to: 5, x0: 400, x1: 500 });
    expect([part?.region.x0, part?.region.x1]).toEqual([300, 600]);
  });

  it('follow the band as it leans and bends', () => {
    const [part] = partsOf([7]);
    for (const x of [600, 750, 900]) expect(middleAt(part!.region, x)).toBeCloseTo(middleAt(region, x), 6);
  });

  it('end where the line ends', () => {
    const [first, last] = partsOf([0, 9]);
    expect([first?.region.x0, first?.region.x1]).toEqual([0, 200]);
    expect([last?.region.x0, last?.region.x1]).toEqual([800, 1000]);
  });

  it('are one where words in doubt are near to each other, and the whole line where they are most of it', () => {
    expect(partsOf([3, 5]).map(({ from, to }) => [from, to])).toEqual([[3, 6]]);
    expect(partsOf([1, 3, 5, 7]).map(({ from, to }) => [from, to])).toEqual([[0, 10]]);
  });
});
