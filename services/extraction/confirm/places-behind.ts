/** What a value rests on besides its own words: the date that it is filed under, and figures that it was computed from. */
import type { OpenPage } from '../../binders/open-page.ts';
import { originalSpan } from '../../binders/page-text/sheet.ts';
import type { Day } from '../../domain/dates.ts';
import { daysBetween } from '../../domain/dates.ts';
import type { DataPoint, Source } from '../../domain/evidence.ts';
import { tellingTokens } from './read-alike.ts';
import type { Stretch } from './stretch.ts';

export interface PlaceOnPage extends Stretch {
  readonly page: OpenPage;
}

/** Days of one week stand for each other: a sheet for a week names its first day, a weekly value bears its last. */
const WEEK = 6;

const lineOf = (page: OpenPage, { start, end }: Stretch) => {
  const { text } = page.sheet.page;
  const to = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: to < 0 ? text.length : to };
};

/**
 * The places of which one must hold for `day` to hold: the date in the value's own row, else every mention of that day,
 * else the dates of that week on the value's page. Empty where no page says anything of that week.
 */
export function placesOfDay(day: Day, source: Source, pages: readonly OpenPage[]): PlaceOnPage[] {
  const all = pages.flatMap((page) =>
    page.days.days.map((mention) => ({
      page,
      day: mention.day,
      ...originalSpan(page.sheet, mention.start, mention.end),
    })),
  );
  const isOnPage = ({ page }: { page: OpenPage }) => page.sheet.page.page === source.page;
  const same = all.filter((mention) => mention.day === day);
  const own = same.filter((mention) => {
    const line = lineOf(mention.page, mention);
    return isOnPage(mention) && line.start <= source.start && line.end >= source.end;
  });
  if (own.length > 0) return own;
  if (same.length > 0) return same;
  return all.filter((mention) => isOnPage(mention) && Math.abs(daysBetween(mention.day, day)) <= WEEK);
}

/** The nearest place on the value's page of each figure that it was computed from and that its quote does not hold. */
export function placesOfParts(point: DataPoint, pages: readonly OpenPage[]): PlaceOnPage[] {
  const page = pages.find(({ sheet }) => sheet.page.page === point.source.page);
  if (!page) return [];
  const quoted = new Set(tellingTokens(point.source.quote));
  const parts = [point.conditions ?? '', String(point.numerator ?? ''), String(point.denominator ?? '')]
    .flatMap((text) => text.match(/\d+(?:\.\d+)?/g) ?? [])
    .filter((figure) => !quoted.has(String(Number(figure))));
  const { text } = page.sheet.page;
  const figures = [...text.matchAll(/(?<![\p{L}\d.,:])\d+(?:[.,:]\d+)*(?!\p{L})/gu)];
  return [...new Set(parts)].flatMap((part) => {
    const [nearest] = figures
      .filter((figure) => figure[0] === part)
      .sort((a, b) => Math.abs(a.index - point.source.start) - Math.abs(b.index - point.source.start));
    return nearest ? [{ page, start: nearest.index, end: nearest.index + part.length }] : [];
  });
}
