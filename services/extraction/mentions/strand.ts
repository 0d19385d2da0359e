/**
 * What rows without a topic of their own carry on: `a.m.`, `p.m.` and `total for week` belong to the behavior that was
 * named above them in the same table, in a row or in the corner of the header.
 */
import { isValueCell } from '../../binders/layout/cell-kinds.ts';
import { namesWhen } from '../../binders/layout/when-words.ts';
import type { OpenPage } from '../../binders/open-page.ts';

const sums = /^\W*(?:total|sum|tot|week|wk|weekly|day|daily|all|avg|average|mean|grand|overall|whole)\b/i;

/** The label that the row on `line` carries on; empty where there is none. Only tables with a column for each day have one. */
export function strandOf(page: OpenPage, line: number): string {
  const row = page.layout.rows.get(line);
  if (row?.header.kind !== 'days') return '';
  for (let i = line - 1; i > row.header.lastLine; i -= 1) {
    const above = page.sheet.lines[i];
    if (!above || above.cells.length === 0) continue;
    const other = page.layout.rows.get(i);
    // A line of words between the rows is a heading, which speaks for itself.
    if (!other || other.header !== row.header) return '';
    const { label } = other;
    if (/[A-Za-zÀ-ÿ]{3}/.test(label) && !sums.test(label) && !namesWhen(label) && !isValueCell(label)) return label;
  }
  const top = page.sheet.lines[row.header.firstLine];
  const first = row.header.columns[0];
  return top && first ? page.sheet.text.slice(top.start, Math.max(top.start, first.start)).trim() : '';
}
