/** What an eye sees of a page with a text layer: which of its words are really there, and what else is. */
import type { Bbox } from '../../domain/geometry.ts';
import { findLetters } from '../image/find-letters.ts';
import type { GreyImage } from '../image/grey-image.ts';

/** Words are shown where their box holds a difference in brightness of so many levels. */
const LEAST_CONTRAST = 30;
/** Pixels of the page per pixel of the look. */
export const LOOK_FACTOR = 1.5;
/** Letters lower than this, in pixels of the look (about 3 points), nobody can read. */
const LEAST_HEIGHT = 4;

/** Whether something can be seen in `box` (pixels of the page). */
export function isSeen(look: GreyImage, box: Bbox): boolean {
  const [x0, y0, x1, y1] = box.map((value) => value / LOOK_FACTOR) as Bbox;
  if (y1 - y0 < LEAST_HEIGHT && x1 - x0 < LEAST_HEIGHT) return false;
  let darkest = 255;
  let lightest = 0;
  const right = Math.min(look.width - 1, Math.ceil(x1));
  const bottom = Math.min(look.height - 1, Math.ceil(y1));
  for (let y = Math.max(0, Math.floor(y0)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.floor(x0)); x <= right; x++) {
      const value = look.data[y * look.width + x]!;
      if (value < darkest) darkest = value;
      if (value > lightest) lightest = value;
    }
  }
  return lightest - darkest >= LEAST_CONTRAST;
}

export interface Coverage {
  /** Letters that the look shows. */
  readonly letters: number;
  /** Those of them that stand outside of all words. */
  readonly uncovered: number;
}

/** How much of the writing that the look shows is in the words (boxes in pixels of the page). */
export function measureCoverage(look: GreyImage, boxes: readonly Bbox[]): Coverage {
  const covered = new Uint8Array(look.width * look.height);
  for (const box of boxes) {
    const [x0, y0, x1, y1] = box.map((value) => value / LOOK_FACTOR) as Bbox;
    const left = Math.max(0, Math.floor(x0) - 1);
    const right = Math.min(look.width, Math.ceil(x1) + 2);
    for (let y = Math.max(0, Math.floor(y0) - 1); y < Math.min(look.height, Math.ceil(y1) + 2); y++) {
      covered.fill(1, y * look.width + left, y * look.width + right);
    }
  }
  const letters = findLetters(look);
  const uncovered = letters.filter((letter) => {
    const x = Math.floor((letter.x0 + letter.x1) / 2);
    const y = Math.floor((letter.y0 + letter.y1) / 2);
    return covered[y * look.width + x] === 0;
  });
  return { letters: letters.length, uncovered: uncovered.length };
}
