/** Finds the lines that head the columns of a table. */
import type { PageDays } from '../days/day-mention.ts';
import { legendOf } from '../page-text/legend.ts';
import type { Sheet } from '../page-text/sheet.ts';
import { dayHeaderAt, mergeDayLines, weekAnchor, withNamesOver } from './day-headers.ts';
import { groupedHeaderAt } from './grouped-headers.ts';
import { labelHeaderAt, type Span } from './label-headers.ts';
import type { Header } from './layout.ts';
import { sideBySideAt } from './side-by-side-headers.ts';

/** Every header of `sheet`, in order of its lines. */
export function findHeaders(sheet: Sheet, pageDays: PageDays, students: readonly Span[]): Header[] {
  const anchor = weekAnchor(pageDays);
  const named = [...pageDays.days, ...students];
  const headers: Header[] = [];
  const legend = legendOf(sheet);
  for (let i = 0; i < sheet.lines.length; i += 1) {
    const line = sheet.lines[i]!;
    if (legend.lines.has(i)) continue;
    const previous = headers.at(-1);
    const within = previous?.kind === 'labels' && sheet.lines[previous.lastLine]?.block === line.block;
    const inTable = previous !== undefined && sheet.lines[previous.lastLine]?.block === line.block;
    // A line of one word and its remark among the rows of a week heads nothing.
    const amongDays = inTable && previous?.kind === 'days' && line.cells.length < 3;
    const found =
      dayHeaderAt(line, pageDays, anchor) ??
      (within || amongDays
        ? null
        : (groupedHeaderAt(sheet, line, students) ??
          sideBySideAt(sheet, line, true, named) ??
          labelHeaderAt(sheet, line, students, !inTable) ??
          sideBySideAt(sheet, line, false, named)));
    if (!found) continue;
    const joins = previous?.kind === 'days' && found.kind === 'days' && previous.lastLine === i - 1;
    const merged = joins && previous ? mergeDayLines(previous, found) : null;
    if (merged) headers[headers.length - 1] = merged;
    else if (found.kind === 'days') {
      const above = previous?.kind === 'days' && previous.lastLine === i - 1 ? undefined : sheet.lines[i - 1];
      const under = withNamesOver(found, above?.block === line.block ? above : undefined, named);
      // What was taken for a header of its own is the first line of this one.
      if (under !== found && previous?.lastLine === i - 1) headers.pop();
      headers.push(under);
    } else headers.push(found);
    i = found.lastLine;
  }
  return headers;
}
