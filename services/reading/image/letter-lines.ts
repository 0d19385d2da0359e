/** Letters chained into lines by their place alone: enough to see how a page stands and how evenly it is written. */
import type { Component } from './find-components.ts';

/** Shorter chains say nothing. */
const LEAST_LETTERS = 6;

export interface LetterLine {
  readonly letters: readonly Component[];
  /** Median height of its letters. */
  readonly height: number;
}

export function medianOf(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}

const heightOf = (letter: Component): number => letter.y1 - letter.y0;

/** How well `next` goes on after `last`: smaller is better, infinite is not at all. */
function distance(last: Component, next: Component): number {
  const height = Math.max(heightOf(last), heightOf(next));
  const gap = next.x0 - last.x1;
  if (gap > 1.6 * height || gap < -0.8 * height) return Number.POSITIVE_INFINITY;
  const shared = Math.min(last.y1, next.y1) - Math.max(last.y0, next.y0);
  if (shared < 0.3 * Math.min(heightOf(last), heightOf(next))) return Number.POSITIVE_INFINITY;
  return Math.max(0, gap) + Math.abs(last.y1 - next.y1);
}

/** Chains of letters that stand side by side on a page whose lines are about level. */
export function chainLetters(letters: readonly Component[]): LetterLine[] {
  const chains: Component[][] = [];
  /** Chains that may still go on, by the 64-pixel band of their last letter. */
  const byBand = new Map<number, Set<Component[]>>();
  const bandsOf = (letter: Component): number[] => [letter.y0 >> 6, letter.y1 >> 6];
  for (const letter of letters.toSorted((a, b) => a.x0 - b.x0)) {
    let best: Component[] | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (let band = (letter.y0 >> 6) - 1; band <= (letter.y1 >> 6) + 1; band++) {
      for (const chain of byBand.get(band) ?? []) {
        const last = chain.at(-1)!;
        if (letter.x0 - last.x1 > 200) byBand.get(band)!.delete(chain);
        const d = distance(last, letter);
        if (d < bestDistance) {
          best = chain;
          bestDistance = d;
        }
      }
    }
    if (best) {
      for (const band of bandsOf(best.at(-1)!)) byBand.get(band)?.delete(best);
      best.push(letter);
    } else {
      best = [letter];
      chains.push(best);
    }
    for (const band of bandsOf(letter)) {
      const set = byBand.get(band) ?? new Set();
      set.add(best);
      byBand.set(band, set);
    }
  }
  return chains
    .filter((chain) => chain.length >= LEAST_LETTERS)
    .map((chain) => ({ letters: chain, height: medianOf(chain.map(heightOf)) }));
}

export interface Fit {
  /** Share of the points that lie on the line. */
  readonly share: number;
  /** Their mean distance from it. */
  readonly spread: number;
}

/** A straight line through most of the points, found from their median outward; distances in units of `height`. */
export function fitLine(points: readonly { x: number; y: number }[], height: number): Fit {
  let level = medianOf(points.map((point) => point.y));
  let slope = 0;
  let near = points;
  for (const tolerance of [0.6, 0.4, 0.3, 0.25]) {
    near = points.filter((point) => Math.abs(point.y - level - slope * point.x) < tolerance * height);
    if (near.length < 4) break;
    const middleX = near.reduce((sum, point) => sum + point.x, 0) / near.length;
    const middleY = near.reduce((sum, point) => sum + point.y, 0) / near.length;
    let xy = 0;
    let xx = 0;
    for (const point of near) {
      xy += (point.x - middleX) * (point.y - middleY);
      xx += (point.x - middleX) ** 2;
    }
    slope = xx > 0 ? xy / xx : 0;
    level = middleY - slope * middleX;
  }
  if (near.length === 0) return { share: 0, spread: 1 };
  const off = near.reduce((sum, point) => sum + Math.abs(point.y - level - slope * point.x), 0);
  return { share: near.length / points.length, spread: off / near.length / height };
}
