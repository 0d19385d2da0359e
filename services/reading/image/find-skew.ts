/** The angle that the lines of a page lean by. */
import type { Component } from './find-components.ts';

const MAX_DEGREES = 15;

export interface Skew {
  readonly degrees: number;
  /** Against the mean of all directions: about 1 where there are no lines. */
  readonly sharpness: number;
}

/**
 * The angle in degrees, clockwise positive, by which the page must be turned so that its lines stand level, between
 * -15 and 15. The feet of letters are projected along many directions; where their histogram is sharpest (the sum of
 * squares, Postl 1986), the direction is that of the lines.
 */
export function findSkew(letters: readonly Component[], width: number): Skew {
  const feet = letters.map((letter) => ({ x: (letter.x0 + letter.x1) / 2 - width / 2, y: letter.y1 }));
  const heights = letters.map((letter) => letter.y1 - letter.y0).sort((a, b) => a - b);
  return findSkewOfPoints(feet, width, Math.max(1, (heights[Math.floor(heights.length / 2)] ?? 0) / 5));
}

/** The same for any points, `x` counted from the middle of a page of this width; `bin`: pixels a step of the histogram. */
export function findSkewOfPoints(points: readonly { x: number; y: number }[], width: number, bin: number): Skew {
  if (points.length < 12) return { degrees: 0, sharpness: 1 };
  const reach = points.reduce((most, point) => Math.max(most, point.y), 0) + width;
  const histogram = new Float64Array(Math.ceil((2 * reach) / bin) + 4);
  const sharpnessAt = (degrees: number): number => {
    histogram.fill(0);
    const slope = Math.tan((degrees * Math.PI) / 180);
    for (const point of points) {
      const at = (point.y + point.x * slope + width) / bin + 1;
      const cell = Math.floor(at);
      const part = at - cell;
      histogram[cell]! += 1 - part;
      histogram[cell + 1]! += part;
    }
    let sum = 0;
    for (const count of histogram) sum += count * count;
    return sum;
  };
  let best = { degrees: 0, value: sharpnessAt(0) };
  let total = 0;
  let count = 0;
  for (let degrees = -MAX_DEGREES; degrees <= MAX_DEGREES; degrees += 0.5) {
    const value = sharpnessAt(degrees);
    total += value;
    count++;
    if (value > best.value) best = { degrees, value };
  }
  for (const step of [0.25, 0.1, 0.05]) {
    for (const degrees of [best.degrees - step, best.degrees + step]) {
      const value = sharpnessAt(degrees);
      if (value > best.value) best = { degrees, value };
    }
  }
  return { degrees: Math.round(best.degrees * 100) / 100, sharpness: best.value / (total / count) };
}
