/** The right source for each page of a PDF: its text layer where that is whole and visible, else its picture. */
import { DomainError } from '../../domain/errors.ts';
import type { Bbox } from '../../domain/geometry.ts';
import type { Page, Word } from '../../domain/page.ts';
import type { DecodedImage } from '../image/open-image.ts';
import { arrangeLines } from '../layout/arrange-words.ts';
import type { Fragment } from '../layout/rows.ts';
import { findDrawnBoxes } from './drawn-boxes.ts';
import { readFields, wordsOfField } from './form-fields.ts';
import { stillHidden, warnOfHidden } from './hidden-text.ts';
import { countOtherLetters, isSeen, lookAt } from './page-look.ts';
import { isPictureOverText } from './page-objects.ts';
import { type PdfDocument, pageSize } from './pdf-document.ts';
import type { Pointer } from './pdfium.ts';
import { renderColour, renderGrey } from './render-page.ts';
import { type LayerWord, readTextLayer } from './text-layer.ts';

/** Pages with a text layer are shown at 150 dpi, pages to be read are rasterised at 300 dpi. */
const SHOWN_SCALE = 150 / 72;
const READ_SCALE = 300 / 72;
const MAX_PIXELS = 40_000_000;
const BROKEN_SHARE = 0.05;
/** So many letters, or such a share of them, outside of the layer's words: the layer is not the whole page. */
const UNCOVERED_LETTERS = 25;
const UNCOVERED_SHARE = 0.03;
/** A layer of so little of the page is a stamp on a scan, and the page is read as a picture. */
const STAMP_SHARE = 0.3;
/** Words of one language have vowels; where so many have none, the letters of the layer stand for others. */
const VOWELLESS_SHARE = 0.4;

export interface LayerReading {
  readonly kind: 'layer';
  readonly width: number;
  readonly height: number;
  readonly fragments: Fragment<Word>[];
  /** Words of the layer that cannot be seen. */
  readonly hidden: readonly LayerWord[];
  /** Words in fields of the form that cannot be seen. */
  readonly hiddenFields: number;
  /** Boxes of the layer's words where writing outside of them must be read from the picture; null where it is whole. */
  readonly masked: Bbox[] | null;
}

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

function isGibberish(words: readonly LayerWord[]): boolean {
  const long = words.filter((word) => /^\p{L}{4,}$/u.test(word.text));
  const vowelless = long.filter((word) => !/[aeiouyáàâäãåéèêëíìîïóòôöõúùûüæœø]/i.test(word.text));
  return long.length >= 10 && vowelless.length > VOWELLESS_SHARE * long.length;
}

/** The page must be read as a picture. */
export interface PictureNeeded {
  readonly kind: 'picture';
  /** Words of the file that cannot be seen on the page; the layer of an earlier OCR among them. */
  readonly hidden: readonly string[];
}

function toWord({ text, bbox }: Pick<LayerWord, 'text' | 'bbox'>, width: number, height: number): Word {
  const inside = (value: number, index: number) =>
    Math.min(Math.max(0, Math.round(value * 10) / 10), index % 2 === 0 ? width : height);
  return { text, bbox: bbox.map(inside) as Bbox, confidence: 1, readers: ['text_layer'] };
}

/**
 * The page by its text layer and what is filled into its form; or that its picture must be read, where the layer is
 * missing, broken, an earlier reading of a scan, or hardly any of the page. What the eye cannot see is left out.
 */
export function readLayer(document: PdfDocument, page: Pointer): LayerReading | PictureNeeded {
  const { width, height } = shownPixels(document, page);
  const layer = readTextLayer(document, page, width, height);
  const fields = readFields(document, page, width, height);
  const filled = fields.shown.flatMap(wordsOfField);
  const drawn = layer.words.filter((word) => !word.invisible);
  const unseen = layer.words.filter((word) => word.invisible).map((word) => word.text);
  if (drawn.length + filled.length === 0) return { kind: 'picture', hidden: unseen };
  if (layer.brokenShare > BROKEN_SHARE || isGibberish(drawn)) return { kind: 'picture', hidden: unseen };
  if (isPictureOverText(document, page)) return { kind: 'picture', hidden: layer.words.map((word) => word.text) };
  const look = lookAt(document, page, width, height);
  const seen = drawn.filter((word) => isSeen(look, word));
  const known = new Set(seen);
  const hidden = layer.words.filter((word) => !known.has(word));
  const picture: PictureNeeded = { kind: 'picture', hidden: hidden.map((word) => word.text) };
  const typed = seen.map((word) => toWord(word, width, height));
  const entered = filled.map((line) => line.map((word) => toWord(word, width, height)));
  if (typed.length + entered.length === 0) return picture;
  const { boxes: drawnBoxes, ticks } = findDrawnBoxes(look, [...typed, ...entered.flat()]);
  const fragments = [
    ...typed.filter((word) => !ticks.has(word)).map((word) => [word]),
    ...entered,
    ...drawnBoxes.map((word) => [word]),
  ];
  const boxes = fragments.flat().map((word) => word.bbox);
  const letters = fragments.flat().reduce((sum, word) => sum + word.text.length, 0);
  const others = countOtherLetters(look, boxes);
  const whole = others <= UNCOVERED_LETTERS && others <= Math.max(4, UNCOVERED_SHARE * (letters + others));
  if (!whole && letters < STAMP_SHARE * (letters + others)) return picture;
  return { kind: 'layer', width, height, fragments, hidden, hiddenFields: fields.hidden, masked: whole ? null : boxes };
}

/** The page as read, from its lines. */
export function toPage(layer: LayerReading, added: readonly Fragment<Word>[]): Omit<Page, 'file' | 'page' | 'ms'> {
  const { width, height, fragments } = layer;
  const arranged = arrangeLines([...fragments, ...added]);
  const characters = arranged.words.reduce((sum, word) => sum + word.text.length, 0);
  const warnings = warnOfHidden(stillHidden(layer.hidden, arranged.words).length + layer.hiddenFields);
  const sure = arranged.words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  return {
    width,
    height,
    source: 'text_layer',
    rotation: 0,
    skew: 0,
    confidence: Math.round((sure / Math.max(1, characters)) * 1000) / 1000,
    ...arranged,
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}
