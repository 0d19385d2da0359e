/** A typed note as a picture, set in PDFium's own Courier so that no font of the machine is needed. */
import { type SheetLine, sheet } from '../sources/text-pages.ts';
import { loadPdfium, type PdfiumModule, type Pointer, withMemory } from './pdfium.ts';

const POINTS = 72 / 150;
const FONT_SIZE = 10;
const FORMAT_GREY = 1;
const WHITE = 0xffffffff;

function withText<T>(pdfium: PdfiumModule, text: string, use: (pointer: Pointer) => T): T {
  return withMemory(pdfium, (text.length + 1) * 2, (pointer) => {
    for (let index = 0; index < text.length; index++) pdfium.HEAPU16[(pointer >> 1) + index] = text.charCodeAt(index);
    pdfium.HEAPU16[(pointer >> 1) + text.length] = 0;
    return use(pointer);
  });
}

function drawLines(
  pdfium: PdfiumModule,
  document: Pointer,
  page: Pointer,
  lines: readonly SheetLine[],
  height: number,
) {
  const name = new TextEncoder().encode('Courier\0');
  for (const line of lines.filter((candidate) => candidate.text.trim() !== '')) {
    const object = withMemory(pdfium, name.length, (pointer) => {
      pdfium.HEAPU8.set(name, pointer);
      return pdfium._FPDFPageObj_NewTextObj(document, pointer, FONT_SIZE);
    });
    withText(pdfium, line.text, (pointer) => pdfium._FPDFText_SetText(object, pointer));
    const baseline = (height - line.y - 0.76 * sheet.line) * POINTS;
    pdfium._FPDFPageObj_Transform(object, 1, 0, 0, 1, sheet.margin * POINTS, baseline);
    pdfium._FPDFPage_InsertObject(page, object);
  }
}

/** Draws `lines` on a sheet of `width` × `height` pixels: one grey byte a pixel. */
export async function renderText(lines: readonly SheetLine[], width: number, height: number): Promise<Uint8Array> {
  const pdfium = await loadPdfium();
  const document = pdfium._FPDF_CreateNewDocument();
  const page = pdfium._FPDFPage_New(document, 0, width * POINTS, height * POINTS);
  drawLines(pdfium, document, page, lines, height);
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, FORMAT_GREY, 0, 0);
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
    const buffer = pdfium._FPDFBitmap_GetBuffer(bitmap);
    const stride = pdfium._FPDFBitmap_GetStride(bitmap);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      pixels.set(pdfium.HEAPU8.subarray(buffer + y * stride, buffer + y * stride + width), y * width);
    }
    return pixels;
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
    pdfium._FPDF_ClosePage(page);
    pdfium._FPDF_CloseDocument(document);
  }
}
