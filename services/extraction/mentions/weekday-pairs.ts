/** `M3 T5 W2 Th abs F1` and `Mon  //   Tue   Wed  /`: values that follow their weekday on one line. */
import { dayInWeekOf, weekdayOf } from '../../binders/days/calendar.ts';
import { weekAnchor } from '../../binders/layout/day-headers.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Day } from '../../domain/dates.ts';
import type { Figure } from './figures.ts';

export interface DatedFigure {
  readonly figure: Figure;
  readonly line: Line;
  readonly day: Day | null;
}

const letters: Readonly<Record<string, number>> = { M: 1, T: 2, TU: 2, W: 3, TH: 4, R: 4, F: 5 };
const pair =
  /(?<![A-Za-z])(Monday|Tuesday|Wednesday|Thursday|Friday|Mon|Tues?|Wed|Thurs|Thur|Thu|Fri|TH|Th|Tu|M|T|W|R|F)\.?\s{0,2}[:=-]?\s{0,3}(\d{1,3}|[/|]{1,6}(?: [/|]{1,6})?|abs(?:ent)?|ABS|--|-|NS|no school|(?=\s{2,}|\s*$|\s+(?:Mon|Tue|Wed|Thu|Fri|M|T|W|Th|F)\b))/g;

/** The values of a line of weekdays; empty for every other line. */
export function weekdayPairs(page: OpenPage, line: Line): DatedFigure[] {
  if (
    page.layout.rows.has(line.index) ||
    page.layout.headers.some((h) => h.firstLine <= line.index && h.lastLine >= line.index)
  )
    return [];
  if (page.days.days.some((d) => d.line === line.index)) return [];
  const matches = [...line.text.matchAll(pair)];
  const weekdays = matches.map((m) => weekdayOf(m[1] ?? '') ?? letters[(m[1] ?? '').toUpperCase()] ?? 0);
  if (matches.length < 3 || weekdays.some((w, i) => i > 0 && w <= (weekdays[i - 1] ?? 0))) return [];
  if (!matches.some((m) => /[\d/|]/.test(m[2] ?? ''))) return [];
  const anchor = weekAnchor(page.days);
  return matches.flatMap((m, i) => {
    const text = m[2] ?? '';
    if (!/^[\d/|]/.test(text)) return [];
    const start = line.start + m.index + m[0].length - text.length;
    const quantity: Figure['quantity'] = /^\d/.test(text)
      ? { type: 'number', value: Number(text) }
      : { type: 'tally', value: text.replace(/\s/g, '').length };
    const day = anchor ? dayInWeekOf(anchor, weekdays[i] ?? 1) : null;
    return [{ figure: { start, end: start + text.length, quantity }, line, day }];
  });
}
