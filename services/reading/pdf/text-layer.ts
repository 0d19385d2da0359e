/** The text layer of a PDF page: its words, where they stand, and whether an eye could see them. */
import type { Bbox } from '../../domain/geometry.ts';
import { type PdfDocument, type Transform, transformTo } from './pdf-document.ts';
import type { Pointer } from './pdfium.ts';

export interface LayerWord {
  readonly text: string;
  readonly bbox: Bbox;
  /** Drawn in the invisible mode or wholly transparent, as the layer of an earlier OCR is; or too small, or off the page. */
  readonly invisible: boolean;
}

export interface TextLayer {
  readonly words: LayerWord[];
  /** Characters that stand for nothing readable: U+FFFD, private use, controls, failed maps, glyph codes. */
  readonly brokenShare: number;
}

const INVISIBLE_MODE = 3;
const CLIP_ONLY_MODE = 7;
/** A text this small (pixels) is not meant to be read. */
const LEAST_HEIGHT = 3;

function isBroken(code: number, mapError: boolean): boolean {
  return (
    mapError ||
    code === 0xfffd ||
    code === 0xfffe ||
    code === 0xffff ||
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xe000 && code <= 0xf8ff)
  );
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0xa0 || (code >= 9 && code <= 13);

interface Glyph {
  text: string;
  bbox: Bbox;
  invisible: boolean;
}

/** Reads glyphs with the box of each in pixels. The memory at `at` holds 32 bytes. */
class GlyphReader {
  readonly #document: PdfDocument;
  readonly #textPage: Pointer;
  readonly #transform: Transform;
  readonly #at: Pointer;
  readonly #modes = new Map<Pointer, boolean>();

  constructor(document: PdfDocument, textPage: Pointer, transform: Transform, at: Pointer) {
    this.#document = document;
    this.#textPage = textPage;
    this.#transform = transform;
    this.#at = at;
  }

  boxOf(index: number): Bbox | null {
    const { pdfium } = this.#document;
    const at = this.#at;
    if (!pdfium._FPDFText_GetLooseCharBox(this.#textPage, index, at)) return null;
    // FS_RECTF: left, top, right, bottom.
    const [left, top, right, bottom] = pdfium.HEAPF32.subarray(at >> 2, (at >> 2) + 4);
    const [a, b, c, d, e, f] = this.#transform;
    const xs = [a * left! + c * top! + e, a * right! + c * bottom! + e];
    const ys = [b * left! + d * top! + f, b * right! + d * bottom! + f];
    const box: Bbox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return box.every(Number.isFinite) ? box : null;
  }

  /** Asked once a text object: its glyphs share mode and colour. */
  isInvisible(index: number): boolean {
    const { pdfium } = this.#document;
    const object = pdfium._FPDFText_GetTextObject(this.#textPage, index);
    const known = this.#modes.get(object);
    if (known !== undefined) return known;
    const mode = object ? pdfium._FPDFTextObj_GetTextRenderMode(object) : 0;
    const at = this.#at;
    const coloured = pdfium._FPDFText_GetFillColor(this.#textPage, index, at, at + 4, at + 8, at + 12);
    const transparent = Boolean(coloured) && pdfium.HEAPU32[(at + 12) >> 2] === 0;
    const invisible = mode === INVISIBLE_MODE || mode === CLIP_ONLY_MODE || transparent;
    this.#modes.set(object, invisible);
    return invisible;
  }
}

/** Whether `next` goes on with the word that ends in `last`. */
function continues(last: Glyph, next: Bbox): boolean {
  const height = Math.max(last.bbox[3] - last.bbox[1], next[3] - next[1]);
  const gap = next[0] - last.bbox[2];
  const shared = Math.min(last.bbox[3], next[3]) - Math.max(last.bbox[1], next[1]);
  return gap < 0.25 * height && gap > -0.7 * height && shared > 0.4 * Math.min(height, next[3] - next[1]);
}

function joinGlyphs(glyphs: readonly Glyph[]): LayerWord {
  const bbox: Bbox = [...glyphs[0]!.bbox];
  for (const glyph of glyphs) {
    bbox[0] = Math.min(bbox[0], glyph.bbox[0]);
    bbox[1] = Math.min(bbox[1], glyph.bbox[1]);
    bbox[2] = Math.max(bbox[2], glyph.bbox[2]);
    bbox[3] = Math.max(bbox[3], glyph.bbox[3]);
  }
  const text = glyphs
    .map((glyph) => glyph.text)
    .join('')
    .normalize('NFC');
  return { text, bbox, invisible: glyphs[0]!.invisible };
}

/** The words of the page, in the pixels of its picture of `width` × `height`. */
export function readTextLayer(document: PdfDocument, page: Pointer, width: number, height: number): TextLayer {
  const { pdfium } = document;
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return { words: [], brokenShare: 0 };
  const at = pdfium.wasmExports.malloc(32);
  try {
    const reader = new GlyphReader(document, textPage, transformTo(pdfium, page, width, height), at);
    const words: LayerWord[] = [];
    let word: Glyph[] = [];
    let broken = 0;
    let seen = 0;
    const endWord = (): void => {
      if (word.length > 0) words.push(joinGlyphs(word));
      word = [];
    };
    const count = pdfium._FPDFText_CountChars(textPage);
    for (let index = 0; index < count; index++) {
      let code = pdfium._FPDFText_GetUnicode(textPage, index);
      if (isSpace(code)) {
        endWord();
        continue;
      }
      // PDFium marks a hyphen at the end of a line by U+0002.
      if (code === 2) code = 0x2d;
      if (pdfium._FPDFText_IsGenerated(textPage, index) === 1) continue;
      seen++;
      if (isBroken(code, pdfium._FPDFText_HasUnicodeMapError(textPage, index) === 1)) broken++;
      if (code === 0) continue;
      let text = String.fromCodePoint(code);
      if (code >= 0xd800 && code < 0xdc00) {
        const low = pdfium._FPDFText_GetUnicode(textPage, ++index);
        text = String.fromCharCode(code, low);
      }
      const bbox = reader.boxOf(index);
      if (!bbox) continue;
      const outside = bbox[2] <= 0 || bbox[3] <= 0 || bbox[0] >= width || bbox[1] >= height;
      const tiny = bbox[3] - bbox[1] < LEAST_HEIGHT && bbox[2] - bbox[0] < LEAST_HEIGHT;
      const invisible = outside || tiny || reader.isInvisible(index);
      const last = word.at(-1);
      if (last && (last.invisible !== invisible || !continues(last, bbox))) endWord();
      word.push({ text, bbox, invisible });
    }
    endWord();
    const kept = words.filter((candidate) => candidate.text.trim() !== '' && !/\s/.test(candidate.text));
    const codes = kept.filter((candidate) => /\(cid:\d+\)|^\/?g\d{1,4}$/i.test(candidate.text)).length;
    return { words: kept, brokenShare: seen === 0 ? 0 : Math.max(broken / seen, codes / Math.max(1, kept.length)) };
  } finally {
    pdfium.wasmExports.free(at);
    pdfium._FPDFText_ClosePage(textPage);
  }
}
