/** How evenly lines are written: print stands on its line and keeps its height, a hand does neither. */
import { fitLine, type LetterLine, medianOf } from './letter-lines.ts';

export interface Evenness {
  /** Letters measured. */
  readonly letters: number;
  /** Median deviation of the letters' heights from the line's, as a share of it. */
  readonly heights: number;
  /** Share of letters that stand on the line, and how far from it they stand, in letter heights. */
  readonly footShare: number;
  readonly footSpread: number;
  /** The same for the tops of letters. */
  readonly topShare: number;
  readonly topSpread: number;
  /** Mean width of a piece of ink in letter heights: joined writing has wide ones. */
  readonly width: number;
}

/** Means over lines, weighted by their letters; null without letters. */
export function measureEvenness(lines: readonly LetterLine[]): Evenness | null {
  const sum = { letters: 0, heights: 0, footShare: 0, footSpread: 0, topShare: 0, topSpread: 0, width: 0 };
  for (const { letters, height } of lines) {
    const middle = (letter: { x0: number; x1: number }) => (letter.x0 + letter.x1) / 2;
    const foot = fitLine(
      letters.map((letter) => ({ x: middle(letter), y: letter.y1 })),
      height,
    );
    const top = fitLine(
      letters.map((letter) => ({ x: middle(letter), y: letter.y0 })),
      height,
    );
    const n = letters.length;
    sum.letters += n;
    sum.heights += (n * medianOf(letters.map((letter) => Math.abs(letter.y1 - letter.y0 - height)))) / height;
    sum.footShare += n * foot.share;
    sum.footSpread += n * foot.spread;
    sum.topShare += n * top.share;
    sum.topSpread += n * top.spread;
    sum.width += letters.reduce((total, letter) => total + letter.x1 - letter.x0, 0) / height;
  }
  const n = sum.letters;
  if (n === 0) return null;
  return {
    letters: n,
    heights: sum.heights / n,
    footShare: sum.footShare / n,
    footSpread: sum.footSpread / n,
    topShare: sum.topShare / n,
    topSpread: sum.topSpread / n,
    width: sum.width / n,
  };
}

/**
 * How surely the lines stand the right way up: letters of the Latin script stand on their line and differ at their
 * tops. Above 0.03 it is sure; near or below 0 (all capitals, digits, upside down) it must be tried.
 */
export function uprightScore(evenness: Evenness): number {
  return evenness.topSpread - evenness.footSpread + 0.3 * (evenness.footShare - evenness.topShare);
}
