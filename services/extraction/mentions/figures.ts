/** The figures of a text, each with its place: every family reads it in turn, and what one has read no later one may. */
import { readCodes, readSizes } from './families/codes.ts';
import type { Family } from './families/family.ts';
import { readNumbers } from './families/numbers.ts';
import { readPercents } from './families/percents.ts';
import { readRatios } from './families/ratios.ts';
import { readTimes } from './families/times.ts';
import type { Quantity } from './mention.ts';

export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
  /** What other rows of its column say of it, in a table that is turned on its side. */
  readonly told?: string;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** From the most telling to the least: a colon makes a time, a stroke a ratio, and only what is left is a bare number. */
const families: readonly Family[] = [readTimes, readSizes, readRatios, readPercents, readCodes, readNumbers];

/** Finds the figures of `text`, in order; what `taken` covers (dates) is left out. */
export function findFigures(text: string, taken: readonly Span[]): Figure[] {
  const covered = new Uint8Array(text.length);
  const cover = ({ start, end }: Span) => covered.fill(1, Math.max(0, start), Math.max(0, end));
  const isFree = ({ start, end }: Span) => {
    for (let i = start; i < end; i += 1) if (covered[i]) return false;
    return true;
  };
  for (const span of taken) cover(span);
  const figures: Figure[] = [];
  for (const read of families) {
    for (const { start, end, quantity } of read(text)) {
      if (!isFree({ start, end })) continue;
      cover({ start, end });
      if (quantity) figures.push({ start, end, quantity });
    }
  }
  return figures.sort((a, b) => a.start - b.start);
}
