/**
 * What the first reader's dictionary says about words: print that is misread is hardly ever a word. Names, codes and
 * figures are in no dictionary, and a page in another language is in no English one; of those it says nothing.
 */
import type { ReadLine } from './reader.ts';

/** Whether a word is in the dictionary; null where that would say nothing. */
export type Judge = (text: string) => 'known' | 'unknown' | null;

const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** Words with a capital inside, or with figures, are not of the kind that dictionaries hold. */
const ORDINARY = /^\p{L}\p{Ll}*(?:['-]\p{Ll}+)*$/u;
const IN_SMALL_LETTERS = /^\p{Ll}/u;
/** Where so many of the words are unknown, the page is in another language or is no prose. */
const MOST_UNKNOWN = 0.2;
const FEWEST_WORDS = 20;

function judgeWord(text: string, knows: (word: string) => boolean): ReturnType<Judge> {
  const core = text.replace(/’/g, "'").replace(AROUND, '').replace(/'s$/, '');
  if (!ORDINARY.test(core)) return null;
  if (core.split('-').every(knows)) return 'known';
  return IN_SMALL_LETTERS.test(core) ? 'unknown' : null;
}

/** A judge for the words of a page by the dictionary that `knows` asks; it says nothing where most words show it of no use. */
export function judgeOf(lines: readonly ReadLine[], knows: (word: string) => boolean): Judge {
  const verdicts = new Map<string, ReturnType<Judge>>();
  const judge: Judge = (text) => {
    const verdict = verdicts.has(text) ? verdicts.get(text)! : judgeWord(text, knows);
    verdicts.set(text, verdict);
    return verdict;
  };
  const judged = lines.flatMap((line) => line.flatMap(({ text }) => judge(text) ?? []));
  const unknown = judged.filter((verdict) => verdict === 'unknown').length;
  return judged.length < FEWEST_WORDS || unknown > MOST_UNKNOWN * judged.length ? () => null : judge;
}
