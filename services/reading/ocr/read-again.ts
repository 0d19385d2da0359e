/** A second, closer look at the words of clean print that the quick one left in doubt. */
import type { GreyImage } from '../image/grey-image.ts';
import { doubtfulParts, type Part } from './doubtful-parts.ts';
import type { PpocrReader } from './ppocr/ppocr-reader.ts';
import type { TextRegion } from './ppocr/text-region.ts';
import { beliefOf, type ReadLine, type ReadWord } from './reader.ts';
import type { Judge } from './vocabulary.ts';

/** A word with a character that is read less surely than this is read again. */
const DOUBTFUL = 0.9;
/** One that is in the dictionary only if it is worse; one that should be and is not, unless it is read beyond doubt. */
const DOUBTFUL_IF_KNOWN = 0.75;
const DOUBTFUL_IF_UNKNOWN = 0.9985;
/** Marks around a word are what is doubted most, and no dictionary holds them. */
const PLAIN = /^\p{L}+[.,]?$/u;
/** So much of a line's height may a word stand beyond the part that is read again; else it holds a neighbour as well. */
const OVERHANG = 0.35;

export interface Reading {
  readonly regions: TextRegion[];
  readonly lines: ReadWord[][];
}

function isDoubtful({ text, confidence, weakest = confidence }: ReadWord, judge: Judge): boolean {
  const verdict = judge(text);
  if (verdict === 'unknown') return weakest < DOUBTFUL_IF_UNKNOWN;
  return weakest < (verdict === 'known' && PLAIN.test(text) ? DOUBTFUL_IF_KNOWN : DOUBTFUL);
}

/** What is read again of the words in doubt, its neighbours left out; null where they cannot be told apart. */
function withoutNeighbours(words: ReadLine, { x0, x1, region }: Part): ReadWord[] | null {
  const own = words.filter(({ bbox }) => (bbox[0] + bbox[2]) / 2 > x0 && (bbox[0] + bbox[2]) / 2 < x1);
  const most = OVERHANG * region.height;
  const apart = own.every(({ bbox }) => bbox[0] > x0 - most && bbox[2] < x1 + most);
  return own.length > 0 && apart ? own : null;
}

const unknownIn = (words: ReadLine, judge: Judge): number =>
  words.filter(({ text }) => judge(text) === 'unknown').length;

/** Whether `now` is the likelier reading: fewer words that are none, else the surer one. */
function isBetter(now: ReadLine, before: ReadLine, judge: Judge): boolean {
  const fewer = unknownIn(before, judge) - unknownIn(now, judge);
  return fewer === 0 ? beliefOf([now]) > beliefOf([before]) : fewer > 0;
}

/** Reads the words in doubt again at full size, in place; what is then more likely takes their place. */
export async function readDoubtfulAgain(
  clean: GreyImage,
  { regions, lines }: Reading,
  ppocr: Pick<PpocrReader, 'readRegions'>,
  judge: Judge,
): Promise<void> {
  const parts = lines.flatMap((words, line) =>
    doubtfulParts(words, regions[line]!, (word) => isDoubtful(word, judge)).map((part) => ({ line, part })),
  );
  const again = await ppocr.readRegions(
    clean,
    parts.map(({ part }) => part.region),
    'full',
  );
  // From the right, so that the places of words that are still to be replaced stay the same.
  for (const [place, { line, part }] of [...parts.entries()].reverse()) {
    const words = lines[line]!;
    const now = withoutNeighbours(again[place]!, part);
    if (now && isBetter(now, words.slice(part.from, part.to), judge)) {
      words.splice(part.from, part.to - part.from, ...now);
    }
  }
}
