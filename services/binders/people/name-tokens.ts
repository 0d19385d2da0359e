/** The words of a line, as names are looked for among them. */
import { foldWord } from '../page-text/fold.ts';
import type { Line } from '../page-text/sheet.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly fold: string;
  /** What stands between this word and the next. */
  readonly gap: string;
}

const wordPattern = /[A-Za-zÀ-ÿ0-9|]+/g;

/** The words of `line`; letters that are set one by one are a word together. */
export function tokensOf(line: Line): Token[] {
  const matches = [...line.text.matchAll(wordPattern)];
  const tokens = matches.map((m, i) => {
    const end = m.index + m[0].length;
    const gap = line.text.slice(end, matches[i + 1]?.index ?? end);
    return { start: line.start + m.index, end: line.start + end, raw: m[0], fold: foldWord(m[0]), gap };
  });
  return tokens.some((_, i) => isSpacedOut(tokens, i)) ? withoutSpacing(tokens) : tokens;
}

/** Fewest letters of a word that is set with a space between them. */
const fewestLetters = 3;
const isLetter = (token: Token | undefined) => token !== undefined && /^[A-ZÀ-Ý]$/.test(token.raw);

/** Whether from `at` on each of several letters stands one space behind the other. */
function isSpacedOut(tokens: readonly Token[], at: number): boolean {
  const run = tokens.slice(at, at + fewestLetters);
  return run.length === fewestLetters && run.every((t, i) => isLetter(t) && (i === run.length - 1 || t.gap === ' '));
}

/** `T E L L M A N ,   J O R D A N`: letters that a heading sets apart are one word. */
function withoutSpacing(tokens: readonly Token[]): Token[] {
  const words: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let last = at;
    if (isSpacedOut(tokens, at)) while (tokens[last]?.gap === ' ' && isLetter(tokens[last + 1])) last += 1;
    const run = tokens.slice(at, last + 1);
    const raw = run.map((t) => t.raw).join('');
    const gap = tokens[last]!.gap.replace(/\s+/g, ' ');
    words.push(
      run.length === 1 ? run[0]! : { start: run[0]!.start, end: tokens[last]!.end, raw, fold: foldWord(raw), gap },
    );
    at = last + 1;
  }
  return words;
}
