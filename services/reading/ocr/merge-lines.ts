/** Two readings of one line become one: what both say is sure, what they differ in is taken from the surer one. */
import type { RatedWord } from './page-lines.ts';
import type { ReadWord } from './reader.ts';

/** What two readings of a word must share to be alike: case and the quotes and dashes of typography do not count. */
export function alikeKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/^[^\p{L}\p{N}+\-%$]+|[^\p{L}\p{N}+\-%$]+$/gu, '');
}

const middleOf = (word: ReadWord): number => (word.bbox[0] + word.bbox[2]) / 2;

/** The words of `other` that stand over or under `word`. */
function over(word: ReadWord, other: readonly ReadWord[]): ReadWord[] {
  return other.filter((one) => {
    const shared = Math.min(word.bbox[2], one.bbox[2]) - Math.max(word.bbox[0], one.bbox[0]);
    return middleOf(one) > word.bbox[0] - 2 && middleOf(one) < word.bbox[2] + 2
      ? true
      : shared > 0.5 * Math.min(word.bbox[2] - word.bbox[0], one.bbox[2] - one.bbox[0]);
  });
}

export interface Rating {
  /** The chance that a word of the second reader is right. */
  readonly ppocr: (word: ReadWord) => number;
  /** The same for the first reader. */
  readonly tesseract: (word: ReadWord) => number;
}

/** The first reader's word is taken only where it is this much more likely to be right, and never its figures. */
const CLEARLY_BETTER = 0.25;
const FIGURE = /\p{N}/u;

/** The words of the second reader, confirmed or replaced by those of the first; `confidence` stays the engine's own. */
export function mergeLines(ppocr: readonly ReadWord[], tesseract: readonly ReadWord[], rating: Rating): RatedWord[] {
  return ppocr.map((word): RatedWord => {
    const same = over(word, tesseract);
    const [only] = same;
    const text = same.map((one) => one.text).join('');
    if (same.length > 0 && alikeKey(text) === alikeKey(word.text)) return { ...word, readers: ['ppocr', 'tesseract'] };
    const figures = FIGURE.test(word.text) || FIGURE.test(text);
    const better =
      !figures && only && same.length === 1 && rating.tesseract(only) > rating.ppocr(word) + CLEARLY_BETTER;
    if (better) return { ...word, text: only.text, confidence: only.confidence, readers: ['tesseract'] };
    return { ...word, readers: ['ppocr'] };
  });
}
