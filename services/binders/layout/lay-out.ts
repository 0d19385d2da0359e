/** Lays out a page: which line belongs under which header, which column each cell stands in, which day leads a line. */
import type { Day } from '../../domain/dates.ts';
import { dayInWeekOf, monthPattern, weekdayOf, weekdayPattern } from '../days/calendar.ts';
import type { PageDays } from '../days/day-mention.ts';
import { legendOf } from '../page-text/legend.ts';
import type { Cell, Line, Sheet } from '../page-text/sheet.ts';
import { alignCells } from './align.ts';
import { isAbsence, isFieldCell, isValueCell } from './cell-kinds.ts';
import { weekAnchor } from './day-headers.ts';
import { findHeaders } from './find-headers.ts';
import type { Span } from './label-headers.ts';
import { listsPairs } from './label-pairs.ts';
import type { Column, Header, Layout, Row, RowCell } from './layout.ts';
import { rowGroups } from './row-groups.ts';

const leadIn = new RegExp(
  `^\\s*[•*(-]?\\s*(?:(?:week|wk)\\.?\\s+(?:of|ending|end)\\s+)?(?:(?:${weekdayPattern}|[MTWF]|Th)\\.?,?\\s*)?\\(?$`,
  'i',
);

/** The date that begins a line, weekday aside. */
function leadingDay(line: Line, pageDays: PageDays): Day | null {
  const first = pageDays.days.find((d) => d.line === line.index);
  if (!first || first.role === 'due' || first.role === 'birth') return null;
  return leadIn.test(line.text.slice(0, first.start - line.start)) ? first.day : null;
}

const weekdayLead = new RegExp(`^\\s*[•*-]?\\s*(${weekdayPattern}|M|T|Tu|W|Th|R|F)\\b[.:]?(?=\\s|$)`, 'i');
const letterDays: Readonly<Record<string, number>> = { m: 1, t: 2, tu: 2, w: 3, th: 4, r: 4, f: 5 };

/** Lines that begin with the weekdays of one week, in order, get its days. */
function weekdayLines(sheet: Sheet, pageDays: PageDays): Map<number, Day> {
  const anchor = weekAnchor(pageDays);
  const found = sheet.lines.flatMap((line) => {
    const name = weekdayLead.exec(line.text)?.[1]?.toLowerCase();
    const weekday = name ? (weekdayOf(name) ?? letterDays[name] ?? null) : null;
    const dated = pageDays.days.some((d) => d.line === line.index);
    return weekday === null || dated
      ? []
      : [{ line: line.index, weekday, block: line.block, short: (name?.length ?? 0) < 3 }];
  });
  const runs = found.filter((f) => {
    const near = found.filter((o) => o.block === f.block);
    return near.length >= (f.short ? 4 : 3) && near.every((o, i) => i === 0 || o.weekday > (near[i - 1]?.weekday ?? 0));
  });
  return new Map(anchor ? runs.map((f) => [f.line, dayInWeekOf(anchor, f.weekday)]) : []);
}

/**
 * `Josephine A. P`, `Ibarra-Tovar, Marisol 30`: the value of the next column stands one space behind a long label; they
 * are two cells, where no other cell of the line stands in that column.
 */
function partLabel(cell: Cell, header: Header, line: Line): readonly Cell[] {
  const at = cell.text.lastIndexOf(' ') + 1;
  const value = cell.text.slice(at);
  const x0 = cell.x0 + at;
  const columns = header.kind === 'days' ? header.columns.slice(0, 1) : header.columns.slice(1);
  const target = columns.find((c) => Math.abs(x0 - c.x0) <= 3);
  const isFree = (c: Column) => line.cells.every((o) => o === cell || o.x1 <= c.x0 || o.x0 >= c.x1);
  const isNumber = header.kind === 'days' || /^\d{1,3}$/.test(value);
  if (header.sideBySide || at < 3 || !target || !isNumber || cell.x0 >= target.x0 - 3 || !isValueCell(value))
    return [cell];
  if (
    header.kind === 'labels' &&
    (!isFree(target) || !/^[A-Z][a-z]/.test(cell.text) || /\d/.test(cell.text.slice(0, at)))
  )
    return [cell];
  const text = cell.text.slice(0, at).trimEnd();
  return [
    { ...cell, text, end: cell.start + text.length, x1: cell.x0 + text.length },
    { text: value, start: cell.start + at, end: cell.end, x0, x1: cell.x1 },
  ];
}

