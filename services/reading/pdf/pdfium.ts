/** PDFium as WebAssembly: the functions that reading uses, with types, and help with its memory. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { WebAssemblyTable } from '../web-assembly.ts';

/** A pointer into PDFium's memory; 0 is null. */
export type Pointer = number;

/** Names as in PDFium's public headers (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_annot.h, fpdf_formfill.h). */
export interface PdfiumModule {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly wasmExports: {
    malloc(bytes: number): Pointer;
    free(pointer: Pointer): void;
    readonly __indirect_function_table: WebAssemblyTable;
  };
  _FPDF_LoadCustomDocument(access: Pointer, password: Pointer): Pointer;
  _FPDF_LoadMemDocument(data: Pointer, bytes: number, password: Pointer): Pointer;
  _FPDF_CloseDocument(document: Pointer): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: Pointer): number;
  _FPDF_LoadPage(document: Pointer, index: number): Pointer;
  _FPDF_ClosePage(page: Pointer): void;
  _FPDF_GetPageWidthF(page: Pointer): number;
  _FPDF_GetPageHeightF(page: Pointer): number;
  _FPDF_PageToDevice(
    page: Pointer,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: Pointer,
    deviceY: Pointer,
  ): number;
  _FPDFPage_GetRotation(page: Pointer): number;
  _FPDFPage_CountObjects(page: Pointer): number;
  _FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  _FPDFPageObj_GetType(object: Pointer): number;
  _FPDFPageObj_GetBounds(object: Pointer, left: Pointer, bottom: Pointer, right: Pointer, top: Pointer): number;
  _FPDFPageObj_SetIsActive(object: Pointer, active: number): number;
  _FPDFFormObj_CountObjects(object: Pointer): number;
  _FPDFFormObj_GetObject(object: Pointer, index: number): Pointer;
  _FPDFText_LoadPage(page: Pointer): Pointer;
  _FPDFText_ClosePage(textPage: Pointer): void;
  _FPDFText_CountChars(textPage: Pointer): number;
  _FPDFText_GetUnicode(textPage: Pointer, index: number): number;
  _FPDFText_HasUnicodeMapError(textPage: Pointer, index: number): number;
  _FPDFText_IsGenerated(textPage: Pointer, index: number): number;
  _FPDFText_IsHyphen(textPage: Pointer, index: number): number;
  _FPDFText_GetFontSize(textPage: Pointer, index: number): number;
  _FPDFText_GetCharAngle(textPage: Pointer, index: number): number;
  _FPDFText_GetCharBox(
    textPage: Pointer,
    index: number,
    left: Pointer,
    right: Pointer,
    bottom: Pointer,
    top: Pointer,
  ): number;
  _FPDFText_GetLooseCharBox(textPage: Pointer, index: number, rect: Pointer): number;
  _FPDFText_GetFillColor(textPage: Pointer, index: number, r: Pointer, g: Pointer, b: Pointer, a: Pointer): number;
  _FPDFText_GetTextObject(textPage: Pointer, index: number): Pointer;
  _FPDFTextObj_GetTextRenderMode(object: Pointer): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: Pointer, stride: number): Pointer;
  _FPDFBitmap_FillRect(bitmap: Pointer, left: number, top: number, width: number, height: number, color: number): void;
  _FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  _FPDFBitmap_GetStride(bitmap: Pointer): number;
  _FPDFBitmap_Destroy(bitmap: Pointer): void;
  _FPDF_RenderPageBitmap(
    bitmap: Pointer,
    page: Pointer,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    flags: number,
  ): void;
  _FPDFDOC_InitFormFillEnvironment(document: Pointer, info: Pointer): Pointer;
  _FPDFDOC_ExitFormFillEnvironment(form: Pointer): void;
  _FPDF_FFLDraw(
    form: Pointer,
    bitmap: Pointer,
    page: Pointer,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    flags: number,
  ): void;
  _FPDF_CreateNewDocument(): Pointer;
  _FPDFPage_New(document: Pointer, index: number, width: number, height: number): Pointer;
  _FPDFPageObj_NewTextObj(document: Pointer, font: Pointer, size: number): Pointer;
  _FPDFText_SetText(object: Pointer, text: Pointer): number;
  _FPDFPageObj_Transform(object: Pointer, a: number, b: number, c: number, d: number, e: number, f: number): void;
  _FPDFPage_InsertObject(page: Pointer, object: Pointer): void;
  _FPDFPage_GenerateContent(page: Pointer): number;
  _FPDFPage_GetAnnotCount(page: Pointer): number;
  _FPDFPage_GetAnnot(page: Pointer, index: number): Pointer;
  _FPDFPage_CloseAnnot(annotation: Pointer): void;
  _FPDFAnnot_GetSubtype(annotation: Pointer): number;
  _FPDFAnnot_GetFlags(annotation: Pointer): number;
  _FPDFAnnot_GetRect(annotation: Pointer, rect: Pointer): number;
  _FPDFAnnot_GetStringValue(annotation: Pointer, key: Pointer, buffer: Pointer, bytes: number): number;
  _FPDFAnnot_GetFormFieldType(form: Pointer, annotation: Pointer): number;
  _FPDFAnnot_GetFormFieldValue(form: Pointer, annotation: Pointer, buffer: Pointer, bytes: number): number;
}

let loaded: Promise<PdfiumModule> | null = null;

/** PDFium, initialised once a process. */
export function loadPdfium(): Promise<PdfiumModule> {
  loaded ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: PdfiumModule }).module);
  return loaded;
}

/** Lends `bytes` of PDFium's memory to `use` and takes them back. */
export function withMemory<T>(pdfium: PdfiumModule, bytes: number, use: (pointer: Pointer) => T): T {
  const pointer = pdfium.wasmExports.malloc(bytes);
  if (pointer === 0) throw new RangeError('PDFium has no memory left');
  try {
    return use(pointer);
  } finally {
    pdfium.wasmExports.free(pointer);
  }
}
