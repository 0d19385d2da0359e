/** Headers of two lines: a few names, each over the same columns again. `Main idea   Details` over `right  of  right  of`. */
import type { Line, Sheet } from '../page-text/sheet.ts';
import { alignCells } from './align.ts';
import { isFieldCell, isValueCell } from './cell-kinds.ts';
import { columnOf } from './day-headers.ts';
import { labelHeaderAt, type Span } from './label-headers.ts';
import type { Header } from './layout.ts';

const longestName = 32;

/** A name without the rules that are drawn beside it: `--- start ---`. */
const bare = (text: string) => text.replace(/^[-–—=_<| ]+(?=\S)|[-–—=_>| ]+$/g, '').trim();

function isName(text: string): boolean {
  const name = bare(text);
  return /[A-Za-zÀ-ÿ÷×]/.test(name) && name.length <= longestName && !isFieldCell(name) && !/[.!?]$|[=:]/.test(name);
}

/** Where the columns begin to repeat, if they are `times` times the same labels behind those that lead the row; else null. */
function repeatsFrom(labels: readonly string[], times: number): number | null {
  const alike = labels.map((label) => label.toLowerCase().replace(/[^a-z\d%+-]/g, ''));
  for (const lead of [0, 1, 2]) {
    const size = (alike.length - lead) / times;
    if (!Number.isInteger(size) || size < 2) continue;
    if (alike.slice(lead + size).every((label, i) => label !== '' && label === alike[lead + i])) return lead;
  }
  return null;
}

/** A line of labels that repeat, whatever they are (`+  -  %  +  -  %`), over a line with a value under most of them. */
function headerOverValues(sheet: Sheet, line: Line): Header | null {
  const next = sheet.lines[line.index + 1];
  const columns = line.cells.map((cell) => columnOf(cell, null));
  const under = next ? alignCells(next.cells, columns) : [];
  const valued = next?.cells.filter((cell, i) => under[i] !== null && /\d/.test(cell.text) && isValueCell(cell.text));
  if (!valued || valued.length * 2 <= columns.length || line.cells.some((c) => /\d/.test(c.text))) return null;
  return { kind: 'labels', firstLine: line.index, lastLine: line.index, columns, sideBySide: false };
}

/** The header whose upper line is `line`; null where the line below does not repeat its columns under each name. */
export function groupedHeaderAt(sheet: Sheet, line: Line, students: readonly Span[]): Header | null {
  const below = sheet.lines[line.index + 1];
  const names = line.cells;
  if (!below || below.block !== line.block || names.length < 2 || below.cells.length < names.length * 2) return null;
  if (students.some((s) => s.start < line.end && s.end > line.start)) return null;
  const named = (count: number) =>
    names.slice(-count).every((c) => isName(c.text) && (!isValueCell(c.text) || /^[A-Z]{2,}$/.test(bare(c.text))));
  // A name of the rows may stand before the names of the groups.
  const group = [names.length, names.length - 1].find(
    (count) =>
      count >= 2 &&
      named(count) &&
      repeatsFrom(
        below.cells.map((c) => c.text),
        count,
      ) !== null,
  );
  if (!group) return null;
  const header = labelHeaderAt(sheet, below, students, true) ?? headerOverValues(sheet, below);
  if (!header || header.lastLine !== below.index) return null;
  const lead = repeatsFrom(
    header.columns.map((c) => c.label),
    group,
  );
  if (lead === null) return null;
  const size = (header.columns.length - lead) / group;
  const columns = header.columns.map((column, i) =>
    i < lead ? column : { ...column, over: bare(names.slice(-group)[Math.floor((i - lead) / size)]!.text) },
  );
  return { ...header, firstLine: line.index, columns };
}
