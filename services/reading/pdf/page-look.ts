/**
 * What an eye sees of a page with a text layer. The page is drawn twice, as it is and without its text: a word is shown
 * where the two differ, whatever hides it otherwise (its colour, its mode, a picture over it, a layer that is off), and
 * what is written on the page without text was scanned or drawn.
 */
import type { Bbox } from '../../domain/geometry.ts';
import { findLetters } from '../image/find-letters.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { hideText } from './page-objects.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { Pointer } from './pdfium.ts';
import { renderGrey } from './render-page.ts';
import type { LayerWord } from './text-layer.ts';

/** Words are shown where they make a difference in brightness of so many levels. */
const LEAST_CONTRAST = 30;
/** … in so much of their height; low letters fill 0.45 of it. */
const LEAST_ROWS = 0.25;
/** Pixels of the page per pixel of the look. */
export const LOOK_FACTOR = 1.5;
/** Letters lower than this, in pixels of the look (about 3 points), nobody can read. */
const LEAST_HEIGHT = 4;
/** Ink that differs less from the paper is none. */
const FAINT = 24;

export interface PageLook {
  readonly full: GreyImage;
  /** The page without its text. */
  readonly bare: GreyImage;
}

/** Looks at a page that is `width` × `height` pixels large. Its text is not drawn any more until it is opened again. */
export function lookAt(document: PdfDocument, page: Pointer, width: number, height: number): PageLook {
  const draw = () => renderGrey(document, page, Math.ceil(width / LOOK_FACTOR), Math.ceil(height / LOOK_FACTOR));
  const full = draw();
  hideText(document, page);
  return { full, bare: draw() };
}

/** Whether `text` in `box` (pixels of the page) can be seen. */
export function isSeen({ full, bare }: PageLook, { text, bbox }: Pick<LayerWord, 'text' | 'bbox'>): boolean {
  const [x0, y0, x1, y1] = bbox.map((value) => value / LOOK_FACTOR) as Bbox;
  if (y1 - y0 < LEAST_HEIGHT && x1 - x0 < LEAST_HEIGHT) return false;
  // Letters are seen over much of their height; white ones that only cut through a rule are not.
  const needed = /[\p{L}\p{N}]/u.test(text) ? LEAST_ROWS * (y1 - y0) : 1;
  const right = Math.min(full.width - 1, Math.ceil(x1));
  const bottom = Math.min(full.height - 1, Math.ceil(y1));
  let rows = 0;
  for (let y = Math.max(0, Math.floor(y0)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.floor(x0)); x <= right; x++) {
      const at = y * full.width + x;
      if (Math.abs(full.data[at]! - bare.data[at]!) < LEAST_CONTRAST) continue;
      rows++;
      break;
    }
  }
  return rows >= needed;
}

/** Whether the picture is of one brightness all over. */
export function isEmpty({ data }: GreyImage): boolean {
  const [paper = 255] = data;
  for (let at = 0; at < data.length; at++) if (Math.abs(data[at]! - paper) >= FAINT) return false;
  return true;
}

/** How many letters stand on the page outside of `boxes` (pixels of the page) that are no text of the file. */
export function countOtherLetters({ bare }: PageLook, boxes: readonly Bbox[]): number {
  if (isEmpty(bare)) return 0;
  const covered = new Uint8Array(bare.width * bare.height);
  for (const box of boxes) {
    const [x0, y0, x1, y1] = box.map((value) => value / LOOK_FACTOR) as Bbox;
    const left = Math.max(0, Math.floor(x0) - 1);
    const right = Math.min(bare.width, Math.ceil(x1) + 2);
    for (let y = Math.max(0, Math.floor(y0) - 1); y < Math.min(bare.height, Math.ceil(y1) + 2); y++) {
      covered.fill(1, y * bare.width + left, y * bare.width + right);
    }
  }
  return findLetters(bare).filter((letter) => {
    const x = Math.floor((letter.x0 + letter.x1) / 2);
    const y = Math.floor((letter.y0 + letter.y1) / 2);
    return covered[y * bare.width + x] === 0;
  }).length;
}
