/** The date that a document gives for itself, else the latest that it records. */

import { dayInWeekOf } from '../binders/days/calendar.ts';
import type { DayMention } from '../binders/days/day-mention.ts';
import type { OpenPage } from '../binders/open-page.ts';
import { addDays, type Day } from '../domain/dates.ts';

/** Days past the upload that a date may lie: sheets are dated for the next morning. */
const grace = 3;
const topLines = 3;

function isAtTop(page: OpenPage, mention: DayMention): boolean {
  const filled = page.sheet.lines.filter((line) => line.cells.length > 0).slice(0, topLines);
  if (page.layout.leadingDays.size > 1 && page.layout.leadingDays.has(mention.line)) return false;
  const inTable = page.layout.headers.some((h) => h.firstLine <= mention.line && h.lastLine >= mention.line);
  return filled.some((line) => line.index === mention.line) && !inTable && !page.layout.rows.has(mention.line);
}

/** A name and a date at the foot of the page: whoever kept the sheet signed it. */
function closesPage(page: OpenPage, mention: DayMention, before: string): boolean {
  const lastLine = page.sheet.lines.findLast((line) => line.cells.length > 0);
  if (lastLine?.index !== mention.line || mention.role !== 'plain') return false;
  return /^\W*(?:[\w /-]+:\s*)?(?:(?:mr|mrs|ms|dr)\.?\s)?(?:[A-Z]\.? ?){1,3}[A-Za-z'-]*(?:,? [A-Z][\w.-]*){0,3}\W*$/.test(
    before,
  );
}

const isWeekEnd = (before: string) => /\bend(?:ing|s)?\b|w\/e/i.test(before.slice(-30));

/** Several dates side by side head columns or tell of several days: none of them is the page's own. */
const sharesLine = (page: OpenPage, mention: DayMention) =>
  mention.role === 'plain' &&
  page.days.days.some((d) => d !== mention && d.line === mention.line && d.role === 'plain' && d.day !== mention.day);

const latest = (days: readonly DayMention[]): Day | null =>
  days
    .map((d) => d.day)
    .sort()
    .at(-1) ?? null;

const strong =
  /(?:report(?:ed)?|meeting|mtg|written(?: up)?|issued|prepared)(?: date| on)?\W*$|date of (?:this )?(?:report|meeting|iep)\W*$|fecha de (?:la )?(?:reuni[oó]n|informe)\W*$/i;

/** Days before the upload that a document's own date may plausibly lie. */
const longAgo = 3650;

/** Null where the document bears no date. */
export function documentDate(pages: readonly OpenPage[], uploadDate: Day): Day | null {
  const last = addDays(uploadDate, grace);
  const first = addDays(uploadDate, -longAgo);
  const all = pages.flatMap((page) =>
    page.days.days
      .filter((d) => d.day <= last && d.day >= first)
      .map((mention) => ({
        page,
        mention,
        before: page.sheet.text.slice(page.sheet.lines[mention.line]?.start ?? 0, mention.start),
      })),
  );
  const named = all.filter(({ before, mention }) => mention.role === 'self' && strong.test(before));
  if (named.length > 0) return named[0]?.mention.day ?? null;
  const self = all.filter(({ mention }) => mention.role === 'self');
  const labelled = self.filter(({ before }) => /(?:\bdated?|fecha)\W*(?:\w{3,9}\.?,?\s*)?$/i.test(before));
  if (labelled.length > 0) return labelled[0]?.mention.day ?? null;
  const heading = all.filter(
    ({ page, mention, before }) =>
      (mention.role === 'plain' || mention.role === 'self' || (mention.role === 'week' && isWeekEnd(before))) &&
      isAtTop(page, mention) &&
      !sharesLine(page, mention),
  );
  if (heading.length > 0) return heading[0]?.mention.day ?? null;
  const closing = all
    .filter(({ page, mention, before }) => mention.role === 'closing' || closesPage(page, mention, before))
    .map(({ mention }) => mention);
  if (closing.length > 0) return latest(closing);
  if (self.length > 0) return latest(self.map(({ mention }) => mention));
  const recorded = all
    .filter(({ mention }) => mention.role === 'plain' || mention.role === 'range')
    .map(({ mention }) => mention.day);
  const columns = pages
    .flatMap((page) => page.layout.headers.flatMap((h) => h.columns.map((c) => c.day)))
    .filter((day): day is Day => day !== null && day <= last);
  const rows = pages.flatMap((page) => [...page.layout.leadingDays.values()]).filter((day) => day <= last);
  const latestRecorded = [...recorded, ...columns, ...rows].sort().at(-1) ?? null;
  if (latestRecorded) return latestRecorded;
  const weeks = all
    .filter(({ mention }) => mention.role === 'week')
    .map(({ mention, before }) => (isWeekEnd(before) ? mention.day : dayInWeekOf(mention.day, 5)));
  const lastWeek = weeks.sort().at(-1);
  if (lastWeek) return lastWeek;
  // A paper that bears nothing else: a notice of what begins or takes place on a day.
  const announced = all.filter(({ page, mention }) => mention.role === 'due' && isAtTop(page, mention));
  return announced[0]?.mention.day ?? null;
}
