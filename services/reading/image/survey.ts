/** A first look at a picture: its letters, how they stand, how evenly they are written. */
import type { Component } from './find-components.ts';
import { findLetters, typicalSize } from './find-letters.ts';
import { findSkew } from './find-skew.ts';
import { type GreyImage, shrink } from './grey-image.ts';
import { chainLetters } from './letter-lines.ts';

export interface Survey {
  /** Pieces of ink of the size of letters, in pixels of the picture. */
  readonly letters: Component[];
  /** Typical height of a letter in pixels, measured across its line; 0 without letters. */
  readonly letterHeight: number;
  /** The same in the pixels in which letters were looked at. */
  readonly letterPixels: number;
  /** Whether lines run up or down the picture, so that it must be turned by a quarter. */
  readonly lying: boolean;
  /** Degrees clockwise that the picture must be turned by to stand level, after the quarter turn if it is lying. */
  readonly skew: number;
  /** Whether there is nothing to read. */
  readonly blank: boolean;
}

/** Long side in pixels at which ink is looked for. */
const LONG_SIDE = 2000;
/** Fewer marks than this are specks, punched holes, or the edge of the sheet. */
const LEAST_LETTERS = 4;
/** Projections less sharp than this show no lines. */
const LEAST_SHARPNESS = 1.15;

/** The letters as they stand when the picture of height `height` is turned clockwise by a quarter. */
export function quarterTurn(letters: readonly Component[], height: number): Component[] {
  return letters.map(({ x0, y0, x1, y1, area }) => ({ x0: height - y1, x1: height - y0, y0: x0, y1: x1, area }));
}

/** The letters shifted so that lines leaning by `-skew` degrees are level; boxes keep their sizes. */
export function levelLetters(letters: readonly Component[], skew: number): Component[] {
  const slope = Math.tan((skew * Math.PI) / 180);
  return letters.map((letter) => {
    const shift = (slope * (letter.x0 + letter.x1)) / 2;
    return { ...letter, y0: letter.y0 + shift, y1: letter.y1 + shift };
  });
}

/** Share of the letters that stand in chains, and the lean of those. */
function standingShare(
  letters: readonly Component[],
  width: number,
): { share: number; skew: number; sharpness: number } {
  const { degrees, sharpness } = findSkew(letters, width);
  const chained = chainLetters(levelLetters(letters, degrees)).reduce((sum, line) => sum + line.letters.length, 0);
  return { share: chained / letters.length, skew: degrees, sharpness };
}

const heightOf = (mark: Component): number => mark.y1 - mark.y0;

export function surveyImage(image: GreyImage): Survey {
  const factor = Math.max(1, Math.round(Math.max(image.width, image.height) / LONG_SIDE));
  const small = shrink(image, factor);
  const letters = findLetters(small);
  const full = letters.map((piece) => ({
    x0: piece.x0 * factor,
    y0: piece.y0 * factor,
    x1: piece.x1 * factor,
    y1: piece.y1 * factor,
    area: piece.area * factor * factor,
  }));
  if (letters.length < LEAST_LETTERS) {
    return { letters: full, letterHeight: 0, letterPixels: 0, lying: false, skew: 0, blank: true };
  }
  const upright = standingShare(letters, small.width);
  const turned = quarterTurn(letters, small.height);
  const sideways = upright.share > 0.9 && upright.sharpness > 2 ? null : standingShare(turned, small.height);
  // The edge of a sheet on a rough desk is sharper than any line: more of the letters must stand in lines as well.
  const lying =
    sideways !== null &&
    sideways.share > upright.share &&
    sideways.share * sideways.sharpness > 1.3 * upright.share * upright.sharpness;
  const chosen = lying && sideways ? sideways : upright;
  const height = typicalSize(lying ? turned : letters, heightOf);
  return {
    letters: full,
    letterHeight: height * factor,
    letterPixels: height,
    lying,
    skew: chosen.sharpness > LEAST_SHARPNESS ? chosen.skew : 0,
    blank: false,
  };
}
