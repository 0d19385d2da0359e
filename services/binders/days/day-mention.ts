/** A date as it stands on a page. */
import type { Day } from '../../domain/dates.ts';

/**
 * What the words around a date say of it. `self`: the document's own date (dated, scored, reported); `closing`: when it
 * was signed, turned in or filed; `week`: the week it covers; `birth`, `due` and `earlier` (a baseline, last year) are
 * never the day of new evidence; `range` belongs to a stretch of days.
 */
export type DayRole = 'self' | 'closing' | 'week' | 'birth' | 'due' | 'earlier' | 'range' | 'plain';

/** Offsets into the sheet's mended text. */
export interface DayMention {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly day: Day;
  /** False where the year was inferred. */
  readonly hasYear: boolean;
  readonly role: DayRole;
}

/** A month or a school year that the page names, which helps to find the year of its other dates. */
export interface YearHint {
  readonly first: Day;
  readonly last: Day;
}

export interface PageDays {
  readonly days: readonly DayMention[];
  readonly hints: readonly YearHint[];
  /** Months named without a day, such as `Sept.` or `Feb 2025`: they speak of another time. */
  readonly months: readonly { readonly start: number; readonly end: number; readonly month: number }[];
}
