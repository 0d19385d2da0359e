/** What the mark of a sure word is worth on pages that it was not set on: it is set on each half for the other. */
import { createHash } from 'node:crypto';

export interface JudgedWord {
  readonly kind: string;
  /** The page; its damaged copies bear the same name and stay together. */
  readonly page: string;
  readonly confidence: number;
  readonly right: boolean;
}

/** The half to which a page belongs, by its name alone. */
const halfOf = (page: string): number => createHash('sha256').update(page.replace(/\..*$/, '')).digest()[0]! & 1;

/** Share of the words that are right; 1 where there are none. */
export const rightShare = (words: readonly JudgedWord[]): number =>
  words.length === 0 ? 1 : words.filter(({ right }) => right).length / words.length;

/** The least mark, in hundredths, beyond which this share of the words of every kind is right. */
function leastMark(words: readonly JudgedWord[], share: number): number {
  const kinds = [...new Set(words.map(({ kind }) => kind))];
  const holds = (mark: number) =>
    kinds.every((kind) => rightShare(words.filter((word) => word.kind === kind && word.confidence >= mark)) >= share);
  let mark = 0.5;
  while (mark < 1 && !holds(mark)) mark = (Math.round(mark * 100) + 1) / 100;
  return mark;
}

/** The words that are sure by a mark for which `share` of the other half's sure words are right, kind by kind. */
export function sureByOtherHalf(words: readonly JudgedWord[], share: number): JudgedWord[] {
  return [0, 1].flatMap((half) => {
    const other = leastMark(
      words.filter(({ page }) => halfOf(page) !== half),
      share,
    );
    return words.filter(({ page, confidence }) => halfOf(page) === half && confidence >= other);
  });
}
