/** Headings of lists that stand side by side. */
import type { Cell, Line, Sheet } from '../page-text/sheet.ts';
import { isFieldCell, isValueCell } from './cell-kinds.ts';
import { columnOf } from './day-headers.ts';
import { isPartTitle, promise, type Span, standard } from './label-headers.ts';
import type { Header } from './layout.ts';

/**
 * Two or three headings on a line, each over a list that begins where it begins; `numbered` for lists of numbered items
 * alone. Cells with one of `named` (a student, a date) say whose and when, and head no list.
 */
export function sideBySideAt(sheet: Sheet, line: Line, numbered: boolean, named: readonly Span[]): Header | null {
  const { cells } = line;
  const isFirst = sheet.lines.findIndex((l) => l.cells.length > 0) === line.index;
  if (isFirst || cells.length < 2 || cells.length > 3 || cells.some((c) => standard.test(c.text))) return null;
  const isHeading = (c: Cell) =>
    /[A-Za-z]{3}/.test(c.text) &&
    !isFieldCell(c.text) &&
    (!isValueCell(c.text) || /^[A-Z]{3,}$/.test(c.text)) &&
    !promise.test(c.text) &&
    c.text.length <= 36 &&
    !/\b(?:19|20)\d\d\b|\d{1,2}\/\d{1,2}\/\d{2}/.test(c.text) &&
    !/[=✓✗]|\d\s?\/\s?\d|\d (?:[a-z]+ ){0,2}of \d|^\d{1,2}[.)]? |[+√-]$|(?:\S+ ){3}\S+[.!?]$/.test(c.text);
  if (!cells.every(isHeading) || isPartTitle(cells)) return null;
  if (named.some((n) => n.start < line.end && n.end > line.start)) return null;
  const next = sheet.lines
    .slice(line.index + 1, line.index + 6)
    .filter((l) => l.cells.length > 0)
    .slice(0, 3);
  const lists = next.filter((l) =>
    cells.every((c) =>
      l.cells.some(
        (o) => Math.abs(o.x0 - c.x0) <= 4 && (numbered ? /^\(?[a-z\d]{1,2}[.)]/.test(o.text) : /\d|[✓✗+]/.test(o.text)),
      ),
    ),
  );
  if (lists.length < 2) return null;
  const columns = cells.map((c, i) => ({ ...columnOf(c, null), x1: (cells[i + 1]?.x0 ?? c.x0 + 200) - 1 }));
  return { kind: 'labels', firstLine: line.index, lastLine: line.index, columns, sideBySide: true };
}
