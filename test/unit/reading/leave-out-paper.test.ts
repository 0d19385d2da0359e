import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../services/reading/image/grey-image.ts';
import { leaveOutPaper } from '../../../services/reading/ocr/ppocr/leave-out-paper.ts';

const LETTER = 20;

/** White paper with black bars of one letter's height. */
function paperWith(bars: readonly (readonly [x0: number, y0: number, x1: number])[], paper = 255): GreyImage {
  const [width, height] = [800, 1200];
  const data = new Uint8Array(width * height).fill(paper);
  for (const [x0, y0, x1] of bars) {
    for (let y = y0; y < y0 + LETTER; y++) data.fill(0, y * width + x0, y * width + x1);
  }
  return { data, width, height };
}

function barAt(image: GreyImage, x: number, from: number): number {
  for (let y = from; y < image.height; y++) if (image.data[y * image.width + x] === 0) return y;
  return -1;
}

describe('leaving out the empty paper of a page', () => {
  it('keeps little of a page with two lines far apart, and knows where they stood', () => {
    const page = paperWith([
      [303, 103, 500],
      [303, 1003, 500],
    ]);
    const { image, toPage } = leaveOutPaper(page, LETTER);
    expect(image.width * image.height).toBeLessThan(0.2 * page.width * page.height);
    const middle = image.width / 2;
    const first = barAt(image, middle, 0);
    const second = barAt(image, middle, first + LETTER);
    const tops = [first, second].map((top) => {
      const region = { x0: 0, x1: image.width, curve: [top, 0.01, 0], height: 30 } as const;
      return toPage(region).curve;
    });
    expect(tops).toEqual([
      [103, 0.01, 0],
      [1003, 0.01, 0],
    ]);
    const { x0, x1 } = toPage({ x0: 0, x1: image.width, curve: [first, 0, 0], height: 30 });
    expect(x0).toBeGreaterThan(200);
    expect(x0).toBeLessThan(300);
    expect(x1).toBeGreaterThan(500);
    expect(x1).toBeLessThan(600);
  });

  it('leaves lines that stand close as they are', () => {
    const tops = Array.from({ length: 28 }, (_, line) => 23 + line * 2 * LETTER);
    const page = paperWith(tops.map((top) => [5, top, 795] as const));
    const { image } = leaveOutPaper(page, LETTER);
    expect([image.width, image.height]).toEqual([800, 1170]);
  });

  it('sees faint ink, and a page without any as a whole', () => {
    const faint = paperWith([]);
    for (let y = 603; y < 623; y++) faint.data.fill(225, y * 800 + 300, y * 800 + 500);
    expect(leaveOutPaper(faint, LETTER).image.height).toBeLessThan(200);
    expect(leaveOutPaper(paperWith([]), LETTER).image.height).toBe(1200);
  });
});
