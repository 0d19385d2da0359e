/** Which column of a header each cell of a row stands under. */
import type { Cell } from '../page-text/sheet.ts';
import type { Column } from './layout.ts';

/** Characters that a cell may stand away from the column it belongs to. */
const reach = 9;

/** Shift in characters between a cell and a column; 0 where they overlap well. */
function shiftOf(cell: Cell, column: Column): number {
  const overlap = Math.min(cell.x1, column.x1) - Math.max(cell.x0, column.x0);
  const centre = Math.abs((cell.x0 + cell.x1 - column.x0 - column.x1) / 2);
  const edges = Math.min(Math.abs(cell.x0 - column.x0), Math.abs(cell.x1 - column.x1), centre);
  return overlap > 0 ? Math.min(edges, 1.5) * 0.5 : edges + Math.max(0, -overlap) * 0.25;
}

/**
 * The index of the column for each cell, or null. Cells keep their order: the assignment with the most cells and then
 * the smallest shifts wins (dynamic programming over cells × columns).
 */
export function alignCells(cells: readonly Cell[], columns: readonly Column[]): (number | null)[] {
  const rows = cells.length;
  const width = columns.length;
  const best: number[][] = Array.from({ length: rows + 1 }, () => new Array<number>(width + 1).fill(0));
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      const shift = shiftOf(cells[i]!, columns[j]!);
      const pair = shift <= reach ? 20 - shift + best[i + 1]![j + 1]! : Number.NEGATIVE_INFINITY;
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, pair);
    }
  }
  const result: (number | null)[] = new Array<number | null>(rows).fill(null);
  let i = 0;
  let j = 0;
  while (i < rows && j < width) {
    const here = best[i]![j]!;
    const shift = shiftOf(cells[i]!, columns[j]!);
    if (shift <= reach && Math.abs(20 - shift + best[i + 1]![j + 1]! - here) < 1e-9) {
      result[i] = j;
      i += 1;
      j += 1;
    } else if (Math.abs(best[i + 1]![j]! - here) < 1e-9) i += 1;
    else j += 1;
  }
  return result;
}
