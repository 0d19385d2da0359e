/** The signs that the kind of a document is told by: the words on it and its shape, each with a strength. */
import type { DocumentFeatures } from './document-features.ts';

/** Words of three letters and more; marks, figures and single letters are in the shape. */
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{Ll}{3,}/gu) ?? []);

/** Lines in which a form says what it is. */
const titleLines = 3;
/** What a word counts in the title, and what anywhere. */
const inTitle = 1;
const anywhere = 0.5;
/** Beyond it more of the same (rows, lines, marks) says nothing new. */
const most = 2;

/**
 * Signs of a document by name: `^word` for a word of its first lines, `word` for one anywhere, `#name` for a count of its
 * shape (its logarithm, so that the second row says more than the twentieth) or for what is true of it.
 */
export function signsOf(features: DocumentFeatures): Map<string, number> {
  const signs = new Map<string, number>();
  for (const [name, value] of Object.entries(features)) {
    if (typeof value === 'number') signs.set(`#${name}`, Math.min(most, Math.log1p(Math.max(0, value))));
    else if (value === true) signs.set(`#${name}`, Math.LN2);
    else if (value instanceof Set) for (const entry of value) signs.set(`#${name}:${entry}`, Math.LN2);
  }
  for (const word of wordsOf(features.text)) signs.set(word, anywhere);
  for (const word of wordsOf(features.head.split('\n').slice(0, titleLines).join('\n'))) signs.set(`^${word}`, inTitle);
  return signs;
}
