/** Words that stand on one level, from left to right. */
import type { Word } from '../../domain/page.ts';

export interface Row<W extends Word> {
  readonly words: W[];
}

/** Words that their source calls one line: a line of the reader, a cell; a word alone where it does not say. */
export type Fragment<W extends Word> = readonly W[];

/** Levels further apart than this share of the lower height are two lines. */
const LEVEL_SHARE = 0.5;
/** A fragment longer than this many heights shows how the page leans. */
const TELLING_LENGTH = 12;

const middleOf = (word: Word): number => (word.bbox[1] + word.bbox[3]) / 2;

function medianOf(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}

const heightOf = (words: readonly Word[]): number => medianOf(words.map((word) => word.bbox[3] - word.bbox[1]));

/** Level of some words: large ones count for more than commas. */
function levelOf(words: readonly Word[], lean: number): number {
  let sum = 0;
  let weight = 0;
  for (const word of words) {
    const area = Math.max(1e-6, (word.bbox[2] - word.bbox[0]) * (word.bbox[3] - word.bbox[1]));
    sum += area * (middleOf(word) - lean * (word.bbox[0] + word.bbox[2]) * 0.5);
    weight += area;
  }
  return sum / weight;
}

/** By how much lines fall per pixel to the right: the median of the long fragments. */
function findLean(fragments: readonly Fragment<Word>[]): number {
  const leans = fragments.flatMap((words) => {
    const first = words[0]!;
    const last = words.at(-1)!;
    const length = last.bbox[0] - first.bbox[0];
    if (words.length < 4 || length < TELLING_LENGTH * heightOf(words)) return [];
    const half = Math.floor(words.length / 2);
    const [left, right] = [words.slice(0, half), words.slice(-half)];
    const centre = (part: readonly Word[]) => (part[0]!.bbox[0] + part.at(-1)!.bbox[2]) / 2;
    return [(levelOf(right, 0) - levelOf(left, 0)) / (centre(right) - centre(left))];
  });
  return leans.length < 3 ? 0 : medianOf(leans);
}

interface OpenRow<W extends Word> {
  readonly words: W[];
  right: number;
  level: number;
  height: number;
}

/** Groups fragments into rows, top to bottom. A fragment joins the row on whose level it goes on to the right. */
export function rowsOf<W extends Word>(fragments: readonly Fragment<W>[]): Row<W>[] {
  const filled = fragments.filter((words) => words.length > 0);
  const lean = findLean(filled);
  const rows: OpenRow<W>[] = [];
  for (const words of filled.toSorted((a, b) => a[0]!.bbox[0] - b[0]!.bbox[0] || a[0]!.bbox[1] - b[0]!.bbox[1])) {
    const height = heightOf(words);
    const level = levelOf(words.slice(0, 3), lean);
    const left = words[0]!.bbox[0];
    const length = words.at(-1)!.bbox[2] - left;
    let best: OpenRow<W> | null = null;
    let bestDistance = LEVEL_SHARE;
    for (const row of rows) {
      const distance = Math.abs(row.level - level) / Math.max(1e-6, Math.min(row.height, height));
      const beside = row.right - left;
      if (distance < bestDistance && beside < 0.5 * Math.min(length, 4 * height)) {
        best = row;
        bestDistance = distance;
      }
    }
    if (best) {
      best.words.push(...words);
      best.right = Math.max(best.right, words.at(-1)!.bbox[2]);
      best.level = levelOf(best.words.slice(-3), lean);
      best.height = heightOf(best.words.slice(-8));
    } else {
      const right = words.at(-1)!.bbox[2];
      rows.push({ words: [...words], right, level: levelOf(words.slice(-3), lean), height });
    }
  }
  return rows
    .map((row) => ({ words: row.words, at: levelOf(row.words, lean) }))
    .sort((a, b) => a.at - b.at)
    .map(({ words }) => ({ words }));
}
