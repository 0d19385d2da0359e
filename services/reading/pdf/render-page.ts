/** A page of a PDF as a picture. */
import { DomainError } from '../../domain/errors.ts';
import type { GreyImage } from '../image/grey-image.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { Pointer } from './pdfium.ts';

const FORMAT_GREY = 1;
const FORMAT_BGRX = 3;
const WHITE = 0xffffffff;
/** Annotations, LCD text off, grey where asked, no limit-cache growth (FPDF_RENDER_LIMITEDIMAGECACHE). */
const FLAG_ANNOTATIONS = 0x01;
const FLAG_GREY = 0x08;
const FLAG_LIMITED_CACHE = 0x200;

function draw(document: PdfDocument, page: Pointer, width: number, height: number, grey: boolean): Uint8Array {
  const { pdfium } = document;
  const channels = grey ? 1 : 4;
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, grey ? FORMAT_GREY : FORMAT_BGRX, 0, 0);
  if (bitmap === 0) throw new DomainError('too_large', 'This page is too large to be shown.');
  try {
    const flags = FLAG_ANNOTATIONS | FLAG_LIMITED_CACHE | (grey ? FLAG_GREY : 0);
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
    if (document.form) pdfium._FPDF_FFLDraw(document.form, bitmap, page, 0, 0, width, height, 0, flags);
    const buffer = pdfium._FPDFBitmap_GetBuffer(bitmap);
    const stride = pdfium._FPDFBitmap_GetStride(bitmap);
    const pixels = new Uint8Array(width * height * channels);
    for (let y = 0; y < height; y++) {
      const from = buffer + y * stride;
      pixels.set(pdfium.HEAPU8.subarray(from, from + width * channels), y * width * channels);
    }
    return pixels;
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
}

/** The page in shades of grey, `width` × `height` pixels. */
export function renderGrey(document: PdfDocument, page: Pointer, width: number, height: number): GreyImage {
  return { data: draw(document, page, width, height, true), width, height };
}

/** The page in colour: RGB, three bytes a pixel. */
export function renderColour(document: PdfDocument, page: Pointer, width: number, height: number): Uint8Array {
  const bgrx = draw(document, page, width, height, false);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < bgrx.length; from += 4, to += 3) {
    rgb[to] = bgrx[from + 2]!;
    rgb[to + 1] = bgrx[from + 1]!;
    rgb[to + 2] = bgrx[from]!;
  }
  return rgb;
}
