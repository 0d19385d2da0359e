/**
 * Upright strokes that readers take for the figure one: the bars of a table drawn with letters, and the strokes of a
 * tally that is typed with `/` or `|`. A one has a flag or a foot; these have none, and bars are higher than any letter.
 */
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';
import { hasInk, heightOf, runsIn, widthOf } from './ink-piece.ts';

/** What readers make of strokes alone, and of one at the end of a word. */
const STROKES = /^[1lI|/!\\]{1,12}$/;
/** A bar is so many times as high as the figures of the page. */
const BAR = 1.22;
/** A slash leans by so much of its height. */
const LEAN = 0.22;

/** How far a bare stroke leans to the right, as a share of its height; null for ink that is no bare stroke. */
function leanOf(ink: InkMask, piece: Component): number | null {
  const height = heightOf(piece);
  if (height < 6 || widthOf(piece) > 0.75 * height) return null;
  const middles: number[] = [];
  let [single, inked] = [0, 0];
  for (let y = piece.y0; y < piece.y1; y++) {
    const runs = runsIn(ink, y, piece.x0, piece.x1);
    if (runs.length === 1 && runs[0]!.end - runs[0]!.start <= Math.max(3, 0.25 * height)) single++;
    if (runs[0]) {
      inked++;
      middles.push((runs[0].start + runs[0].end) / 2);
    }
  }
  if (single < 0.95 * inked || inked < 0.8 * height) return null;
  const tenth = Math.max(1, Math.round(middles.length / 10));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return (mean(middles.slice(0, tenth)) - mean(middles.slice(-tenth))) / height;
}

const inside = ({ bbox }: Word, piece: Component): boolean => {
  const [x, y] = [(piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2];
  return x >= bbox[0] && x <= bbox[2] && y >= bbox[1] && y <= bbox[3];
};

/** Pieces of a stroke that a worn copy broke: one goes on under the other. */
function joined(pieces: readonly Component[]): Component[] {
  const whole: Component[] = [];
  for (const piece of pieces.toSorted((a, b) => a.y0 - b.y0)) {
    const upper = whole.find((one) => {
      const height = Math.max(heightOf(one), heightOf(piece));
      const apart = Math.max(piece.x0 - one.x1, one.x0 - piece.x1);
      return piece.y0 >= one.y1 - 0.15 * height && piece.y0 - one.y1 < 0.3 * height && apart < 0.2 * height;
    });
    if (!upper) whole.push({ ...piece });
    else {
      upper.x0 = Math.min(upper.x0, piece.x0);
      upper.x1 = Math.max(upper.x1, piece.x1);
      upper.y1 = piece.y1;
      upper.area += piece.area;
    }
  }
  return whole.sort((a, b) => a.x0 - b.x0);
}

/** The height of the figures of a page; 0 where there are none to compare with. */
export function figureHeight(words: readonly Word[], pieces: readonly Component[]): number {
  const figures = words.filter(({ text }) => /^[02-9]{1,3}$/.test(text)).slice(0, 40);
  const heights = figures
    .flatMap((word) => pieces.filter((piece) => inside(word, piece)).map(heightOf))
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** `word` with its strokes as what they are; null where all of it was a bar of a table. `figure` is their usual height. */
export function withStrokes(ink: InkMask, word: Word, pieces: readonly Component[], figure: number): Word | null {
  if (word.ink === 'handwriting' || !/[1lI|/!\\]/.test(word.text)) return word;
  const own = joined(pieces.filter((piece) => inside(word, piece) && piece.area >= 6)).filter(
    (piece) => heightOf(piece) > 0.5 * figure,
  );
  const isBar = (piece: Component | undefined) =>
    piece !== undefined && figure > 0 && heightOf(piece) > BAR * figure && Math.abs(leanOf(ink, piece) ?? 1) < 0.1;
  if (STROKES.test(word.text)) {
    if (own.length === 1 && isBar(own[0])) return null;
    const leans = own.map((piece) => leanOf(ink, piece));
    if (own.length === word.text.length && leans.every((lean) => lean !== null && lean > LEAN))
      return { ...word, text: '/'.repeat(own.length) };
    return word;
  }
  if (own.length < 3) return word;
  const [first, last] = [own[0]!, own.at(-1)!];
  // A tall letter of a larger print is as high as a bar, but stands on the line that its neighbours stand on.
  const reachesBelow = (bar: Component) =>
    /^[1lI|!]?[\d/.,%-]+[1lI|!]?$/.test(word.text) ||
    own.every((piece) => piece === bar || bar.y1 > piece.y1 + 0.1 * heightOf(bar));
  if (/[1lI|!]$/.test(word.text) && isBar(last) && !isBar(own.at(-2)) && reachesBelow(last))
    return { ...word, text: word.text.slice(0, -1), bbox: [word.bbox[0], word.bbox[1], last.x0, word.bbox[3]] };
  if (/^[1lI|!]/.test(word.text) && isBar(first) && !isBar(own[1]) && reachesBelow(first))
    return { ...word, text: word.text.slice(1), bbox: [first.x1, word.bbox[1], word.bbox[2], word.bbox[3]] };
  return word;
}

/** A rule beside a plus, in heights of a letter, and how much of it is ink: the dashes of a typed one leave gaps. */
const RULE = 4;
const RULE_SHARE = 0.6;

/** Whether a plus is where the lines of a table cross: in `ink`, rules and all, a line leads to it, drawn or of dashes. */
export function isJoint(ink: InkMask, { text, bbox: [x0, y0, x1, y1] }: Word, letter: number): boolean {
  if (text !== '+') return false;
  const middle = (y0 + y1) / 2;
  const isThin = (x: number) => {
    const rows: number[] = [];
    for (let y = Math.round(middle - 0.6 * letter); y < middle + 0.6 * letter; y++)
      if (hasInk(ink, y, x, x)) rows.push(y);
    return rows.length > 0 && rows.length <= 0.3 * letter && rows.every((y) => Math.abs(y - middle) < 0.35 * letter);
  };
  const share = (left: number, right: number) => {
    let thin = 0;
    for (let x = Math.round(left); x < right; x++) if (isThin(x)) thin++;
    return thin / (right - left);
  };
  const gap = 0.3 * letter;
  return (
    share(x1 + gap, x1 + gap + RULE * letter) > RULE_SHARE || share(x0 - gap - RULE * letter, x0 - gap) > RULE_SHARE
  );
}
