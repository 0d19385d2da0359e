/**
 * Reading order: words with boxes become lines of text. Columns of prose are read one after the other; everything
 * else (tables, forms, score sheets) is read row by row, and the cells of a row stay on one line, apart by spaces in
 * proportion to the gap. What always holds: the words, joined by white space in the order returned, are the text.
 */
import type { Word } from '../../domain/page.ts';
import { type Fragment, type Row, rowsOf } from './rows.ts';
import { splitColumns } from './split-columns.ts';

export interface Arranged<W extends Word> {
  readonly text: string;
  readonly words: W[];
}

/** A gap wider than this many heights of the row parts two cells; no justified line of prose has such gaps. */
const CELL_GAP = 1.1;
/** Typewriters leave gaps that are high for their letters but no wider than one: a cell ends after more letters' room. */
const CELL_LETTERS = 1.7;
const MAX_SPACES = 40;
/** In a line of so many words up to so many gaps between small words, not clearly wide, part no cells. */
const SENTENCE_WORDS = 8;
const STRAY_GAPS = 2;
const CLEAR_GAP = 1.35;

function heightOf(row: Row<Word>): number {
  const heights = row.words.map((word) => word.bbox[3] - word.bbox[1]).sort((a, b) => a - b);
  return Math.max(1, heights[Math.floor(heights.length / 2)]!);
}

function characterWidthOf(row: Row<Word>, height: number): number {
  let width = 0;
  let characters = 0;
  for (const word of row.words) {
    width += word.bbox[2] - word.bbox[0];
    characters += [...word.text].length;
  }
  return Math.max(height * 0.25, width / Math.max(1, characters));
}

/** Where cells end: gaps before each word of the row in pixels, 0 where they part no cells. */
function cellGapsOf({ words }: Row<Word>, height: number, characterWidth: number): number[] {
  let right = Number.NEGATIVE_INFINITY;
  const gaps = words.map((word, i) => {
    const gap = i === 0 ? 0 : word.bbox[0] - right;
    right = Math.max(right, word.bbox[2]);
    return gap > height * CELL_GAP && gap > characterWidth * CELL_LETTERS ? gap : 0;
  });
  const wide = gaps.filter((gap) => gap > 0);
  // Readers place words inexactly: a gap or two that are just wide enough are none in a sentence.
  const sentence =
    words.length >= SENTENCE_WORDS &&
    wide.length <= STRAY_GAPS &&
    gaps.every((gap, i) => gap < height * CLEAR_GAP && (gap === 0 || /^\p{Ll}+$/u.test(words[i - 1]!.text)));
  return sentence ? gaps.map(() => 0) : gaps;
}

/** The row as text, two or more spaces where a cell ends. */
function textOf(row: Row<Word>): string {
  const height = heightOf(row);
  const characterWidth = characterWidthOf(row, height);
  const gaps = cellGapsOf(row, height, characterWidth);
  return row.words
    .map((word, i) => {
      const gap = gaps[i]!;
      const spaces = gap > 0 ? Math.min(MAX_SPACES, Math.max(2, Math.round(gap / characterWidth))) : Math.min(i, 1);
      return ' '.repeat(spaces) + word.text;
    })
    .join('');
}

/** Puts lines as their reader saw them into reading order. Words must hold no white space and no empty text. */
export function arrangeLines<W extends Word>(fragments: readonly Fragment<W>[]): Arranged<W> {
  const rows = splitColumns(rowsOf(fragments));
  return { text: rows.map(textOf).join('\n'), words: rows.flatMap((row) => row.words) };
}

/** The same for words that no reader has put into lines. */
export function arrangeWords<W extends Word>(words: readonly W[]): Arranged<W> {
  return arrangeLines(words.map((word) => [word]));
}
