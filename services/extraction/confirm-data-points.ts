/**
 * Every number from a scan is read twice. A second, independent reading of the place where a value stands either agrees,
 * and the value becomes surer, or it does not, and a person is asked with both readings before them. The date that a
 * value is filed under and the figures that it was computed from are looked at in the same way.
 */
import { type OpenPage, openPage } from '../binders/open-page.ts';
import type { Caseload } from '../domain/caseload.ts';
import type { Day } from '../domain/dates.ts';
import type { DataPoint, EvidenceDocument, ServiceEntry, Source } from '../domain/evidence.ts';
import type { Page } from '../domain/page.ts';
import { mayBeTorn } from './confirm/misread-places.ts';
import { type PlaceOnPage, placesOfDay, placesOfParts } from './confirm/places-behind.ts';
import { lookAgain, type ReadAgain, type SecondLook } from './confirm/second-look.ts';

export type { ReadAgain } from './confirm/second-look.ts';

/**
 * A value that one reader alone has read, less surely than this, is not counted before a person has looked. Measured on
 * drawn scans by the first reader alone: below, 9 of 62 values were wrong; at or above, none of 6. So without a second
 * reader nearly every number of a scan is asked about, which is what can honestly be said of it.
 */
export const SURE_ALONE = 0.9;
/** Two engines may be wrong together: no value is surer than this. */
const SUREST = 0.99;
/** How sure a value can be that a person must look at. */
const DISPUTED = 0.5;

interface Judged {
  readonly status?: 'proposed' | 'needs_review' | undefined;
  readonly reason?: string | undefined;
}

const shown = (reading: string) => (reading.trim() === '' ? 'nothing' : `“${reading.trim()}”`);

/** Why a person must look, given a second look at `what`; null where nothing speaks against it. */
function doubt(look: SecondLook, what: 'value' | 'date'): string | null {
  if (look.verdict === 'differs') {
    const readings = `${shown(look.first)} and ${shown(look.second)}`;
    return what === 'value' ? `Two readings differ: ${readings}.` : `Two readings of the date differ: ${readings}.`;
  }
  if (look.verdict === 'gaps') return `A mark may have been overlooked among “${look.first}”: please check the row.`;
  if (look.verdict !== 'once' || look.confidence >= SURE_ALONE) return null;
  return what === 'value'
    ? 'One reader alone has read this, and not surely: please check it.'
    : 'One reader alone has read the date, and not surely: please check it.';
}

function asked<T extends Judged>(item: T, reasons: readonly string[]): T {
  const before = item.reason ? [item.reason] : [];
  return { ...item, status: 'needs_review', reason: [...before, ...new Set(reasons)].join(' ') };
}

/** Two readers that agree are wrong only where both are: the doubts multiply. */
const joint = (first: number, second: number) => Math.round((1 - (1 - first) * (1 - second)) * 100) / 100;

/** Looks that were made already, so that a date or a row that many values share is read once. */
class Looks {
  readonly #readAgain: ReadAgain;
  readonly #made = new Map<string, Promise<SecondLook>>();
  readonly #readings = new Map<string, ReturnType<ReadAgain>>();

  constructor(readAgain: ReadAgain) {
    this.#readAgain = (page, bbox) => {
      const key = `${page.page}:${bbox.join()}`;
      const reading = this.#readings.get(key) ?? readAgain(page, bbox);
      this.#readings.set(key, reading);
      return reading;
    };
  }

  at(page: Page, start: number, end: number): Promise<SecondLook> {
    const key = `${page.page}:${start}:${end}`;
    const look = this.#made.get(key) ?? lookAgain(page, { start, end }, this.#readAgain);
    this.#made.set(key, look);
    return look;
  }

  async allAt(places: readonly PlaceOnPage[]): Promise<SecondLook[]> {
    const looks: SecondLook[] = [];
    for (const { page, start, end } of places) looks.push(await this.at(page.sheet.page, start, end));
    return looks;
  }
}

