/** Items and their marks in turn on one line: `red +   blue +   yellow -`, `1 Y  2 N`, `4.35 c   7.80 x`. */
import type { Line } from '../../binders/page-text/sheet.ts';
import type { MarkKey } from './mark-key.ts';

const clearMark = /^(?:[+✓✔√✗✘×-]|[YN]|[CX]|NR)$/;
const longestItem = 4;
const least = 3;

export interface MarkToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const isMark = (text: string, key: MarkKey) =>
  key.meanings.has(text) && (key.explained.has(text) || clearMark.test(text)) && text !== '0';
/** A line whose answers are ticked: the signs in it belong to its sums. */
const isTicked = (line: Line) =>
  /[✓✔√✗✘]/.test(line.text) && /\d\s*[+–−-]\s*\(?-?\d|[a-z)]\s*[+–−-]\s*\d/i.test(line.text);

/** The marks of a line of items, each behind its item; empty for every other line. `carriesOn` after such a line. */
export function interleavedMarks(line: Line, key: MarkKey, carriesOn: boolean): MarkToken[] {
  const tokens = [...line.text.matchAll(/[^\s,;]+/g)].map((m) => ({
    text: m[0],
    start: line.start + m.index,
    end: line.start + m.index + m[0].length,
  }));
  if (tokens.length === 0 || isTicked(line) || isMark(tokens[0]!.text, key)) return [];
  // `52 - 27 = 25`, `-8 x 4 =`: a sign between two numbers is part of an exercise.
  const isSign = (i: number) => {
    const [before = '', sign = '', behind = ''] = [i - 1, i, i + 1].map((at) => tokens[at]?.text);
    if (!/^[+x×–-]$/.test(sign) || !/\d\)?$/.test(before) || !/^\(?-?\d/.test(behind)) return false;
    return /=/.test(line.text) || (/\d\/\d/.test(before) && /\d\/\d/.test(behind));
  };
  const marks: MarkToken[] = [];
  let item = 0;
  let behindItem = 0;
  for (const [i, token] of tokens.entries()) {
    if (
      carriesOn &&
      marks.length > 0 &&
      /^\d{1,2}$/.test(token.text) &&
      /^\s*(?:\/|of\b)/.test(line.text.slice(token.end - line.start))
    )
      break;
    if (!isMark(token.text, key) || isSign(i)) item += 1;
    else {
      if (item > longestItem || (item === 0 && marks.length === 0)) return [];
      if (item > 0) behindItem += 1;
      item = 0;
      marks.push(token);
    }
  }
  if (carriesOn) return behindItem > 0 && behindItem * 2 >= marks.length && item <= 2 ? marks : [];
  // A key names each mark once, and explains the last one.
  if (item > 0 && new Set(marks.map((m) => m.text)).size === marks.length) return [];
  const kinds = new Set(marks.map((m) => key.meanings.get(m.text)));
  // A dash alone may join words, and letters without a key may be anything.
  const clear = marks.every((m) => key.explained.has(m.text) || /^[+✓✔√✗✘-]$/.test(m.text));
  const told =
    kinds.has('right') &&
    (marks.length > least
      ? kinds.size > 1 || marks.length > least + 1 || clear
      : (kinds.size > 1 && clear) || marks.every((m) => /^[✓✔✗✘]$/.test(m.text)));
  return marks.length >= least && behindItem * 2 >= marks.length && behindItem > 1 && item <= 2 && told ? marks : [];
}
