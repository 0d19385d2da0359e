/**
 * A model's transcription laid over what stands on the page. The model says what it sees, not where: each of its words
 * must find its place among the words, or at least the lines, that the readers found. What finds none is dropped, for
 * without a place on the page nothing is evidence.
 */
import type { Bbox } from '../../domain/geometry.ts';
import type { Word } from '../../domain/page.ts';
import type { Transcription } from '../../platform/llm/transcribe.ts';
import { alignWords } from './align-words.ts';

/** Longer answers are not a transcription of one page. */
const MOST_LINES = 200;
const MOST_LETTERS = 300;
/** A transcription that shares fewer of the words with what was read, either way, is about something else. */
const LEAST_LIKE = 0.3;
/** How much of the doubt about a word is left when two independent readers read it alike. */
const DOUBT_LEFT = 0.4;
const SURE = 0.75;
const UNSURE = 0.4;

interface SeenWord {
  readonly text: string;
  readonly sure: boolean;
}

/** The words of the answer; what the writer crossed out stands in brackets and is left out. */
function wordsOf(line: Transcription['lines'][number]): SeenWord[] {
  const text = line.text.slice(0, MOST_LETTERS).replace(/\[[^\]]*\]/g, ' ');
  const words = text
    .replace(/\p{Cc}/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
  return words.map((word) => ({ text: word, sure: line.sure && !word.includes('?') }));
}

/** Words over `box` from left to right, each as wide as its letters. */
function spread(words: readonly SeenWord[], box: Bbox): Word[] {
  const letters = words.reduce((sum, word) => sum + word.text.length + 1, -1);
  const unit = (box[2] - box[0]) / Math.max(1, letters);
  let at = box[0];
  return words.map(({ text, sure }) => {
    const right = Math.min(box[2], at + text.length * unit);
    const bbox = [at, box[1], right, box[3]].map((value) => Math.round(value * 10) / 10) as Bbox;
    at = right + unit;
    return { text, bbox, confidence: sure ? SURE : UNSURE, ink: 'handwriting', readers: ['model'] };
  });
}

function around(words: readonly Word[]): Bbox {
  return [
    Math.min(...words.map((word) => word.bbox[0])),
    Math.min(...words.map((word) => word.bbox[1])),
    Math.max(...words.map((word) => word.bbox[2])),
    Math.max(...words.map((word) => word.bbox[3])),
  ];
}

/** Both saw the same: `word` is surer now. */
function confirmed(word: Word): Word {
  const confidence = Math.round((1 - (1 - word.confidence) * DOUBT_LEFT) * 1000) / 1000;
  return { ...word, confidence, readers: [...new Set([...(word.readers ?? []), 'model' as const])] };
}

const byHand = (word: Word): boolean => word.ink === 'handwriting';

/** What stands in place of some words of one line where the model saw others. */
function decide(line: readonly Word[], seen: readonly SeenWord[]): Word[] {
  const [first] = line;
  if (!first) return [];
  const alike = line.length === seen.length && line.every((word, index) => word.text === seen[index]!.text);
  if (alike) return line.map((word) => (byHand(word) ? confirmed(word) : word));
  // Print is read better by those who read it; and a model that is not sure changes nothing.
  const takes = seen.length > 0 && line.every(byHand) && seen.every((word) => word.sure);
  return takes ? spread(seen, around(line)) : [...line];
}

/**
 * `lines` with what was written by hand read anew: words that the model saw alike are marked as read by both, words
 * that it is sure to see otherwise are replaced. Null where the transcription does not fit what stands there.
 */
export function fitToWords(lines: readonly (readonly Word[])[], { lines: said }: Transcription): Word[][] | null {
  const known = lines.flatMap((words, line) => words.map((word) => ({ word, line })));
  const seen = said.slice(0, MOST_LINES).flatMap(wordsOf);
  const pairs = alignWords(
    known.map(({ word }) => word.text),
    seen.map(({ text }) => text),
  );
  if (pairs.length === 0 || pairs.length < LEAST_LIKE * Math.max(known.length, seen.length)) return null;
  const fitted: Word[][] = lines.map(() => []);
  let [a, b] = [0, 0];
  for (const pair of [...pairs, { a: known.length, b: seen.length }]) {
    // Words between two pairs: those of one line are looked at together; over several lines nobody knows which is which.
    const between = known.slice(a, pair.a);
    const others = seen.slice(b, pair.b);
    const line = between[0]?.line;
    const together = between.every((one) => one.line === line);
    const words = between.map(({ word }) => word);
    if (line !== undefined && together) fitted[line]!.push(...decide(words, others));
    else for (const one of between) fitted[one.line]!.push(one.word);
    const here = known[pair.a];
    if (here) fitted[here.line]!.push(...decide([here.word], [seen[pair.b]!]));
    a = pair.a + 1;
    b = pair.b + 1;
  }
  return fitted;
}

/**
 * A transcription of a page that no reader could read, on the lines of ink that were found there. Null where nothing
 * of it is sure.
 */
export function fitToBoxes(boxes: readonly Bbox[], { lines: said }: Transcription): Word[][] | null {
  const lines = said
    .slice(0, MOST_LINES)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  if (boxes.length === 0 || !lines.some((words) => words.some((word) => word.sure))) return null;
  const step = lines.length > 1 ? (boxes.length - 1) / (lines.length - 1) : 0;
  return lines.map((words, index) => spread(words, boxes[Math.round(index * step)]!));
}
