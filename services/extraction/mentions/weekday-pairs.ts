/**
 * Values that follow their weekday: `M3 T5 W2 Th abs F1`, `Mon 1, Tue 0`, `Th 11/13 XX   F 11/14`, on one line or on two
 * or three that carry on the week.
 */
import { dayInWeekOf, weekdayOf } from '../../binders/days/calendar.ts';
import { weekAnchor } from '../../binders/layout/day-headers.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Day } from '../../domain/dates.ts';
import type { Figure, Span } from './figures.ts';

export interface DatedFigure {
  readonly figure: Figure;
  readonly line: Line;
  readonly day: Day | null;
}

const letters: Readonly<Record<string, number>> = { M: 1, T: 2, TU: 2, W: 3, TH: 4, R: 4, F: 5 };
const weekday =
  'Monday|Tuesday|Wednesday|Thursday|Friday|MON|TUES?|WEDS?|THURS?|THU|FRI|Mon|Tues?|Weds?|Thurs|Thur|Thu|Fri|TH|Th|Tu|M|T|W|R|F|[Ll]unes|[Mm]artes|[Mm]iércoles|[Jj]ueves|[Vv]iernes';
const value = String.raw`\d{1,3}(?![\d/:]|\s?%|\.\d|(?:st|nd|rd|th)\b)|[/|]{1,6}(?:\s?[/|]{1,6})*(?![\w/])|[xX](?:\s?[xX])*(?![\w])|zero\b|none\b|0|[OolI](?![\w'’])`;
const pair = new RegExp(
  String.raw`(?<![A-Za-z])(${weekday})\.?\s{0,2}(?:\(?\d{1,2}/\d{1,2}(?!\d)(?:/\d{2,4})?\)?,?)?\s{0,2}(?:[:=–-]\s{0,3})?\s{0,6}(?:(${value})|abs(?:ent)?\b|ABS\b|home\b|out\b|sick\b|no (?:school|class|data|group|session)\b|holiday\b|-{1,2}(?!\w)|NS\b|(?=\s{2,}|\s*$|\s*[,;]|\s+(?:${weekday})\b))`,
  'g',
);

export interface WeekdayPairs {
  readonly figures: readonly DatedFigure[];
  /** The stretches that they stand in, weekday, date and all. */
  readonly spans: readonly Span[];
}

interface Pair extends Span {
  readonly weekday: number;
  readonly day: Day | null;
  readonly figure: Figure | null;
}

function quantityOf(text: string): Figure['quantity'] {
  if (/^\d/.test(text)) return { type: 'number', value: Number(text) };
  if (/^[a-z]{4}/i.test(text)) return { type: 'number', value: 0 };
  // A misread nought or one.
  if (/^[OolI]$/.test(text)) return { type: 'number', value: /[Oo]/.test(text) ? 0 : 1 };
  return { type: 'tally', value: text.replace(/\s/g, '').length };
}

function pairsOf(page: OpenPage, line: Line): Pair[] {
  // A line that names its own week is of that.
  const anchor = page.days.days.find((d) => d.line === line.index && d.role === 'week')?.day ?? weekAnchor(page.days);
  return [...line.text.matchAll(pair)].map((m) => {
    const name = m[1] ?? '';
    const number = weekdayOf(name) ?? letters[name.toUpperCase()] ?? 0;
    const end = line.start + m.index + m[0].length;
    const dated = page.days.days.find((d) => d.start >= line.start + m.index && d.end <= end);
    const text = m[2];
    return {
      start: line.start + m.index,
      end,
      weekday: number,
      day: dated?.day ?? (anchor ? dayInWeekOf(anchor, number) : null),
      figure: text === undefined ? null : { start: end - text.length, end, quantity: quantityOf(text) },
    };
  });
}

const isTable = (page: OpenPage, line: Line) =>
  page.layout.rows.has(line.index) ||
  page.layout.headers.some((h) => h.firstLine <= line.index && h.lastLine >= line.index);

/** The values of the weeks that stand on the page as weekdays with a value behind each. */
export function weekdayPairs(page: OpenPage): WeekdayPairs {
  const found: DatedFigure[] = [];
  const spans: Span[] = [];
  let week: { line: Line; pair: Pair }[] = [];
  const flush = () => {
    if (week.length >= 3 && week.some(({ pair: p }) => p.figure !== null)) {
      spans.push(...week.map(({ pair: p }) => p));
      for (const { line, pair: p } of week) if (p.figure) found.push({ figure: p.figure, line, day: p.day });
    }
    week = [];
  };
  for (const line of page.sheet.lines) {
    const all = line.cells.length === 0 || isTable(page, line) ? [] : pairsOf(page, line);
    // `Tu 0 / W 1 / Th 0     (M holiday)`: behind the week a day without a value is a remark.
    // So is the initial of a name before it: `Ekwueme T., … M 16, T 0`.
    const pairs = all.filter(
      (p, i) =>
        p.figure ||
        !(all.slice(0, i).some((o) => o.weekday > p.weekday) || all.slice(i + 1).some((o) => o.weekday <= p.weekday)),
    );
    const rises = pairs.every((p, i) => i === 0 || p.weekday > (pairs[i - 1]?.weekday ?? 0));
    // One weekday on a line is a dated line, not a week.
    const isWeek = rises && pairs.length >= (week.length > 0 ? 1 : 2);
    const last = week.at(-1);
    if (!isWeek || (last && ((pairs[0]?.weekday ?? 0) <= last.pair.weekday || last.line.index !== line.index - 1)))
      flush();
    if (isWeek) week.push(...pairs.map((p) => ({ line, pair: p })));
  }
  flush();
  return { figures: found, spans };
}
