/** Writing by hand: a handwriting font whose letters each come out a little different, on a line that wanders. */
import { type HandName, setText } from './fonts.ts';
import { pathData, short } from './outline.ts';
import { type Ink, inks, ring } from './pen.ts';
import type { Sheet } from './sheet.ts';

export interface HandStyle {
  readonly hand?: HandName;
  readonly size?: number;
  readonly ink?: Ink;
  /** 0 = as even as the font, 1 = a teacher in a hurry, 2 = a young child. */
  readonly mess?: number;
  /** Width of the pen's point beyond the font's own stroke. */
  readonly pen?: number;
  readonly align?: 'left' | 'center';
}

/** Writes one line with its baseline at `y` and notes it as handwriting. Returns the width used, in points. */
export function write(sheet: Sheet, text: string, x: number, y: number, style: HandStyle = {}): number {
  const { hand = 'caveat', size = 15, ink = 'blue', mess = 1, pen = 0.25, align = 'left' } = style;
  const glyphs = setText(hand, text, size);
  const r = sheet.random;
  const natural = glyphs.reduce((sum, g) => sum + g.advance, 0);
  const origin = align === 'center' ? x - natural / 2 : x;
  const lean = r.normal(0.03 * mess);
  const rise = r.normal(0.012 * mess);
  let left = origin;
  let drift = 0;
  let d = '';
  for (const glyph of glyphs) {
    drift = drift * 0.8 + r.normal(size * 0.012 * mess);
    const turn = r.normal(0.025 * mess);
    const grow = 1 + r.normal(0.035 * mess);
    const phase = r.between(0, 6.28);
    const bend = size * 0.014 * mess;
    const bx = left;
    const by = y + drift + (left - origin) * rise;
    d += pathData(glyph.outline, (px, py) => {
      // A slow wave through each letter, so that two of the same letter differ as they do on paper.
      const wx = px * grow + bend * Math.sin((py / size) * 5 + phase) - py * lean;
      const wy = py * grow + bend * Math.cos((px / size) * 6 + phase);
      return [bx + wx - wy * turn, by + wy + wx * turn];
    });
    left += glyph.advance * (1 + r.normal(0.04 * mess)) + (glyph.character === ' ' ? size * 0.06 : 0);
  }
  const color = inks[ink];
  const opacity = ink === 'pencil' ? 0.8 : 0.94;
  sheet.draw(
    `<path d="${d}" fill="${color}" stroke="${color}" stroke-width="${short(pen)}" stroke-linejoin="round" opacity="${opacity}"/>`,
  );
  sheet.note({ text, bbox: [origin, y - size * 0.75, left, y + size * 0.25], ink: 'handwriting' });
  return left - origin;
}

/** Writes several lines, `lead` points apart. */
export function writeLines(
  sheet: Sheet,
  lines: readonly string[],
  x: number,
  y: number,
  lead: number,
  style: HandStyle = {},
): void {
  lines.forEach((line, i) => {
    if (line) write(sheet, line, x + sheet.random.normal(1.2), y + i * lead, style);
  });
}

/** A score written and ringed, as teachers do. */
export function writeRinged(sheet: Sheet, text: string, x: number, y: number, style: HandStyle): void {
  const size = style.size ?? 15;
  const width = write(sheet, text, x, y, style);
  const pad = size * 0.38;
  ring(sheet, x - pad, y - size * 0.88, x + width + pad, y + size * 0.32, { ink: style.ink ?? 'blue', width: 1.6 });
}
