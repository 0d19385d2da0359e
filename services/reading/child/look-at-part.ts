/** A part of a page as a picture for another reader, and where on the page its lines stand. */
import sharp from 'sharp';
import type { Bbox } from '../../domain/geometry.ts';
import { chainLetters } from '../image/letter-lines.ts';
import { type DecodedImage, toGrey } from '../image/open-image.ts';
import { surveyImage } from '../image/survey.ts';
import { boxOf } from '../ocr/ppocr/text-region.ts';
import { cleanLight } from '../ocr/read-picture.ts';
import type { Readers } from '../ocr/readers.ts';
import type { PageImage } from '../reading.ts';

/** Long side in pixels beyond which vision models shrink a picture themselves. */
const LONG_SIDE = 2000;
/** White around the part, in pixels of the page, so that no stroke is cut off. */
const MARGIN = 24;

/** `part` of the picture with a margin, as a JPEG of at most `LONG_SIDE` pixels. */
export async function cutOut(picture: DecodedImage, part: Bbox): Promise<PageImage> {
  const left = Math.max(0, Math.floor(part[0] - MARGIN));
  const top = Math.max(0, Math.floor(part[1] - MARGIN));
  const width = Math.max(1, Math.min(picture.width, Math.ceil(part[2] + MARGIN)) - left);
  const height = Math.max(1, Math.min(picture.height, Math.ceil(part[3] + MARGIN)) - top);
  const { pixels, channels } = picture;
  const { data, info } = await sharp(pixels, { raw: { width: picture.width, height: picture.height, channels } })
    .extract({ left, top, width, height })
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height };
}

function bounds(boxes: readonly Bbox[]): Bbox {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

const middleOf = (box: Bbox): number => (box[1] + box[3]) / 2;
const heightOf = (box: Bbox): number => box[3] - box[1];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Boxes that stand on one level become one. */
export function joinLevels(boxes: readonly Bbox[]): Bbox[] {
  const levels: Bbox[][] = [];
  for (const box of boxes.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const last = levels.at(-1);
    const apart = last ? middleOf(box) - mean(last.map(middleOf)) : Number.POSITIVE_INFINITY;
    if (last && apart < 0.5 * Math.min(heightOf(box), mean(last.map(heightOf)))) last.push(box);
    else levels.push([box]);
  }
  return levels.map(bounds);
}

/** The lines of ink of a straight picture, top to bottom, whether or not anybody can read them. */
export async function findLineBoxes(picture: DecodedImage, readers: Readers): Promise<Bbox[]> {
  const grey = toGrey(picture);
  const { letters, letterHeight } = surveyImage(grey);
  const second = await readers.ppocr();
  const boxes = second
    ? (await second.detect(cleanLight(grey), letterHeight)).map(boxOf)
    : chainLetters(letters).map(({ letters: chain }) => bounds(chain.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])));
  return joinLevels(boxes);
}
