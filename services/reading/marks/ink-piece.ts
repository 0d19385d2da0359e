/** One connected piece of ink, looked at closely. */
import type { Bbox } from '../../domain/geometry.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';

export const widthOf = (box: Component): number => box.x1 - box.x0;
export const heightOf = (box: Component): number => box.y1 - box.y0;

export interface Run {
  readonly start: number;
  /** One past the last pixel. */
  readonly end: number;
}

/** Runs of ink in row `y` from `x0` to `x1`; gaps of one pixel do not part them. */
export function runsIn({ data, width }: InkMask, y: number, x0: number, x1: number): Run[] {
  const runs: { start: number; end: number }[] = [];
  for (let x = Math.max(0, x0); x < Math.min(width, x1); x++) {
    if (data[y * width + x] !== 1) continue;
    const last = runs.at(-1);
    if (last && x - last.end <= 1) last.end = x + 1;
    else runs.push({ start: x, end: x + 1 });
  }
  return runs;
}

/** Whether there is ink in row `y` from `from` to `to`. */
export function hasInk({ data, width, height }: InkMask, y: number, from: number, to: number): boolean {
  if (y < 0 || y >= height) return false;
  for (let x = Math.max(0, Math.floor(from)); x <= Math.min(width - 1, Math.ceil(to)); x++) {
    if (data[y * width + x] === 1) return true;
  }
  return false;
}

/** Share of the pixels of a part that are ink; 0 for an empty part. */
export function inkShare({ data, width }: InkMask, [x0, y0, x1, y1]: Bbox): number {
  let ink = 0;
  for (let y = Math.round(y0); y < Math.round(y1); y++) {
    for (let x = Math.round(x0); x < Math.round(x1); x++) ink += data[y * width + x]!;
  }
  return ink / Math.max(1, (Math.round(x1) - Math.round(x0)) * (Math.round(y1) - Math.round(y0)));
}
