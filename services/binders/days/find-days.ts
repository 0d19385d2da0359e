/** Finds the dates of a page, in every form that US schools write, in English and Spanish. */
import type { Day } from '../../domain/dates.ts';
import { daysBetween } from '../../domain/dates.ts';
import type { Line, Sheet } from '../page-text/sheet.ts';
import { fitYear, makeDay, monthOf, monthPattern, weekdayPattern } from './calendar.ts';
import type { DayMention, PageDays, YearHint } from './day-mention.ts';
import { dayRole } from './day-role.ts';
import { findBareDates } from './find-bare-dates.ts';
import { findMonthDays } from './month-days.ts';

interface Raw {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

// A dash behind a figure joins the two ends of a stretch: `11/10-11/14/25`.
const numericWithYear = /(?<![\d/.$#]|(?<!\d)-)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/%]|-\d)/g;
const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const monthFirst = new RegExp(
  `\\b(${monthPattern})\\b\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d/%:]|\\.\\d|\\s*(?:min|sec|%|of\\b))(?:,?\\s+(20\\d{2})\\b)?`,
  'gi',
);
const dayFirst = new RegExp(
  `(?<![\\d/.])(\\d{1,2})(?:st|nd|rd|th)?(?: de\\s| )(${monthPattern})\\b\\.?(?:,? (?:del? )?(20\\d{2}))?`,
  'gi',
);
/** `Nov. 10-14`: the second day of a stretch within a month. */
const monthRange = new RegExp(
  `\\b(${monthPattern})\\b\\.? (\\d{1,2})(?:\\s?[-–]\\s?| to | thru | through | & | and )(\\d{1,2})(?![\\d/:%]|\\s?(?:min|of\\b))(?:,?\\s+(20\\d{2})\\b)?`,
  'gi',
);
const monthYear = new RegExp(`\\b(${monthPattern})\\b\\.?,?\\s+(?:de\\s+)?(20\\d{2})\\b`, 'gi');
const monthAlone = new RegExp(`\\b(${monthPattern})\\b\\.?`, 'gi');
const schoolYear = /\b(?:school year|sy|year)?\s*(20\d{2})\s*[-–/]\s*(?:20)?(\d{2})\b/gi;

function rawDates(text: string): Raw[] {
  const found: Raw[] = [];
  const free = (start: number, end: number) => !found.some((raw) => raw.start < end && raw.end > start);
  const add = (match: RegExpMatchArray, year: string | undefined, month: number | null, day: string | undefined) => {
    const start = match.index ?? 0;
    const end = start + match[0].trimEnd().length;
    if (month === null || !free(start, end)) return;
    found.push({ start, end, year: year ? Number(year) : null, month, day: Number(day) });
  };
  for (const m of text.matchAll(iso)) add(m, m[1], Number(m[2]), m[3]);
  for (const m of text.matchAll(numericWithYear)) {
    // `24/2/25`: the day first, where it can be no month.
    const isDayFirst = Number(m[1]) > 12 && Number(m[3]) <= 12;
    add(m, m[4], Number(isDayFirst ? m[3] : m[1]), isDayFirst ? m[1] : m[3]);
  }
  for (const m of text.matchAll(dayFirst))
    if (!/^(may|mar|sun|sat)$/i.test(m[2] ?? '') || m[3]) add(m, m[3], monthOf(m[2] ?? ''), m[1]);
  for (const m of text.matchAll(monthFirst)) if (!/^may$/.test(m[1] ?? '')) add(m, m[3], monthOf(m[1] ?? ''), m[2]);
  for (const m of text.matchAll(monthRange)) {
    const month = monthOf(m[1] ?? '');
    const start = (m.index ?? 0) + m[0].lastIndexOf(m[3] ?? '', m[0].length - (m[4] ?? '').length - 1);
    if (month !== null && free(start, start + (m[3] ?? '').length)) {
      found.push({
        start,
        end: start + (m[3] ?? '').length,
        year: m[4] ? Number(m[4]) : null,
        month,
        day: Number(m[3]),
      });
    }
  }
  return found;
}

function yearHints(text: string): YearHint[] {
  const hints: YearHint[] = [];
  for (const m of text.matchAll(schoolYear)) {
    const year = Number(m[1]);
    if (Number(m[2]) === (year + 1) % 100) hints.push({ first: `${year}-07-15`, last: `${year + 1}-07-14` });
  }
  for (const m of text.matchAll(monthYear)) {
    const month = monthOf(m[1] ?? '');
    const lead = text.slice(Math.max(0, (m.index ?? 0) - 24), m.index);
    const alone = /(?:month(?: of)?|mes(?: de)?)\W*$/i.test(lead) || /(?:^|\n)\s*$/.test(lead);
    const first = month === null || !alone ? null : makeDay(Number(m[2]), month, 1);
    if (first) hints.push({ first, last: makeDay(Number(m[2]), month ?? 1, 28) ?? first });
  }
  return hints;
}

/** The date that the page gives for itself with its year, which places its yearless dates; null for none. */
function ownDate(days: readonly DayMention[], upload: Day): Day | null {
  const own = days.filter(
    (d) => d.hasYear && ['self', 'closing', 'week'].includes(d.role) && daysBetween(d.day, upload) >= -30,
  );
  return own.at(-1)?.day ?? null;
}

function withinHints(month: number, day: number, hints: readonly YearHint[]): Day | null {
  for (const hint of hints) {
    for (const year of [Number(hint.first.slice(0, 4)), Number(hint.last.slice(0, 4))]) {
      const made = makeDay(year, month, day);
      if (made && made >= hint.first && made <= hint.last) return made;
    }
  }
  return null;
}

function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low];
}

/** The months (1 to 12) that `text` names without a day. */
function namedMonths(text: string): number[] {
  return [...text.matchAll(monthYear)].flatMap((m) => monthOf(m[1] ?? '') ?? []);
}

/** `Date   11/3   11/4   11/5`: the first of a row of dates is no more the page's own than the others. */
function asRow(days: readonly DayMention[]): DayMention[] {
  return days.map((d) => {
    const beside = days.filter((o) => o.line === d.line && o !== d && o.start > d.start && o.role === 'plain');
    return d.role === 'self' && beside.length >= 2 ? { ...d, role: 'plain' } : d;
  });
}

/** The dates of `sheet`, in order. Dates without a year get the year that fits `upload` and the page's own dates. */
export function findDays(sheet: Sheet, upload: Day): PageDays {
  const { text } = sheet;
  const raw = rawDates(text);
  const hints = yearHints(text);
  const place = (r: Raw, near: Day | null): DayMention | null => {
    const line = lineAt(sheet.lines, r.start);
    if (!line) return null;
    const day =
      r.year === null
        ? (withinHints(r.month, r.day, hints) ?? fitYear(r.month, r.day, upload, near))
        : makeDay(r.year, r.month, r.day);
    if (!day) return null;
    const role = dayRole(text.slice(line.start, r.start), text.slice(r.end, line.end));
    return { start: r.start, end: r.end, line: line.index, day, hasYear: r.year !== null, role };
  };
  const dated = raw
    .filter((r) => r.year !== null)
    .map((r) => place(r, null))
    .filter((d) => d !== null);
  const near = ownDate(dated, upload);
  const bare = findBareDates(sheet, raw, upload).map((r) => ({ ...r, year: null }));
  const yearless = [...raw.filter((r) => r.year === null), ...bare]
    .map((r) => place(r, near))
    .filter((d) => d !== null);
  const ofMonth = dated.length + yearless.length > 0 ? [] : findMonthDays(sheet, namedMonths(text), upload);
  const placed = ofMonth.map((r) => place(r, null)).filter((d) => d !== null);
  const days = asRow([...dated, ...yearless, ...placed].sort((a, b) => a.start - b.start));
  const months = [...text.matchAll(monthAlone)]
    .filter((m) => !days.some((d) => d.start < m.index + m[0].length && d.end > m.index))
    .filter((m) => !/^(?:may|mar|sun|sat|dic|ago|ene)$/.test(m[0]))
    .map((m) => ({ start: m.index, end: m.index + m[0].length, month: monthOf(m[0]) ?? 0 }));
  return { days, hints, months };
}

/** Whether all of `text` is a weekday, a date, or both. */
export function isWeekdayWord(text: string): boolean {
  return new RegExp(`^(?:${weekdayPattern})\\.?$`, 'i').test(text.trim());
}
