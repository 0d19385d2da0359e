/** What a family of measurements gives: stretches of text, each a figure or (with `quantity` null) known to be none. */
import type { Quantity } from '../mention.ts';
import { numbersIn, wordsOfNumbers } from '../number-words.ts';

export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity | null;
}

/** A measurement family: it reads one text and says what stands in it. Pure; offsets are into that text. */
export type Family = (text: string) => Claim[];

/** A number as digits. */
export const digits = String.raw`\d{1,4}(?:\.\d+)?`;
/** A number in words: `seven`, `twenty-four`, `ocho`. */
export const numberWord = String.raw`(?<![À-ÿ])\b(?:${wordsOfNumbers})\b(?![À-ÿ])`;

/** The number that `text` is, in digits or as a word; 0 where it is absent. */
export function numberOf(text: string | undefined): number {
  if (text === undefined) return 0;
  return numbersIn(text)[0]?.value ?? Number(text);
}

/** The claims of every match of `pattern`. */
export function claimsOf(
  text: string,
  pattern: RegExp,
  make: (match: RegExpMatchArray) => Claim['quantity'] | undefined,
): Claim[] {
  return [...text.matchAll(pattern)].flatMap((m): Claim[] => {
    const quantity = make(m);
    const end = m.index + m[0].trimEnd().length;
    return quantity === undefined || end <= m.index ? [] : [{ start: m.index, end, quantity }];
  });
}
