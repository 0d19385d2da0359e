/** How the words of a page look beside each other: what tells a pen's answer from the form it was written on. */
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import { medianOf } from '../image/letter-lines.ts';
import { type LetterShape, type ShapePicture, shapeOf } from './letter-shapes.ts';
import { handStyle, hasStyle } from './letter-style.ts';

/** Thin or bold beyond this (log of the ratio) says no more. */
const MOST_STROKE = 0.6;
/** The letters at this share from the bottom are print, unless the page is written from end to end. */
const PRINT_AT = 0.3;
/** A long word does not count for more letters than this in what the print of a page looks like. */
const MOST_LETTERS = 8;

export interface WordLook {
  /** Mean log odds that a hand wrote its letters, by their style; 0 where none has one. */
  readonly style: number;
  /** How many have. */
  readonly letters: number;
  /** Log of its stroke width over that of the page. */
  readonly stroke: number;
  /** Spread of the feet of its tall letters, in letter heights. */
  readonly feet: number;
}

export interface PageLooks {
  readonly looks: ReadonlyMap<Word, WordLook>;
  /** Style of the print of the page. */
  readonly printStyle: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1));
}

/** The letters that stand in each word, both in pixels of the page. */
function shareOut(picture: ShapePicture, letters: readonly Component[], words: readonly Word[]) {
  const shares = new Map<Word, LetterShape[]>();
  for (const letter of letters) {
    const [x, y] = [(letter.x0 + letter.x1) / 2, (letter.y0 + letter.y1) / 2];
    const word = words.find(({ bbox }) => x > bbox[0] - 2 && x < bbox[2] + 2 && y > bbox[1] - 2 && y < bbox[3] + 2);
    const shape = word && shapeOf(picture, letter);
    if (!shape) continue;
    const known = shares.get(word);
    if (known) known.push(shape);
    else shares.set(word, [shape]);
  }
  return shares;
}

/** The looks of the words that have letters; `letters` and the boxes of words are in pixels of the page. */
export function lookAtWords(picture: ShapePicture, letters: readonly Component[], words: readonly Word[]): PageLooks {
  const shares = shareOut(picture, letters, words);
  const usual = medianOf([...shares.values()].flatMap((shapes) => shapes.map((shape) => shape.stroke)));
  const looks = new Map<Word, WordLook>();
  for (const [word, shapes] of shares) {
    const styles = shapes.filter((shape) => hasStyle(shape, picture.letter)).map((shape) => handStyle(picture, shape));
    const highest = Math.max(...shapes.map((shape) => shape.height));
    const feet = shapes.filter((shape) => shape.height >= 0.75 * highest).map(({ box }) => box.y1);
    const stroke = Math.log(medianOf(shapes.map((shape) => shape.stroke)) / Math.max(0.1, usual));
    looks.set(word, {
      style: mean(styles),
      letters: styles.length,
      stroke: Math.min(MOST_STROKE, Math.max(-MOST_STROKE, stroke)),
      feet: spread(feet) / picture.letter,
    });
  }
  const byLetter = [...looks.values()].flatMap(({ style, letters: count }) =>
    Array<number>(Math.min(MOST_LETTERS, count)).fill(style),
  );
  byLetter.sort((a, b) => a - b);
  return { looks, printStyle: byLetter[Math.floor(byLetter.length * PRINT_AT)] ?? 0 };
}
