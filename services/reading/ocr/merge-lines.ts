/** Two readings of one line become one: what both say is sure, what they differ in is taken from the surer one. */
import type { RatedWord } from './page-lines.ts';
import type { ReadWord } from './reader.ts';
import type { Judge } from './vocabulary.ts';

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
  readonly judge: Judge;
}

/** The first reader's word is taken only where it is this much more likely to be right, and never its figures. */
const CLEARLY_BETTER = 0.25;
const FIGURE = /\p{N}/u;
/** Figures are confirmed by the first reader where the second saw them this surely: what both guess they often guess alike. */
const SURE_OF_FIGURES = 0.95;
/** Its word of the dictionary takes the place of one that is none, where the two differ by so few letters on end. */
const MOST_LETTERS = 2;

/** Whether two words are alike but for a few letters in one place. */
function areNear(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end > 0 && Math.max(a.length, b.length) - start - end <= MOST_LETTERS;
}

function isLikelier(tesseract: ReadWord, ppocr: ReadWord, rating: Rating): boolean {
  const [theirs, ours] = [rating.judge(tesseract.text), rating.judge(ppocr.text)];
  if (ours === 'unknown' && theirs === 'known' && areNear(tesseract.text, ppocr.text)) return true;
  return theirs !== 'unknown' && rating.tesseract(tesseract) > rating.ppocr(ppocr) + CLEARLY_BETTER;
}

/** The words of the second reader, confirmed or replaced by those of the first; `confidence` stays the engine's own. */
export function mergeLines(ppocr: readonly ReadWord[], tesseract: readonly ReadWord[], rating: Rating): RatedWord[] {
  return ppocr.map((word): RatedWord => {
    const same = over(word, tesseract);
    const [only] = same;
    const text = same.map((one) => one.text).join('');
    const figures = FIGURE.test(word.text) || FIGURE.test(text);
    if (same.length > 0 && alikeKey(text) === alikeKey(word.text)) {
      const confirmed = !figures || word.confidence >= SURE_OF_FIGURES;
      return { ...word, readers: confirmed ? ['ppocr', 'tesseract'] : ['ppocr'] };
    }
    if (!figures && only && same.length === 1 && isLikelier(only, word, rating))
      return { ...word, text: only.text, confidence: only.confidence, readers: ['tesseract'] };
    return { ...word, readers: ['ppocr'] };
  });
}
