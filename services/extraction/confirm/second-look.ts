/**
 * A second look at a stretch of a page: who read it, and what the other reader makes of it. The cell around the stretch
 * is shown first, because a figure is read better among its neighbours; where that does not settle it, the words alone.
 */
import { type LocatedWord, locateWords, wordsBetween } from '../../binders/page-text/locate-words.ts';
import { type Bbox, unionOf } from '../../domain/geometry.ts';
import type { Page } from '../../domain/page.ts';
import { isMark, mayLackMarks } from './marks-row.ts';
import { listLacksMarks } from './misread-places.ts';
import { holdsPart, readAlike } from './read-alike.ts';
import type { Stretch } from './stretch.ts';

/** What another reader makes of a place; null where there is none, or it sees nothing. */
export type ReadAgain = (page: Page, bbox: Bbox) => Promise<{ text: string; confidence: number } | null>;

export type SecondLook =
  /** Typed text, which nobody had to read. */
  | { readonly verdict: 'typed' }
  | { readonly verdict: 'alike'; readonly confidence: number }
  | { readonly verdict: 'differs'; readonly first: string; readonly second: string }
  /** Marks stand so unevenly that one of them was most likely overlooked. */
  | { readonly verdict: 'gaps'; readonly first: string }
  /** No other reader is there: it rests on what one reader says, this surely. */
  | { readonly verdict: 'once'; readonly confidence: number };

/** Words further apart than so many of their heights are of different cells. */
const CELL_GAP = 1.5;
/** How much is shown on both sides of the words alone: enough for a digit that the first reading cut off. */
const SIDE = 0.4;

/** So many letters that stand alone are marks. */
const LETTER_MARKS = 5;

const isTelling = (text: string) => /[\d+✓✔√✗✘×]|^[-‐-―−]$/.test(text);
const heightOf = (word: LocatedWord) => word.bbox[3] - word.bbox[1];

/** A figure that two readers saw the same; a point before it is not compared when pages are read. */
const readTwice = ({ word }: LocatedWord) => (word.readers?.length ?? 0) > 1 && !/^\W*[.,]\d/.test(word.text);

/** `words` that stand on one line of the page's text. */
function lineAround(page: Page, words: readonly LocatedWord[], { start, end }: Stretch): LocatedWord[] {
  const from = page.text.lastIndexOf('\n', start - 1) + 1;
  const to = page.text.indexOf('\n', end);
  return wordsBetween(words, from, to < 0 ? page.text.length : to);
}

function cellAround(line: readonly LocatedWord[], own: readonly LocatedWord[]): LocatedWord[] {
  const near = (a: LocatedWord, b: LocatedWord) =>
    b.bbox[0] - a.bbox[2] < CELL_GAP * Math.max(heightOf(a), heightOf(b));
  let from = line.indexOf(own[0]!);
  let to = line.indexOf(own.at(-1)!);
  while (from > 0 && near(line[from - 1]!, line[from]!)) from -= 1;
  while (to < line.length - 1 && near(line[to]!, line[to + 1]!)) to += 1;
  return line.slice(from, to + 1);
}

const textOf = (words: readonly LocatedWord[]) => words.map(({ word }) => word.text).join(' ');
const boxOfWords = (words: readonly LocatedWord[]): Bbox => unionOf(words.map((word) => word.bbox)) ?? [0, 0, 0, 0];

function boxAlone(own: readonly LocatedWord[], line: readonly LocatedWord[]): Bbox {
  const box = boxOfWords(own);
  const side = SIDE * Math.max(...own.map(heightOf));
  const left = line[line.indexOf(own[0]!) - 1]?.bbox[2] ?? 0;
  const right = line[line.indexOf(own.at(-1)!) + 1]?.bbox[0] ?? Number.POSITIVE_INFINITY;
  return [
    Math.max(box[0] - side, Math.min(left, box[0])),
    box[1],
    Math.min(box[2] + side, Math.max(right, box[2])),
    box[3],
  ];
}

/** The second reading of `seen`, words of one line around `own`, where it says the same of `own`. */
async function lookAround(page: Page, own: readonly LocatedWord[], seen: readonly LocatedWord[], readAgain: ReadAgain) {
  const second = await readAgain(page, boxOfWords(seen));
  const before = textOf(seen.slice(0, seen.indexOf(own[0]!)));
  const after = textOf(seen.slice(seen.indexOf(own.at(-1)!) + 1));
  return { second, alike: second !== null && holdsPart(before, textOf(own), after, second.text) };
}

