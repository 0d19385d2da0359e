/** Finds the lines that head the columns of a table. */
import type { Day } from '../../domain/dates.ts';
import { dayInWeekOf, weekdayOf } from '../days/calendar.ts';
import type { DayMention, PageDays } from '../days/day-mention.ts';
import type { Cell, Line, Sheet } from '../page-text/sheet.ts';
import { isPersonLabel } from '../people/person-labels.ts';
import { alignCells } from './align.ts';
import { isFieldCell, isValueCell } from './cell-kinds.ts';
import { headsColumn, namesRows } from './header-words.ts';
import type { Column, Header } from './layout.ts';

/** A stretch of the mended text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `M T W Th F` and `Mon.`; 0 (Sunday) to 6. */
function weekdayIn(text: string): number | null {
  const plain = text.trim().replace(/[.:]$/, '');
  const named = weekdayOf(plain);
  if (named !== null) return named;
  const letter = ['', 'M', 'T', 'W', 'TH', 'F'].indexOf(plain.toUpperCase());
  if (letter > 0) return letter;
  return { TU: 2, R: 4, X: 3, L: 1, J: 4, V: 5 }[plain.toUpperCase()] ?? null;
}

const isLongWeekday = (text: string) => weekdayOf(text.trim().replace(/[.:]$/, '')) !== null;

interface DayCell {
  readonly cell: Cell;
  readonly day: Day | null;
  readonly weekday: number | null;
}

/** The cell as a date or a weekday that fills it (a weekday beside the date is fine); null for anything else. */
function dayCell(cell: Cell, days: readonly DayMention[]): DayCell | null {
  const mention = days.find((d) => d.start >= cell.start && d.end <= cell.end);
  const rest = mention
    ? `${cell.text.slice(0, mention.start - cell.start)} ${cell.text.slice(mention.end - cell.start)}`
        .replace(/[()]/g, ' ')
        .trim()
    : cell.text;
  if (mention && (rest === '' || weekdayIn(rest) !== null)) return { cell, day: mention.day, weekday: null };
  if (mention) return null;
  const weekday = weekdayIn(cell.text);
  return weekday === null ? null : { cell, day: null, weekday };
}

/** A cell that holds nothing but weekdays or dates with one space between becomes one cell for each. */
export function unpackDays(line: Line, days: readonly DayMention[]): Cell[] {
  return line.cells.flatMap((cell) => {
    const parts = cell.text.split(/\s+/);
    if (parts.length < 3) return [cell];
    let at = 0;
    const pieces = parts.map((text): Cell => {
      const offset = cell.text.indexOf(text, at);
      at = offset + text.length;
      return { text, start: cell.start + offset, end: cell.start + at, x0: cell.x0 + offset, x1: cell.x0 + at };
    });
    const isDay = (piece: Cell) =>
      weekdayIn(piece.text) !== null || days.some((d) => d.start >= piece.start && d.end <= piece.end);
    const lead = pieces.findIndex(isDay);
    if (lead < 0 || lead > 1 || pieces.length - lead < 3 || !pieces.slice(lead).every(isDay)) return [cell];
    return pieces;
  });
}

/** The Monday-based week that the page is about: `week of` or `week ending`, else the page's own date. */
export function weekAnchor(pageDays: PageDays): Day | null {
  const { days } = pageDays;
  return (
    days.find((d) => d.role === 'week')?.day ??
    days.find((d) => d.role === 'range')?.day ??
    days.find((d) => d.role === 'self')?.day ??
    days.find((d) => d.role === 'closing')?.day ??
    days.find((d) => d.role === 'plain')?.day ??
    null
  );
}

const column = (cell: Cell, day: Day | null): Column => ({
  label: cell.text,
  start: cell.start,
  end: cell.end,
  x0: cell.x0,
  x1: cell.x1,
  day,
});

