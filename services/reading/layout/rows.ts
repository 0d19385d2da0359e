/** Words that stand on one level, from left to right. */
import type { Bbox } from '../../domain/geometry.ts';
import type { Word } from '../../domain/page.ts';

export interface Row<W extends Word> {
  readonly words: W[];
}

function overlap(a: Bbox, b: Bbox): number {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return shared / Math.max(1e-6, Math.min(a[3] - a[1], b[3] - b[1]));
}

/** The middle of the row near `x`: that of its last words, so that a row may lean a little. */
function levelOf(words: readonly Word[]): Bbox {
  const last = words.slice(-3);
  const top = last.reduce((sum, word) => sum + word.bbox[1], 0) / last.length;
  const bottom = last.reduce((sum, word) => sum + word.bbox[3], 0) / last.length;
  const end = last.at(-1)!.bbox;
  return [end[0], top, end[2], bottom];
}

const middleOf = (row: Row<Word>): number => {
  let sum = 0;
  for (const word of row.words) sum += word.bbox[1] + word.bbox[3];
  return sum / row.words.length;
};

/** Groups words into rows, top to bottom. A word joins the row that it overlaps most in height, at least by half. */
export function rowsOf<W extends Word>(words: readonly W[]): Row<W>[] {
  const rows: Row<W>[] = [];
  const levels: Bbox[] = [];
  for (const word of [...words].sort((a, b) => a.bbox[0] - b.bbox[0] || a.bbox[1] - b.bbox[1])) {
    let best = -1;
    let bestScore = 0.5;
    for (const [index, level] of levels.entries()) {
      if (level[3] < word.bbox[1] || level[1] > word.bbox[3]) continue;
      // A word above the row's last word (a fraction, a second line in a cell) is not its neighbour.
      const beside = Math.min(level[2], word.bbox[2]) - Math.max(level[0], word.bbox[0]);
      if (beside > 0.5 * Math.min(level[2] - level[0], word.bbox[2] - word.bbox[0])) continue;
      const score = overlap(level, word.bbox);
      if (score > bestScore) {
        best = index;
        bestScore = score;
      }
    }
    if (best < 0) {
      rows.push({ words: [word] });
      levels.push(levelOf([word]));
    } else {
      const row = rows[best]!;
      row.words.push(word);
      levels[best] = levelOf(row.words);
    }
  }
  return rows.sort((a, b) => middleOf(a) - middleOf(b));
}