/** `Mon 1   Tue 0   Wed absent`: cells that each open with the next weekday are a week of their own, no row of a table. */
function listsWeek(line: Line): boolean {
  const days = line.cells.map((cell) => {
    const name = weekdayLead.exec(cell.text)?.[1]?.toLowerCase();
    return name ? (weekdayOf(name) ?? letterDays[name] ?? null) : null;
  });
  const named = days.filter((day) => day !== null);
  return days[0] !== null && named.length >= 2 && named.every((day, i) => i === 0 || day > (named[i - 1] ?? 0));
}

/** A cell of as many values as there are columns, with one space between them, is that many cells. */
function unpackValues(line: Line, header: Header): readonly Cell[] {
  const width = header.columns.length;
  return line.cells.flatMap((cell, i) => {
    if (i === 0 || header.kind === 'labels') {
      const parted = partLabel(cell, header, line);
      if (parted.length > 1) return [...parted];
    }
    const parts = [...cell.text.matchAll(/\S+/g)];
    // `8:30 - 9:30` is one value, whatever the number of columns.
    if (cell.text.includes(':') || parts.length !== width || width < 3 || !parts.every((p) => isValueCell(p[0])))
      return [cell];
    return parts.map((p, i): Cell => {
      const target = header.columns[i]!;
      const start = cell.start + p.index;
      return { text: p[0], start, end: start + p[0].length, x0: target.x0, x1: target.x1 };
    });
  });
}

/** Whether the cells of a column are dates. */
const namesDate = (column: Column | null) => /^(?:date|day|fecha)$/i.test(column?.label.trim() ?? '');

/** The words before the first value of a row; a number that only counts the rows is skipped. */
function labelOf(cells: readonly RowCell[], header: Header): string {
  if (header.sideBySide) return '';
  const parts: string[] = [];
  for (const [i, { cell, column }] of cells.entries()) {
    const isDate =
      (i === 0 && (/^\D{0,12}\d{1,2}[/-]\d/.test(cell.text) || weekdayLead.test(cell.text))) ||
      (namesDate(column) && /\d/.test(cell.text));
    const isValue = isValueCell(cell.text) && !/^[A-Za-z]{2,3}$/.test(cell.text);
    if (isDate || (isValue && i === 0)) continue;
    if (isValue || (header.kind === 'days' && column !== null)) break;
    if (header.kind === 'labels' && parts.length > 0 && column !== null && column !== header.columns[0]) break;
    parts.push(cell.text);
  }
  return parts.join(' ');
}

/** `WRC`, `LSF`: letters that name a row, where nothing else stands left of the first column. */
const isCode = (text: string) => /^[A-Z]{2,4}$/.test(text) && !isAbsence(text);