function dayHeaderAt(line: Line, pageDays: PageDays, anchor: Day | null): Header | null {
  const cells = unpackDays(line, pageDays.days);
  const parsed = cells.map((cell) => dayCell(cell, pageDays.days));
  const dayCells = parsed.filter((d) => d !== null);
  const single = dayCells.every((d) => d.day === null && !isLongWeekday(d.cell.text));
  if (dayCells.length < (single ? 4 : 2)) return null;
  const others = cells.filter((_, i) => parsed[i] === null);
  const firstDay = dayCells[0]!.cell.start;
  // Values between the days: pairs on one line, not a header. Words behind the last day may head further columns.
  if (others.some((cell) => isValueCell(cell.text) && cell.start > firstDay)) return null;
  if (others.some((cell) => cell.start > firstDay && cell.start < dayCells.at(-1)!.cell.start)) return null;
  if (others.some((cell) => cell.start < firstDay && isFieldCell(cell.text))) return null;
  const columns = cells.flatMap((cell, i) => {
    const made = parsed[i];
    if (!made) return cell.start < firstDay ? [] : [column(cell, null)];
    const day = made.day ?? (anchor && made.weekday !== null ? dayInWeekOf(anchor, made.weekday) : null);
    return [column(cell, day)];
  });
  return { kind: 'days', firstLine: line.index, lastLine: line.index, columns, sideBySide: false };
}

/** A line of weekdays over a line of dates is one header: the dates count. */
function mergeDayLines(upper: Header, lower: Header): Header | null {
  const aligned = alignCells(
    lower.columns.map((c) => ({ ...c, text: c.label })),
    upper.columns,
  );
  if (aligned.filter((a) => a !== null).length < 2) return null;
  const columns = upper.columns.map((c, i) => {
    const below = lower.columns[aligned.indexOf(i)];
    return below ? { ...c, day: below.day ?? c.day, label: `${c.label} ${below.label}` } : c;
  });
  return { ...upper, lastLine: lower.lastLine, columns };
}

/** `4 3 2 1`, `1 2 3 4`, `A B C D`: a scale or numbered items, three or more in a row. */
function isScale(cells: readonly Cell[]): boolean {
  const codes = cells.map((c) =>
    /^\d{1,2}$/.test(c.text) ? Number(c.text) : c.text.length === 1 ? c.text.charCodeAt(0) : Number.NaN,
  );
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return (
    cells.length >= 3 &&
    Math.abs(step) === 1 &&
    codes.every((code, i) => i === 0 || code - (codes[i - 1] ?? 0) === step)
  );
}

/** Whether the cells of a line can head columns: words known from headers, at most a scale beside them. */
function canHead(cells: readonly Cell[]): boolean {
  if (cells.length < 2 || /^(?:part|key)\b/i.test(cells[0]?.text ?? '')) return false;
  if (
    cells.some(
      (c) => isFieldCell(c.text) || c.text.length > 42 || /^[+✓✗✔✘-]|=|[.!?]$/.test(c.text.replace(/\b\w{2,7}\.$/, '')),
    )
  )
    return false;
  const words = cells.filter((c) => namesRows(c.text) || headsColumn(c.text) || !isValueCell(c.text));
  const others = cells.filter((c) => !words.includes(c));
  if (others.length > 0 && !isScale(others)) return false;
  if (words.some((c) => /^\d/.test(c.text) && !headsColumn(c.text))) return false;
  if (
    words.some((c) => /\d\s?\/\s?\d|\d ?%|\d{1,2}-\d/.test(c.text) || /^(?:mon|tue|wed|thu|fri)\w*\.? \d/i.test(c.text))
  )
    return false;
  const known = words.filter((c) => headsColumn(c.text) || namesRows(c.text)).length;
  return words.length >= 1 && (namesRows(cells[0]?.text ?? '') || known * 2 >= words.length);
}

/** Two or more cells that each name a person: a column for each of them. */
function headsPeople(cells: readonly Cell[], students: readonly Span[]): boolean {
  const people = cells.filter(
    (c) =>
      isPersonLabel(c.text) ||
      students.some((s) => s.start >= c.start && s.end <= c.end && c.text.length <= s.end - s.start + 8),
  );
  return people.length >= 2 && cells.length - people.length <= 1;
}

