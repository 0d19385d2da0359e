/**
 * Letters that stand alone and that no band of the detector holds: a lone digit or mark in a column, the signs of a row
 * of trials. They get small bands of their own, as high as the line beside which they stand.
 */
import type { Bbox } from '../../domain/geometry.ts';
import type { Component } from '../image/find-components.ts';
import { boxOf, middleAt, type TextRegion } from './ppocr/text-region.ts';

/** Sizes in heights of a letter of the page: what is smaller is dust, what is larger no letter. */
const LEAST_SIZE = 0.4;
const MOST_SIZE = 1.9;
/** Letters nearer than this belong to one word. */
const WORD_GAP = 0.7;
/** White around a band, at its ends. */
const SIDE = 0.45;
/** Height of the band of a word beside which no line stands. */
const BAND = 1.7;
/** So many heights around the text that was found there may be more of it; the desk beyond has patterns of its own. */
const REACH = 4;
/** Fewest words on one level that are a row though no line stands beside them. */
const LEAST_ROW = 4;
/** A page with more of them is not text with gaps: a picture, a pattern. */
const MOST_WORDS = 160;

const sizeOf = ({ x0, y0, x1, y1 }: Component): number => Math.max(x1 - x0, y1 - y0);
const middleOf = ({ y0, y1 }: Component): number => (y0 + y1) / 2;

const isIn = (box: Bbox, letter: Component): boolean => {
  const x = (letter.x0 + letter.x1) / 2;
  const y = middleOf(letter);
  return x > box[0] && x < box[2] && y > box[1] && y < box[3];
};

function unite(a: Component, b: Component): Component {
  const [x0, y0] = [Math.min(a.x0, b.x0), Math.min(a.y0, b.y0)];
  return { x0, y0, x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1), area: a.area + b.area };
}

/** Letters side by side as one piece each. */
function toWords(letters: readonly Component[], letterHeight: number): Component[] {
  const words: Component[] = [];
  for (const letter of letters.toSorted((a, b) => a.x0 - b.x0)) {
    const at = words.findIndex(
      (word) =>
        letter.x0 - word.x1 < WORD_GAP * letterHeight &&
        Math.min(letter.y1, word.y1) - Math.max(letter.y0, word.y0) > -0.2 * letterHeight,
    );
    if (at < 0) words.push(letter);
    else words[at] = unite(words[at]!, letter);
  }
  return words;
}

/** The band on whose level `word` stands, the nearest one. */
function lineBeside(word: Component, regions: readonly TextRegion[]): TextRegion | null {
  const x = (word.x0 + word.x1) / 2;
  let best: TextRegion | null = null;
  let bestGap = Number.POSITIVE_INFINITY;
  for (const region of regions) {
    const gap = Math.max(region.x0 - x, x - region.x1);
    const inside = Math.min(region.x1, Math.max(region.x0, x));
    if (gap >= bestGap || Math.abs(middleAt(region, inside) - middleOf(word)) > 0.3 * region.height) continue;
    best = region;
    bestGap = gap;
  }
  return best;
}

/** Bands for the letters of a page, `letterHeight` pixels high, that stand outside of all of `regions`. */
export function missedRegions(
  letters: readonly Component[],
  regions: readonly TextRegion[],
  letterHeight: number,
): TextRegion[] {
  const boxes = regions.map(boxOf);
  const reach = REACH * letterHeight;
  const text: Bbox = [
    Math.min(...boxes.map((box) => box[0])) - reach,
    Math.min(...boxes.map((box) => box[1])) - reach,
    Math.max(...boxes.map((box) => box[2])) + reach,
    Math.max(...boxes.map((box) => box[3])) + reach,
  ];
  const outside = letters.filter((letter) => {
    const size = sizeOf(letter);
    if (size < LEAST_SIZE * letterHeight || size > MOST_SIZE * letterHeight) return false;
    return isIn(text, letter) && !boxes.some((box) => isIn(box, letter));
  });
  const words = toWords(outside, letterHeight);
  if (words.length > MOST_WORDS) return [];
  return words.flatMap((word): TextRegion[] => {
    const beside = lineBeside(word, regions);
    // Dust and pictures stand anywhere; what belongs to the text stands on a line with some of it.
    const row = words.filter((other) => Math.abs(middleOf(other) - middleOf(word)) < letterHeight / 2);
    if (!beside && row.length < LEAST_ROW) return [];
    const x = (word.x0 + word.x1) / 2;
    const inside = beside ? Math.min(beside.x1, Math.max(beside.x0, x)) : x;
    const height = beside ? beside.height : BAND * letterHeight;
    const middle = beside ? (middleAt(beside, inside) + middleOf(word)) / 2 : middleOf(word);
    const side = SIDE * letterHeight;
    return [{ x0: Math.max(0, word.x0 - side), x1: word.x1 + side, curve: [middle, 0, 0], height }];
  });
}
