/**
 * The lines of a page as the second reader sees them. Clean print is looked at quickly: small, in less than half the
 * time, and only the words that are then in doubt are read again at full size. Everything else is read at full size.
 */
import type { Bbox } from '../../domain/geometry.ts';
import type { Component } from '../image/find-components.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { missedRegions } from './find-missed.ts';
import { capitalShare } from './judge-hand.ts';
import type { PpocrReader } from './ppocr/ppocr-reader.ts';
import { boxOf, type TextRegion } from './ppocr/text-region.ts';
import { type Reading, readDoubtfulAgain } from './read-again.ts';
import { beliefOf, type ReadLine, type ReadWord } from './reader.ts';
import { repairLine } from './repair-line.ts';
import type { StraightPicture } from './straighten.ts';
import { judgeOf } from './vocabulary.ts';

export interface SecondLine {
  readonly region: TextRegion;
  readonly words: ReadWord[];
  /** The letters of the page that stand in the line's band. */
  readonly letters: Component[];
  readonly characters: number;
}

/** Lines tried to see whether quick reading is enough. */
const SAMPLE = 6;
/** It is where they, and then the whole page, are read as surely as this: clean print is; receipts and hands are not. */
export const CLEAN = 0.99;
/**
 * Printed running text has a word or two in type that is hard to read (italics, old figures) and is clean print all the same;
 * a till roll or a form that is read so has errors in its figures. Words to a line at least, and capitals and figures among
 * its characters at most, that make it running text.
 */
const CLEAN_IF_RUNNING = 0.985;
const RUNNING_WORDS = 6;
const RUNNING_CAPITALS = 0.2;

/** So many letters that stand in lines outside of all that was found are a line that was missed: small print, a footnote. */
const MISSED = 6;

/** What stands alone is taken for text where it is read this surely. */
const TOLD = 0.85;

const holds = (box: Bbox, { x0, y0, x1, y1 }: Component): boolean =>
  (x0 + x1) / 2 > box[0] && (x0 + x1) / 2 < box[2] && (y0 + y1) / 2 > box[1] && (y0 + y1) / 2 < box[3];

function missesLines(page: StraightPicture, regions: readonly TextRegion[]): boolean {
  const boxes = regions.map(boxOf);
  const letters = page.lines.flatMap((line) => line.letters);
  return letters.filter((letter) => !boxes.some((box) => holds(box, letter))).length >= MISSED;
}

/** The letters of the page, handed to the lines in whose bands they stand. */
function shareLetters(letters: readonly Component[], boxes: readonly Bbox[]): Component[][] {
  const shares: Component[][] = boxes.map(() => []);
  const order = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box[1] - b.box[1]);
  for (const letter of letters) {
    const x = (letter.x0 + letter.x1) / 2;
    const y = (letter.y0 + letter.y1) / 2;
    for (const { box, index } of order) {
      if (box[1] > y) break;
      if (y < box[3] && x > box[0] && x < box[2]) {
        shares[index]!.push(letter);
        break;
      }
    }
  }
  return shares;
}

/** What is known before a page is read. */
export interface About {
  /** Whether its letters have the style of type beyond doubt. */
  readonly printed: boolean;
  /** Whether a dictionary holds a word. */
  readonly knows: (word: string) => boolean;
}

/** What is asked of the second reader. */
export type LineReader = Pick<PpocrReader, 'detect' | 'readRegions'>;

/** How surely a page must be read of which these are some lines; `printed`: whether its letters look so. */
function leastBelief(lines: readonly ReadLine[], printed: boolean): number {
  const words = lines.flat();
  const running = words.length >= RUNNING_WORDS * lines.length;
  const capitals = capitalShare(words.map((word) => word.text).join(''));
  return printed && running && capitals <= RUNNING_CAPITALS ? CLEAN_IF_RUNNING : CLEAN;
}

/** The page read quickly, or null where that is not good enough for it. */
async function readQuickly(
  page: StraightPicture,
  clean: GreyImage,
  ppocr: LineReader,
  about: About,
): Promise<Reading | null> {
  const regions = await ppocr.detect(clean, page.letterHeight, 'quick');
  if (regions.length === 0 || missesLines(page, regions)) return null;
  const order = [...regions.keys()].sort((a, b) => regions[b]!.x1 - regions[b]!.x0 - regions[a]!.x1 + regions[a]!.x0);
  const step = Math.max(1, Math.floor(order.length / SAMPLE));
  const tried = order.filter((_, place) => place % step === 0).slice(0, SAMPLE);
  const sample = await ppocr.readRegions(
    clean,
    tried.map((index) => regions[index]!),
    'quick',
  );
  const least = leastBelief(sample, about.printed);
  if (beliefOf(sample) < least) return null;
  const lines: ReadWord[][] = regions.map(() => []);
  for (const [place, index] of tried.entries()) lines[index] = sample[place]!;
  const rest = [...regions.keys()].filter((index) => !tried.includes(index));
  const others = await ppocr.readRegions(
    clean,
    rest.map((index) => regions[index]!),
    'quick',
  );
  for (const [place, index] of rest.entries()) lines[index] = others[place]!;
  if (beliefOf(lines) < least) return null;
  await readDoubtfulAgain(clean, { regions, lines }, ppocr, judgeOf(lines, about.knows));
  return { regions, lines };
}

async function readClosely(page: StraightPicture, clean: GreyImage, ppocr: LineReader): Promise<Reading> {
  const regions = await ppocr.detect(clean, page.letterHeight, 'full');
  return { regions, lines: await ppocr.readRegions(clean, regions, 'full') };
}

/** Adds what stands alone and was missed, where it is read as something. */
async function withMissed(
  { regions, lines }: Reading,
  page: StraightPicture,
  clean: GreyImage,
  ppocr: LineReader,
): Promise<Reading> {
  const missed = missedRegions(page.letters, regions, page.letterHeight);
  const read = await ppocr.readRegions(clean, missed, 'full');
  const told = [...missed.keys()].filter((index) => beliefOf([read[index]!]) > TOLD);
  return {
    regions: [...regions, ...told.map((index) => missed[index]!)],
    lines: [...lines, ...told.map((index) => read[index]!)],
  };
}

/** Finds and reads the lines of the clean grey picture of a straight page. */
export async function readLines(
  page: StraightPicture,
  clean: GreyImage,
  ppocr: LineReader,
  about: About,
): Promise<SecondLine[]> {
  const found = (await readQuickly(page, clean, ppocr, about)) ?? (await readClosely(page, clean, ppocr));
  const { regions, lines } = await withMissed(found, page, clean, ppocr);
  const shares = shareLetters(page.letters, regions.map(boxOf));
  return regions.flatMap((region, index) => {
    const words = repairLine(lines[index]!);
    if (words.length === 0) return [];
    const characters = words.reduce((sum, word) => sum + word.text.length, 0);
    return [{ region, words, letters: shares[index]!, characters }];
  });
}
