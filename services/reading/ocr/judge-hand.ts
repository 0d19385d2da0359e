/**
 * Print or handwriting: told by the style of the letters, how evenly they stand, how many pieces of ink a character has,
 * and how well the first reader, which knows print only, can follow. Weights are those of a logistic regression on printed and
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
  /** Mean log odds that a hand wrote the letters, by their style; null for too few letters. */
  readonly style: number | null;
  /** Share of capitals and digits among the characters read: till rolls and forms are full of them. */
  readonly capitals: number;
}

/** Share of capitals and digits in a text. */
export function capitalShare(text: string): number {
  const marks = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return marks === 0 ? 0 : (text.match(/[\p{Lu}\p{N}]/gu)?.length ?? 0) / marks;
}

const most = (value: number, limit: number): number => Math.min(Math.max(0, value), limit);

/** The mean style at which a page is as likely written as printed: worn till rolls come near it, even hands stay above. */
const STYLE_IN_DOUBT = -1;

/** How the letters stand and are read may say so much, and counts half; their style counts twice. */
const MOST_OF_EVENNESS = 4;

function withStyle(score: number, style: number | null): number {
  if (style === null) return score;
  return 0.5 * Math.max(-MOST_OF_EVENNESS, Math.min(MOST_OF_EVENNESS, score)) + 2 * (style - STYLE_IN_DOUBT);
}

function evennessScore({ evenness, letterPixels, pieces, printReading, capitals }: HandSigns): number {
  const coarse = 1 / Math.max(3, letterPixels);
  const heights = most(evenness.heights - 0.5 * coarse, 0.3);
  const feet = most(evenness.footSpread - 0.15 * coarse, 0.1);
  const tops = most(evenness.topSpread - 0.15 * coarse, 0.12);
  const broken = Math.max(0, pieces - 1.02);
  const doubt = printReading === null ? 0.1 : 1 - printReading;
  return 7.5 * heights + 45 * feet + 43 * tops - 3.4 * broken + 4.5 * doubt - 1.5 * capitals - 7.6;
}

/** Log odds that the ink is handwriting: above 0 more likely than print. */
export function handScore(signs: HandSigns): number {
  return withStyle(evennessScore(signs), signs.style);
}

/** Share of capitals and digits beyond which a page looks like a till roll or a form. */
const ORDINARY_CAPITALS = 0.1;

/**
 * The same for a whole page. Worn print of capitals and digits has the uneven edges of a hand, and a page full of it is
 * hardly ever written; of a single line (a date, a row of results) that cannot be said.
 */
export function pageHandScore(signs: HandSigns): number {
  const tillRoll = 1.5 * Math.max(0, signs.capitals - ORDINARY_CAPITALS);
  return withStyle(evennessScore(signs) - tillRoll, signs.style);
}
