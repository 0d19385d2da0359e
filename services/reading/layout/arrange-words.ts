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

/** The row as text, two or more spaces where a cell ends. */
function textOf(row: Row<Word>): string {
  const height = heightOf(row);
  const characterWidth = characterWidthOf(row, height);
  let text = '';
  let right: number | null = null;
  for (const word of row.words) {
    if (right !== null) {
      const gap = word.bbox[0] - right;
      const wide = gap > height * CELL_GAP && gap > characterWidth * CELL_LETTERS;
      text += ' '.repeat(wide ? Math.min(MAX_SPACES, Math.max(2, Math.round(gap / characterWidth))) : 1);
    }
    text += word.text;
    right = right === null ? word.bbox[2] : Math.max(right, word.bbox[2]);
  }
  return text;
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
