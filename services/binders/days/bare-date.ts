/** A month and a day without a year, and where they stand in the mended text. */
export interface BareDate {
  readonly start: number;
  readonly end: number;
  readonly month: number;
  readonly day: number;
}
