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
/** A narrower gap ends a cell where so many of the rows this near have a cell that begins at the same place. */
const COLUMN_GAP = 0.85;
const COLUMN_LETTERS = 1.4;
const COLUMN_REACH = 4;
const COLUMN_ROWS = 2;
const ALIGNED = 0.4;

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

interface Spacing {
  readonly words: readonly Word[];
  readonly height: number;
  readonly characterWidth: number;
  /** White before each word in pixels, and whether a cell begins with it. */
  readonly gaps: readonly number[];
  readonly cells: boolean[];
}

function spacingOf(row: Row<Word>): Spacing {
  const { words } = row;
  const height = heightOf(row);
  const characterWidth = characterWidthOf(row, height);
  let right = Number.NEGATIVE_INFINITY;
  const gaps = words.map((word, i) => {
    const gap = i === 0 ? 0 : word.bbox[0] - right;
    right = Math.max(right, word.bbox[2]);
    return gap;
  });
  const cells = gaps.map((gap) => gap > height * CELL_GAP && gap > characterWidth * CELL_LETTERS);
  // Readers place words inexactly: a gap or two that are just wide enough are none in a sentence.
  const wide = cells.flatMap((cell, i) => (cell ? [i] : []));
  const sentence =
    words.length >= SENTENCE_WORDS &&
    wide.length <= STRAY_GAPS &&
    wide.every((i) => gaps[i]! < height * CLEAR_GAP && /^\p{Ll}+$/u.test(words[i - 1]!.text));
  return { words, height, characterWidth, gaps, cells: sentence ? cells.map(() => false) : cells };
}

/** A gap that is not wide enough by itself, where cells of rows close by begin right under or over what follows it. */
function joinColumns(rows: readonly Spacing[]): void {
  const certain = rows.map(({ words, cells }) => words.flatMap((word, i) => (cells[i] ? [word.bbox[0]] : [])));
  for (const [at, row] of rows.entries()) {
    if (certain[at]!.length === 0 && row.words.length >= SENTENCE_WORDS / 2) continue;
    for (const [i, word] of row.words.entries()) {
      const gap = row.gaps[i]!;
      if (i === 0 || row.cells[i] || gap < COLUMN_GAP * row.height || gap < COLUMN_LETTERS * row.characterWidth)
        continue;
      const near = certain.slice(Math.max(0, at - COLUMN_REACH), at + COLUMN_REACH + 1);
      const under = near.filter((starts) => starts.some((x) => Math.abs(x - word.bbox[0]) < ALIGNED * row.height));
      if (under.length >= COLUMN_ROWS) row.cells[i] = true;
    }
  }
}

/** The row as text, two or more spaces where a cell ends. */
function textOf({ words, gaps, cells, characterWidth }: Spacing): string {
  return words
    .map((word, i) => {
      const spaces = cells[i]
        ? Math.min(MAX_SPACES, Math.max(2, Math.round(gaps[i]! / characterWidth)))
        : Math.min(i, 1);
      return ' '.repeat(spaces) + word.text;
    })
    .join('');
}

/** Puts lines as their reader saw them into reading order. Words must hold no white space and no empty text. */
export function arrangeLines<W extends Word>(fragments: readonly Fragment<W>[]): Arranged<W> {
  const rows = splitColumns(rowsOf(fragments));
  const spacings = rows.map(spacingOf);
  joinColumns(spacings);
  return { text: spacings.map(textOf).join('\n'), words: rows.flatMap((row) => row.words) };
}

/** The same for words that no reader has put into lines. */
export function arrangeWords<W extends Word>(words: readonly W[]): Arranged<W> {
  return arrangeLines(words.map((word) => [word]));
}
