/** What a family of measurements gives: stretches of text, each a figure or (with `quantity` null) known to be none. */
import type { Quantity } from '../mention.ts';

export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity | null;
}

/** A measurement family: it reads one text and says what stands in it. Pure; offsets are into that text. */
export type Family = (text: string) => Claim[];

/** A number as digits. */
export const digits = String.raw`\d{1,4}(?:\.\d+)?`;
/** Numbers that are often written as words. */
export const numberWord =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty';
/** Two words for one number: `twenty-four`. */
export const numberPair = '(?:twenty|thirty|forty|fifty)[ -](?:one|two|three|four|five|six|seven|eight|nine)';

const worth: Readonly<Record<string, number>> = {
  ...Object.fromEntries(numberWord.split('|').map((word, i) => [word, i <= 20 ? i : (i - 18) * 10])),
  no: 0,
  none: 0,
  never: 0,
  once: 1,
  twice: 2,
  cero: 0,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
};

/** The number that `text` is, in digits or as a word; 0 where it is absent. */
export function numberOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const words = text.toLowerCase().split(/[ -]/);
  return words.length === 2
    ? (worth[words[0] ?? ''] ?? 0) + (worth[words[1] ?? ''] ?? 0)
    : (worth[text.toLowerCase()] ?? Number(text));
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
