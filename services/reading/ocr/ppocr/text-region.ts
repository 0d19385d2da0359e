/** A line of text where the detector saw it: a band along a gentle curve. */
import type { Bbox } from '../../../domain/geometry.ts';

export interface TextRegion {
  readonly x0: number;
  readonly x1: number;
  /** Middle of the band at `x`: `a + b·u + c·u²` with `u = x - (x0 + x1) / 2`. */
  readonly curve: readonly [a: number, b: number, c: number];
  /** Height of the band. */
  readonly height: number;
}

export function middleAt(region: TextRegion, x: number): number {
  const u = x - (region.x0 + region.x1) / 2;
  const [a, b, c] = region.curve;
  return a + b * u + c * u * u;
}

/** The box around the band. */
export function boxOf(region: TextRegion): Bbox {
  const middles = [region.x0, (region.x0 + region.x1) / 2, region.x1].map((x) => middleAt(region, x));
  const half = region.height / 2;
  return [region.x0, Math.min(...middles) - half, region.x1, Math.max(...middles) + half];
}

/** The piece of the band between two places. */
export function partOf(region: TextRegion, x0: number, x1: number): TextRegion {
  const shift = (x0 + x1 - region.x0 - region.x1) / 2;
  const [, b, c] = region.curve;
  return { ...region, x0, x1, curve: [middleAt(region, (x0 + x1) / 2), b + 2 * c * shift, c] };
}

export function scaleRegion(region: TextRegion, factor: number): TextRegion {
  const [a, b, c] = region.curve;
  return {
    x0: region.x0 * factor,
    x1: region.x1 * factor,
    curve: [a * factor, b, c / factor],
    height: region.height * factor,
  };
}
