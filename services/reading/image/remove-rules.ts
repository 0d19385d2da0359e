/** Takes the lines of ruled, graph and form paper out of the ink, and leaves the letters that cross them. */
import type { InkMask } from './find-ink.ts';

/** A rule is at least this share of the longer side, and at most so many pixels thick. */
const LENGTH_SHARE = 0.06;
const MOST_THICK = 4;
/** So many pixels may be missing in a row of a rule (dotted, worn, leaning rules). */
const MOST_GAP = 2;

/** How far ink goes on from `at` against and along `step`, up to one more than a rule may be thick. */
function thicknessAt(data: Uint8Array, at: number, step: number): number {
  let thick = 1;
  for (let next = at - step; thick <= MOST_THICK && data[next] === 1; next -= step) thick++;
  for (let next = at + step; thick <= MOST_THICK && data[next] === 1; next += step) thick++;
  return thick;
}

/** A direction in which rules run: `along` steps along a rule, `across` steps to the next parallel one. */
interface Direction {
  readonly along: number;
  readonly across: number;
  readonly least: number;
}

/** Erases the ink from `start` to `last` of one line where it is a rule: long, and thin where nothing crosses it. */
function eraseRun(
  source: Uint8Array,
  data: Uint8Array,
  way: Direction,
  base: number,
  start: number,
  last: number,
): void {
  if (start < 0 || last - start < way.least) return;
  for (let place = start; place <= last; place++) {
    const at = base + place * way.along;
    if (source[at] === 1 && thicknessAt(source, at, way.across) <= MOST_THICK) data[at] = 0;
  }
}

/** Erases long thin level and upright lines from `mask`, in place. Both passes go row by row, as memory lies. */
export function removeRules(mask: InkMask): void {
  const { data, width, height } = mask;
  const least = Math.max(40, Math.round(Math.max(width, height) * LENGTH_SHARE));
  const source = data.slice();
  const level: Direction = { along: 1, across: width, least };
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let start = -1;
    let last = -1;
    for (let x = 0; x < width; x++) {
      if (source[row + x] !== 1) continue;
      if (start < 0 || x - last > MOST_GAP + 1) {
        eraseRun(source, data, level, row, start, last);
        start = x;
      }
      last = x;
    }
    eraseRun(source, data, level, row, start, last);
  }
  source.set(data);
  const upright: Direction = { along: width, across: 1, least };
  const starts = new Int32Array(width).fill(-1);
  const lasts = new Int32Array(width).fill(-1);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (source[row + x] !== 1) continue;
      if (starts[x]! < 0 || y - lasts[x]! > MOST_GAP + 1) {
        eraseRun(source, data, upright, x, starts[x]!, lasts[x]!);
        starts[x] = y;
      }
      lasts[x] = y;
    }
  }
  for (let x = 0; x < width; x++) eraseRun(source, data, upright, x, starts[x]!, lasts[x]!);
}
