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
}

const most = (value: number, limit: number): number => Math.min(Math.max(0, value), limit);

/** Log odds that the ink is handwriting: above 0 more likely than print. */
export function handScore({ evenness, letterPixels, pieces, printReading }: HandSigns): number {
  const coarse = 1 / Math.max(3, letterPixels);
  const heights = most(evenness.heights - 0.5 * coarse, 0.3);
  const feet = most(evenness.footSpread - 0.15 * coarse, 0.1);
  const tops = most(evenness.topSpread - 0.15 * coarse, 0.12);
  const broken = Math.max(0, pieces - 1.02);
  if (printReading === null) return 13.9 * heights + 46 * feet + 39 * tops - 14 * broken - 6.2;
  return 10 * heights + 30.5 * feet + 38.7 * tops - 12.5 * broken + 4.7 * (1 - printReading) - 6.3;
}
