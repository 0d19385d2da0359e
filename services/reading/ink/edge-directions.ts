/**
 * Which way the edges of a letter run, in its parts and on the whole: type is made of straight stems and even rounds, a
 * pen goes every way (histograms of oriented gradients, Dalal and Triggs, 2005).
 */
import type { GreyImage } from '../image/grey-image.ts';
import type { LetterShape } from './letter-shapes.ts';

/** Directions told apart on the whole letter, over half a turn; 0 is the edge of an upright stem. */
const FINE = 24;
/** Parts across and down, and directions told apart in each. */
const PARTS = 3;
const COARSE = 8;
/** Gradients below this are paper and noise. */
const LEAST_EDGE = 60;

export const SIGNS_OF_STYLE = FINE + PARTS * PARTS * COARSE + 3;

/** Adds `weight` to the two of `count` bins next to `turn` (0..1), as near as they are. */
function addTo(bins: Float64Array, from: number, count: number, turn: number, weight: number): void {
  const place = turn * count;
  const low = Math.floor(place);
  bins[from + (low % count)]! += weight * (1 - place + low);
  bins[from + ((low + 1) % count)]! += weight * (place - low);
}

/** Shares of the edges by direction, then by part and direction, then the letter's proportions and weight. */
export function signsOfStyle({ data, width, height }: GreyImage, shape: LetterShape): Float64Array {
  const { x0, y0, x1, y1, area } = shape.box;
  const signs = new Float64Array(SIGNS_OF_STYLE);
  const part = (at: number, size: number) => Math.min(PARTS - 1, Math.max(0, Math.floor(((at + 0.5) / size) * PARTS)));
  let total = 0;
  for (let y = Math.max(1, y0 - 1); y < Math.min(height - 1, y1 + 1); y++) {
    for (let x = Math.max(1, x0 - 1); x < Math.min(width - 1, x1 + 1); x++) {
      const at = y * width + x;
      const above = at - width;
      const below = at + width;
      const right = data[above + 1]! + 2 * data[at + 1]! + data[below + 1]!;
      const left = data[above - 1]! + 2 * data[at - 1]! + data[below - 1]!;
      const low = data[below - 1]! + 2 * data[below]! + data[below + 1]!;
      const high = data[above - 1]! + 2 * data[above]! + data[above + 1]!;
      const edge = Math.hypot(right - left, low - high);
      if (edge < LEAST_EDGE) continue;
      const turn = Math.atan2(low - high, right - left) / Math.PI;
      const half = turn < 0 ? turn + 1 : turn;
      addTo(signs, 0, FINE, half, edge);
      const cell = part(y - y0, y1 - y0) * PARTS + part(x - x0, x1 - x0);
      addTo(signs, FINE + cell * COARSE, COARSE, half, edge);
      total += edge;
    }
  }
  for (let index = 0; index < SIGNS_OF_STYLE - 3; index++) signs[index]! /= total || 1;
  signs[SIGNS_OF_STYLE - 3] = shape.width / shape.height;
  signs[SIGNS_OF_STYLE - 2] = shape.stroke / shape.height;
  signs[SIGNS_OF_STYLE - 1] = area / (shape.width * shape.height);
  return signs;
}
