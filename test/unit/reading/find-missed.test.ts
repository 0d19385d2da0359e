import { describe, expect, it } from 'vitest';
import type { Component } from '../../../services/reading/image/find-components.ts';
import { missedRegions } from '../../../services/reading/ocr/find-missed.ts';
import { boxOf, type TextRegion } from '../../../services/reading/ocr/ppocr/text-region.ts';

const LETTER = 20;
const line = (x0: number, x1: number, middle: number): TextRegion => ({ x0, x1, curve: [middle, 0, 0], height: 36 });
const piece = (x: number, middle: number, size = 14): Component => ({
  x0: x,
  x1: x + size,
  y0: middle - size / 2,
  y1: middle + size / 2,
  area: size * size,
});

const page = [line(100, 500, 100), line(100, 480, 140), line(100, 520, 300)];

describe('letters that the detector missed', () => {
  it('get a band as high as the line beside which they stand, one a word', () => {
    const regions = missedRegions([piece(560, 102), piece(578, 102), piece(570, 300)], page, LETTER);
    expect(regions).toHaveLength(2);
    expect(regions.map(({ height }) => height)).toEqual([36, 36]);
    const [x0, y0, x1, y1] = boxOf(regions[0]!);
    expect(x0).toBeLessThan(560);
    expect(x1).toBeGreaterThan(592);
    expect([y0, y1].map(Math.round)).toEqual([83, 119]);
  });

  it('are looked for in rows of their own, and not where one or two specks stand', () => {
    const row = [150, 200, 250, 300, 350].map((x) => piece(x, 220));
    expect(missedRegions(row, page, LETTER)).toHaveLength(5);
    expect(missedRegions(row.slice(0, 2), page, LETTER)).toHaveLength(0);
  });

  it('are not dust, not what a band holds already, and not the desk around the paper', () => {
    const row = [150, 200, 250, 300, 350];
    expect(missedRegions([piece(560, 100, 5)], page, LETTER)).toHaveLength(0);
    expect(missedRegions([piece(300, 100)], page, LETTER)).toHaveLength(0);
    expect(missedRegions([piece(560, 100, 60)], page, LETTER)).toHaveLength(0);
    expect(missedRegions([...row.map((x) => piece(x, 900)), piece(900, 100)], page, LETTER)).toHaveLength(0);
  });
});
