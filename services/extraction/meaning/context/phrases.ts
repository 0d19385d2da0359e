/** Lists of phrases as patterns: a string stands for itself between the edges of words, a pattern as it is written. */

const sourceOf = (phrase: string | RegExp) => (typeof phrase === 'string' ? String.raw`\b${phrase}\b` : phrase.source);

/** Any of `list`, anywhere in a text, in capitals or not; every place of it for `matchAll`. */
export function anywhere(list: readonly (string | RegExp)[]): RegExp {
  return new RegExp(list.map(sourceOf).join('|'), 'gi');
}

/** Whether any of `list` stands somewhere in a text, in capitals or not. */
export function within(list: readonly (string | RegExp)[]): RegExp {
  return new RegExp(list.map(sourceOf).join('|'), 'i');
}

const bare = (list: readonly (string | RegExp)[]) =>
  list.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.source)).join('|');

/** Any of `list` right at the beginning of a text, behind at most three signs; `end` is what must follow. */
export function opening(list: readonly (string | RegExp)[], end = ''): RegExp {
  return new RegExp(String.raw`^\W{0,3}(?:${bare(list)})${end}`, 'i');
}

/** Any of `list` where a word begins. */
export function fromWord(list: readonly (string | RegExp)[]): RegExp {
  return new RegExp(String.raw`(?:^|[\s("“,;])(?:${bare(list)})`, 'i');
}
