/** Ties the words of a page, which have boxes, to the page's text, which has offsets. */
import type { Bbox } from '../../domain/geometry.ts';
import { unionOf } from '../../domain/geometry.ts';
import type { Page, Word } from '../../domain/page.ts';

export interface LocatedWord {
  readonly start: number;
  readonly end: number;
  readonly bbox: Bbox;
  readonly word: Word;
}

/** How far ahead of the last word the next one is looked for; words come in reading order, as the text does. */
const reach = 400;

const cache = new WeakMap<Page, readonly LocatedWord[]>();

function locate(page: Page): readonly LocatedWord[] {
  const found: LocatedWord[] = [];
  let at = 0;
  for (const word of page.words) {
    if (word.text === '') continue;
    const start = page.text.indexOf(word.text, at);
    if (start < 0 || start > at + reach) continue;
    const end = start + word.text.length;
    found.push({ start, end, bbox: word.bbox, word });
    at = end;
  }
  return found;
}

/** The words of `page` that stand in its text, in order, with their offsets. A word that is not found is left out. */
export function locateWords(page: Page): readonly LocatedWord[] {
  const known = cache.get(page);
  if (known) return known;
  const found = locate(page);
  cache.set(page, found);
  return found;
}

/** The words that `start`..`end` of the page's text touches. */
export function wordsBetween(words: readonly LocatedWord[], start: number, end: number): LocatedWord[] {
  return words.filter((word) => word.start < end && word.end > start);
}

/** Where that stretch of the page's text stands on its image; null where no word of it has a box. */
export function boxOf(words: readonly LocatedWord[], start: number, end: number): Bbox | null {
  return unionOf(wordsBetween(words, start, end).map((word) => word.bbox));
}