/** Looks at words of one line again. */
async function lookAtLine(
  page: Page,
  own: readonly LocatedWord[],
  line: readonly LocatedWord[],
  readAgain: ReadAgain,
): Promise<SecondLook> {
  const first = textOf(own);
  const cell = cellAround(line, own);
  const wide = cell.length > own.length ? await lookAround(page, own, cell, readAgain) : null;
  if (wide?.alike && wide.second) return { verdict: 'alike', confidence: wide.second.confidence };
  const alone = await readAgain(page, boxAlone(own, line));
  if (alone && readAlike(first, alone.text)) return { verdict: 'alike', confidence: alone.confidence };
  const whole = line.length > cell.length ? await lookAround(page, own, line, readAgain) : null;
  if (whole?.alike && whole.second) return { verdict: 'alike', confidence: whole.second.confidence };
  const seen = [alone, wide?.second, whole?.second].find((second) => second && second.text.trim() !== '');
  const tesseractOnly = page.words.every(({ readers }) => !readers?.includes('ppocr'));
  // The first reader alone has read this page, and there is nothing else: most likely no other reader is installed.
  if (!seen && tesseractOnly)
    return { verdict: 'once', confidence: Math.min(...own.map(({ word }) => word.confidence)) };
  return { verdict: 'differs', first, second: seen?.text.trim() ?? '' };
}

/** Runs of neighbouring words that stand on one line. */
function byLine(page: Page, words: readonly LocatedWord[]): LocatedWord[][] {
  const groups: LocatedWord[][] = [];
  for (const word of words) {
    const last = groups.at(-1)?.at(-1);
    if (last && /^[^\S\n]*$/.test(page.text.slice(last.end, word.start))) groups.at(-1)!.push(word);
    else groups.push([word]);
  }
  return groups;
}

const isTyped = ({ word }: LocatedWord) => word.readers?.includes('text_layer') ?? false;

/** The words of a stretch that carry its value: the marks of a row of marks, else the figures, else all of them. */
function tellingWords(touched: readonly LocatedWord[]): readonly LocatedWord[] {
  if (touched.every(({ word }) => isMark(word.text))) return touched;
  // Among items with letters for marks the letters tell, and a figure is most likely a misread letter.
  const letters = touched.filter(({ word }) => /^[A-Za-z]$/.test(word.text)).length;
  if (letters >= LETTER_MARKS && letters > touched.length / 4) return touched;
  const figures = touched.filter(({ word }) => isTelling(word.text));
  return figures.length > 0 ? figures : touched;
}

/** Whether anything on `page` was read from a picture. */
export function needsSecondReading(page: Page): boolean {
  if (page.source !== 'text_layer') return true;
  return page.words.some(({ readers }) => readers !== undefined && !readers.includes('text_layer'));
}

/** Looks at `stretch` of `page` again, line by line, until a line differs. Rejects when `readAgain` rejects. */
export async function lookAgain(page: Page, stretch: Stretch, readAgain: ReadAgain): Promise<SecondLook> {
  const words = locateWords(page);
  const touched = wordsBetween(words, stretch.start, stretch.end);
  if (!needsSecondReading(page) || (touched.length > 0 && touched.every(isTyped))) return { verdict: 'typed' };
  if (touched.length === 0) return { verdict: 'once', confidence: page.confidence };
  const own = tellingWords(touched);
  const rows = byLine(page, own).filter((row) => row.every(({ word }) => isMark(word.text)));
  const uneven = rows.find((row) => mayLackMarks(page, row, words));
  if (uneven) return { verdict: 'gaps', first: textOf(uneven) };
  if (listLacksMarks(page, stretch)) return { verdict: 'gaps', first: textOf(touched) };
  const open = own.filter((word) => !readTwice(word) && !isTyped(word));
  let confidence = Math.min(1, ...own.filter((word) => !open.includes(word)).map(({ word }) => word.confidence));
  let once: SecondLook | null = null;
  for (const group of byLine(page, open)) {
    const look = await lookAtLine(page, group, lineAround(page, words, group[0]!), readAgain);
    if (look.verdict === 'differs') return look;
    if (look.verdict === 'once') once = look;
    if (look.verdict === 'alike') confidence = Math.min(confidence, look.confidence);
  }
  return once ?? { verdict: 'alike', confidence };
}
