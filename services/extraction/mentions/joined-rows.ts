/** Rows of marks that carry one another on. */
import type { Figure } from './figures.ts';

export interface MarkRow {
  readonly figure: Figure;
  /** Whether each mark stands behind its item. */
  readonly items: boolean;
  /** Whether nothing but marks and their items stands on the line. */
  readonly alone: boolean;
}

/** The row of marks of line `i` with the lines of marks alone that carry it on. */
export function joinedRows(rows: readonly (MarkRow | null)[], i: number): Figure {
  let joined = rows[i]!.figure;
  for (let k = i + 1; k < rows.length; k += 1) {
    const next = rows[k]?.alone ? rows[k]!.figure : null;
    if (!next) break;
    const [a, b] = [joined.quantity, next.quantity];
    if (a.type !== 'marks' || b.type !== 'marks') break;
    joined = {
      start: joined.start,
      end: next.end,
      quantity: {
        type: 'marks',
        right: a.right + b.right,
        wrong: a.wrong + b.wrong,
        prompted: a.prompted + b.prompted,
      },
    };
  }
  return joined;
}
