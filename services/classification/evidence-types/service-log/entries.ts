/** The entries of a log that is kept line by line: a date with what was done on it, and whose section it stands in. */
import { dayInWeekOf, weekdayOf } from '../../../binders/days/calendar.ts';
import { weekAnchor } from '../../../binders/layout/day-headers.ts';
import type { Row, RowCell } from '../../../binders/layout/layout.ts';
import type { OpenPage } from '../../../binders/open-page.ts';
import type { Line } from '../../../binders/page-text/sheet.ts';
import type { StudentMention } from '../../../binders/people/student-mention.ts';
import type { Day } from '../../../domain/dates.ts';
import { minutesIn } from './session-minutes.ts';
import { statusOf } from './session-status.ts';

export interface Entry {
  readonly day: Day;
  readonly line: Line;
  readonly row: Row | null;
  readonly cells: readonly RowCell[];
  /** The mended text of the entry and where it begins. */
  readonly text: string;
  readonly start: number;
  /** The heading that it stands under, where that names a student. */
  readonly section: { readonly mention: StudentMention; readonly text: string } | null;
  /** A line that goes on with the entry above. */
  readonly continues: boolean;
}

/** The day that a cell of the row gives as a weekday: `Tue` under `day` in a log of one week. */
function weekdayCell(page: OpenPage, cells: readonly RowCell[]): Day | null {
  const cell = cells.find((c) => /^(?:day|date)\b/i.test(c.column?.label ?? '') && weekdayOf(c.cell.text) !== null);
  const anchor = cell ? weekAnchor(page.days) : null;
  return cell && anchor ? dayInWeekOf(anchor, weekdayOf(cell.cell.text) ?? 1) : null;
}

/** Dates of one line that each begin an entry: `1/20  30    1/22  30`. */
function leadsOf(page: OpenPage, line: Line): { day: Day; from: number; to: number }[] {
  const days = page.days.days.filter((d) => d.line === line.index && ['plain', 'self'].includes(d.role));
  const leads = days.filter((d) => {
    const at = line.cells.findIndex((c) => c.start === d.start || (c.start <= d.start && c.end >= d.end));
    const cell = line.cells[at];
    const after = line.text.slice(d.end - line.start, d.end - line.start + 14);
    const beside = line.cells[at + 1]?.text ?? '';
    return (
      cell !== undefined &&
      cell.start === d.start &&
      (/^\W{0,3}\d{1,3}\b/.test(after) || minutesIn(beside) !== null || statusOf(beside) !== null)
    );
  });
  if (leads.length < 2 || leads[0]?.start !== line.cells[0]?.start) return [];
  return leads.map((d, i) => ({ day: d.day, from: d.start, to: leads[i + 1]?.start ?? line.end }));
}

const weekdayValue =
  /(?:^|\s{2,})(mon|tues?|wed|thurs?|thu|fri|m|t|tu|w|th|r|f)\b\.?:?\s+(?=(?:\d{1,3}|O)\b(?!\s?[:/])|-{1,3}(?:\s|$)|abs|no\b|not\b)/gi;
const letterDays: Readonly<Record<string, number>> = { m: 1, t: 2, tu: 2, tue: 2, w: 3, th: 4, r: 4, f: 5 };

/** Weekdays of one line, each with its value: `M 30    T 30    W 0 not delivered    Th 30`. */
function weekdayLeads(page: OpenPage, line: Line): { day: Day; from: number; to: number }[] {
  const anchor = weekAnchor(page.days);
  const found = [...line.text.matchAll(weekdayValue)].map((m) => {
    const name = (m[1] ?? '').toLowerCase();
    return { weekday: weekdayOf(name) ?? letterDays[name] ?? 0, from: line.start + m.index + m[0].search(/\S/) };
  });
  const isWeek = found.length >= 3 && found.every((f, i) => i === 0 || f.weekday > (found[i - 1]?.weekday ?? 9));
  if (!anchor || !isWeek) return [];
  return found.map((f, i) => ({
    day: dayInWeekOf(anchor, f.weekday),
    from: f.from,
    to: found[i + 1]?.from ?? line.end,
  }));
}

/** `M 30`: the day and its value, one space apart, are two cells. */
function partLead(cells: readonly RowCell[]): readonly RowCell[] {
  const [first, ...rest] = cells;
  const gap = first?.cell.text.indexOf(' ') ?? -1;
  if (!first || gap < 1) return cells;
  const { cell } = first;
  const at = gap + 1 + cell.text.slice(gap + 1).search(/\S/);
  const lead = { ...cell, text: cell.text.slice(0, gap), end: cell.start + gap, x1: cell.x0 + gap };
  const value = { ...cell, text: cell.text.slice(at), start: cell.start + at, x0: cell.x0 + at };
  return [{ ...first, cell: lead }, { cell: value, column: null }, ...rest];
}

/** A line that names one student and tells of no session: it heads a section of the log. */
function sectionOf(page: OpenPage, line: Line): Entry['section'] {
  const mentions = page.students.filter((m) => m.line === line.index && m.strength !== 'relative');
  const [mention] = mentions;
  const first = line.cells[0];
  if (!mention || !first || mentions.length !== 1 || mention.start > first.start + 12) return null;
  return { mention, text: line.text };
}

/** The entries of `page`, in the order of its lines; lines of grids under days are none. */
export function entriesOf(page: OpenPage): Entry[] {
  const entries: Entry[] = [];
  let section: Entry['section'] = null;
  for (const line of page.sheet.lines) {
    if (line.cells.length === 0) continue;
    const heads = page.layout.headers.some((h) => h.firstLine <= line.index && h.lastLine >= line.index);
    // `Jan 28   absent` over `Jan 29   30 minutes` heads nothing.
    const first = page.days.days.find((d) => d.line === line.index && d.start === line.cells[0]?.start);
    if (heads && (!first || line.cells.length > 2)) continue;
    const row = page.layout.rows.get(line.index) ?? null;
    if (row?.header.kind === 'days') continue;
    const all: readonly RowCell[] = row?.cells ?? line.cells.map((cell) => ({ cell, column: null }));
    const dated = leadsOf(page, line);
    const leads = dated.length > 0 ? dated : weekdayLeads(page, line);
    if (leads.length > 0) {
      for (const { day, from, to } of leads) {
        const cells = partLead(all.filter((c) => c.cell.start >= from && c.cell.start < to));
        const text = page.sheet.text.slice(from, to).trimEnd();
        entries.push({ day, line, row, cells, text, start: from, section, continues: false });
      }
      continue;
    }
    const inRow = row ? page.days.days.find((d) => d.line === line.index && d.role === 'plain')?.day : undefined;
    const day =
      row?.day ??
      page.layout.leadingDays.get(line.index) ??
      (heads ? first?.day : undefined) ??
      inRow ??
      weekdayCell(page, all);
    const whole = { line, row, cells: all, text: line.text, start: line.start, section };
    const last = entries.at(-1);
    if (day) entries.push({ ...whole, day, continues: false });
    else if (last && last.line.index === line.index - 1 && (line.cells[0]?.x0 ?? 0) > (last.line.cells[0]?.x0 ?? 0) + 3)
      entries.push({ ...whole, day: last.day, continues: true });
    else section = sectionOf(page, line) ?? section;
  }
  return entries;
}
