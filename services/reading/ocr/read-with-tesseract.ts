/** Reading with the first reader alone: print is read, handwriting is left to people. */
import sharp from 'sharp';
import { measureEvenness } from '../image/evenness.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { shapePicture } from '../ink/letter-shapes.ts';
import { meanStyle } from '../ink/page-style.ts';
import { calibrate } from './calibrate.ts';
import { capitalShare, pageHandScore } from './judge-hand.ts';
import type { PageLines, RatedLine } from './page-lines.ts';
import { beliefOf } from './reader.ts';
import { repairLine } from './repair-line.ts';
import type { StraightPicture } from './straighten.ts';
import type { TesseractReader } from './tesseract-reader.ts';

/** Letters of this height (pixels) are read best: those of 10-point print at 300 dpi. */
const BEST_LETTER = 24;
/** Below this height a picture is enlarged, above the other it is reduced. */
const SMALL_LETTER = 17;
const LARGE_LETTER = 60;
const MAX_READ_PIXELS = 40_000_000;

/** By how much the picture is scaled before it is read. */
function readingScale({ width, height }: GreyImage, letterHeight: number): number {
  if (letterHeight === 0 || (letterHeight >= SMALL_LETTER && letterHeight <= LARGE_LETTER)) return 1;
  return Math.min(4, Math.sqrt(MAX_READ_PIXELS / (width * height)), BEST_LETTER / letterHeight);
}

async function resize(image: GreyImage, scale: number): Promise<GreyImage> {
  if (scale === 1) return image;
  const { width, height } = image;
  const { data, info } = await sharp(image.data, { raw: { width, height, channels: 1 } })
    .resize({ width: Math.round(width * scale), kernel: scale > 1 ? 'cubic' : 'lanczos3' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Reads the clean grey picture of a straight page. */
export async function readWithTesseract(
  page: StraightPicture,
  clean: GreyImage,
  tesseract: TesseractReader,
): Promise<PageLines> {
  const scaled = await resize(clean, readingScale(clean, page.letterHeight));
  const factor = clean.width / scaled.width;
  const read = await tesseract.readPage(scaled);
  const printReading = beliefOf(read);
  const lines = read.map((line): RatedLine => {
    const words = repairLine(line).map((word) => ({
      ...word,
      confidence: calibrate(word, { reader: 'tesseract', handwriting: false, pageBelief: printReading }),
      bbox: word.bbox.map((value) => value * factor) as typeof word.bbox,
      readers: ['tesseract' as const],
    }));
    return { words, ink: 'print' };
  });
  const characters = lines.reduce((sum, line) => sum + line.words.reduce((n, word) => n + word.text.length, 0), 0);
  const evenness = measureEvenness(page.lines);
  const pieces = (evenness?.letters ?? 0) / Math.max(1, characters);
  const capitals = capitalShare(
    read
      .flat()
      .map((word) => word.text)
      .join(''),
  );
  const { letterPixels } = page;
  const style = meanStyle(shapePicture(clean, page.letterHeight), page.letters);
  const hand = evenness ? pageHandScore({ evenness, letterPixels, pieces, printReading, style, capitals }) : 0;
  return { lines, hand, belief: printReading, characters };
}
