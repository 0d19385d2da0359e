/** Tally strokes: upright strokes side by side, four crossed by a fifth. Counted only where it is clear what they are. */
import type { Bbox } from '../../domain/geometry.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';
import { heightOf, runsIn, widthOf } from './ink-piece.ts';

export interface TallyGroup {
  readonly bbox: Bbox;
  /** Strokes of each bundle, left to right; a crossed bundle is five. */
  readonly bundles: readonly number[];
  /** Height of a stroke in pixels. */
  readonly height: number;
}

/** Height of a stroke, in heights of a letter. */
const LEAST_HEIGHT = 1.1;
const MOST_HEIGHT = 5;
const MOST_STROKES = 40;

interface Mark {
  readonly piece: Component;
  readonly strokes: number;
}

/** One upright stroke: a single thin run in nearly every row. */
function isStroke(ink: InkMask, piece: Component): boolean {
  const height = heightOf(piece);
  if (widthOf(piece) > 0.55 * height) return false;
  let single = 0;
  for (let y = piece.y0; y < piece.y1; y++) {
    const runs = runsIn(ink, y, piece.x0, piece.x1);
    if (runs.length === 1 && runs[0]!.end - runs[0]!.start <= Math.max(3, 0.25 * height)) single++;
  }
  return single >= 0.95 * height;
}

/** Four upright strokes and one that crosses them all: most rows show four or five runs, none of them wide. */
function isBundle(ink: InkMask, piece: Component): boolean {
  const [width, height] = [widthOf(piece), heightOf(piece)];
  if (width < 0.6 * height || width > 3.5 * height) return false;
  const counts: number[] = [];
  for (let y = piece.y0 + Math.round(0.15 * height); y < piece.y1 - Math.round(0.15 * height); y++) {
    counts.push(runsIn(ink, y, piece.x0, piece.x1).length);
  }
  const share = (test: (count: number) => boolean) => counts.filter(test).length / Math.max(1, counts.length);
  // Where the fifth crosses one, their runs are one: three are seen now and then, six never.
  return share((count) => count === 4 || count === 5) >= 0.7 && share((count) => count > 5 || count < 3) <= 0.05;
}

function bounds(pieces: readonly Component[]): Bbox {
  return [
    Math.min(...pieces.map((piece) => piece.x0)),
    Math.min(...pieces.map((piece) => piece.y0)),
    Math.max(...pieces.map((piece) => piece.x1)),
    Math.max(...pieces.map((piece) => piece.y1)),
  ];
}

/** Whether `b` goes on with the strokes of `a` on the same level. */
function isBeside(a: Component, b: Component): boolean {
  const height = Math.max(heightOf(a), heightOf(b));
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return b.x0 - a.x1 < 1.3 * height && shared > 0.6 * Math.min(heightOf(a), heightOf(b));
}

/**
 * Whether nothing else belongs to the group: no letter of the same word close by, and nothing as high as its strokes
 * further on, which may be a bundle that was not understood.
 */
function isAlone(group: readonly Mark[], others: readonly Component[], letter: number, height: number): boolean {
  const [x0, y0, x1, y1] = bounds(group.map(({ piece }) => piece));
  return !others.some((other) => {
    const margin = heightOf(other) > 0.7 * height ? 1.8 * height : 0.6 * letter;
    const level = other.y0 < y1 - 0.2 * letter && other.y1 > y0 + 0.2 * letter;
    return level && other.x0 < x1 + margin && other.x1 > x0 - margin;
  });
}

/** Strokes that stand closer together belong to one bundle. */
function bundlesOf(group: readonly Mark[], height: number): number[] {
  const bundles: number[] = [];
  let last: Mark | null = null;
  for (const mark of group) {
    const joined = last?.strokes === 1 && mark.strokes === 1 && mark.piece.x0 - last.piece.x1 < 0.75 * height;
    if (joined) bundles.push(bundles.pop()! + 1);
    else bundles.push(mark.strokes);
    last = mark;
  }
  return bundles;
}

/** Groups of strokes with nothing else among them; `letter` is the height of a letter in pixels. */
export function findTallies(ink: InkMask, pieces: readonly Component[], letter: number): TallyGroup[] {
  const marks: Mark[] = [];
  const others: Component[] = [];
  for (const piece of pieces) {
    const height = heightOf(piece);
    if (height > MOST_HEIGHT * letter || widthOf(piece) > 4 * MOST_HEIGHT * letter || piece.area < 6) continue;
    const tall = height >= LEAST_HEIGHT * letter;
    const strokes = tall && isStroke(ink, piece) ? 1 : tall && isBundle(ink, piece) ? 5 : 0;
    if (strokes > 0) marks.push({ piece, strokes });
    else if (height > 0.3 * letter) others.push(piece);
  }
  const groups: Mark[][] = [];
  for (const mark of marks.sort((a, b) => a.piece.x0 - b.piece.x0)) {
    const group = groups.find((open) => isBeside(open.at(-1)!.piece, mark.piece));
    if (group) group.push(mark);
    else groups.push([mark]);
  }
  return groups.flatMap((group) => {
    const heights = group.map(({ piece }) => heightOf(piece)).sort((a, b) => a - b);
    const height = heights[Math.floor(heights.length / 2)]!;
    const total = group.reduce((sum, { strokes }) => sum + strokes, 0);
    const even = heights[0]! > 0.6 * height && heights.at(-1)! < 1.6 * height;
    if (total > MOST_STROKES || !even || !isAlone(group, others, letter, height)) return [];
    return [{ bbox: bounds(group.map(({ piece }) => piece)), bundles: bundlesOf(group, height), height }];
  });
}
