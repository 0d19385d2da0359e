/** Letters much fainter than the print of their page: a pencil's, or those of the other side showing through the paper. */
import type { Component } from './find-components.ts';
import { findInk } from './find-ink.ts';
import { lettersIn } from './find-letters.ts';
import { type GreyImage, shrink } from './grey-image.ts';

/** What is lighter than this share of the way from the page's darkest print to white is faint. */
const FAINT_SHARE = 0.45;
/** A page has such shades where so much of it is neither paper nor print; the edges of letters are less. */
const LEAST_SHADES = 0.03;
const PAPER_GRAIN = 14;
/** Share of the page that is print beyond doubt. */
const DARKEST = 0.005;

/** Letters are looked for in pixels of which one has about this height, by so little contrast. */
const LETTER = 10;
const LEAST_CONTRAST = 10;
const LEAST_DARKER = 1 / 24;
/** Fewer of them are worn print or stains. */
const LEAST_LETTERS = 20;
/** The darkest of them may have a stroke of print in their boxes. */
const DARKEST_AT = 0.05;

export interface FaintLetters {
  readonly letters: readonly Component[];
  /** Brightness of the darkest of them. */
  readonly darkest: number;
}

/** The shade from which print is faint; null on a page of print and paper alone. */
function faintFrom({ data, width, height }: GreyImage): number | null {
  const shades = new Uint32Array(256);
  let count = 0;
  for (let y = 0; y < height; y += 3) {
    for (let x = (y / 3) % 3; x < width; x += 3, count++) shades[data[y * width + x]!]!++;
  }
  const paper = shades.indexOf(Math.max(...shades.subarray(128)), 128);
  let print = 0;
  for (let seen = shades[0]!; seen < DARKEST * count; seen += shades[print]!) print++;
  const faint = Math.round(print + FAINT_SHARE * (paper - print));
  const between = shades.subarray(faint, Math.max(faint, paper - PAPER_GRAIN)).reduce((sum, shade) => sum + shade, 0);
  return between < LEAST_SHADES * count ? null : faint;
}

/** The darkest pixel in the box of a letter. */
function darkestIn({ data, width }: GreyImage, { x0, y0, x1, y1 }: Component): number {
  let darkest = 255;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) darkest = Math.min(darkest, data[y * width + x]!);
  }
  return darkest;
}

/** The faint letters of a picture whose letters are about `letterHeight` pixels high; null where there are hardly any. */
export function findFaintLetters(image: GreyImage, letterHeight: number): FaintLetters | null {
  const faint = faintFrom(image);
  if (faint === null) return null;
  const factor = Math.max(1, Math.round(letterHeight / LETTER));
  const small = shrink(image, factor);
  const found = lettersIn(findInk(small, LEAST_CONTRAST, LEAST_DARKER)).letters.flatMap((piece) => {
    const letter = {
      x0: piece.x0 * factor,
      y0: piece.y0 * factor,
      x1: piece.x1 * factor,
      y1: piece.y1 * factor,
      area: piece.area * factor * factor,
    };
    const darkest = darkestIn(image, letter);
    return darkest > faint ? [{ letter, darkest }] : [];
  });
  if (found.length < LEAST_LETTERS) return null;
  found.sort((a, b) => a.darkest - b.darkest);
  return {
    letters: found.map(({ letter }) => letter),
    darkest: found[Math.floor(DARKEST_AT * found.length)]!.darkest,
  };
}

/** The picture in which all that is as light as `level` or lighter is white, and what is darker keeps its order. */
export function whitenFrom({ data, width, height }: GreyImage, level: number): GreyImage {
  const shades = Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, (value * 255) / Math.max(1, level)));
  return { data: data.map((value) => shades[value]!), width, height };
}
