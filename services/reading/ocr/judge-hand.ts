/**
 * Print or handwriting: told by how evenly letters stand, how many pieces of ink a character has, and how well the
 * first reader, which knows print only, can follow. Weights are those of a logistic regression on printed and
 * handwritten pages (books, receipts, forms, and their worn copies, against pages in many hands).
 */
import type { Evenness } from '../image/evenness.ts';

export interface HandSigns {
  readonly evenness: Evenness;
  /** Height of a letter in the pixels it was measured in: small ones look uneven because pixels are coarse. */
  readonly letterPixels: number;
  /** Pieces of ink per character read: print about 1, joined writing less, broken or speckled print more. */
  readonly pieces: number;
  /** How surely the first reader read some of the same lines, 0..1; null where it was not asked. */
  readonly printReading: number | null;
  /** Share of capitals and digits among the characters read: till rolls and forms are full of them. */
  readonly capitals: number;
}

/** Share of capitals and digits in a text. */
export function capitalShare(text: string): number {
  const marks = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return marks === 0 ? 0 : (text.match(/[\p{Lu}\p{N}]/gu)?.length ?? 0) / marks;
}

const most = (value: number, limit: number): number => Math.min(Math.max(0, value), limit);

/** Log odds that the ink is handwriting: above 0 more likely than print. */
export function handScore({ evenness, letterPixels, pieces, printReading, capitals }: HandSigns): number {
  const coarse = 1 / Math.max(3, letterPixels);
  const heights = most(evenness.heights - 0.5 * coarse, 0.3);
  const feet = most(evenness.footSpread - 0.15 * coarse, 0.1);
  const tops = most(evenness.topSpread - 0.15 * coarse, 0.12);
  const broken = Math.max(0, pieces - 1.02);
  const doubt = printReading === null ? 0.1 : 1 - printReading;
  return 7.5 * heights + 45 * feet + 43 * tops - 3.4 * broken + 4.5 * doubt - 1.5 * capitals - 7.6;
}

/** Share of capitals and digits beyond which a page looks like a till roll or a form. */
const ORDINARY_CAPITALS = 0.1;

/**
 * The same for a whole page. Worn print of capitals and digits has the uneven edges of a hand, and a page full of it is
 * hardly ever written; of a single line (a date, a row of results) that cannot be said.
 */
export function pageHandScore(signs: HandSigns): number {
  return handScore(signs) - 1.5 * Math.max(0, signs.capitals - ORDINARY_CAPITALS);
}
