/** What a scale of confidences is worth on pages that it was not fitted on: it is fitted on each half for the other. */
import { createHash } from 'node:crypto';

export interface JudgedWord {
  readonly confidence: number;
  readonly right: boolean;
  /** Who read it: each has a scale of its own. */
  readonly readers: string;
  /** The page; its damaged copies bear the same name and stay together. */
  readonly page: string;
}

/** The half to which a page belongs, by its name alone. */
export const halfOf = (page: string): 0 | 1 =>
  (createHash('sha256').update(page.replace(/\..*$/, '')).digest()[0]! & 1) as 0 | 1;

/**
 * The share of words that were right as a function of their confidence that never falls (isotonic regression by pooling
 * adjacent violators, Ayer et al. 1955).
 */
function fitScale(words: readonly JudgedWord[]): (confidence: number) => number {
  const steps: { from: number; right: number; count: number }[] = [];
  for (const word of words.toSorted((a, b) => a.confidence - b.confidence)) {
    steps.push({ from: word.confidence, right: Number(word.right), count: 1 });
    for (let last = steps.at(-1)!, before = steps.at(-2); before; last = steps.at(-1)!, before = steps.at(-2)) {
      if (before.right * last.count < last.right * before.count && before.from < last.from) break;
      steps.splice(-2, 2, { from: before.from, right: before.right + last.right, count: before.count + last.count });
    }
  }
  return (confidence) => {
    const step = steps.findLast(({ from }) => from <= confidence) ?? steps[0];
    return step ? step.right / step.count : 0;
  };
}

/** For each word the chance that it is right, as a scale fitted on the words of the other half gives it. */
export function confidencesFromOtherHalf(words: readonly JudgedWord[]): number[] {
  const scales = new Map<string, (confidence: number) => number>();
  return words.map(({ confidence, readers, page }) => {
    const half = halfOf(page);
    const key = `${half} ${readers}`;
    const scale =
      scales.get(key) ?? fitScale(words.filter((other) => other.readers === readers && halfOf(other.page) !== half));
    scales.set(key, scale);
    return scale(confidence);
  });
}
