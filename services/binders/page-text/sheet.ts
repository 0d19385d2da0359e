/**
 * A page's text as lines and cells: what stands together with one space is one cell, wider gaps, tabs and bars separate
 * cells. Columns are measured in characters of the page's text, or from the words' boxes where there are any.
 */
import type { Page } from '../../domain/page.ts';
import { withBlankLines, withoutDoubleSpacing } from './blank-lines.ts';
import { openCommaTables } from './comma-table.ts';
import { type LocatedWord, locateWords } from './locate-words.ts';
import { type RepairedText, repairText } from './repair.ts';
import { withoutRulers } from './ruled-columns.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Offsets are into the sheet's mended text; `x0`..`x1` is the extent across the page in characters. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly x0: number;
  readonly x1: number;
}

export interface Line {
  readonly index: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
  /** Lines between two blank lines bear the same number; -1 for a blank line. */
  readonly block: number;
}

export interface Sheet {
  readonly page: Page;
  readonly text: string;
  readonly repaired: RepairedText;
  readonly lines: readonly Line[];
  readonly words: readonly LocatedWord[];
}

/** The place in the page's own text of a stretch of the mended text. */
export function originalSpan(sheet: Sheet, start: number, end: number): { start: number; end: number } {
  return { start: sheet.repaired.starts[start] ?? 0, end: sheet.repaired.ends[end - 1] ?? sheet.page.text.length };
}

const tableBars = /^\s*\|.*\|\s*$|\s\|\s.*\s\|\s/;
const onlyTally = /^[\s|/\\]*$/;

function separatorOf(line: string): RegExp {
  const bars = tableBars.test(line) && !onlyTally.test(line) && !/\|\s?\||\|{2,}/.test(line);
  return bars ? /\s*\.{4,}\s*|\s{2,}|\t+|\s*\|\s*/g : leaders;
}

/** Wide gaps, tabs, and the dots that lead the eye from a label to its value: `Ideas ........ 3`. */
const leaders = /\s*(?:\.{4,}|(?:\s\.){4,}|…{2,})\s*|\s{2,}|\t+/g;

/** The end of a sentence of running text: typists of the old school leave two spaces behind it. */
const sentenceBefore = /(?:^|\s)[a-zà-ÿ'’]+(?: \S+){1,}? ?[a-zà-ÿ\d%"”)]+[.!?]["”)]?$/;

const endsSentence = (before: string, gap: string, after: string) =>
  gap === '  ' &&
  /^["“(¿¡]?[A-ZÀ-Þ][a-zà-ÿ]* ?\S/.test(after) &&
  (before.match(/\S+/g) ?? []).length >= 4 &&
  sentenceBefore.test(before);

type Across = (offset: number, lineStart: number) => number;

function cellsOf(line: string, lineStart: number, across: Across): Cell[] {
  const cells: Cell[] = [];
  const push = (from: number, to: number) => {
    const raw = line.slice(from, to);
    const text = raw.trim();
    if (text === '') return;
    const start = lineStart + from + raw.indexOf(text);
    const end = start + text.length;
    cells.push({ text, start, end, x0: across(start, lineStart), x1: across(end - 1, lineStart) + 1 });
  };
  let at = 0;
  for (const gap of line.matchAll(separatorOf(line))) {
    if (endsSentence(line.slice(at, gap.index), gap[0], line.slice(gap.index + gap[0].length))) continue;
    push(at, gap.index);
    at = gap.index + gap[0].length;
  }
  push(at, line.length);
  return cells;
}

/** Where a letter stands across the page, in characters: from the words' boxes where nearly all words were located. */
function measureAcross(page: Page, repaired: RepairedText, words: readonly LocatedWord[]): Across {
  const inLine: Across = (offset, lineStart) => (repaired.starts[offset] ?? 0) - (repaired.starts[lineStart] ?? 0);
  const widths = words
    .map((word) => (word.bbox[2] - word.bbox[0]) / Math.max(1, word.end - word.start))
    .filter((width) => width > 0)
    .sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length / 2)];
  if (!width || words.length < 3 || words.length < page.words.length * 0.9) return inLine;
  let at = 0;
  return (offset, lineStart) => {
    const original = repaired.starts[offset] ?? 0;
    if ((words[at]?.start ?? 0) > original) at = 0;
    while (at + 1 < words.length && (words[at + 1]?.start ?? 0) <= original) at += 1;
    const word = words[at];
    if (!word || original < word.start || original >= word.end) return inLine(offset, lineStart);
    const share = (original - word.start) / (word.end - word.start);
    return (word.bbox[0] + share * (word.bbox[2] - word.bbox[0])) / width;
  };
}

/** Mends and lays out the text of `page`. */
export function openSheet(page: Page, vocabulary: Vocabulary): Sheet {
  const words = locateWords(page);
  const { repaired, columns } = openCommaTables(
    withoutDoubleSpacing(withBlankLines(repairText(withoutRulers(page.text), vocabulary), words)),
  );
  const measured = measureAcross(page, repaired, words);
  const across: Across = (offset, lineStart) => {
    const field = columns.get(lineStart)?.findLast((c) => c.start <= offset);
    return field ? field.x0 + offset - field.start : measured(offset, lineStart);
  };
  const lines: Line[] = [];
  let start = 0;
  let block = 0;
  let blank = true;
  for (const text of repaired.text.split('\n')) {
    const empty = text.trim() === '';
    if (!empty && blank && lines.length > 0) block += 1;
    blank = empty;
    const end = start + text.length;
    lines.push({
      index: lines.length,
      text,
      start,
      end,
      cells: empty ? [] : cellsOf(text, start, across),
      block: empty ? -1 : block,
    });
    start = end + 1;
  }
  return { page, text: repaired.text, repaired, lines, words };
}
