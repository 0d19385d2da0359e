/** Smooth two-dimensional noise for wood, paper and light: random values on a lattice, eased between. */

export type NoiseField = (x: number, y: number) => number;

function lattice(seed: number, x: number, y: number): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ seed;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

const ease = (t: number): number => t * t * (3 - 2 * t);

/** Values in [0, 1); one lattice cell is one unit of `x` and `y`. `seed` is any number. */
export function createNoise(seed: number): NoiseField {
  const base = Math.floor(seed * 0x7fffffff);
  return (x, y) => {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const u = ease(x - x0);
    const v = ease(y - y0);
    const top = lattice(base, x0, y0) * (1 - u) + lattice(base, x0 + 1, y0) * u;
    const bottom = lattice(base, x0, y0 + 1) * (1 - u) + lattice(base, x0 + 1, y0 + 1) * u;
    return top * (1 - v) + bottom * v;
  };
}
