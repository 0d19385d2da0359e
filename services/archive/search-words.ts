/**
 * The words of a search: what a person types becomes plain words and nothing else, so that no sign that they type is
 * taken for syntax of the store.
 */

/** Words that stand together on the page; most often one. */
export type Term = readonly string[];

const MAX_TERMS = 12;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** A word as it is compared: without case and accents. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The plain words of a text, folded, with their offsets. */
export function wordsIn(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * What is searched for: each word by itself, words in double quotes together, and words joined by a sign (`call-outs`,
 * `8/10`) together too. At most twelve terms; the rest is left out.
 */
export function termsOf(query: string): Term[] {
  const terms: Term[] = [];
  for (const [, quoted, plain] of query.matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const words = wordsIn(quoted ?? plain ?? '').map(({ word }) => word);
    if (words.length > 0) terms.push(words);
  }
  return terms.slice(0, MAX_TERMS);
}

/** The common endings of English taken off, so that `prompts` finds `prompted`. Numbers stay whole. */
export function stemOf(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word.length === 4 && word.endsWith('s') ? word.slice(0, 3) : word;
  return word.replace(/(?:ies|ying|ied)$/, 'y').replace(/(?:ings?|ed|es|s)$/, '');
}
