/** The letters of a page, freed from the ruled, graph or form lines that they stand on. */
import { type Component, findComponents } from './find-components.ts';
import { findInk, type InkMask } from './find-ink.ts';
import { findSkewOfPoints } from './find-skew.ts';
import type { GreyImage } from './grey-image.ts';
import { removeRules } from './remove-rules.ts';

/** A connected piece that spans this share of the page is a net of rules with letters caught in it. */
const NET_SHARE = 0.4;
/** Rules lighter than this share of the darkest ink are left out by brightness alone. */
const LIGHT_SHARE = 0.5;

function isLetter(piece: Component, width: number, height: number): boolean {
  const w = piece.x1 - piece.x0;
  const h = piece.y1 - piece.y0;
  const long = Math.max(w, h);
  const side = Math.max(width, height);
  if (long < 5 || Math.min(w, h) < 2 || long > side / 8 || Math.min(w, h) > side / 14) return false;
  if (piece.area < 10 || piece.area < 0.06 * w * h) return false;
  // What is left of a rule where letters crossed it.
  if (h <= 5 && w > 2.5 * h) return false;
  // Marks at the very edge belong to the sheet's border.
  return piece.x0 > 1 && piece.y0 > 1 && piece.x1 < width - 1 && piece.y1 < height - 1;
}

/** The median of `sizeOf`, in which a piece counts by the root of its ink: specks weigh little. */
export function typicalSize(pieces: readonly Component[], sizeOf: (piece: Component) => number): number {
  const sorted = pieces.map((piece) => ({ size: sizeOf(piece), weight: Math.sqrt(piece.area) }));
  sorted.sort((a, b) => a.size - b.size);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let seen = 0;
  for (const { size, weight } of sorted) {
    seen += weight;
    if (seen >= half) return size;
  }
  return 0;
}

/** Letters of one size: those far smaller or larger than most are specks and pictures. */
function ofOneSize(marks: readonly Component[]): Component[] {
  const sizeOf = (mark: Component): number => Math.max(mark.y1 - mark.y0, mark.x1 - mark.x0);
  const typical = typicalSize(marks, sizeOf);
  return marks.filter((mark) => sizeOf(mark) > 0.35 * typical && sizeOf(mark) < 3.5 * typical);
}

/** The pieces of `ink` of the size of letters once its rules are erased, and whether a net of rules is left. */
export function lettersIn(ink: InkMask): { letters: Component[]; net: boolean } {
  removeRules(ink);
  const pieces = findComponents(ink);
  const { width, height } = ink;
  const net = pieces.some((piece) => {
    const spans = piece.x1 - piece.x0 > NET_SHARE * width && piece.y1 - piece.y0 > NET_SHARE * height;
    return spans && piece.x0 > 1 && piece.y0 > 1;
  });
  return { letters: ofOneSize(pieces.filter((piece) => isLetter(piece, width, height))), net };
}

/** The contrast that 95 of 100 ink pixels stay below. */
function strongContrast(ink: InkMask): number {
  const total = ink.contrasts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [contrast, count] of ink.contrasts.entries()) {
    seen += count;
    if (seen >= 0.95 * total) return contrast;
  }
  return 255;
}

/** The picture turned about its middle, in its own size; what comes from outside is white. */
function rotateInPlace(image: GreyImage, degrees: number): GreyImage {
  const { data, width, height } = image;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = x - width / 2;
      const v = y - height / 2;
      const fromX = Math.round(u * cos + v * sin + width / 2);
      const fromY = Math.round(v * cos - u * sin + height / 2);
      if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
      turned[y * width + x] = data[fromY * width + fromX]!;
    }
  }
  return { data: turned, width, height };
}

/** Letters found in the picture turned by `degrees`, put back where they stand in the picture as it is. */
function putBack(letters: readonly Component[], degrees: number, { width, height }: GreyImage): Component[] {
  const angle = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return letters.map((letter) => {
    const x = (letter.x0 + letter.x1 - width) / 2;
    const y = (letter.y0 + letter.y1 - height) / 2;
    const dx = x * cos - y * sin - x;
    const dy = x * sin + y * cos - y;
    return { ...letter, x0: letter.x0 + dx, x1: letter.x1 + dx, y0: letter.y0 + dy, y1: letter.y1 + dy };
  });
}

/** The direction of most ink pixels: that of the rules, where rules are most of the ink. */
function ruleSkew(ink: InkMask): number {
  const points: { x: number; y: number }[] = [];
  const step = Math.max(1, Math.round(Math.sqrt((ink.width * ink.height) / 600_000)));
  for (let y = 0; y < ink.height; y += step) {
    for (let x = 0; x < ink.width; x += step) {
      if (ink.data[y * ink.width + x] === 1) points.push({ x: x - ink.width / 2, y });
    }
  }
  return findSkewOfPoints(points, ink.width, 2).degrees;
}

/**
 * Pieces of ink of the size of letters. Letters that hang in a net of rules are freed: by leaving out what is much
 * lighter than the writing, or by turning the page until the rules are level and can be taken out.
 */
export function findLetters(image: GreyImage): Component[] {
  const ink = findInk(image);
  const first = lettersIn(ink);
  if (!first.net) return first.letters;
  const dark = lettersIn(findInk(image, Math.max(24, LIGHT_SHARE * strongContrast(ink))));
  if (!dark.net && dark.letters.length >= 0.8 * first.letters.length) return dark.letters;
  // The rules were taken out of the ink above; here they are what is looked for.
  const skew = ruleSkew(findInk(image));
  if (Math.abs(skew) < 0.3) return dark.letters.length > first.letters.length ? dark.letters : first.letters;
  const level = lettersIn(findInk(rotateInPlace(image, skew)));
  const best = level.letters.length > dark.letters.length ? putBack(level.letters, skew, image) : dark.letters;
  return best.length > first.letters.length ? best : first.letters;
}
