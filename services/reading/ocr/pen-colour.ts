/**
 * Ink of another colour than the print around it: a blue or purple pen on a form that is printed in black. Where letters
 * are too few to show by their shape that a hand wrote them, as in the cells of a form, their colour may.
 */
import type { Word } from '../../domain/page.ts';
import type { DecodedImage } from '../image/open-image.ts';

/** Share of the pixels of a word's box that are ink beyond doubt, and those that are paper. */
const DARKEST = 0.06;
const PAPER_AT = 0.9;
/** Thin strokes keep most of the tint of the paper around them. */
const PAPER_IN_INK = 0.8;
/** How much bluer (blue less red, 0 to 255) ink must be than that of most words to be another ink. */
const BLUER = 12;
/** Fewer words do not show what colour the print is; where more than this share differs, colours say nothing. */
const TELLING_WORDS = 8;
const MOST_WRITTEN = 0.5;

/** Blue less red of the ink in a box, freed of the tint of its paper; null where the box holds too few pixels. */
function tintIn({ pixels, width, height }: DecodedImage, bbox: Word['bbox']): number | null {
  const [x0, y0] = [Math.max(0, Math.floor(bbox[0])), Math.max(0, Math.floor(bbox[1]))];
  const [x1, y1] = [Math.min(width, Math.ceil(bbox[2])), Math.min(height, Math.ceil(bbox[3]))];
  const points: { light: number; tint: number }[] = [];
  // A large word is looked at in a grid; a few thousand pixels show its colours.
  const step = Math.max(1, Math.floor(Math.sqrt(((x1 - x0) * (y1 - y0)) / 4000)));
  for (let y = y0; y < y1; y += step) {
    for (let x = x0; x < x1; x += step) {
      const at = (y * width + x) * 3;
      const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
      points.push({ light: red * 77 + green * 150 + blue * 29, tint: blue - red });
    }
  }
  if (points.length < 40) return null;
  points.sort((a, b) => a.light - b.light);
  const ink = points.slice(0, Math.max(4, Math.floor(points.length * DARKEST)));
  const paper = points[Math.floor(points.length * PAPER_AT)]!.tint;
  return ink.reduce((sum, point) => sum + point.tint, 0) / ink.length - PAPER_IN_INK * paper;
}

/**
 * The words of `lines` that are written in a bluer ink than most of the page; none on a grey picture, or where so many
 * differ that the print itself may be coloured. Boxes are in the pixels of `picture`.
 */
export function wordsInPen(picture: DecodedImage, lines: readonly (readonly Word[])[]): ReadonlySet<Word> {
  if (picture.channels === 1) return new Set();
  const tints = lines.flat().flatMap((word) => {
    const tint = tintIn(picture, word.bbox);
    return tint === null ? [] : [{ word, tint }];
  });
  if (tints.length < TELLING_WORDS) return new Set();
  const usual = tints.map(({ tint }) => tint).sort((a, b) => a - b)[Math.floor(tints.length / 2)]!;
  const written = tints.filter(({ tint }) => tint > usual + BLUER);
  return new Set(written.length > MOST_WRITTEN * tints.length ? [] : written.map(({ word }) => word));
}
