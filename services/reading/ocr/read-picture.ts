/** From the picture of a page to its words: made level, brought to a size that readers like, read, put in order. */
import sharp from 'sharp';
import type { Page, Word } from '../../domain/page.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { type DecodedImage, toGrey } from '../image/open-image.ts';
import { type Survey, surveyImage } from '../image/survey.ts';
import { turnImage } from '../image/turn-image.ts';
import { arrangeLines } from '../layout/arrange-words.ts';
import type { Reader, ReadWord } from './reader.ts';
import { repairLine } from './repair-line.ts';

/** Lines that lean by less than this many degrees are read as well as level ones. */
const LEAST_SKEW = 0.6;
/** Letters of this height (pixels) are read best: those of 10-point print at 300 dpi. */
const BEST_LETTER = 24;
/** Below this height a picture is enlarged, above the other it is reduced. */
const SMALL_LETTER = 17;
const LARGE_LETTER = 60;
const MAX_READ_PIXELS = 40_000_000;
/** A page of words that the reader believes less than this is not worth showing. */
const LEAST_CONFIDENCE = 0.35;

export interface PictureReading {
  readonly reading: Omit<Page, 'file' | 'page' | 'ms'>;
  /** The picture as turned; boxes of words are in its pixels. */
  readonly picture: DecodedImage;
}

/** By how much the picture is scaled before it is read. */
function readingScale(picture: GreyImage, letterHeight: number): number {
  if (letterHeight === 0 || (letterHeight >= SMALL_LETTER && letterHeight <= LARGE_LETTER)) return 1;
  const most = Math.sqrt(MAX_READ_PIXELS / (picture.width * picture.height));
  return Math.min(4, most, BEST_LETTER / letterHeight);
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

async function readLines(grey: GreyImage, survey: Survey, reader: Reader): Promise<Word[][]> {
  const scaled = await resize(grey, readingScale(grey, survey.letterHeight));
  const factor = grey.width / scaled.width;
  const read = await reader.readPage(scaled, survey.letterHeight / factor);
  const toWord = (word: ReadWord): Word => ({
    text: word.text,
    bbox: [
      Math.max(0, Math.floor(word.bbox[0] * factor)),
      Math.max(0, Math.floor(word.bbox[1] * factor)),
      Math.min(grey.width, Math.ceil(word.bbox[2] * factor)),
      Math.min(grey.height, Math.ceil(word.bbox[3] * factor)),
    ],
    confidence: word.confidence,
    readers: [reader.name],
  });
  return read.map((line) => repairLine(line).map(toWord));
}

function meanConfidence(words: readonly Word[]): number {
  let sum = 0;
  let characters = 0;
  for (const word of words) {
    sum += word.confidence * word.text.length;
    characters += word.text.length;
  }
  return characters === 0 ? 0 : sum / characters;
}

/** Reads an upright picture. Without ink it is `blank`; with ink but no text worth showing `unreadable`. */
export async function readPicture(decoded: DecodedImage, reader: Reader): Promise<PictureReading> {
  let picture = decoded;
  let grey = toGrey(picture);
  let survey = surveyImage(grey);
  const { width, height } = picture;
  const still = { rotation: 0 as const, skew: 0 };
  if (survey.blank) {
    const reading = { width, height, ...still, source: 'blank' as const, confidence: 1, text: '', words: [] };
    return { reading, picture };
  }
  const skew = Math.abs(survey.skew) >= LEAST_SKEW ? survey.skew : 0;
  if (skew !== 0) {
    picture = await turnImage(decoded, skew);
    grey = toGrey(picture);
    survey = surveyImage(grey);
  }
  const lines = await readLines(grey, survey, reader);
  const words = lines.flat();
  const confidence = meanConfidence(words);
  const seen = { width: picture.width, height: picture.height, rotation: 0 as const, skew };
  if (words.length === 0 || confidence < LEAST_CONFIDENCE) {
    return { reading: { ...seen, source: 'unreadable', confidence, text: '', words: [] }, picture };
  }
  return { reading: { ...seen, source: 'ocr', confidence, ...arrangeLines(lines) }, picture };
}
