/** A typed page with a scanned or drawn part: what its text layer does not hold is read from its picture. */
import type { Bbox } from '../../domain/geometry.ts';
import type { Word } from '../../domain/page.ts';
import { chainLetters } from '../image/letter-lines.ts';
import { type DecodedImage, toGrey } from '../image/open-image.ts';
import { surveyImage } from '../image/survey.ts';
import { readStraight } from '../ocr/read-picture.ts';
import type { Readers } from '../ocr/readers.ts';

const WHITE = 255;

/** Paints the boxes white. */
function blot(picture: DecodedImage, boxes: readonly Bbox[], scale: number): DecodedImage {
  const pixels = Buffer.from(picture.pixels);
  for (const box of boxes) {
    const [x0, y0, x1, y1] = box.map((value) => value * scale) as Bbox;
    const left = Math.max(0, Math.floor(x0));
    const right = Math.min(picture.width, Math.ceil(x1));
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(picture.height, Math.ceil(y1)); y++) {
      const row = y * picture.width;
      pixels.fill(WHITE, (row + left) * picture.channels, (row + right) * picture.channels);
    }
  }
  return { ...picture, pixels };
}

/** The lines outside of `masked`, which is in pixels of a page `width` wide; so are the boxes of what is read. */
export async function readRest(
  picture: DecodedImage,
  masked: readonly Bbox[],
  width: number,
  readers: Readers,
): Promise<Word[][]> {
  const scale = picture.width / width;
  const rest = blot(picture, masked, scale);
  const grey = toGrey(rest);
  const { blank, letters, letterHeight, letterPixels } = surveyImage(grey);
  if (blank) return [];
  const lines = chainLetters(letters);
  const page = { picture: rest, grey, letters, lines, letterHeight, letterPixels, rotation: 0 as const, skew: 0 };
  const { fragments, readable } = await readStraight(page, readers);
  if (!readable) return [];
  return fragments.map((line) =>
    line.map((word) => ({ ...word, bbox: word.bbox.map((value) => Math.round((value / scale) * 10) / 10) as Bbox })),
  );
}
