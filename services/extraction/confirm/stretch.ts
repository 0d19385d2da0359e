/** A part of a page's own text. */
export interface Stretch {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}
