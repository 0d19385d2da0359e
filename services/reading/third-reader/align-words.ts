/** Two readings of the same writing, word by word: which words of the one are which of the other. */

export interface Pair {
  /** Places in the two readings. */
  readonly a: number;
  readonly b: number;
}

const GAP = -0.4;

/** Fewest letters put in, left out or changed that make one word the other. */
function distance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(last[j]! + 1, next[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    last = next;
  }
  return last[b.length]!;
}

/** 1: the same but for case; 0: nothing in common. */
export function likeness(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 1;
  return 1 - distance(left, right) / Math.max(left.length, right.length, 1);
}

/** The pairing, in order, whose words are most alike (Needleman and Wunsch 1970); unlike words are not paired. */
export function alignWords(a: readonly string[], b: readonly string[]): Pair[] {
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const gain = (i: number, j: number): number => {
    const alike = likeness(a[i]!, b[j]!);
    return alike >= 0.5 ? 2 * alike : -2;
  };
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) best[i * width + j] = (i + j) * GAP;
      else {
        best[i * width + j] = Math.max(
          best[(i - 1) * width + j - 1]! + gain(i - 1, j - 1),
          best[(i - 1) * width + j]! + GAP,
          best[i * width + j - 1]! + GAP,
        );
      }
    }
  }
  const pairs: Pair[] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    const here = best[i * width + j]!;
    if (here === best[(i - 1) * width + j]! + GAP) i--;
    else if (here === best[i * width + j - 1]! + GAP) j--;
    else pairs.unshift({ a: --i, b: --j });
  }
  return pairs;
}
