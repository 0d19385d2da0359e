/** How the parts of a PDF page lie over one another. */

import type { PdfDocument } from './pdf-document.ts';
import { pageSize } from './pdf-document.ts';
import { type Pointer, withMemory } from './pdfium.ts';

const TEXT = 1;
const IMAGE = 3;
const FORM = 5;
/** A picture of at least this share of the page is the page. */
const WHOLE_PAGE = 0.8;
/** Parts within parts within parts are enough. */
const MOST_DEPTH = 8;
/** Pages of drawings may have very many objects; what lies below the first ones is not asked. */
const MOST_OBJECTS = 5000;

/** Whether a picture of the whole page was laid over the text: the text is an earlier reading of that picture. */
export function isPictureOverText(document: PdfDocument, page: Pointer): boolean {
  const { pdfium } = document;
  const { width, height } = pageSize(pdfium, page);
  const count = Math.min(MOST_OBJECTS, pdfium._FPDFPage_CountObjects(page));
  let picture = -1;
  let textsBefore = 0;
  let textsAfter = 0;
  withMemory(pdfium, 16, (at) => {
    for (let index = 0; index < count; index++) {
      const object = pdfium._FPDFPage_GetObject(page, index);
      const type = pdfium._FPDFPageObj_GetType(object);
      if (type === TEXT) picture < 0 ? textsBefore++ : textsAfter++;
      if (type !== IMAGE || !pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) continue;
      const [left, bottom, right, top] = pdfium.HEAPF32.subarray(at >> 2, (at >> 2) + 4);
      const area = Math.abs((right! - left!) * (top! - bottom!));
      if (area < WHOLE_PAGE * width * height) continue;
      textsBefore += textsAfter;
      textsAfter = 0;
      picture = index;
    }
  });
  return picture >= 0 && textsBefore > textsAfter;
}

/** Takes text out of what is drawn of this page from now on, until the page is closed. */
export function hideText(document: PdfDocument, page: Pointer): void {
  const { pdfium } = document;
  const hide = (object: Pointer, depth: number): void => {
    const type = pdfium._FPDFPageObj_GetType(object);
    if (type === TEXT) pdfium._FPDFPageObj_SetIsActive(object, 0);
    if (type !== FORM || depth === MOST_DEPTH) return;
    const count = pdfium._FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count; index++) hide(pdfium._FPDFFormObj_GetObject(object, index), depth + 1);
  };
  const count = pdfium._FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) hide(pdfium._FPDFPage_GetObject(page, index), 0);
}