const weekday = /\b(?:mon|tue|wed|thu|fri)(?=(?:s|rs|sday|nesday|rsday|day)?\b)/gi;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Whether the value's line names one weekday before it and no date, and the value is filed under another day: a date was misread. */
function namesOtherDay(day: Day, source: Source, pages: readonly OpenPage[], places: readonly PlaceOnPage[]): boolean {
  const text = pages.find(({ sheet }) => sheet.page.page === source.page)?.sheet.page.text ?? '';
  const from = text.lastIndexOf('\n', source.start - 1) + 1;
  const end = text.indexOf('\n', source.end);
  const to = end < 0 ? text.length : end;
  const inLine = places.some(
    ({ page, ...at }) => page.sheet.page.page === source.page && at.start >= from && at.end <= to,
  );
  const named = new Set((text.slice(from, source.start).match(weekday) ?? []).map((name) => name.toLowerCase()));
  return !inLine && named.size === 1 && !named.has(weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!);
}

/** What speaks against the date: nothing as soon as one of the places that say it holds. */
async function dateDoubt(day: Day, source: Source, pages: readonly OpenPage[], looks: Looks): Promise<string | null> {
  const places = placesOfDay(day, source, pages);
  if (namesOtherDay(day, source, pages, places))
    return 'Its line names another day of the week: please check the date.';
  let first: string | null = null;
  for (const place of places) {
    const found = doubt(await looks.at(place.page.sheet.page, place.start, place.end), 'date');
    if (found === null) return null;
    first ??= found;
  }
  return first;
}

async function confirmPoint(point: DataPoint, pages: readonly OpenPage[], looks: Looks): Promise<DataPoint> {
  const page = pages.find(({ sheet }) => sheet.page.page === point.source.page)?.sheet.page;
  if (!page) return point;
  const look = await looks.at(page, point.source.start, point.source.end);
  if (look.verdict === 'typed') return point;
  const parts = await looks.allAt(placesOfParts(point, pages));
  const reasons = [
    doubt(look, 'value'),
    mayBeTorn(page, point.source)
      ? 'Another figure stands close beside this one: please check that they are two.'
      : null,
    ...parts.map((part) => doubt(part, 'value')),
    await dateDoubt(point.date, point.source, pages, looks),
  ].filter((reason) => reason !== null);
  if (reasons.length > 0) return { ...asked(point, reasons), confidence: Math.min(point.confidence, DISPUTED) };
  if (look.verdict !== 'alike' || point.status !== 'proposed') return point;
  return { ...point, confidence: Math.min(SUREST, joint(point.confidence, look.confidence * 0.9)) };
}

async function confirmService(service: ServiceEntry, pages: readonly OpenPage[], looks: Looks): Promise<ServiceEntry> {
  const page = pages.find(({ sheet }) => sheet.page.page === service.source.page)?.sheet.page;
  if (!page) return service;
  const reasons = [
    doubt(await looks.at(page, service.source.start, service.source.end), 'value'),
    await dateDoubt(service.date, service.source, pages, looks),
  ].filter((reason) => reason !== null);
  return reasons.length > 0 ? asked(service, reasons) : service;
}

/**
 * `document` after the values on its scanned pages were looked at again by `readAgain`. `pages`, `caseload` and
 * `uploadDate` are those it was understood with. What already needs a person stays so. Calls come one after the other,
 * page by page, and equal ones once. Rejects when `readAgain` rejects.
 */
export async function confirmDataPoints(
  document: EvidenceDocument,
  pages: readonly Page[],
  { caseload, uploadDate }: { readonly caseload: Caseload; readonly uploadDate: Day },
  readAgain: ReadAgain,
): Promise<EvidenceDocument> {
  const opened = pages.map((page) => openPage(page, caseload, uploadDate));
  const looks = new Looks(readAgain);
  const inOrder = [...document.dataPoints].sort((a, b) => a.source.page - b.source.page);
  const points = new Map<DataPoint, DataPoint>();
  for (const point of inOrder) points.set(point, await confirmPoint(point, opened, looks));
  const services: ServiceEntry[] = [];
  for (const service of document.services) services.push(await confirmService(service, opened, looks));
  return { ...document, dataPoints: document.dataPoints.map((point) => points.get(point) ?? point), services };
}
