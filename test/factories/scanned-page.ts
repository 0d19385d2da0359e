/** A page as one reader sees it: every word with its box, on a grid of 20 by 40 pixels a letter. */
import type { Page, ReaderName, Word } from '../../services/domain/page.ts';

const LETTER = 20;
const LINE = 40;

/** `readers` may name other readers for single words, by the word's text. */
export function scannedPage(
  text: string,
  readers: Readonly<Record<string, readonly ReaderName[]>> = {},
  parts: Partial<Page> & { readonly reader?: ReaderName; readonly wordConfidence?: number } = {},
): Page {
  const { reader = 'ppocr', wordConfidence = 0.98, ...page } = parts;
  const words = text.split('\n').flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map(
      (m): Word => ({
        text: m[0],
        bbox: [m.index * LETTER, row * 2 * LINE, (m.index + m[0].length) * LETTER, row * 2 * LINE + LINE],
        confidence: wordConfidence,
        ink: 'print',
        readers: [...(readers[m[0]] ?? [reader])],
      }),
    ),
  );
  return {
    file: 'scan.pdf',
    page: 1,
    width: 1700,
    height: 2200,
    source: 'ocr',
    rotation: 0,
    skew: 0,
    confidence: wordConfidence,
    text,
    words,
    ms: 0,
    ...page,
  };
}
