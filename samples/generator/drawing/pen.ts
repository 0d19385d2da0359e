/** Pen strokes on a sheet: never straight, never closed exactly, never twice the same. */
import { short } from './outline.ts';
import type { Sheet } from './sheet.ts';

export const inks = {
  blue: '#1f3f93',
  black: '#22222a',
  pencil: '#55555a',
  red: '#b3202c',
  green: '#1d6b45',
  purple: '#5b2a86',
} as const;
export type Ink = keyof typeof inks;

export interface PenStyle {
  readonly ink?: Ink;
  readonly width?: number;
  /** How far points stray, in points of length. */
  readonly wobble?: number;
}

type Point = readonly [number, number];

/** A smooth curve through `points` (Catmull-Rom as cubic Béziers), each point strayed a little. */
export function stroke(sheet: Sheet, points: readonly Point[], style: PenStyle = {}): void {
  const { ink = 'blue', width = 1.1, wobble = 0.5 } = style;
  const r = sheet.random;
  const p = points.map(([x, y]): Point => [x + r.normal(wobble), y + r.normal(wobble)]);
  const at = (i: number): Point => p[Math.max(0, Math.min(p.length - 1, i))] ?? [0, 0];
  let d = `M${at(0).map(short).join(' ')}`;
  for (let i = 0; i < p.length - 1; i++) {
    const [x0, y0] = at(i - 1);
    const [x1, y1] = at(i);
    const [x2, y2] = at(i + 1);
    const [x3, y3] = at(i + 2);
    const c = [x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2];
    d += `C${c.map(short).join(' ')}`;
  }
  const pressure = width * r.between(0.85, 1.15);
  sheet.draw(
    `<path d="${d}" fill="none" stroke="${inks[ink]}" stroke-width="${short(pressure)}" stroke-linecap="round" stroke-linejoin="round" opacity="${ink === 'pencil' ? 0.82 : 0.93}"/>`,
  );
}

/** A check mark whose corner sits at x, y. */
export function tick(sheet: Sheet, x: number, y: number, size = 8, style: PenStyle = {}): void {
  stroke(
    sheet,
    [
      [x - size * 0.4, y - size * 0.35],
      [x, y],
      [x + size * 0.75, y - size],
    ],
    { wobble: 0.4, ...style },
  );
}

export function cross(sheet: Sheet, x: number, y: number, size = 7, style: PenStyle = {}): void {
  const h = size / 2;
  stroke(
    sheet,
    [
      [x - h, y - h],
      [x, y],
      [x + h, y + h],
    ],
    { wobble: 0.4, ...style },
  );
  stroke(
    sheet,
    [
      [x + h, y - h],
      [x, y],
      [x - h, y + h],
    ],
    { wobble: 0.4, ...style },
  );
}

/** A ring drawn around a box; it overshoots its start. */
export function ring(sheet: Sheet, x0: number, y0: number, x1: number, y1: number, style: PenStyle = {}): void {
  const cx = (x0 + x1) / 2;
  const cy = (y0 + y1) / 2;
  const start = sheet.random.between(-2.6, -1.8);
  const points = Array.from({ length: 12 }, (_, i): Point => {
    const angle = start + (i / 10.4) * Math.PI * 2;
    const grow = 1 + i * 0.006;
    return [cx + (Math.cos(angle) * (x1 - x0) * grow) / 2, cy + (Math.sin(angle) * (y1 - y0) * grow) / 2];
  });
  stroke(sheet, points, { wobble: 0.7, ...style });
}

export function strikeOut(sheet: Sheet, x0: number, y: number, x1: number, style: PenStyle = {}): void {
  stroke(
    sheet,
    [
      [x0, y + 1],
      [(x0 + x1) / 2, y - 0.5],
      [x1, y],
    ],
    { wobble: 0.6, ...style },
  );
}

/** `count` tally marks in bundles of five, the fifth across the four. Returns the width used. */
export function tallies(sheet: Sheet, count: number, x: number, y: number, height = 11, style: PenStyle = {}): number {
  const step = height * 0.36;
  let left = x;
  for (let done = 0; done < count; done += 5) {
    const inBundle = Math.min(5, count - done);
    const bars = Math.min(4, inBundle);
    for (let i = 0; i < bars; i++) {
      const lean = sheet.random.between(-0.6, 1.6);
      const bx = left + i * step;
      stroke(
        sheet,
        [
          [bx + lean, y - height],
          [bx, y],
        ],
        { wobble: 0.45, ...style },
      );
    }
    if (inBundle === 5) {
      stroke(
        sheet,
        [
          [left - step * 0.6, y - height * 0.12],
          [left + step * 3.6, y - height * 0.82],
        ],
        style,
      );
    }
    left += bars * step + step * 1.5;
  }
  return left - x;
}

/** A felt highlighter across a box. */
export function highlight(sheet: Sheet, x: number, y: number, width: number, height: number, color = '#ffe94a'): void {
  const r = sheet.random;
  const edge = (): number => r.normal(0.8);
  const d = `M${short(x + edge())} ${short(y + edge())}L${short(x + width + edge())} ${short(y + edge())}L${short(x + width + edge())} ${short(y + height + edge())}L${short(x + edge())} ${short(y + height + edge())}Z`;
  sheet.draw(`<path d="${d}" fill="${color}" opacity="0.5" style="mix-blend-mode:multiply"/>`);
}
