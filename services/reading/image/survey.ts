/** A first look at a picture: how much ink, of what size, leaning how far. Costs some tens of milliseconds. */
import { type Component, findComponents } from './find-components.ts';
import { findInk } from './find-ink.ts';
import { findSkew } from './find-skew.ts';
import { type GreyImage, shrink } from './grey-image.ts';

export interface Survey {
  /** Pieces of ink of the size of letters, in pixels of the picture surveyed. */
  readonly letters: Component[];
  /** Typical height of a letter in pixels of the picture; 0 without letters. */
  readonly letterHeight: number;
  /** Degrees clockwise that the picture must be turned by to stand level. */
  readonly skew: number;
  /** Whether there is nothing to read. */
  readonly blank: boolean;
}

/** Long side in pixels at which ink is looked for. */
const LONG_SIDE = 1600;
/** Fewer marks than this are specks, punched holes, or the edge of the sheet. */
const LEAST_LETTERS = 4;

function isLetter(piece: Component, width: number, height: number): boolean {
  const w = piece.x1 - piece.x0;
  const h = piece.y1 - piece.y0;
  if (h < 4 || w < 2 || h > height / 12 || w > width / 5) return false;
  if (piece.area < 8 || piece.area < 0.08 * w * h) return false;
  // Marks at the very edge belong to the sheet's border.
  return piece.x0 > 1 && piece.y0 > 1 && piece.x1 < width - 1 && piece.y1 < height - 1 && w < 12 * h;
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}

export function surveyImage(image: GreyImage): Survey {
  const factor = Math.max(1, Math.round(Math.max(image.width, image.height) / LONG_SIDE));
  const small = shrink(image, factor);
  const pieces = findComponents(findInk(small));
  const marks = pieces.filter((piece) => isLetter(piece, small.width, small.height));
  const height = median(marks.map((piece) => piece.y1 - piece.y0));
  const letters = marks.filter((piece) => {
    const own = piece.y1 - piece.y0;
    return own > 0.4 * height && own < 3 * height;
  });
  const { degrees, sharpness } = findSkew(letters, small.width);
  const scaled = letters.map((piece) => ({
    x0: piece.x0 * factor,
    y0: piece.y0 * factor,
    x1: piece.x1 * factor,
    y1: piece.y1 * factor,
    area: piece.area * factor * factor,
  }));
  return {
    letters: scaled,
    letterHeight: height * factor,
    skew: sharpness > 1.15 ? degrees : 0,
    blank: letters.length < LEAST_LETTERS,
  };
}