/** A line of words over a line of values that stand under them. */
function labelHeaderAt(sheet: Sheet, line: Line, students: readonly Span[]): Header | null {
  if (!canHead(line.cells) && !headsPeople(line.cells, students)) return null;
  // The first line is a title, unless its first cell names the rows of a table.
  const isFirst = sheet.lines.findIndex((l) => l.cells.length > 0) === line.index;
  if (isFirst && !(line.cells.length > 2 && namesRows(line.cells[0]?.text ?? ''))) return null;
  const next = sheet.lines.slice(line.index + 1, line.index + 4).filter((l) => l.cells.length > 0);
  const columns = line.cells.map((c) => column(c, null));
  let lastLine = line.index;
  for (const [i, below] of next.entries()) {
    const aligned = alignCells(below.cells, columns);
    const valued = below.cells.filter((c, k) => isValueCell(c.text) && aligned[k] !== null && below.cells.length > 1);
    const isData = valued.length > 0 && !below.cells.some((c) => isFieldCell(c.text));
    if (isData && !canHead(below.cells)) {
      return {
        kind: 'labels',
        sideBySide: false,
        firstLine: line.index,
        lastLine,
        columns: columns.map((c, k) => mergedLabel(c, k, sheet, line, lastLine, columns)),
      };
    }
    const continues =
      i === 0 &&
      below.block === line.block &&
      aligned.every((a) => a !== null) &&
      below.cells.every((c) => !isFieldCell(c.text));
    if (!continues) return null;
    lastLine = below.index;
  }
  return null;
}

function mergedLabel(
  c: Column,
  index: number,
  sheet: Sheet,
  line: Line,
  lastLine: number,
  columns: readonly Column[],
): Column {
  if (lastLine === line.index) return c;
  const below = sheet.lines[lastLine];
  const at = below ? alignCells(below.cells, columns).indexOf(index) : -1;
  const more = below?.cells[at];
  return more
    ? { ...c, label: `${c.label} ${more.text}`, x0: Math.min(c.x0, more.x0), x1: Math.max(c.x1, more.x1) }
    : c;
}

/** Two or three headings on a line, each over a list that begins where it begins. */
function sideBySideAt(sheet: Sheet, line: Line): Header | null {
  const { cells } = line;
  const isFirst = sheet.lines.findIndex((l) => l.cells.length > 0) === line.index;
  if (isFirst || cells.length < 2 || cells.length > 3) return null;
  const isHeading = (c: Cell) =>
    /[A-Za-z]{3}/.test(c.text) &&
    !isFieldCell(c.text) &&
    !isValueCell(c.text) &&
    c.text.length <= 36 &&
    !/[=✓✗]|\d\s?\/\s?\d/.test(c.text);
  if (!cells.every(isHeading)) return null;
  const next = sheet.lines
    .slice(line.index + 1, line.index + 6)
    .filter((l) => l.cells.length > 0)
    .slice(0, 3);
  const lists = next.filter((l) =>
    cells.every((c) => l.cells.some((o) => Math.abs(o.x0 - c.x0) <= 4 && /\d|[✓✗+]/.test(o.text))),
  );
  if (lists.length < 2) return null;
  const columns = cells.map((c, i) => ({ ...column(c, null), x1: (cells[i + 1]?.x0 ?? c.x0 + 200) - 1 }));
  return { kind: 'labels', firstLine: line.index, lastLine: line.index, columns, sideBySide: true };
}

/** Every header of `sheet`, in order of its lines. */
export function findHeaders(sheet: Sheet, pageDays: PageDays, students: readonly Span[]): Header[] {
  const anchor = weekAnchor(pageDays);
  const headers: Header[] = [];
  for (let i = 0; i < sheet.lines.length; i += 1) {
    const line = sheet.lines[i]!;
    const previous = headers.at(-1);
    const within = previous?.kind === 'labels' && sheet.lines[previous.lastLine]?.block === line.block;
    const found =
      dayHeaderAt(line, pageDays, anchor) ??
      (within ? null : (labelHeaderAt(sheet, line, students) ?? sideBySideAt(sheet, line)));
    if (!found) continue;
    const joins = previous?.kind === 'days' && found.kind === 'days' && previous.lastLine === i - 1;
    const merged = joins && previous ? mergeDayLines(previous, found) : null;
    if (merged) headers[headers.length - 1] = merged;
    else headers.push(found);
    i = found.lastLine;
  }
  return headers;
}
