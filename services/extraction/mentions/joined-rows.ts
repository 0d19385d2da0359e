/** Rows of marks that carry one another on. */
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';

export interface MarkRow {
  readonly figure: Figure;
  /** Whether each mark stands behind its item. */
  readonly items: boolean;
  /** Whether nothing but marks and their items stands on the line. */
  readonly alone: boolean;
}

/** How many marks stand in a row; 0 for none. */
function countOf(row: MarkRow | null | undefined): number {
  const q = row?.figure.quantity;
  return q?.type === 'marks' ? q.right + q.wrong + q.prompted : 0;
}

/** Whether `line` lists as many words as marks stand under it: `key  cat  cow`, behind a label where `labelled` allows one. */
function listsItemsOf(line: Line | undefined, marks: number, labelled: boolean): boolean {
  const words = line?.text.trim().split(/\s+/) ?? [];
  const items = words.slice(-marks);
  const fits = labelled ? words.length >= marks : words.length === marks;
  return marks >= 3 && fits && items.every((word) => /^[A-Za-zÀ-ÿ'’/-]{2,}$/.test(word));
}

/** The line of marks that those of line `i` carry on: the one above, or the one over a line of further items; null for none. */
export function carriedFrom(rows: readonly (MarkRow | null)[], lines: readonly Line[], i: number): number | null {
  const own = rows[i];
  if (!own?.alone) return null;
  if (rows[i - 1]) return i - 1;
  const first = rows[i - 2];
  const isPair =
    first?.alone === true &&
    !own.items &&
    !first.items &&
    lines[i]?.block === lines[i - 3]?.block &&
    listsItemsOf(lines[i - 1], countOf(own), false) &&
    listsItemsOf(lines[i - 3], countOf(first), true);
  return isPair ? i - 2 : null;
}

/** The row of marks of line `i` with the lines of marks that carry it on. */
export function joinedRows(rows: readonly (MarkRow | null)[], lines: readonly Line[], i: number): Figure {
  let joined = rows[i]!.figure;
  let last = i;
  for (;;) {
    const next = [last + 1, last + 2].find((k) => rows[k] && carriedFrom(rows, lines, k) === last);
    if (next === undefined) return joined;
    const [a, b] = [joined.quantity, rows[next]!.figure.quantity];
    if (a.type !== 'marks' || b.type !== 'marks') return joined;
    joined = {
      start: joined.start,
      end: rows[next]!.figure.end,
      quantity: {
        type: 'marks',
        right: a.right + b.right,
        wrong: a.wrong + b.wrong,
        prompted: a.prompted + b.prompted,
      },
    };
    last = next;
  }
}
