/** An independent second reading of one line or cell. */
import sharp from 'sharp';
import type { Bbox } from '../../domain/geometry.ts';
import type { ReaderName } from '../../domain/page.ts';
import { crop } from '../image/crop.ts';
import type { GreyImage } from '../image/grey-image.ts';
import type { Confirmation } from '../reading.ts';
import { calibrate } from './calibrate.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';
import { repairLine } from './repair-line.ts';

/** Cells are brought to this height: the engine wants letters of 20 pixels and more. */
const BEST_HEIGHT = 48;
const BORDER = 12;
/** How much of its height is left around the box: enough for what the first reading cut off, not for other lines. */
const MARGIN_SHARE = 0.12;

/** The cell enlarged if it is small, with white around it. */
async function prepare(image: GreyImage, box: Bbox): Promise<GreyImage> {
  const margin = (box[3] - box[1]) * MARGIN_SHARE;
  const part = crop(image, [box[0] - 2 * margin, box[1] - margin, box[2] + 2 * margin, box[3] + margin]);
  const { data, width, height } = part;
  const scale = Math.min(4, Math.max(1, BEST_HEIGHT / height));
  const { data: pixels, info } = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ width: Math.max(1, Math.round(width * scale)), kernel: 'cubic' })
    .extend({ top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: pixels, width: info.width, height: info.height };
}

/**
 * Reads what stands in `box` of the clean, straight picture with a reader that is not among `already`; null where
 * there is no such reader or it sees nothing.
 */
export async function confirmPlace(
  image: GreyImage,
  box: Bbox,
  already: ReadonlySet<ReaderName>,
  readers: Readers,
): Promise<Confirmation | null> {
  const ppocr = await readers.ppocr();
  if (!ppocr) return null;
  const reader: Reader = already.has('ppocr') ? await readers.tesseract() : ppocr;
  const words = repairLine(await reader.readLine(await prepare(image, box)));
  if (words.length === 0) return null;
  const on = { reader: reader.name as 'tesseract' | 'ppocr', handwriting: false, pageBelief: 1 };
  const confidence = Math.min(...words.map((word) => calibrate(word, on)));
  return { text: words.map((word) => word.text).join(' '), confidence, reader: reader.name };
}
