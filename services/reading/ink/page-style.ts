/** The style of many letters at once: what one letter cannot tell, a line or a page of them can. */
import type { Component } from '../image/find-components.ts';
import { type ShapePicture, shapeOf } from './letter-shapes.ts';
import { handStyle, hasStyle } from './letter-style.ts';

/** So many letters, from all over the page, show its style. */
const SAMPLE = 120;
/** Fewer say too little. */
const LEAST = 8;

/** Mean log odds that a hand wrote the letters, whose boxes are in pixels of the page; null for too few of them. */
export function meanStyle(picture: ShapePicture, letters: readonly Component[]): number | null {
  const step = Math.max(1, letters.length / SAMPLE);
  const styles: number[] = [];
  for (let place = 0; place < letters.length; place += step) {
    const shape = shapeOf(picture, letters[Math.floor(place)]!);
    if (shape && hasStyle(shape, picture.letter)) styles.push(handStyle(picture, shape));
  }
  return styles.length < LEAST ? null : styles.reduce((sum, style) => sum + style, 0) / styles.length;
}
