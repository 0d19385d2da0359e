/**
 * How a word may have been read wrongly: the slips that readers of print make most, one at a time. A stand-in for
 * looking through the words of the index, which the store does not offer.
 */

/** What stands on the paper, and what is read instead. */
const slips: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['m', 'nn'],
  ['rn', 'm'],
  ['w', 'vv'],
  ['d', 'cl'],
  ['cl', 'd'],
  ['u', 'ii'],
  ['h', 'li'],
  ['li', 'h'],
  ['tt', 'it'],
  ['fi', 'f'],
  ['fl', 'f'],
  ['l', '1'],
  ['l', 'i'],
  ['l', 't'],
  ['i', '1'],
  ['i', 'l'],
  ['t', 'l'],
  ['t', 'f'],
  ['f', 't'],
  ['o', '0'],
  ['o', 'c'],
  ['c', 'e'],
  ['c', 'o'],
  ['e', 'c'],
  ['a', 'o'],
  ['o', 'a'],
  ['s', '5'],
  ['b', '6'],
  ['b', 'h'],
  ['h', 'b'],
  ['g', 'q'],
  ['q', 'g'],
  ['y', 'v'],
  ['v', 'y'],
  ['u', 'v'],
  ['v', 'u'],
  ['n', 'u'],
  ['n', 'h'],
  ['z', '2'],
];
const SHORTEST = 4;
const MOST = 80;

/** Folded words that may stand for `word`, at most eighty; none for short words and numbers, which are too alike. */
export function misreadingsOf(word: string): string[] {
  if (word.length < SHORTEST || /\d/.test(word)) return [];
  const found = new Set<string>();
  for (const [paper, read] of slips) {
    for (let at = word.indexOf(paper); at >= 0; at = word.indexOf(paper, at + 1)) {
      found.add(word.slice(0, at) + read + word.slice(at + paper.length));
    }
  }
  found.delete(word);
  return [...found].slice(0, MOST);
}
