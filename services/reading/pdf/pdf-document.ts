/** An open PDF: its pages one at a time, its memory given back. */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { DomainError } from '../../domain/errors.ts';
import { installFileAccess } from './file-access.ts';
import { loadPdfium, type PdfiumModule, type Pointer, withMemory } from './pdfium.ts';

/** fpdfview.h, FPDF_GetLastError. */
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

export class PdfDocument {
  readonly pdfium: PdfiumModule;
  readonly pageCount: number;
  readonly form: Pointer;
  readonly #document: Pointer;
  readonly #access: Pointer;
  readonly #formInfo: Pointer;
  readonly #descriptor: number;

  private constructor(pdfium: PdfiumModule, document: Pointer, access: Pointer, descriptor: number) {
    this.pdfium = pdfium;
    this.#document = document;
    this.#access = access;
    this.#descriptor = descriptor;
    this.pageCount = pdfium._FPDF_GetPageCount(document);
    // FPDF_FORMFILLINFO, version 2, every callback null: nothing may act, fields are only looked at.
    this.#formInfo = pdfium.wasmExports.malloc(256);
    pdfium.HEAPU8.fill(0, this.#formInfo, this.#formInfo + 256);
    pdfium.HEAP32[this.#formInfo >> 2] = 2;
    this.form = pdfium._FPDFDOC_InitFormFillEnvironment(document, this.#formInfo);
  }

  /** Throws `DomainError`: `encrypted` when it needs a password or a key, `corrupt` when it is no readable PDF. */
  static async open(path: string): Promise<PdfDocument> {
    const pdfium = await loadPdfium();
    const place = installFileAccess(pdfium);
    const descriptor = openSync(path, 'r');
    // FPDF_FILEACCESS: length, callback, parameter of the callback.
    const access = pdfium.wasmExports.malloc(12);
    pdfium.HEAPU32[access >> 2] = fstatSync(descriptor).size;
    pdfium.HEAPU32[(access >> 2) + 1] = place;
    pdfium.HEAPU32[(access >> 2) + 2] = descriptor;
    const document = pdfium._FPDF_LoadCustomDocument(access, 0);
    if (document === 0) {
      const error = pdfium._FPDF_GetLastError();
      pdfium.wasmExports.free(access);
      closeSync(descriptor);
      if (error === ERROR_PASSWORD || error === ERROR_SECURITY) {
        throw new DomainError('encrypted', 'This PDF is protected by a password. Save a copy without it and add that.');
      }
      throw new DomainError('corrupt', 'This PDF is damaged and cannot be opened.');
    }
    return new PdfDocument(pdfium, document, access, descriptor);
  }

  /** Lends the page numbered `page` (from 1) to `use`. Throws `corrupt` where the page cannot be loaded. */
  withPage<T>(page: number, use: (pointer: Pointer) => T): T {
    const pointer = this.pdfium._FPDF_LoadPage(this.#document, page - 1);
    if (pointer === 0) throw new DomainError('corrupt', `Page ${page} of this PDF is damaged.`);
    try {
      return use(pointer);
    } finally {
      this.pdfium._FPDF_ClosePage(pointer);
    }
  }

  close(): void {
    if (this.form) this.pdfium._FPDFDOC_ExitFormFillEnvironment(this.form);
    this.pdfium._FPDF_CloseDocument(this.#document);
    this.pdfium.wasmExports.free(this.#formInfo);
    this.pdfium.wasmExports.free(this.#access);
    closeSync(this.#descriptor);
  }
}

/** Size of a page in points (1/72 inch) as a person sees it, its own rotation applied. */
export function pageSize(pdfium: PdfiumModule, page: Pointer): { width: number; height: number } {
  return { width: pdfium._FPDF_GetPageWidthF(page), height: pdfium._FPDF_GetPageHeightF(page) };
}

/** From the page's own coordinates to pixels: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** How points of the page lie in its picture of `width` × `height` pixels. */
export function transformTo(pdfium: PdfiumModule, page: Pointer, width: number, height: number): Transform {
  // The function rounds to whole pixels: a large picture of the page keeps the precision.
  const fine = 64;
  const far = 1000;
  return withMemory(pdfium, 8, (at) => {
    const place = (x: number, y: number): [number, number] => {
      pdfium._FPDF_PageToDevice(page, 0, 0, width * fine, height * fine, 0, x, y, at, at + 4);
      return [pdfium.HEAP32[at >> 2]! / fine, pdfium.HEAP32[(at >> 2) + 1]! / fine];
    };
    const [e, f] = place(0, 0);
    const [ax, ay] = place(far, 0);
    const [cx, cy] = place(0, far);
    return [(ax - e) / far, (ay - f) / far, (cx - e) / far, (cy - f) / far, e, f];
  });
}
