/** How near a text is to the truth. */

/** White space folded, and the quotes of typography made plain: not every truth keeps them. */
export function foldText(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}

/** Least number of characters put in, left out or changed (Levenshtein 1966). */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = above[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, changed);
    }
    above = row;
  }
  return above[b.length]!;
}

/** Character errors as a share of the truth's characters. */
export function errorRate(read: string, truth: string): number {
  const folded = foldText(truth);
  return editDistance(foldText(read), folded) / Math.max(1, folded.length);
}

/** Words in upper case: letters and digits without the marks around and between them, which truths set apart as they like. */
export function wordsOf(text: string): string[] {
  return text.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Numbers as they are written: `12.50`, `1/14/2025`, `10:17`. */
export function numbersOf(text: string): string[] {
  return text.match(/\d+(?:[.,:/-]\d+)*/g) ?? [];
}

/** How many of each; words of a truth are taken out as they are found. */
export class Bag {
  readonly #counts = new Map<string, number>();

  constructor(items: Iterable<string>) {
    for (const item of items) this.#counts.set(item, (this.#counts.get(item) ?? 0) + 1);
  }

  /** Whether one was left; it is taken out. */
  take(item: string): boolean {
    const left = this.#counts.get(item) ?? 0;
    if (left > 0) this.#counts.set(item, left - 1);
    return left > 0;
  }
}

/** How many of `wanted` are among `given`, each counted as often as it is there. */
export function countFound(given: readonly string[], wanted: readonly string[]): number {
  const bag = new Bag(given);
  return wanted.filter((item) => bag.take(item)).length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
