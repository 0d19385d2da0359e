import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../services/reading/image/grey-image.ts';
import { chainLetters } from '../../../services/reading/image/letter-lines.ts';
import { surveyImage } from '../../../services/reading/image/survey.ts';
import { leaveOutOtherSide } from '../../../services/reading/ocr/leave-out-other-side.ts';
import type { Reader } from '../../../services/reading/ocr/reader.ts';
import type { StraightPicture } from '../../../services/reading/ocr/straighten.ts';

const SHADE = 190;

/** A sheet with lines of print, and lines of faint letters between them. */
async function sheetWith(faint: boolean): Promise<StraightPicture> {
  const letters: string[] = [];
  for (let y = 150; y < 1050; y += 50) {
    for (let x = 100; x < 700; x += 16) {
      if ((x * 7 + y * 13) % 5 === 0) continue;
      letters.push(`<rect x="${x}" y="${y}" width="10" height="20"/>`);
      const other = `<rect x="${x}" y="${y + 25}" width="10" height="20" fill="rgb(${SHADE},${SHADE},${SHADE})"/>`;
      if (faint) letters.push(other);
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200"><rect width="800" height="1200" fill="#fff"/>${letters.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  const grey: GreyImage = { data, width: info.width, height: info.height };
  const { letters: found, letterHeight, letterPixels } = surveyImage(grey);
  const picture = { pixels: data, channels: 1 as const, width: info.width, height: info.height };
  const lines = chainLetters(found);
  return { picture, grey, letters: found, lines, letterHeight, letterPixels, rotation: 0, skew: 0 };
}

/** A reader to which strips say something as they are, or mirrored: each is shown to it both ways, in this order. */
function readerOf(way: 'as it is' | 'mirrored'): { reader: () => Promise<Reader>; asked: () => number } {
  let asked = 0;
  const reader: Reader = {
    name: 'ppocr',
    readPage: async () => [],
    async readLine() {
      const tells = asked++ % 2 === (way === 'mirrored' ? 1 : 0);
      return [{ text: 'a whole line', bbox: [0, 0, 10, 10], confidence: tells ? 0.95 : 0.45 }];
    },
  };
  return { reader: async () => reader, asked: () => asked };
}

describe('the other side of a sheet', () => {
  it('is made white where it shows through, and its letters are forgotten', async () => {
    const sheet = await sheetWith(true);
    const { reader } = readerOf('mirrored');
    const { clean, page } = await leaveOutOtherSide(sheet, sheet.grey, reader);
    expect(sheet.grey.data.includes(SHADE)).toBe(true);
    expect(clean.data.some((value) => value > 0 && value < 255)).toBe(false);
    expect(page.letters).toHaveLength((await sheetWith(false)).letters.length);
  });

  it('is told from what a pencil wrote, which stays', async () => {
    const sheet = await sheetWith(true);
    const { reader, asked } = readerOf('as it is');
    const { clean, page } = await leaveOutOtherSide(sheet, sheet.grey, reader);
    expect(asked()).toBeGreaterThan(0);
    expect(clean).toBe(sheet.grey);
    expect(page).toBe(sheet);
  });

  it('costs no reading where a page is print and paper alone', async () => {
    const sheet = await sheetWith(false);
    const { reader, asked } = readerOf('mirrored');
    expect((await leaveOutOtherSide(sheet, sheet.grey, reader)).clean).toBe(sheet.grey);
    expect(asked()).toBe(0);
  });
});
