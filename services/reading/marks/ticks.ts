/**
 * Ticks, which readers take for letters (V, J) or overlook: a short arm down and a long one up to the right. Told by
 * their shape, and only where a reader saw such a letter alone or nothing at all. Crosses in their columns are marks too.
 */
import type { Bbox } from '../../domain/geometry.ts';
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';
import { heightOf, inkShare, runsIn, widthOf } from './ink-piece.ts';

/** What readers make of a tick. */
const TICK_READING = /^[√✓✔vVJjYy]{1,2}$/;
const CROSS_READING = /^[xX×✗✘]$/;
/** Sizes in heights of a letter. */
const LEAST_SIZE = 0.5;
const MOST_SIZE = 2.6;
const SURE = 0.85;

/** Where the ink of row `share` of the height begins and ends, as shares of the width; null without ink. */
function rowAt(ink: InkMask, piece: Component, share: number): { left: number; right: number; runs: number } | null {
  const y = Math.min(piece.y1 - 1, piece.y0 + Math.round(share * heightOf(piece)));
  const runs = runsIn(ink, y, piece.x0, piece.x1);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return null;
  const at = (run: { start: number; end: number }) => ((run.start + run.end) / 2 - piece.x0) / widthOf(piece);
  return { left: at(first), right: at(last), runs: runs.length };
}

/** Whether a piece of ink is a tick: no letter has its left arm so short and its right arm so slanting. */
export function isTick(ink: InkMask, piece: Component): boolean {
  const [width, height] = [widthOf(piece), heightOf(piece)];
  if (width < 0.6 * height || width > 2.2 * height) return false;
  const { x0, y0, x1, y1 } = piece;
  const top = rowAt(ink, piece, 0.06);
  const middle = rowAt(ink, piece, 0.45);
  const foot = rowAt(ink, piece, 0.95);
  if (!top || !middle || !foot) return false;
  const armless = inkShare(ink, [x0, y0, x0 + 0.5 * width, y0 + 0.28 * height]) < 0.03;
  const shortArm = inkShare(ink, [x0, y0 + 0.28 * height, x0 + 0.2 * width, y0 + 0.88 * height]) > 0.04;
  const bare = inkShare(ink, [x1 - 0.3 * width, y0 + 0.6 * height, x1, y1]) < 0.03;
  const vertex = (foot.left + foot.right) / 2;
  const slants = top.right - middle.right > 0.12 && middle.right - vertex > 0.08;
  return (
    armless && shortArm && bare && top.right > 0.75 && vertex > 0.14 && vertex < 0.58 && slants && middle.runs <= 2
  );
}

/** Two strokes that cross on a slant: ink in the corners and none in the middle of the sides. */
function isCross(ink: InkMask, piece: Component): boolean {
  const [width, height] = [widthOf(piece), heightOf(piece)];
  if (width < 0.6 * height || width > 1.6 * height) return false;
  const { x0, y0, x1, y1 } = piece;
  const [w, h] = [width / 3, height / 3];
  const corners: Bbox[] = [
    [x0, y0, x0 + w, y0 + h],
    [x1 - w, y0, x1, y0 + h],
    [x0, y1 - h, x0 + w, y1],
    [x1 - w, y1 - h, x1, y1],
  ];
  const sides: Bbox[] = [
    [x0 + w, y0, x1 - w, y0 + h / 2],
    [x0 + w, y1 - h / 2, x1 - w, y1],
    [x0, y0 + h, x0 + w / 2, y1 - h],
    [x1 - w / 2, y0 + h, x1, y1 - h],
  ];
  return (
    corners.every((box) => inkShare(ink, box) > 0.3) &&
    sides.every((box) => inkShare(ink, box) < 0.25) &&
    inkShare(ink, [x0 + w, y0 + h, x1 - w, y1 - h]) > 0.5
  );
}

const inside = ({ bbox }: Word, piece: Component): boolean => {
  const [x, y] = [(piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2];
  return x >= bbox[0] && x <= bbox[2] && y >= bbox[1] && y <= bbox[3];
};

/** Whether other ink stands so close that the piece is part of a word. */
function isCrowded(piece: Component, pieces: readonly Component[], letter: number): boolean {
  return pieces.some(
    (other) =>
      other !== piece &&
      other.area >= 8 &&
      heightOf(other) < MOST_SIZE * letter &&
      other.y0 < piece.y1 &&
      other.y1 > piece.y0 &&
      other.x0 - piece.x1 < 0.25 * letter &&
      piece.x0 - other.x1 < 0.25 * letter,
  );
}

export interface Ticks {
  readonly drawn: readonly Word[];
  /** The words in whose place they stand. */
  readonly instead: readonly Word[];
}

/** The ticks and crosses among `words`; `letter` is the height of a letter in pixels of `ink`. */
export function findTicks(ink: InkMask, pieces: readonly Component[], words: readonly Word[], letter: number): Ticks {
  const instead: Word[] = [];
  const reads = words.some((word) => /^[√✓✔]$/.test(word.text));
  const shaped = pieces.filter((piece) => {
    const size = Math.max(widthOf(piece), heightOf(piece));
    return size >= LEAST_SIZE * letter && size <= MOST_SIZE * letter && isTick(ink, piece);
  });
  /** What no reader saw is a tick only in company: under or over others, and on a line with words. */
  const inCompany = (piece: Component) => {
    const [x, y] = [(piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2];
    const like = shaped.filter((other) => other !== piece && Math.abs((other.x0 + other.x1) / 2 - x) < letter);
    const onLine = words.some(({ bbox, text }) => /[\p{L}\p{N}]/u.test(text) && y > bbox[1] && y < bbox[3]);
    return onLine && (like.length >= 2 || (reads && like.length === 1));
  };
  const drawn = shaped.flatMap((piece): Word[] => {
    const read = words.filter((word) => inside(word, piece));
    if (read.some((word) => !TICK_READING.test(word.text))) return [];
    if (isCrowded(piece, pieces, letter) || (read.length === 0 && !inCompany(piece))) return [];
    instead.push(...read);
    const bbox: Bbox = read[0]?.bbox ?? [piece.x0, piece.y0, piece.x1, piece.y1];
    return [{ ...read[0], text: '✓', bbox, confidence: Math.max(SURE, read[0]?.confidence ?? 0) }];
  });
  const ticks = [...drawn];
  const inColumn = (x: number) =>
    ticks.filter(({ bbox }) => Math.abs((bbox[0] + bbox[2]) / 2 - x) < letter).length >= 2;
  for (const word of words) {
    if (!CROSS_READING.test(word.text) || !inColumn((word.bbox[0] + word.bbox[2]) / 2)) continue;
    instead.push(word);
    drawn.push({ ...word, text: '✗' });
  }
  for (const piece of pieces) {
    const size = Math.max(widthOf(piece), heightOf(piece));
    const fits = size >= LEAST_SIZE * letter && size <= MOST_SIZE * letter && inColumn((piece.x0 + piece.x1) / 2);
    if (!fits || words.some((word) => inside(word, piece)) || !isCross(ink, piece)) continue;
    if (!isCrowded(piece, pieces, letter)) {
      drawn.push({ text: '✗', bbox: [piece.x0, piece.y0, piece.x1, piece.y1], confidence: SURE });
    }
  }
  return { drawn, instead };
}
