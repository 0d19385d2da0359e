/** What the readers made of a page, before it is put in order and judged. */
import type { Bbox } from '../../domain/geometry.ts';
import type { Word } from '../../domain/page.ts';

export interface RatedWord {
  readonly text: string;
  readonly bbox: Bbox;
  readonly confidence: number;
  readonly readers: readonly ('tesseract' | 'ppocr')[];
}

export interface RatedLine {
  readonly words: readonly RatedWord[];
  readonly ink: NonNullable<Word['ink']>;
}

export interface PageLines {
  readonly lines: readonly RatedLine[];
  /** Log odds that most of the page is handwriting. */
  readonly hand: number;
  /** How surely the page was read, 0..1. */
  readonly belief: number;
  readonly characters: number;
}