function rowUnder(line: Line, header: Header, leading: Day | null, pageDays: PageDays): Row | null {
  if (header.sideBySide && listsPairs(line)) return null;
  const source = unpackValues(line, header);
  // The words left of the first day name the row; they stand under no day.
  const [lead] = source;
  const begins = header.columns[0]?.x0 ?? 0;
  // Under names it does so where it ends before the first of them begins: a date, or a word.
  const isLabelled =
    lead !== undefined &&
    (header.kind === 'days'
      ? !isValueCell(lead.text) && lead.x0 < begins - 3
      : source.length > 1 &&
        lead.x1 < begins &&
        (leading !== null ||
          !isValueCell(lead.text) ||
          (isCode(lead.text) && source.length === header.columns.length + 1)));
  const aligned = header.sideBySide
    ? source.map((cell) => header.columns.findLastIndex((c) => cell.x0 >= c.x0 - 4))
    : isLabelled
      ? [null, ...alignCells(source.slice(1), header.columns)]
      : alignCells(source, header.columns);
  const label = header.kind === 'days' ? (source[0]?.text ?? '') : '';
  const figures = source.filter((cell) => /^[\d_]/.test(cell.text)).length;
  // `week total   16` under the first of five days is of none of them.
  const ofWeek =
    /^\W*(?:total (?:for )?(?:the )?)?(?:week|wk|weekly)\b/i.test(label) && figures === 1 && header.columns.length > 2;
  const cells = source.map((cell, i) => ({
    cell,
    column: ofWeek && /^\d/.test(cell.text) ? null : (header.columns[aligned[i] ?? -1] ?? null),
  }));
  const hits = cells.filter((c) => c.column !== null || ofWeek);
  const valued = hits.filter((c) => isValueCell(c.cell.text) || (header.kind === 'labels' && hits.length > 1));
  if (valued.length === 0) return null;
  if (header.kind === 'days' && hits.length < 2 && header.columns.length > 2 && !isValueCell(hits[0]?.cell.text ?? ''))
    return null;
  if (line.cells.some((cell) => isFieldCell(cell.text)) && header.kind === 'labels') return null;
  const dated = cells.find((c) => namesDate(c.column))?.cell;
  const day =
    leading ?? (dated && pageDays.days.find((d) => d.start >= dated.start && d.end <= dated.end)?.day) ?? null;
  return { line: line.index, header, cells, label: labelOf(cells, header), day };
}

