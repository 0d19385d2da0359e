/**
 * Rows of marks are read badly in a way that no comparison of readings shows: small strokes, above all a lone minus, are
 * overlooked by every reader, and what is left looks like a shorter row. Where they stand tells it.
 */
import type { LocatedWord } from '../../binders/page-text/locate-words.ts';
import type { Page } from '../../domain/page.ts';

/** A gap so many times as wide as the smallest has room for a mark that was not read. */
const ROOM_FOR_ANOTHER = 1.6;
/** So many lines above the marks their numbers are looked for. */
const LINES_ABOVE = 4;

const middleOf = ({ bbox }: LocatedWord) => (bbox[0] + bbox[2]) / 2;

/** Whether `text` is one mark of a row of trials, or several that stand close together. */
export const isMark = (text: string) => /^[+✓✔√✗✘×–−-]+$|^[PIVGMXO0YN]$/.test(text);

/** How many figures head the columns above the marks that begin at `start`; 0 where no line of figures does. */
function columnsAbove(page: Page, start: number): number {
  const above = page.text.slice(0, start).split('\n').slice(0, -1).slice(-LINES_ABOVE);
  for (const line of above.reverse()) {
    const tokens = line.split(/\s+/).filter((token) => token !== '');
    const figures = /^\D{1,3}#?$/.test(tokens[0] ?? '') ? tokens.slice(1) : tokens;
    if (figures.length >= 3 && figures.every((token) => /\d/.test(token))) return figures.length;
  }
  return 0;
}

/** So much of the row must stand under words of its own for the words above to be what it is about. */
const UNDER_SHARE = 0.8;

/** Whether the words right above the marks have one mark each under them, but for some that have none. */
function lacksUnder(page: Page, marks: readonly LocatedWord[], words: readonly LocatedWord[]): boolean {
  const from = page.text.lastIndexOf('\n', marks[0]!.start - 1);
  const above = page.text.lastIndexOf('\n', from - 1) + 1;
  const heads = words.filter((word) => word.start >= above && word.end <= from);
  if (heads.length < 3 || heads.some(({ word }) => isMark(word.text))) return false;
  const under = heads.map((head) => {
    const reach = (head.bbox[2] - head.bbox[0]) / 2;
    const middle = middleOf(head);
    return marks.filter((mark) => Math.abs(middleOf(mark) - middle) < reach).length;
  });
  const served = under.filter((count) => count > 0).length;
  const placed = under.reduce((sum, count) => sum + count, 0);
  return placed >= UNDER_SHARE * marks.length && served >= UNDER_SHARE * heads.length && served < heads.length;
}

/**
 * Whether a mark may be missing among `marks`, which are all that was read of one row, from left to right; `words` are
 * those of the page.
 */
export function mayLackMarks(page: Page, marks: readonly LocatedWord[], words: readonly LocatedWord[] = []): boolean {
  const [first] = marks;
  if (!first) return false;
  const count = marks.reduce((sum, { word }) => sum + [...word.text].length, 0);
  // A single sign or a count such as `0` is no row.
  if (count < 2) return false;
  const expected = columnsAbove(page, first.start);
  if (expected > 0) return count !== expected;
  if (lacksUnder(page, marks, words)) return true;
  if (marks.length < 3 || count !== marks.length) return false;
  const gaps = marks.slice(1).map((mark, i) => middleOf(mark) - middleOf(marks[i]!));
  return Math.max(...gaps) > ROOM_FOR_ANOTHER * Math.min(...gaps);
}
