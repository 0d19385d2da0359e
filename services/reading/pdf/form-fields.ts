/** What was filled into a PDF form, and notes typed onto a page: text that the page's own text layer does not hold. */
import type { Bbox } from '../../domain/geometry.ts';
import { type PdfDocument, type Transform, transformTo } from './pdf-document.ts';
import { type PdfiumModule, type Pointer, withMemory } from './pdfium.ts';

/** fpdf_annot.h, fpdf_formfill.h */
const FREE_TEXT = 3;
const WIDGET = 20;
const FIELD = { checkBox: 2, radioButton: 3, comboBox: 4, listBox: 5, text: 6 } as const;
const HIDDEN_FLAGS = 0x02 | 0x20;
/** A value longer than this is not read from a field. */
const MOST_BYTES = 65_536;

export interface FieldText {
  readonly text: string;
  readonly bbox: Bbox;
}

export interface Fields {
  readonly shown: FieldText[];
  /** How many words are filled in where they cannot be seen. */
  readonly hidden: number;
}

function readUtf16(pdfium: PdfiumModule, ask: (buffer: Pointer, bytes: number) => number): string {
  const bytes = Math.min(MOST_BYTES, ask(0, 0));
  if (bytes <= 2) return '';
  return withMemory(pdfium, bytes, (buffer) => {
    ask(buffer, bytes);
    const units = pdfium.HEAPU16.subarray(buffer >> 1, (buffer + bytes) >> 1);
    return String.fromCharCode(...units).replace(/\0+$/, '');
  });
}

function boxOf(pdfium: PdfiumModule, annotation: Pointer, transform: Transform): Bbox | null {
  return withMemory(pdfium, 16, (at) => {
    if (!pdfium._FPDFAnnot_GetRect(annotation, at)) return null;
    const [left, top, right, bottom] = pdfium.HEAPF32.subarray(at >> 2, (at >> 2) + 4);
    const [a, b, c, d, e, f] = transform;
    const xs = [a * left! + c * top! + e, a * right! + c * bottom! + e];
    const ys = [b * left! + d * top! + f, b * right! + d * bottom! + f];
    const box: Bbox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return box.every(Number.isFinite) ? box : null;
  });
}

function readEntry(pdfium: PdfiumModule, annotation: Pointer, name: string): string {
  const key = new TextEncoder().encode(`${name}\0`);
  return withMemory(pdfium, key.length, (pointer) => {
    pdfium.HEAPU8.set(key, pointer);
    return readUtf16(pdfium, (buffer, bytes) => pdfium._FPDFAnnot_GetStringValue(annotation, pointer, buffer, bytes));
  });
}

/** The state in which the box is drawn tells, as it does to the eye; PDFium's own answer needs a page opened for filling in. */
function isTicked(pdfium: PdfiumModule, form: Pointer, annotation: Pointer): boolean {
  const shown = readEntry(pdfium, annotation, 'AS');
  const state =
    shown || readUtf16(pdfium, (buffer, bytes) => pdfium._FPDFAnnot_GetFormFieldValue(form, annotation, buffer, bytes));
  return state !== '' && state !== 'Off';
}

function textOf(document: PdfDocument, annotation: Pointer): string {
  const { pdfium, form } = document;
  const subtype = pdfium._FPDFAnnot_GetSubtype(annotation);
  if (subtype === FREE_TEXT) return readEntry(pdfium, annotation, 'Contents');
  if (subtype !== WIDGET || form === 0) return '';
  const type = pdfium._FPDFAnnot_GetFormFieldType(form, annotation);
  if (type === FIELD.checkBox || type === FIELD.radioButton) {
    return isTicked(pdfium, form, annotation) ? '☑' : '☐';
  }
  if (type !== FIELD.text && type !== FIELD.comboBox && type !== FIELD.listBox) return '';
  return readUtf16(pdfium, (buffer, bytes) => pdfium._FPDFAnnot_GetFormFieldValue(form, annotation, buffer, bytes));
}

/** A box of a few pixels holds nothing that can be read. */
function isOnPage([x0, y0, x1, y1]: Bbox, width: number, height: number): boolean {
  return x1 - x0 > 3 && y1 - y0 > 3 && x1 > 0 && y1 > 0 && x0 < width && y0 < height;
}

/** The fields and typed notes of a page, in its picture of `width` × `height` pixels. */
export function readFields(document: PdfDocument, page: Pointer, width: number, height: number): Fields {
  const { pdfium } = document;
  const count = pdfium._FPDFPage_GetAnnotCount(page);
  if (count === 0) return { shown: [], hidden: 0 };
  const transform = transformTo(pdfium, page, width, height);
  const shown: FieldText[] = [];
  let hidden = 0;
  for (let index = 0; index < count; index++) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    try {
      const text = textOf(document, annotation).replace(/\r\n?/g, '\n').trim();
      const bbox = text === '' ? null : boxOf(pdfium, annotation, transform);
      if (!bbox) continue;
      const seen = (pdfium._FPDFAnnot_GetFlags(annotation) & HIDDEN_FLAGS) === 0 && isOnPage(bbox, width, height);
      if (seen) shown.push({ text, bbox });
      else if (!/^[☐☑]$/.test(text)) hidden += text.split(/\s+/).length;
    } finally {
      pdfium._FPDFPage_CloseAnnot(annotation);
    }
  }
  return { shown, hidden };
}

/** The words of a field, spread over its box: the form does not say where each letter stands. */
export function wordsOfField({ text, bbox }: FieldText): FieldText[][] {
  const [x0, y0, x1, y1] = bbox;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const lineHeight = (y1 - y0) / Math.max(1, lines.length);
  return lines.map((line, row) => {
    const columns = Math.max([...line].length, ((x1 - x0) / Math.max(1, lineHeight)) * 1.6);
    const unit = (x1 - x0) / columns;
    return [...line.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      bbox: [
        x0 + match.index * unit,
        y0 + row * lineHeight,
        Math.min(x1, x0 + (match.index + match[0].length) * unit),
        y0 + (row + 1) * lineHeight,
      ],
    }));
  });
}
