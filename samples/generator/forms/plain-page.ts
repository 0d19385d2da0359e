/** A page of typed lines, as a word processor prints it. */
import type { Sheet } from '../drawing/sheet.ts';
import type { TextStyle } from '../drawing/surface.ts';

export interface PlainStyle extends TextStyle {
  readonly left?: number;
  readonly top?: number;
  /** Distance of the baselines; 1.4 times the size unless told. */
  readonly lead?: number;
}

/** Prints one line below the other; `''` leaves a line empty. */
export function plainPage(sheet: Sheet, lines: readonly string[], style: PlainStyle = {}): void {
  const { left = 60, top = 72, size = 11, lead = size * 1.4 } = style;
  lines.forEach((line, i) => {
    if (line) sheet.print(line, left, top + i * lead, { ...style, size });
  });
}
