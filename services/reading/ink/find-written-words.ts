/**
 * The words that a pen wrote on a printed page, of whatever colour: answers on a form. A word of two digits shows little
 * by itself; it leans on the words around it, and on how much else of the page is written. Weights are those of logistic
 * regressions on forms filled in by hand and by machine, in sixteen hands and six faces, scanned, copied and photographed.
 */
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import { medianOf } from '../image/letter-lines.ts';
import type { ShapePicture } from './letter-shapes.ts';
import { lookAtWords, type PageLooks } from './word-looks.ts';

/** More letters of a word than this make it no surer. */
const MOST_LETTERS = 6;
/** One word never says more than this to its neighbours. */
const MOST_SAID = 4;
/** How surely print is read. */
const ORDINARY_CONFIDENCE = 0.97;
/** Where nothing else on the page is written, a word is called so if it is this likely; one of several letters sooner. */
const ALONE = 0;
const ALONE_OF_SEVERAL = -1;
/** One sign has too little shape: where nothing else is written, only letters and figures are called written. */
const TELLING = /[\p{L}\p{N}]/u;
/** Where so many words, and such a share of them, are likely written, the page is filled in by hand. */
const LEAST_WRITTEN = 3;
const LEAST_SHARE = 0.08;
/** What may count must there be print almost beyond doubt to be called so: what cannot be told is left to a person. */
const AMONG_WRITTEN = -3;
/** The words of labels count for nothing, and have letters enough to show that they are print. */
const WORD_AMONG_WRITTEN = -1;
/** Figures, and the one or two signs of a mark or a code. */
const COUNTABLE = /\p{N}|^[^\p{Ll}=]{1,2}$/u;
/** Where nothing else is written, a figure that stands out so far from nearly all words of its page is written too. */
const FIGURE = /\p{N}/u;
const STANDS_OUT = 2.5;
const NEARLY_ALL = 0.95;

/** Log odds that the word is written, by its own look and how surely it was read; what is known to be written says so. */
function ownScore(word: Word, { looks, printStyle }: PageLooks): number {
  // A mark that no reader read, a tick or a tally, says nothing of the words around it.
  if (!word.readers) return 0;
  if (word.ink === 'handwriting') return MOST_SAID;
  const look = looks.get(word);
  if (!look || look.letters === 0) return 0;
  const weight = Math.sqrt(Math.min(MOST_LETTERS, look.letters));
  // The first reader doubts much that is print; its doubts say nothing.
  const confidence = word.readers?.includes('ppocr') ? word.confidence : ORDINARY_CONFIDENCE;
  const doubt = Math.log(1.02 - confidence);
  const style = (0.819 * look.style + 0.123 * (look.style - printStyle)) * weight + 0.548 * printStyle;
  return style + 0.804 * doubt + 4.504 * look.stroke + 4.045 * Math.min(0.5, look.feet) + 3.4;
}

interface Said {
  readonly bbox: Word['bbox'];
  readonly score: number;
}

/** What the words over and under, right beside, and on the same line say, each as a mean that a few words weigh little in. */
function neighbours(own: Said, all: readonly Said[], lineHeight: number) {
  const [x0, y0, x1, y1] = own.bbox;
  let [column, columnWeight, beside, besideCount, line, lineCount] = [0, 0.5, 0, 1, 0, 1];
  for (const other of all) {
    if (other === own) continue;
    const [left, top, right, bottom] = other.bbox;
    const gap = Math.max(x0, left) - Math.min(x1, right);
    const rise = Math.abs(top + bottom - y0 - y1) / 2;
    if (gap < 0 && rise < 8 * lineHeight) {
      const weight = 1 / (1 + rise / lineHeight);
      column += weight * other.score;
      columnWeight += weight;
    }
    if (Math.min(y1, bottom) - Math.max(y0, top) <= 0.4 * (y1 - y0)) continue;
    line += other.score;
    lineCount++;
    if (gap >= 1.2 * lineHeight) continue;
    beside += other.score;
    besideCount++;
  }
  return { column: column / columnWeight, beside: beside / besideCount, line: line / lineCount };
}

/**
 * The words among `words` that are written by hand, those that are known to be among them. `letters` and boxes are in pixels of the page that `picture` shows.
 */
export function findWrittenWords(
  picture: ShapePicture,
  letters: readonly Component[],
  words: readonly Word[],
): ReadonlySet<Word> {
  const page = lookAtWords(picture, letters, words);
  const own = words.map((word) => ownScore(word, page));
  const said = words.map(
    ({ bbox }, index): Said => ({ bbox, score: Math.min(MOST_SAID, Math.max(-MOST_SAID, own[index]!)) }),
  );
  const lineHeight = Math.max(1, medianOf(words.map(({ bbox }) => bbox[3] - bbox[1])));
  const hot = said.filter(({ score }) => score > 1.5).length;
  const share = Math.log1p(hot) - Math.log1p(0.1 * words.length);
  const scores = own.map((score, index) => {
    const { column, beside, line } = neighbours(said[index]!, said, lineHeight);
    return 0.746 * score + 0.157 * column + 0.067 * beside + 0.628 * line + 0.548 * share + 0.524;
  });
  const written = words.filter((word, index) => scores[index]! > 0 && page.looks.has(word)).length;
  const filledIn = written >= LEAST_WRITTEN && written >= LEAST_SHARE * words.length;
  const usual = scores.filter((_, index) => TELLING.test(words[index]!.text)).sort((a, b) => a - b);
  const standsOut = (usual[Math.floor(NEARLY_ALL * (usual.length - 1))] ?? 0) + STANDS_OUT;
  const limitOf = (word: Word): number => {
    if (filledIn) return COUNTABLE.test(word.text) ? AMONG_WRITTEN : WORD_AMONG_WRITTEN;
    if (!TELLING.test(word.text)) return Number.POSITIVE_INFINITY;
    const alone = (page.looks.get(word)?.letters ?? 0) > 1 ? ALONE_OF_SEVERAL : ALONE;
    return FIGURE.test(word.text) ? Math.min(alone, standsOut) : alone;
  };
  return new Set(words.filter((word, index) => scores[index]! > limitOf(word)));
}
