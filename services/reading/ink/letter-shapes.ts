/** The letters of a page, each cut out at a scale that shows all that is asked of it. */
import type { Component } from '../image/find-components.ts';
import { type GreyImage, shrink } from '../image/grey-image.ts';

/** Letters of about this height in pixels are large enough; larger ones are made smaller. */
const LETTER = 16;

/** The picture in which the letters of a page are looked at, and its scale. */
export interface ShapePicture {
  readonly grey: GreyImage;
  /** Pixels of the page for one of the picture. */
  readonly factor: number;
  /** Height of a typical letter in its pixels. */
  readonly letter: number;
}

export interface LetterShape {
  /** In whole pixels of the shape picture. */
  readonly box: Component;
  readonly width: number;
  readonly height: number;
  /** Mean width of its strokes in pixels. */
  readonly stroke: number;
}

/** `letterHeight` is in pixels of `clean`. */
export function shapePicture(clean: GreyImage, letterHeight: number): ShapePicture {
  const factor = Math.max(1, Math.floor(letterHeight / LETTER));
  return { grey: shrink(clean, factor), factor, letter: letterHeight / factor };
}

/** Stroke width as twice the area over the length of the outline, ink being darker than the middle of its box's range. */
function strokeOf({ data, width }: GreyImage, { x0, y0, x1, y1 }: Component): number {
  let [darkest, lightest] = [255, 0];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const value = data[y * width + x]!;
      darkest = Math.min(darkest, value);
      lightest = Math.max(lightest, value);
    }
  }
  const limit = (darkest + lightest) / 2;
  const isInk = (x: number, y: number) => x >= x0 && x < x1 && y >= y0 && y < y1 && data[y * width + x]! <= limit;
  let area = 0;
  let outline = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (!isInk(x, y)) continue;
      area++;
      outline += +!isInk(x - 1, y) + +!isInk(x + 1, y) + +!isInk(x, y - 1) + +!isInk(x, y + 1);
    }
  }
  return (2 * area) / Math.max(1, outline);
}

/** Cuts out `letter`, whose box is in pixels of the page; null where nothing of it is left at this scale. */
export function shapeOf({ grey, factor }: ShapePicture, letter: Component): LetterShape | null {
  const x0 = Math.max(0, Math.round(letter.x0 / factor));
  const y0 = Math.max(0, Math.round(letter.y0 / factor));
  const x1 = Math.min(grey.width, Math.round(letter.x1 / factor));
  const y1 = Math.min(grey.height, Math.round(letter.y1 / factor));
  if (x1 - x0 < 2 || y1 - y0 < 4) return null;
  const box = { x0, y0, x1, y1, area: letter.area / (factor * factor) };
  return { box, width: x1 - x0, height: y1 - y0, stroke: strokeOf(grey, box) };
}
