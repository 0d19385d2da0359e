/** From the mended text back to the page: the exact quote, its offsets, its box. No result without them. */
import type { OpenPage } from '../binders/open-page.ts';
import { boxOf, wordsBetween } from '../binders/page-text/locate-words.ts';
import { originalSpan } from '../binders/page-text/sheet.ts';
import type { Source } from '../domain/evidence.ts';

/** The place of `start`..`end` of the page's mended text. Null where nothing is left of it on the page. */
export function sourceOf(page: OpenPage, start: number, end: number): Source | null {
  const span = originalSpan(page.sheet, start, end);
  const { file, page: number, text } = page.sheet.page;
  const quote = text.slice(span.start, span.end);
  if (quote.trim() === '') return null;
  return {
    file,
    page: number,
    quote,
    start: span.start,
    end: span.end,
    bbox: boxOf(page.sheet.words, span.start, span.end),
  };
}

/** Why the ink under `source` cannot be counted before a person has looked; null for print that was read well. */
export function inkDoubt(page: OpenPage, source: Source): string | null {
  if (page.sheet.page.source === 'handwriting') return 'It is written by hand: please check the reading.';
  const words = wordsBetween(page.sheet.words, source.start, source.end);
  if (words.some((w) => w.word.ink === 'handwriting')) return 'It is filled in by hand: please check the reading.';
  return null;
}

/** The lowest confidence of the words under `source`; the page's own where it has no words. */
export function readingConfidence(page: OpenPage, source: Source): number {
  const words = wordsBetween(page.sheet.words, source.start, source.end);
  return words.length > 0 ? Math.min(...words.map((w) => w.word.confidence)) : page.sheet.page.confidence;
}
