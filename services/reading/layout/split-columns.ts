/** Columns of prose told from columns of a table, and read one after the other. */
import type { Word } from '../../domain/page.ts';
import type { Row } from './rows.ts';

/** Fewer rows than this make no column. */
const MIN_ROWS = 5;

interface Gutter {
  readonly from: number;
  readonly to: number;
}

function typicalHeight(rows: readonly Row<Word>[]): number {
  const heights = rows.flatMap((row) => row.words.map((word) => word.bbox[3] - word.bbox[1])).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 1;
}

/** The free intervals of a row, its margins among them. */
function gapsOf(row: Row<Word>, least: number): Gutter[] {
  const gaps: Gutter[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const word of row.words) {
    if (word.bbox[0] - right >= least) gaps.push({ from: right, to: word.bbox[0] });
    right = Math.max(right, word.bbox[2]);
  }
  gaps.push({ from: right, to: Number.POSITIVE_INFINITY });
  return gaps;
}

function intersect(a: readonly Gutter[], b: readonly Gutter[], least: number): Gutter[] {
  const both: Gutter[] = [];
  for (const one of a) {
    for (const other of b) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (to - from >= least) both.push({ from, to });
    }
  }
  return both;
}

function cut<W extends Word>(rows: readonly Row<W>[], x: number): { left: Row<W>[]; right: Row<W>[] } {
  const part = (keep: (word: W) => boolean) =>
    rows.map((row) => ({ words: row.words.filter(keep) })).filter((row) => row.words.length > 0);
  return { left: part((word) => word.bbox[0] < x), right: part((word) => word.bbox[0] >= x) };
}

/** A gap wider than so many heights parts two cells: even narrow justified columns have few of them. */
const CELL_GAP = 1.6;
const MOST_WITH_CELLS = 0.3;

function hasCells({ words }: Row<Word>, height: number): boolean {
  return words.some((word, i) => i > 0 && word.bbox[0] - words[i - 1]!.bbox[2] > CELL_GAP * height);
}

/** Rows that mostly fill their column with several words, most of them letters, and are no cells of a table, are prose. */
function isProse(rows: readonly Row<Word>[]): boolean {
  if (rows.length < MIN_ROWS) return false;
  const starts = rows.map((row) => row.words[0]!.bbox[0]);
  const ends = rows.map((row) => Math.max(...row.words.map((word) => word.bbox[2])));
  const width = Math.max(...ends) - Math.min(...starts);
  const full = rows.filter((_, index) => ends[index]! - starts[index]! > 0.7 * width).length;
  const height = typicalHeight(rows);
  if (rows.filter((row) => hasCells(row, height)).length > MOST_WITH_CELLS * rows.length) return false;
  const words = rows.flatMap((row) => row.words);
  const letters = words.filter((word) => /\p{L}{2}/u.test(word.text)).length;
  return full >= 0.6 * rows.length && words.length >= 3.5 * rows.length && letters >= 0.6 * words.length;
}

interface Band {
  readonly from: number;
  /** One past the last row. */
  readonly to: number;
  readonly x: number;
}

/** The longest run of rows that a gutter parts into two columns of prose. */
function findBand(rows: readonly Row<Word>[]): Band | null {
  const least = typicalHeight(rows) * 0.8;
  let best: Band | null = null;
  const gaps = rows.map((row) => gapsOf(row, least));
  for (let from = 0; from + MIN_ROWS <= rows.length; from++) {
    if (best && rows.length - from <= best.to - best.from) break;
    if (gaps[from]!.length < 3) continue; // A band starts where a row has text on both sides.
    let open = gaps[from]!.filter((gap) => Number.isFinite(gap.from) && Number.isFinite(gap.to));
    let to = from + 1;
    for (; to < rows.length; to++) {
      const next = intersect(open, gaps[to]!, least);
      if (next.length === 0) break;
      open = next;
    }
    if (best && to - from <= best.to - best.from) continue;
    for (const gap of open) {
      const x = (gap.from + gap.to) / 2;
      const { left, right } = cut(rows.slice(from, to), x);
      if (isProse(left) && isProse(right)) {
        best = { from, to, x };
        break;
      }
    }
  }
  return best;
}

/** The rows in reading order, those of side-by-side columns apart. */
export function splitColumns<W extends Word>(rows: readonly Row<W>[]): Row<W>[] {
  const band = findBand(rows);
  if (!band) return [...rows];
  const { left, right } = cut(rows.slice(band.from, band.to), band.x);
  return [
    ...splitColumns(rows.slice(0, band.from)),
    ...splitColumns(left),
    ...splitColumns(right),
    ...splitColumns(rows.slice(band.to)),
  ];
}