/** What sums up the rows of one day: `for the day`, `day total`. */
const sumsDay =
  /^\W*(?:(?:total )?for the day|(?:the )?day(?:['’]s)?(?: total)?|daily total|total|all day|in all)\W*$/i;

/** The day of the dated row above in the same block, for a row that leaves the place of its date empty. */
function carriedDay(line: Line, header: Header, rows: ReadonlyMap<number, Row>): Day | null {
  const first = line.cells[0];
  if (header.kind !== 'labels' || !first) return null;
  let above = rows.get(line.index - 1);
  // The first row under a date has it in a cell of its own; the others begin where that one's values begin.
  while (above?.carried) above = rows.get(above.line - 1);
  const dated = above?.cells[0]?.cell;
  if (!above?.day || above.header !== header || dated === undefined) return null;
  const begins = above.cells[1]?.cell.x0 ?? 0;
  const carried = dated.x0 + 3 < first.x0 && first.x0 >= Math.min(begins, dated.x1) - 2;
  return carried && (isValueCell(first.text) || sumsDay.test(first.text)) ? above.day : null;
}

const sumsUp = /^\W*(?:total|sum|avg|average|mean|median|week|wk|month|all|overall|grand)\b/i;
const startsWithMonth = new RegExp(`^\\s*(?:${monthPattern})\\b`, 'i');

/** Whether a table whose rows are all dated is over: a new block begins with words, where the dates stood. */
function endsDated(header: Header, line: Line, sheet: Sheet, rows: ReadonlyMap<number, Row>): boolean {
  const [first] = line.cells;
  const over = sheet.lines[line.index - 1];
  const own = [...rows.values()].filter((r) => r.header === header);
  const isDated = namesDate(header.columns[0] ?? null) && own.length > 0 && own.every((r) => r.day !== null);
  if (!isDated || !first || (over && over.cells.length > 0)) return false;
  const words = /^[A-Za-z]{3}/.test(first.text) && !weekdayLead.test(line.text) && !startsWithMonth.test(line.text);
  return words && !sumsUp.test(line.text) && first.x0 <= (header.columns[0]?.x1 ?? 0);
}

/** How far a header reaches: to the next header, and for columns of measures to the end of its block of lines. */
function reaches(header: Header, line: Line, sheet: Sheet, rows: ReadonlyMap<number, Row>): boolean {
  if (header.kind === 'days') return true;
  const own = sheet.lines[header.lastLine]?.block ?? -1;
  if (line.block === own) return true;
  if (header.sideBySide && line.block > own + 1) return false;
  const between = [...rows.values()].filter((r) => r.header === header);
  // A blank line under the header, or between rows that look alike.
  if (between.length === 0) return line.block === own + 1;
  const last = between.at(-1);
  const lastBlock = sheet.lines[last?.line ?? 0]?.block ?? own;
  return line.block <= lastBlock + 1 && line.cells.length >= Math.min(3, last?.cells.length ?? 3);
}

/** `TODAY   upset 14 min in all   left area 2x`: a line of words under rows that open with a time or a date is none of them. */
function isSaidUnder(row: Row, rows: ReadonlyMap<number, Row>): boolean {
  const own = [...rows.values()].filter(
    (r) => r.header === row.header && r.cells.some(({ cell }) => /\w/.test(cell.text)),
  );
  const opensWithTime = (r: Row) => /^\d{1,2}[:/]\d{2}\b/.test(r.cells[0]?.cell.text ?? '');
  return (
    row.header.kind === 'labels' &&
    own.length >= 2 &&
    own.every(opensWithTime) &&
    /^[A-Za-z]{3}/.test(row.cells[0]?.cell.text ?? '') &&
    row.day === null &&
    !row.cells.some(({ cell }) => isValueCell(cell.text))
  );
}

/** What was taken for a header and stands over a list of weekdays is a heading. */
function isHeadingOfWeek(header: Header, sheet: Sheet): boolean {
  const next = sheet.lines.slice(header.lastLine + 1).find((line) => line.cells.length > 0);
  return header.kind === 'labels' && next !== undefined && listsWeek(next);
}

/** Labels of rows that the next line carries on: `crying,` over `min/day`. */
function carriedLabels(sheet: Sheet, rows: ReadonlyMap<number, Row>): [number, string][] {
  return [...rows.values()].flatMap((row): [number, string][] => {
    const next = sheet.lines[row.line + 1];
    const [only] = next?.cells ?? [];
    const first = row.header.columns[0];
    if (!next || !only || !first || next.cells.length !== 1 || rows.has(next.index) || row.label === '') return [];
    const carries = /[,/(-]$/.test(row.label) || /^\(|^(?:min|sec|minutes|seconds|per|each|a)\b/i.test(only.text);
    return carries && only.x1 <= first.x0 && only.text.length <= 24 ? [[row.line, `${row.label} ${only.text}`]] : [];
  });
}

/** Lays out `sheet`. */
export function layOut(sheet: Sheet, pageDays: PageDays, students: readonly Span[]): Layout {
  const headers = findHeaders(sheet, pageDays, students).filter((header) => !isHeadingOfWeek(header, sheet));
  const headerLines = new Set(
    headers.flatMap((h) => Array.from({ length: h.lastLine - h.firstLine + 1 }, (_, i) => h.firstLine + i)),
  );
  const legend = legendOf(sheet);
  const rows = new Map<number, Row>();
  const leadingDays = new Map<number, Day>();
  const weekdays = weekdayLines(sheet, pageDays);
  let current: Header | null = null;
  for (const line of sheet.lines) {
    current = headers.find((h) => h.firstLine === line.index) ?? current;
    if (line.cells.length === 0 || headerLines.has(line.index)) continue;
    const day = leadingDay(line, pageDays) ?? weekdays.get(line.index) ?? null;
    if (day) leadingDays.set(line.index, day);
    // A heading that opens a part of its own ends the table above it.
    const over = sheet.lines[line.index - 1];
    const opens =
      line.cells.length === 1 && (!over || over.cells.length === 0) && !isValueCell(line.cells[0]?.text ?? '');
    if (opens && current?.kind === 'labels' && [...rows.values()].some((r) => r.header === current)) current = null;
    if (current && endsDated(current, line, sheet, rows)) current = null;
    if (!current || legend.lines.has(line.index) || listsWeek(line) || !reaches(current, line, sheet, rows)) continue;
    const carried = day === null ? carriedDay(line, current, rows) : null;
    const row = rowUnder(line, current, day ?? carried, pageDays);
    if (row && isSaidUnder(row, rows)) continue;
    if (row) rows.set(line.index, carried ? { ...row, carried: true } : row);
  }
  for (const [index, label] of carriedLabels(sheet, rows)) rows.set(index, { ...rows.get(index)!, label });
  const groups = rowGroups(sheet, rows, legend.lines);
  for (const [index, label] of groups.labels) rows.set(index, { ...rows.get(index)!, label });
  return { headers, rows, leadingDays, groupHeads: groups.heads };
}
