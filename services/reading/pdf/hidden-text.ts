/** Text of a PDF that no eye can see: never evidence, and said so. */
import type { Word } from '../../domain/page.ts';
import type { LayerWord } from './text-layer.ts';

/** A layer of which so much is found on the page is an earlier reading of it, its slips included. */
const MOST_ELSEWHERE = 0.5;
const LEAST_WORDS = 3;

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The hidden words that do not repeat what was read in their own place. */
export function stillHidden(hidden: readonly LayerWord[], words: readonly Word[]): LayerWord[] {
  return hidden.filter(({ text, bbox }) => {
    const covers = ({ bbox: other }: Word): boolean =>
      Math.min(bbox[2], other[2]) > Math.max(bbox[0], other[0]) &&
      Math.min(bbox[3], other[3]) > Math.max(bbox[1], other[1]);
    return fold(text) !== '' && !words.some((word) => fold(word.text) === fold(text) && covers(word));
  });
}

/** How many hidden words there are to report on a page that was read from its picture; none for an earlier OCR of it. */
export function countForeign(hidden: readonly string[], words: readonly Word[]): number {
  const told = hidden.map(fold).filter((text) => text.length > 1);
  const seen = new Set(words.map((word) => fold(word.text)));
  const foreign = told.filter((text) => !seen.has(text)).length;
  const suspicious = words.length === 0 || (foreign >= LEAST_WORDS && foreign > MOST_ELSEWHERE * told.length);
  return suspicious ? foreign : 0;
}

export function warnOfHidden(count: number): string[] {
  if (count === 0) return [];
  const [many, were] = count === 1 ? ['One word', 'was'] : [`${count} words`, 'were'];
  return [`${many} in this file cannot be seen on the page and ${were} left out.`];
}
