/** From the picture of a page to its words: the right way up, level, evenly lit, read, put in order, judged. */
import type { Page, Word } from '../../domain/page.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { levelLight, measureLight } from '../image/level-light.ts';
import { type DecodedImage, toGrey } from '../image/open-image.ts';
import { surveyImage } from '../image/survey.ts';
import { findWrittenWords } from '../ink/find-written-words.ts';
import { shapePicture } from '../ink/letter-shapes.ts';
import { arrangeLines } from '../layout/arrange-words.ts';
import { addMarks, isProse } from '../marks/add-marks.ts';
import { MOST_FOR_HANDWRITING } from './calibrate.ts';
import { leaveOutOtherSide } from './leave-out-other-side.ts';
import type { PageLines } from './page-lines.ts';
import { wordsInPen } from './pen-colour.ts';
import { CLEAN } from './read-lines.ts';
import { readWithBoth } from './read-with-both.ts';
import { readWithTesseract } from './read-with-tesseract.ts';
import type { Readers } from './readers.ts';
import { type StraightPicture, straighten } from './straighten.ts';

/** A page of words that their reader believes less than this is not worth showing. */
const LEAST_BELIEF = 0.45;
/** Paper darker than this, or so unevenly lit, is levelled before it is read; clean scans are left as they are. */
const DARK_PAPER = 225;
const UNEVEN_PAPER = 24;

export interface PictureReading {
  readonly reading: Omit<Page, 'file' | 'page' | 'ms'>;
  /** The picture as turned; boxes of words are in its pixels. */
  readonly picture: DecodedImage;
}

/** The picture with its light evened out, where the paper is dark or unevenly lit. */
export function cleanLight(grey: GreyImage): GreyImage {
  const { darkest, lightest } = measureLight(grey);
  return darkest < DARK_PAPER || lightest - darkest > UNEVEN_PAPER ? levelLight(grey) : grey;
}

function toWords(lines: PageLines['lines'], page: StraightPicture): Word[][] {
  const { width, height } = page.picture;
  const inside = (value: number, limit: number) => Math.round(Math.min(limit, Math.max(0, value)) * 10) / 10;
  return lines.map((line) =>
    line.words.map(({ text, bbox, confidence, readers }) => ({
      text,
      bbox: [inside(bbox[0], width), inside(bbox[1], height), inside(bbox[2], width), inside(bbox[3], height)],
      confidence: Math.round(confidence * 1000) / 1000,
      ink: line.ink,
      readers: [...readers],
    })),
  );
}

/** The chance that a character of the page is right: that of its words, each counting by its length. */
function meanConfidence(words: readonly Word[]): number {
  const characters = words.reduce((sum, word) => sum + word.text.length, 0);
  const right = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  return Math.round((right / Math.max(1, characters)) * 1000) / 1000;
}

/** Share of the characters that are handwriting. */
function handShare({ lines, characters }: PageLines): number {
  const byHand = lines
    .filter((line) => line.ink === 'handwriting')
    .reduce((sum, line) => sum + line.words.reduce((n, word) => n + word.text.length, 0), 0);
  return byHand / Math.max(1, characters);
}

/** A word that a pen wrote, though its line is printed: an answer on a form. */
function asWritten(word: Word): Word {
  return { ...word, ink: 'handwriting', confidence: Math.min(word.confidence, MOST_FOR_HANDWRITING) };
}

/** `lines`, the words among `written` called so. */
function marked(lines: readonly Word[][], written: ReadonlySet<Word>): Word[][] {
  return lines.map((line) =>
    line.map((word) => (written.has(word) && word.ink !== 'handwriting' ? asWritten(word) : word)),
  );
}

/** The words and marks of a printed page, those that a pen wrote called so. */
function withWritten(lines: Word[][], page: StraightPicture, clean: GreyImage, belief: number): Word[][] {
  // Running text that was read without a doubt has no answers in it.
  if (belief >= CLEAN && isProse(lines)) return lines;
  return marked(lines, findWrittenWords(shapePicture(clean, page.letterHeight), page.letters, lines.flat()));
}

export interface StraightReading {
  readonly fragments: Word[][];
  readonly belief: number;
  readonly byHand: boolean;
  /** Whether what was read is worth showing. */
  readonly readable: boolean;
}

/** Reads a picture that stands straight, with both readers where the second is there. */
export async function readStraight(straight: StraightPicture, readers: Readers): Promise<StraightReading> {
  const second = await readers.ppocr();
  const { page, clean } = await leaveOutOtherSide(
    straight,
    cleanLight(straight.grey),
    async () => second ?? (await readers.tesseract()),
  );
  const read = second
    ? await readWithBoth(page, clean, second, readers)
    : await readWithTesseract(page, clean, await readers.tesseract());
  const byHand = second ? handShare(read) > 0.5 : read.hand > 0;
  const readable = read.characters > 0 && read.belief >= LEAST_BELIEF && (second !== null || !byHand);
  const words = toWords(read.lines, page);
  const drawn = addMarks(marked(words, wordsInPen(page.picture, words)), clean, page.letterHeight);
  const fragments = byHand ? drawn : withWritten(drawn, page, clean, read.belief);
  return { fragments, belief: read.belief, byHand, readable };
}

/** Reads a picture. Without ink it is `blank`; with ink but no text worth showing `unreadable`. */
export async function readPicture(decoded: DecodedImage, readers: Readers): Promise<PictureReading> {
  const grey = toGrey(decoded);
  const survey = surveyImage(grey);
  if (survey.blank) {
    const { width, height } = decoded;
    const still = { width, height, rotation: 0 as const, skew: 0 };
    return { reading: { ...still, source: 'blank', confidence: 1, text: '', words: [] }, picture: decoded };
  }
  const upright = async () => (await readers.ppocr()) ?? (await readers.tesseract());
  const page = await straighten(decoded, grey, survey, upright);
  const { fragments, belief, byHand, readable } = await readStraight(page, readers);
  const { picture, rotation, skew } = page;
  const seen = { width: picture.width, height: picture.height, rotation, skew };
  if (!readable) {
    const confidence = Math.round(belief * 1000) / 1000;
    return { reading: { ...seen, source: 'unreadable', confidence, text: '', words: [] }, picture };
  }
  const arranged = arrangeLines(fragments);
  const source = byHand ? 'handwriting' : 'ocr';
  return { reading: { ...seen, source, confidence: meanConfidence(arranged.words), ...arranged }, picture };
}
