/** The numbers of a text, in digits or in words, each with its place: what a value may be made from. */

export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const others: Readonly<Record<string, number>> = { none: 0, no: 0, never: 0, once: 1, twice: 2, thrice: 3, fourty: 40 };
const spanish = 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'.split(' ');

const valueOfWord = new Map<string, number>([
  ...spanish.flatMap((word, value): [string, number][] => (word === 'once' ? [] : [[word, value]])),
  ['una', 1],
  ['veinte', 20],
  ...ones.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, at): [string, number] => [word, 20 + at * 10]),
  ...Object.entries(others),
]);
const small = [...valueOfWord.keys()].join('|');
const oneToNine = ones.slice(1, 10).join('|');
/** The words of whole numbers from 0 to 99, for a pattern: the longest first. */
export const wordsOfNumbers = [
  `(?:${tens.join('|')})[ -](?:${oneToNine})`,
  ...ones,
  ...tens,
  ...spanish.filter((word) => word !== 'once'),
  'una',
  'veinte',
].join('|');
const wordPattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:(${oneToNine}|a) hundred(?: and)?)(?:[ -](?:(${tens.join('|')})[ -](${oneToNine})|(${small})))?|(${tens.join('|')})[ -](${oneToNine})|(${small}))( and a half)?(?![\\p{L}\\p{N}])`,
  'giu',
);
const digitPattern = /(?<![\p{L}\p{N}.])\d+(?:\.\d+)?(?![\p{N}]|\.\d)/gu;

const worth = (word: string | undefined): number =>
  word === undefined ? 0 : word === 'a' ? 1 : (valueOfWord.get(word.toLowerCase()) ?? 0);

/** The numbers in `text`, from left to right; words up to 999. */
export function numbersIn(text: string): WrittenNumber[] {
  const inDigits = [...text.matchAll(digitPattern)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    value: Number(m[0]),
  }));
  const inWords = [...text.matchAll(wordPattern)].map((m) => {
    const [, hundreds, ten, unit, rest, tenAlone, unitAlone, alone, half] = m;
    const value =
      worth(hundreds) * 100 +
      worth(ten) +
      worth(unit) +
      worth(rest) +
      worth(tenAlone) +
      worth(unitAlone) +
      worth(alone);
    return { start: m.index, end: m.index + m[0].length, value: value + (half ? 0.5 : 0) };
  });
  return [...inDigits, ...inWords].sort((a, b) => a.start - b.start);
}
