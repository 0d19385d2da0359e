import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../services/reading/image/find-components.ts';
import { findInk } from '../../../services/reading/image/find-ink.ts';
import type { GreyImage } from '../../../services/reading/image/grey-image.ts';
import { surveyImage } from '../../../services/reading/image/survey.ts';

/** A sheet with lines of small dark boxes in place of letters. */
async function sheetOfLines(degrees: number): Promise<GreyImage> {
  const letters: string[] = [];
  for (let y = 150; y < 1050; y += 40) {
    for (let x = 100; x < 700; x += 14) {
      if ((x * 7 + y * 13) % 5 !== 0) letters.push(`<rect x="${x}" y="${y}" width="9" height="16"/>`);
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200"><rect width="800" height="1200" fill="#fff"/>${letters.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .rotate(degrees, { background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

describe('a first look at a picture', () => {
  it.each([-14, -6.5, -2, 0, 1.3, 5, 12])(
    'finds that lines leaning by %d degrees must be turned back',
    async (lean) => {
      const { skew, blank } = surveyImage(await sheetOfLines(lean));
      expect(blank).toBe(false);
      expect(skew).toBeCloseTo(-lean, 0);
      expect(Math.abs(skew + lean)).toBeLessThanOrEqual(0.25);
    },
  );

  it('calls an empty sheet with uneven light blank', () => {
    const width = 800;
    const height = 1000;
    const data = Uint8Array.from({ length: width * height }, (_, at) => 150 + ((at % width) * 90) / width);
    expect(surveyImage({ data, width, height }).blank).toBe(true);
  });

  it('joins ink that touches, also over corners, into one piece', () => {
    const rows = ['1010', '0100', '0000', '0011'];
    const data = Uint8Array.from(rows.join(''), Number);
    const pieces = findComponents({ data, width: 4, height: 4, contrasts: new Uint32Array(256) });
    expect(pieces.map((piece) => piece.area).sort()).toEqual([2, 3]);
  });

  it('finds dark marks on paper of any brightness', () => {
    const width = 64;
    const data = Uint8Array.from({ length: width * width }, (_, at) => 90 + 2 * (at % width));
    data[20 * width + 20] = 20;
    data[40 * width + 50] = 60;
    const mask = findInk({ data, width, height: width });
    expect([...mask.data.entries()].filter(([, ink]) => ink).map(([at]) => at)).toEqual([
      20 * width + 20,
      40 * width + 50,
    ]);
  });
});
