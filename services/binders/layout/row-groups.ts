/**
 * Lines of words alone that open a group of rows in a table: `Work refusal (minutes)` over `a.m.   12   8   15`. Where only
 * one row stands under such a line, and goes on with its words, the two are one label.
 */
import type { Line, Sheet } from '../page-text/sheet.ts';
import { isFieldCell, isValueCell } from './cell-kinds.ts';
import type { Row } from './layout.ts';
import { namesWhen } from './when-words.ts';

/** How far in a row begins under the words that it is of. */
const INDENTED = 0.7;
const longest = 48;

export interface RowGroups {
  /** For the lines of rows the line of words that opens their group. */
  readonly heads: ReadonlyMap<number, number>;
  /** Rows that carry on the words of the line above them, with both as one label. */
  readonly labels: ReadonlyMap<number, string>;
}

const sums = /^\W*(?:total|sum|all|whole|day|minutes|min|times|avg|average)\b/i;
const indentOf = (line: Line) => line.cells[0]?.x0 ?? 0;

/** Whether a line could open a group: a few words in one cell, no value, no remark of a sentence. */
function isWords(line: Line): boolean {
  const [only, ...more] = line.cells;
  return (
    only !== undefined &&
    more.length === 0 &&
    /[A-Za-zÀ-ÿ]{3}/.test(only.text) &&
    only.text.length <= longest &&
    !isValueCell(only.text) &&
    !isFieldCell(only.text) &&
    !/[.!?]$|[=✓✗]|^[(*]/.test(only.text)
  );
}

/** The groups of the rows of a sheet. */
export function rowGroups(sheet: Sheet, rows: ReadonlyMap<number, Row>, keys: ReadonlySet<number>): RowGroups {
  const heads = new Map<number, number>();
  const labels = new Map<number, string>();
  for (const head of sheet.lines) {
    const next = sheet.lines[head.index + 1];
    const first = next ? rows.get(next.index) : undefined;
    if (!next || !first || rows.has(head.index) || keys.has(head.index) || !isWords(head)) continue;
    if (first.header.firstLine <= head.index && first.header.lastLine >= head.index) continue;
    const isIndented = (line: Line) => indentOf(line) > indentOf(head) + INDENTED;
    const after = rows.get(next.index + 1);
    const several = after !== undefined && isIndented(sheet.lines[after.line]!) && isIndented(next);
    const carriesOn = /^[a-z(\d]/.test(first.label) && !namesWhen(first.label) && !several;
    if (carriesOn && first.day === null) {
      labels.set(next.index, `${head.text.trim()} ${first.label}`);
      continue;
    }
    // Rows belong to it as long as they are set in, or are parts of a day and what sums those up.
    const isUnder = (line: Line, row: Row) =>
      isIndented(next) ? isIndented(line) : namesWhen(row.label) || sums.test(row.label);
    if (!isIndented(next) && !namesWhen(first.label)) continue;
    for (let i = next.index; rows.has(i) && isUnder(sheet.lines[i]!, rows.get(i)!); i += 1) heads.set(i, head.index);
  }
  return { heads, labels };
}
