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

/** Erases rules along one direction: `along` steps along a rule, `across` steps to the next parallel one. */
function eraseAlong(mask: InkMask, along: number, across: number, length: number, count: number): void {
  const least = Math.max(40, Math.round(Math.max(mask.width, mask.height) * LENGTH_SHARE));
  const source = mask.data.slice();
  for (let line = 0; line < count; line++) {
    const base = line * across;
    let start = -1;
    let last = -1;
    const end = (): void => {
      if (start < 0 || last - start < least) return;
      for (let place = start; place <= last; place++) {
        const at = base + place * along;
        if (source[at] === 1 && thicknessAt(source, at, across) <= MOST_THICK) mask.data[at] = 0;
      }
    };
    for (let place = 0; place < length; place++) {
      if (source[base + place * along] !== 1) continue;
      if (start < 0 || place - last > MOST_GAP + 1) {
        end();
        start = place;
      }
      last = place;
    }
    end();
  }
}

/** Erases long thin level and upright lines from `mask`, in place. */
export function removeRules(mask: InkMask): void {
  eraseAlong(mask, 1, mask.width, mask.width, mask.height);
  eraseAlong(mask, mask.width, 1, mask.height, mask.width);
}
