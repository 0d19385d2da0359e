/**
 * Confidence that means something: the share of words that were right, among words of printed pages (books, till
 * rolls, forms, and worn copies of them) of which the engine said the same.
 */
import type { ReadWord } from './reader.ts';

/** Pairs of the engine's own figure and the share that was right; between them it is interpolated. */
type Scale = readonly (readonly [raw: number, right: number])[];

const ppocrWords: Scale = [
  [0, 0.1],
  [0.6, 0.3],
  [0.9, 0.5],
  [0.96, 0.7],
  [0.985, 0.8],
  [0.993, 0.87],
  [0.996, 0.93],
  [0.999, 0.97],
  [1, 0.985],
];

const tesseractWords: Scale = [
  [0, 0.05],
  [0.3, 0.25],
  [0.6, 0.55],
  [0.75, 0.72],
  [0.85, 0.82],
  [0.93, 0.89],
  [0.95, 0.955],
  [0.97, 0.98],
];

/**
 * Words that two engines with nothing in common read the same, by how sure the second was: they err together where print
 * is so worn that one letter looks like another.
 */
const bothWords: Scale = [
  [0, 0.5],
  [0.6, 0.7],
  [0.9, 0.84],
  [0.95, 0.93],
  [0.985, 0.96],
  [0.999, 0.975],
  [1, 0.985],
];

const scales = { tesseract: tesseractWords, ppocr: ppocrWords, both: bothWords } as const;

/** A figure has no letters around it that would give a slip away: unless both readers saw it, it is believed less. */
const MOST_FOR_LONE_FIGURE = 0.89;
/** Hands differ more than type: what one reader makes of handwriting is never sure. */
export const MOST_FOR_HANDWRITING = 0.85;
/** A page that is read this surely on the whole is clean print, and its figures are as safe as its words. */
const CLEAN_PAGE = 0.996;

function interpolate(scale: Scale, raw: number): number {
  const after = scale.findIndex(([at]) => at >= raw);
  if (after < 0) return scale.at(-1)![1];
  if (after === 0) return scale[0]![1];
  const [x0, y0] = scale[after - 1]!;
  const [x1, y1] = scale[after]!;
  return y0 + ((y1 - y0) * (raw - x0)) / (x1 - x0);
}

export interface Circumstances {
  readonly reader: 'tesseract' | 'ppocr' | 'both';
  readonly handwriting: boolean;
  /** How surely the whole page was read, as the engine says it. */
  readonly pageBelief: number;
}

/** The chance, 0..1, that the word is right. */
export function calibrate({ text, confidence }: Pick<ReadWord, 'text' | 'confidence'>, on: Circumstances): number {
  const word = interpolate(scales[on.reader], confidence);
  if (on.handwriting) return Math.min(word, MOST_FOR_HANDWRITING);
  const lone = on.reader !== 'both' && /\d/.test(text) && on.pageBelief < CLEAN_PAGE;
  return lone ? Math.min(word, MOST_FOR_LONE_FIGURE) : word;
}
