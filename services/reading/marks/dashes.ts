/** Dashes that stand for an empty cell, which readers take for figures: `11`, `1`, `o`. Told by their shape. */
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import { heightOf, widthOf } from './ink-piece.ts';

/** What readers make of dashes. */
const DASH_READING = /^[1Il|!—–oO0-]{1,4}\.?$/;
/** A dash is flatter than this, in heights of a letter and as a share of its own width. */
const MOST_HEIGHT = 0.4;
const FLAT = 0.65;

/** `word` as dashes, where its ink is nothing but level strokes side by side; else as it was. */
export function asDashes(word: Word, pieces: readonly Component[], letter: number): Word {
  if (!DASH_READING.test(word.text)) return word;
  const [x0, y0, x1, y1] = word.bbox;
  const own = pieces
    .filter((piece) => {
      const [x, y] = [(piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2];
      return x >= x0 && x <= x1 && y >= y0 && y <= y1 && widthOf(piece) > 0.15 * letter;
    })
    .sort((a, b) => a.x0 - b.x0);
  const level = own.every((piece) => heightOf(piece) < MOST_HEIGHT * letter && heightOf(piece) < FLAT * widthOf(piece));
  const apart = own.every((piece, i) => i === 0 || piece.x0 >= own[i - 1]!.x1);
  if (own.length === 0 || !level || !apart) return word;
  return { ...word, text: '-'.repeat(own.length) };
}
