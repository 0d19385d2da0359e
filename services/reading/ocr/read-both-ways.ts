/** A few lines read as they stand and turned: the way in which they say more is the one that they were written in. */
import type { Bbox } from '../../domain/geometry.ts';
import { crop } from '../image/crop.ts';
import type { GreyImage } from '../image/grey-image.ts';
import type { LetterLine } from '../image/letter-lines.ts';
import type { Reader, ReadWord } from './reader.ts';

/** Lines tried, and how much of each: enough to tell text from nonsense. */
const LINES = 4;
const LENGTH = 30;
/** Text the wrong way round is "read" with about this confidence. */
const GUESSING = 0.4;
/** The right way must yield so many times what the wrong one does; on print it is more than ten times. */
const RATIO = 1.25;

function boxOfLine({ letters, height }: LetterLine): Bbox {
  const pad = 0.35 * height;
  const x0 = letters[0]!.x0 - pad;
  const x1 = Math.min(Math.max(...letters.map((letter) => letter.x1)) + pad, x0 + LENGTH * height);
  const shown = letters.filter((letter) => letter.x0 < x1);
  return [
    x0,
    Math.min(...shown.map((letter) => letter.y0)) - pad,
    x1,
    Math.max(...shown.map((letter) => letter.y1)) + pad,
  ];
}

/** How much was read, in characters, each counted by how surely it was read beyond guessing. */
function belief(words: readonly ReadWord[]): number {
  return words.reduce((sum, word) => sum + Math.max(0, word.confidence - GUESSING) * word.text.length, 0);
}

/** The lines that tell most: long ones of the size of most of the page. */
function tellingLines(lines: readonly LetterLine[], letterHeight: number): LetterLine[] {
  const ordinary = lines.filter(({ height }) => height > 0.6 * letterHeight && height < 2.5 * letterHeight);
  const weight = ({ letters, height }: LetterLine) => Math.min(letters.length, LENGTH) * Math.sqrt(height);
  return ordinary.toSorted((a, b) => weight(b) - weight(a)).slice(0, LINES);
}

/** Reads the telling ones of `lines` in `image` both ways; null where neither says clearly more. */
export async function readBothWays(
  image: GreyImage,
  lines: readonly LetterLine[],
  letterHeight: number,
  turn: (strip: GreyImage) => GreyImage,
  reader: Reader,
): Promise<'as it is' | 'turned' | null> {
  let asItIs = 0;
  let turned = 0;
  for (const line of tellingLines(lines, letterHeight)) {
    const strip = crop(image, boxOfLine(line));
    asItIs += belief(await reader.readLine(strip));
    turned += belief(await reader.readLine(turn(strip)));
  }
  if (turned > RATIO * asItIs) return 'turned';
  return asItIs > RATIO * turned ? 'as it is' : null;
}
