/**
 * Multinomial logistic regression on sparse signs, by gradient descent with Nesterov's momentum; the loss is the mean
 * log-loss plus a penalty on the squares of the weights (Hastie, Tibshirani and Friedman, The Elements of Statistical
 * Learning, 4.4). The same examples give the same weights.
 */

export interface Example {
  readonly signs: ReadonlyMap<string, number>;
  readonly type: string;
}

export interface Taught {
  readonly types: readonly string[];
  /** By type, in the order of `types`. */
  readonly start: readonly number[];
  /** By sign, then by type. */
  readonly weights: ReadonlyMap<string, Float64Array>;
}

/** Signs of at least so many examples are taken; rarer ones say more of a paper than of a kind. */
const leastExamples = 3;
const rounds = 400;
/** Inverse of the penalty's weight, against the sum of the losses. */
const freedom = 1;

function softmax(scores: Float64Array): void {
  const top = scores.reduce((a, b) => Math.max(a, b));
  let all = 0;
  for (let k = 0; k < scores.length; k += 1) all += scores[k] = Math.exp(scores[k]! - top);
  for (let k = 0; k < scores.length; k += 1) scores[k]! /= all;
}

/** Learns which signs speak for which type; only signs that `isAllowed`. */
export function teach(examples: readonly Example[], isAllowed: (sign: string) => boolean): Taught {
  const types = [...new Set(examples.map(({ type }) => type))].sort();
  const seen = new Map<string, number>();
  for (const { signs } of examples) for (const sign of signs.keys()) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const names = [...seen].flatMap(([sign, n]) => (n >= leastExamples && isAllowed(sign) ? [sign] : [])).sort();
  const place = new Map(names.map((name, i) => [name, i]));
  const width = types.length;
  const rows = examples.map(({ signs, type }) => ({
    type: types.indexOf(type),
    entries: [...signs].flatMap(([sign, x]): [number, number][] => {
      const at = place.get(sign);
      return at === undefined ? [] : [[at * width, x]];
    }),
  }));
  // The first summand belongs to no sign; the loss is curved at most by half the mean square of the signs.
  const size = (names.length + 1) * width;
  const bias = names.length * width;
  const square = rows.reduce((sum, { entries }) => Math.max(sum, 1 + entries.reduce((s, [, x]) => s + x * x, 0)), 0);
  const penalty = 1 / (freedom * rows.length);
  const step = 1 / (square / 2 + penalty);
  let weights = new Float64Array(size);
  const ahead = new Float64Array(size);
  const scores = new Float64Array(width);
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Float64Array(size);
    for (const { type, entries } of rows) {
      for (let k = 0; k < width; k += 1) scores[k] = ahead[bias + k]!;
      for (const [at, x] of entries) for (let k = 0; k < width; k += 1) scores[k]! += x * ahead[at + k]!;
      softmax(scores);
      scores[type]! -= 1;
      for (let k = 0; k < width; k += 1) slope[bias + k]! += scores[k]!;
      for (const [at, x] of entries) for (let k = 0; k < width; k += 1) slope[at + k]! += x * scores[k]!;
    }
    const next = new Float64Array(size);
    const momentum = round / (round + 3);
    for (let i = 0; i < size; i += 1) {
      const pull = i < bias ? penalty * ahead[i]! : 0;
      next[i] = ahead[i]! - step * (slope[i]! / rows.length + pull);
      ahead[i] = next[i]! + momentum * (next[i]! - weights[i]!);
    }
    weights = next;
  }
  return {
    types,
    start: [...weights.subarray(bias)],
    weights: new Map(names.map((name, i) => [name, weights.slice(i * width, (i + 1) * width)])),
  };
}

/** `taught` without all but the `most` words that say most; shapes stay. */
export function withMostTelling({ weights, ...rest }: Taught, most: number): Taught {
  const says = (row: Float64Array) => row.reduce((top, w) => Math.max(top, Math.abs(w)), 0);
  const words = [...weights].filter(([sign]) => !sign.startsWith('#')).sort((a, b) => says(b[1]) - says(a[1]));
  const left = new Set(words.slice(most).map(([sign]) => sign));
  return { ...rest, weights: new Map([...weights].filter(([sign]) => !left.has(sign))) };
}
