/** Reading with both readers: the second reads every line, the first is asked where its word decides something. */
import { crop } from '../image/crop.ts';
import { type Evenness, measureEvenness } from '../image/evenness.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { chainLetters } from '../image/letter-lines.ts';
import { type ShapePicture, shapePicture } from '../ink/letter-shapes.ts';
import { meanStyle } from '../ink/page-style.ts';
import { type Circumstances, calibrate } from './calibrate.ts';
import { doubtfulParts } from './doubtful-parts.ts';
import { capitalShare, type HandSigns, handScore, pageHandScore } from './judge-hand.ts';
import { mergeLines } from './merge-lines.ts';
import type { PageLines, RatedLine } from './page-lines.ts';
import type { PpocrReader } from './ppocr/ppocr-reader.ts';
import { boxOf, type TextRegion } from './ppocr/text-region.ts';
import { CLEAN, type SecondLine as Line, readLines } from './read-lines.ts';
import { beliefOf, type ReadWord } from './reader.ts';
import type { Readers } from './readers.ts';
import { repairLine } from './repair-line.ts';
import type { StraightPicture } from './straighten.ts';
import { type Judge, judgeOf } from './vocabulary.ts';

/** Below this the page is print beyond doubt, and the first reader need not be asked. */
const SURELY_PRINT = -3;
/** Letters whose mean style is below this are type: that of most hands is above 0. */
const STYLE_OF_PRINT = -2;
/** So many lines are shown to the first reader to see whether it can follow. */
const SAMPLE = 4;
/** A line must have so many letters for its own evenness to count. */
const TELLING_LETTERS = 10;
/** How much a line's own look and that of its page may weigh, and between which scores a line is in doubt. */
const MOST_OWN = 4;
const MOST_LEANING = 3;
const IN_DOUBT = 1;

/** Words that are read less surely than this are shown to the first reader; on clean print they must be worse. */
const DOUBTFUL = 0.97;
const DOUBTFUL_ON_CLEAN = 0.93;
/** The same for the weakest character of a word that should be in the dictionary and is not. */
const DOUBTFUL_IF_UNKNOWN = 0.98;

/** The first reader's words of a line, in the pixels of the page. */
type AskFirst = (region: TextRegion) => Promise<ReadWord[]>;

function askFirst(clean: GreyImage, readers: Readers): AskFirst {
  const asked = new Map<TextRegion, Promise<ReadWord[]>>();
  const read = async (region: TextRegion): Promise<ReadWord[]> => {
    const box = boxOf(region);
    const [left, top] = [Math.max(0, Math.floor(box[0])), Math.max(0, Math.floor(box[1]))];
    const words = await (await readers.tesseract()).readLine(crop(clean, box));
    return repairLine(words).map((word) => {
      const [x0, y0, x1, y1] = word.bbox;
      return { ...word, bbox: [x0 + left, y0 + top, x1 + left, y1 + top] };
    });
  };
  return (region) => {
    const known = asked.get(region) ?? read(region);
    asked.set(region, known);
    return known;
  };
}

/** The first reader's words where the second is in doubt: on clean print only there, else of all of the line. */
async function askInDoubt({ words, region }: Line, clean: boolean, judge: Judge, ask: AskFirst): Promise<ReadWord[]> {
  const least = clean ? DOUBTFUL_ON_CLEAN : DOUBTFUL;
  const isDoubtful = ({ text, confidence, weakest = confidence }: ReadWord) =>
    confidence < least || (weakest < DOUBTFUL_IF_UNKNOWN && judge(text) === 'unknown');
  const parts = doubtfulParts(words, region, isDoubtful);
  if (parts.length > 0 && !clean) return ask(region);
  const read: ReadWord[] = [];
  for (const part of parts) read.push(...(await ask(part.region)));
  return read;
}

function signsOf(
  lines: readonly Line[],
  evenness: Evenness,
  letterPixels: number,
): Omit<HandSigns, 'printReading' | 'style'> {
  const characters = lines.reduce((sum, line) => sum + line.characters, 0);
  const text = lines.flatMap((line) => line.words.map((word) => word.text)).join('');
  return { evenness, letterPixels, pieces: evenness.letters / Math.max(1, characters), capitals: capitalShare(text) };
}

