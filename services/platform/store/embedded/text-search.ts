/** The language of `$search` (words, "phrases", -words) in that of the full-text index. */

/** Letters, digits and the marks on them: what the index calls a word. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

function quoted(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

/**
 * The query for the full-text index: any of the words; with phrases, all of the phrases; without what a `-` forbids.
 * Null where it asks for nothing, which finds nothing.
 */
export function textMatch(search: string): string | null {
  const phrases: string[] = [];
  const forbidden: string[] = [];
  const rest = search.replace(/(^|\s)(-?)"([^"]*)"/g, (_, _space: string, minus: string, phrase: string) => {
    const words = phrase.match(WORD);
    if (words) (minus ? forbidden : phrases).push(quoted(words));
    return ' ';
  });
  const wanted: string[] = [];
  for (const token of rest.split(/\s+/)) {
    const words = token.match(WORD);
    if (words) (token.startsWith('-') ? forbidden : wanted).push(...words.map((word) => quoted([word])));
  }
  const asked = phrases.length > 0 ? phrases.join(' AND ') : wanted.join(' OR ');
  if (asked === '') return null;
  return forbidden.length > 0 ? `(${asked}) NOT (${forbidden.join(' OR ')})` : asked;
}
