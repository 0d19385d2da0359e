/**
 * What rows without a topic of their own carry on: `a.m.`, `p.m.` and `total for week` belong to the behavior that was
 * named above them in the same table, in a row or in the corner of the header.
 */
import { isValueCell } from '../../binders/layout/cell-kinds.ts';
import { namesWhen } from '../../binders/layout/when-words.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import { isPersonLabel } from '../../binders/people/person-labels.ts';

const sums = /^\W*(?:total|sum|tot|week|wk|weekly|day|daily|all|avg|average|mean|grand|overall|whole)\b/i;

/** The last two cells of a line, where they are a date and what stands behind it. */
function datedPair(page: OpenPage, line: number) {
  const cells = page.sheet.lines[line]?.cells ?? [];
  const [date, value] = cells.slice(-2);
  const isDate = page.days.days.some(
    (d) => d.line === line && date && d.start <= date.start + 4 && d.end >= date.end - 1,
  );
  return date && value && isDate && cells.length >= 2 ? { date, value, before: cells.slice(0, -2) } : null;
}

/**
 * `STAIRS, help level   10/15   2` over `10/29   3`, whatever stands to the left of the second: the words that open a list
 * of dates and values name them all. Empty where `line` carries on no such list.
 */
export function labelOfPairs(page: OpenPage, line: number): string {
  const own = datedPair(page, line);
  const isKey = (text: string) => /^\d{1,2}\s?[=:-]?\s?[a-z]|^[a-z -]+$/i.test(text) && text.length <= 30;
  if (!own || page.layout.rows.has(line) || !own.before.every((c) => isKey(c.text))) return '';
  for (let i = line - 1; i >= 0; i -= 1) {
    const above = datedPair(page, i);
    if (!above || Math.abs(above.date.x0 - own.date.x0) > 2) return '';
    const words = above.before.map((c) => c.text).join(' ');
    if (/^\W*[A-Za-z]{3}/.test(words)) return words;
  }
  return '';
}

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
    if (/[A-Za-zÀ-ÿ]{3}/.test(label) && !sums.test(label) && !namesWhen(label) && !isValueCell(label))
      return isPersonLabel(label) ? '' : label;
  }
  const top = page.sheet.lines[row.header.firstLine];
  const first = row.header.columns[0];
  return top && first ? page.sheet.text.slice(top.start, Math.max(top.start, first.start)).trim() : '';
}