/** What kind of ink the page holds on the whole; the first reader is asked about a sample where the look is not enough. */
async function judgePage(
  page: StraightPicture,
  style: number | null,
  lines: readonly Line[],
  ask: AskFirst,
): Promise<number> {
  const evenness = measureEvenness(page.lines);
  if (!evenness || lines.length === 0) return 0;
  const signs = { ...signsOf(lines, evenness, page.letterPixels), style };
  const reading = (printReading: number | null) => pageHandScore({ ...signs, printReading });
  // A page that is print however badly that reader follows, or written however well, need not be asked about.
  if (reading(0) < 0 || reading(1) > MOST_LEANING) return reading(null);
  const sample = lines.toSorted((a, b) => b.characters - a.characters).slice(0, SAMPLE);
  const read = [];
  for (const line of sample) read.push(await ask(line.region));
  return reading(beliefOf(read));
}

/**
 * What kind of ink a line holds: its own look, leaning on that of the page; in doubt the first reader is asked.
 * A line too short to tell goes with the page.
 */
async function judgeLine(
  line: Line,
  letterPixels: number,
  shapes: ShapePicture | null,
  page: number,
  ask: AskFirst,
): Promise<number> {
  const evenness = measureEvenness(chainLetters(line.letters));
  if (!evenness || evenness.letters < TELLING_LETTERS) return page;
  const style = shapes && meanStyle(shapes, line.letters);
  const signs = { ...signsOf([line], evenness, letterPixels), style };
  const lean = most(page, MOST_LEANING);
  const look = (most(handScore({ ...signs, printReading: null }), MOST_OWN) + lean) / 2;
  if (Math.abs(look) > IN_DOUBT || page < SURELY_PRINT) return look;
  return (most(handScore({ ...signs, printReading: beliefOf([await ask(line.region)]) }), MOST_OWN) + lean) / 2;
}

const most = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));

/** Reads the clean grey picture of a straight page. */
export async function readWithBoth(
  page: StraightPicture,
  clean: GreyImage,
  ppocr: PpocrReader,
  readers: Readers,
): Promise<PageLines> {
  const tesseract = await readers.tesseract();
  const knows = (word: string) => tesseract.knows(word);
  const shapes = shapePicture(clean, page.letterHeight);
  const style = meanStyle(shapes, page.letters);
  const lines = await readLines(page, clean, ppocr, { knows, printed: style !== null && style < STYLE_OF_PRINT });
  const ask = askFirst(clean, readers);
  const belief = beliefOf(lines.map((line) => line.words));
  const hand = await judgePage(page, style, lines, ask);
  // On clean print, sure of itself, the style of every line need not be looked at.
  const doubted = hand < SURELY_PRINT && belief >= CLEAN ? null : shapes;
  const rated: RatedLine[] = [];
  const judge = judgeOf(
    lines.map((line) => line.words),
    knows,
  );
  for (const line of lines) {
    const handwriting = (await judgeLine(line, page.letterPixels, doubted, hand, ask)) > 0;
    const on = (reader: Circumstances['reader']): Circumstances => ({ reader, handwriting, pageBelief: belief });
    const first = handwriting ? [] : await askInDoubt(line, belief >= CLEAN, judge, ask);
    const words = mergeLines(line.words, first, {
      ppocr: (word) => calibrate(word, on('ppocr')),
      tesseract: (word) => calibrate(word, on('tesseract')),
      judge,
    });
    rated.push({
      words: words.map((word) => {
        const reader = word.readers.length > 1 ? 'both' : word.readers[0]!;
        return { ...word, confidence: calibrate(word, on(reader)) };
      }),
      ink: handwriting ? 'handwriting' : 'print',
    });
  }
  const characters = lines.reduce((sum, line) => sum + line.characters, 0);
  return { lines: rated, hand, belief, characters };
}
