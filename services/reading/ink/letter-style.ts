/** Whether a letter looks written or printed, by its style alone, whatever letter it is. */
import { SIGNS_OF_STYLE, signsOfStyle } from './edge-directions.ts';
import type { LetterShape, ShapePicture } from './letter-shapes.ts';
import { HIDDEN, hiddenWeights, outputWeights } from './letter-style-weights.ts';

/** One letter alone never says more than this. */
const MOST = 4;
/** Smaller and larger pieces (points, rules, words grown together) have no style that could be told. */
const LEAST_HEIGHT = 0.6;
const MOST_HEIGHT = 2.5;
const MOST_WIDTH = 4;

export function hasStyle({ width, height }: LetterShape, letter: number): boolean {
  return height >= LEAST_HEIGHT * letter && height <= MOST_HEIGHT * letter && width <= MOST_WIDTH * letter;
}

/** Log odds that a hand wrote the letter, -4..4. */
export function handStyle({ grey }: ShapePicture, shape: LetterShape): number {
  const signs = signsOfStyle(grey, shape);
  let odds = outputWeights[HIDDEN]!;
  for (let unit = 0; unit < HIDDEN; unit++) {
    const from = unit * (SIGNS_OF_STYLE + 1);
    let sum = hiddenWeights[from + SIGNS_OF_STYLE]!;
    for (let sign = 0; sign < SIGNS_OF_STYLE; sign++) sum += hiddenWeights[from + sign]! * signs[sign]!;
    if (sum > 0) odds += sum * outputWeights[unit]!;
  }
  return Math.min(MOST, Math.max(-MOST, odds));
}
