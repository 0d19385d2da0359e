/** The right source for each page of a PDF: its text layer where that is whole and visible, else its picture. */
import { DomainError } from '../../domain/errors.ts';
import type { Page, Word } from '../../domain/page.ts';
import type { DecodedImage } from '../image/open-image.ts';
import { surveyImage } from '../image/survey.ts';
import { arrangeWords } from '../layout/arrange-words.ts';
import { type PdfDocument, pageSize } from './pdf-document.ts';
import type { Pointer } from './pdfium.ts';
import { renderColour, renderGrey } from './render-page.ts';
import { readTextLayer } from './text-layer.ts';

/** Pages with a text layer are shown at 150 dpi, pages to be read are rasterised at 300 dpi. */
const SHOWN_SCALE = 150 / 72;
const READ_SCALE = 300 / 72;
/** Text is looked for at 75 dpi before a page is called blank or complete. */
const LOOK_FACTOR = 2;
const MAX_PIXELS = 40_000_000;
const BROKEN_SHARE = 0.05;
/** So much text-like ink outside of the layer's words means that the layer is not the whole page. */
const UNCOVERED_LETTERS = 40;

export type LayerReading = Omit<Page, 'file' | 'page' | 'ms'>;

/** Size in pixels of the page at `scale` pixels a point, less where that would be too many. */
function pixelsOf(document: PdfDocument, page: Pointer, scale: number): { width: number; height: number } {
  const { width, height } = pageSize(document.pdfium, page);
  const fit = Math.min(scale, Math.sqrt(MAX_PIXELS / Math.max(1, width * height)));
  const pixels = { width: Math.round(width * fit), height: Math.round(height * fit) };
  if (!(pixels.width >= 1 && pixels.height >= 1 && pixels.width < 32_000 && pixels.height < 32_000)) {
    throw new DomainError('too_large', 'This page has a size that cannot be shown.');
  }
  return pixels;
}

const shownPixels = (document: PdfDocument, page: Pointer) => pixelsOf(document, page, SHOWN_SCALE);

/** The page in colour, in the size in which pages with a text layer are shown. */
export function renderShown(document: PdfDocument, page: Pointer): DecodedImage {
  const { width, height } = shownPixels(document, page);
  return { pixels: Buffer.from(renderColour(document, page, width, height)), channels: 3, width, height };
}

/** The page as a picture for a reader. */
export function rasterise(document: PdfDocument, page: Pointer): DecodedImage {
  const { width, height } = pixelsOf(document, page, READ_SCALE);
  const grey = renderGrey(document, page, width, height);
  return { pixels: Buffer.from(grey.data.buffer), channels: 1, width, height };
}

/** How many letters of the page's picture stand outside of its words. */
function uncoveredLetters(document: PdfDocument, page: Pointer, words: readonly Word[], width: number, height: number) {
  const look = renderGrey(document, page, Math.ceil(width / LOOK_FACTOR), Math.ceil(height / LOOK_FACTOR));
  const survey = surveyImage(look);
  const cell = 16;
  const columns = Math.ceil(width / cell) + 1;
  const covered = new Uint8Array(columns * (Math.ceil(height / cell) + 1));
  for (const { bbox } of words) {
    for (let y = Math.floor(bbox[1] / cell); y <= bbox[3] / cell; y++) {
      for (let x = Math.floor(bbox[0] / cell); x <= bbox[2] / cell; x++) covered[y * columns + x] = 1;
    }
  }
  return survey.letters.filter((letter) => {
    const x = Math.floor((((letter.x0 + letter.x1) / 2) * LOOK_FACTOR) / cell);
    const y = Math.floor((((letter.y0 + letter.y1) / 2) * LOOK_FACTOR) / cell);
    return covered[y * columns + x] !== 1;
  }).length;
}

/** The page by its text layer, or null where that is missing, broken, invisible or only part of what is to be seen. */
export function readLayerPage(document: PdfDocument, page: Pointer): LayerReading | null {
  const { width, height } = shownPixels(document, page);
  const layer = readTextLayer(document, page, width, height);
  const visible = layer.words.filter((word) => !word.invisible);
  if (visible.length === 0 || layer.brokenShare > BROKEN_SHARE) return null;
  const words: Word[] = visible.map((word) => ({
    text: word.text,
    bbox: word.bbox.map((value, index) =>
      Math.min(Math.max(0, Math.round(value * 10) / 10), index % 2 === 0 ? width : height),
    ) as Word['bbox'],
    confidence: 1,
    readers: ['text_layer'],
  }));
  if (uncoveredLetters(document, page, words, width, height) > UNCOVERED_LETTERS) return null;
  const arranged = arrangeWords(words);
  return { width, height, source: 'text_layer', rotation: 0, skew: 0, confidence: 1, ...arranged };
}
