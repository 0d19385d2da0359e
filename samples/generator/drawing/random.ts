/** Repeatable chance: the same seed gives the same numbers on every machine, so that samples are byte-identical. */

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Normal around 0 with standard deviation `deviation`. */
  normal(deviation: number): number;
  pick<T>(list: readonly T[]): T;
  /** An independent stream for a part, so that a change in one part leaves the others as they are. */
  fork(name: string): Random;
}

/** FNV-1a over the UTF-16 units, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** A generator of the mulberry32 kind: one 32-bit state, an integer mix per number. */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: (deviation) => {
      // The sum of twelve uniforms has variance 1: normal enough, and no logarithm that engines might round apart.
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += next();
      return sum * deviation;
    },
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new RangeError('cannot pick from an empty list');
      return item;
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}
