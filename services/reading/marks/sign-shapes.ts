/** What a plus and a minus of a row of trials look like. */
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';
import { heightOf, inkShare, widthOf } from './ink-piece.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SIGN = /^[+−–-]$/;

export const middle = (low: number, high: number): number => (low + high) / 2;

export const isSign = (word: Word): boolean => SIGN.test(word.text);

export const covers = ({ bbox }: Word, piece: Component): boolean => {
  const [x, y] = [middle(piece.x0, piece.x1), middle(piece.y0, piece.y1)];
  return x >= bbox[0] - 1 && x <= bbox[2] + 1 && y >= bbox[1] && y <= bbox[3];
};

/** A sign by its shape: a short level stroke, or two strokes of like length that cross in the middle; else null. */
export function signOf(ink: InkMask, piece: Component, plus: Size): '+' | '-' | null {
  const [width, height] = [widthOf(piece), heightOf(piece)];
  const level = width >= 0.3 * plus.width && width <= 1.3 * plus.width && height <= 0.65 * width;
  if (level && height <= 0.45 * plus.height) return '-';
  const alike =
    width > 0.6 * plus.width && width < 1.5 * plus.width && height > 0.6 * plus.height && height < 1.5 * plus.height;
  if (!alike || width > 1.5 * height || height > 1.5 * width) return null;
  const { x0, y0, x1, y1 } = piece;
  const corners = [
    inkShare(ink, [x0, y0, x0 + width * 0.3, y0 + height * 0.3]),
    inkShare(ink, [x1 - width * 0.3, y0, x1, y0 + height * 0.3]),
    inkShare(ink, [x0, y1 - height * 0.3, x0 + width * 0.3, y1]),
    inkShare(ink, [x1 - width * 0.3, y1 - height * 0.3, x1, y1]),
  ];
  const arms = [
    inkShare(ink, [x0, y0 + height * 0.3, x0 + width * 0.3, y1 - height * 0.3]),
    inkShare(ink, [x1 - width * 0.3, y0 + height * 0.3, x1, y1 - height * 0.3]),
    inkShare(ink, [x0 + width * 0.3, y0, x1 - width * 0.3, y0 + height * 0.3]),
    inkShare(ink, [x0 + width * 0.3, y1 - height * 0.3, x1 - width * 0.3, y1]),
  ];
  return Math.max(...corners) < 0.15 && Math.min(...arms) > 0.25 ? '+' : null;
}

/** Whether other ink stands so close that the piece is part of a word. */
export function isCrowded(
  piece: Component,
  pieces: readonly Component[],
  { width, height }: Size,
  room = 0.5 * width,
): boolean {
  const level = middle(piece.y0, piece.y1);
  return pieces.some(
    (other) =>
      other !== piece &&
      Math.abs(middle(other.y0, other.y1) - level) < height &&
      other.x0 - piece.x1 < room &&
      piece.x0 - other.x1 < room,
  );
}

/** A piece of ink as a sign, its box as high as that of a plus. */
export function drawnAs(piece: Component, text: string, { height }: Size, ink: Word['ink']): Word {
  const level = middle(piece.y0, piece.y1);
  const bbox: Word['bbox'] = [piece.x0, level - height / 2, piece.x1, level + height / 2];
  return { text, bbox, confidence: 0.85, ...(ink ? { ink } : {}) };
}
