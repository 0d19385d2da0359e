/** Lists of dated lines that go on overleaf. */
import { type Day, daysBetween } from '../../domain/dates.ts';
import { makeDay, weekdayOf, weekdayPattern } from '../days/calendar.ts';
import type { DayMention } from '../days/day-mention.ts';
import { isValueCell } from '../layout/cell-kinds.ts';
import type { Line } from '../page-text/sheet.ts';

/** Days within which one list goes on. */
const longestGap = 45;
/** Days to the next entry, and lines of the first, where the page before has no more than one; below its head. */
const shortGap = 7;
const longestEntry = 6;
const headLines = 2;
/** Lines that may stand below the last date: a remark, a total, a foot. */
const lastLines = 3;

interface Lead {
  readonly day: Day;
  /** How it is written: `9/9`, `a 9`. */
  readonly form: string;
}

const leadIn = new RegExp(`^[\\s*•(-]*(?:(?:${weekdayPattern}|[A-Z]|Th|Tu|\\d{1,2})[.,]?\\s+)?\\(?$`, 'i');

/** The date that begins a line, behind a weekday or a bullet at most. */
function leadOf(line: Line, days: readonly DayMention[]): Lead | null {
  const found = days.find((d) => d.line === line.index);
  if (!found || !leadIn.test(line.text.slice(0, found.start - line.start))) return null;
  const text = line.text.slice(0, found.end - line.start).trim();
  const form = text.replace(/\d+/g, '9').replace(/[A-Za-z]+\.?/g, 'a');
  return { day: found.day, form: form.replace(/^[a9][, ]+(?=[9a])/, '') };
}

/** `11/25` alone at the start of a page is a date where the lines before it begin so too. */
function bareLead(line: Line, last: Lead): Lead | null {
  const match = last.form === '9/9' ? /^\s*(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(line.text) : null;
  if (!match) return null;
  const year = Number(last.day.slice(0, 4));
  const days = [year, year + 1].map((y) => makeDay(y, Number(match[1]), Number(match[2])));
  const day = days.find((one) => one !== null && one >= last.day);
  return day ? { day, form: last.form } : null;
}

const weekday = new RegExp(`^[\\s*•(-]*(${weekdayPattern})\\b`, 'i');
const weekdayIn = (line: Line | undefined) => weekdayOf(weekday.exec(line?.text ?? '')?.[1] ?? '');

/** `Wed` at the start of a page, where the lines before begin with Mon and Tue. */
function weekGoesOn(lines: readonly Line[], head: Line): boolean {
  const found = lines.map(weekdayIn).filter((day) => day !== null);
  const first = weekdayIn(head);
  const last = found.at(-1) ?? 7;
  return found.length >= 2 && first !== null && (found.at(-2) ?? 7) < last && first === last + 1;
}

const isAlone = (line: Line | undefined) => line?.cells.length === 1 && line.text.trim().length <= 24;

/** Entries of one list are laid out alike: a date alone, or about as many cells. */
function isLaidOutAlike(a: Line | undefined, b: Line): boolean {
  const cells = [a?.cells.length ?? 0, b.cells.length] as const;
  const areValues = [a, b].map(
    (line) => isValueCell(line?.cells[1]?.text ?? '') || /^\d/.test(line?.cells[1]?.text ?? ''),
  );
  const isAlike = Math.min(...cells) >= 2 && Math.abs(cells[0] - cells[1]) <= 1 && areValues[0] === areValues[1];
  return isAlike || (isAlone(a) && isAlone(b));
}

/** Whether `next` begins with the next day of a list of dated lines that `lines` ends with. */
export function listGoesOn(
  lines: readonly Line[],
  days: readonly DayMention[],
  next: readonly Line[],
  nextDays: readonly DayMention[],
): boolean {
  const [head] = next;
  const leads = lines.map((line, i) => ({ lead: leadOf(line, days), i }));
  const dated = leads.filter(({ lead }) => lead !== null);
  const last = dated.at(-1);
  if (!head) return false;
  if (!last?.lead) return weekGoesOn(lines, head);
  // One entry of several lines makes a list where the next one follows within days.
  const isOnlyOne = dated.length === 1;
  if (isOnlyOne && last.i < headLines) return weekGoesOn(lines, head);
  const between = isOnlyOne ? longestEntry : last.i - (dated.at(-2)?.i ?? 0);
  if (lines.length - 1 - last.i > Math.max(lastLines, between)) return false;
  const first = leadOf(head, nextDays) ?? bareLead(head, last.lead);
  if (first?.form !== last.lead.form || !isLaidOutAlike(lines[last.i], head)) return false;
  const gap = daysBetween(last.lead.day, first.day);
  return gap >= 0 && gap <= (isOnlyOne ? shortGap : longestGap);
}
