/** Small slips that engines make by habit, put right where the line itself shows them. */
import type { Bbox } from '../../domain/geometry.ts';
import type { ReadLine, ReadWord } from './reader.ts';

/** Old books and some engines set a gap before these; they belong to the word before them. */
const CLOSING = /^[,.;:?!”’»)\]]+$/;
/** And these to the word after them. */
const OPENING = /^[“‘«([$]+$/;
const GAP_SHARE = 0.8;
/** Quotes that are the same on both sides open where nothing, or a mark that ends a part, stands before them, or a capital after. */
const STRAIGHT = /^["']$/;
const BEFORE_OPENING = /[:;,—(]$/;
const CAPITAL = /^\p{Lu}/u;

/** Whether the word at `index` opens what comes after it. */
function opens(line: ReadLine, index: number): boolean {
  const [before, word, after] = [line[index - 1], line[index]!, line[index + 1]];
  if (OPENING.test(word.text)) return true;
  if (!STRAIGHT.test(word.text) || !after) return false;
  return !before || BEFORE_OPENING.test(before.text) || CAPITAL.test(after.text);
}

function unite(a: ReadWord, b: ReadWord): ReadWord {
  const bbox: Bbox = [
    Math.min(a.bbox[0], b.bbox[0]),
    Math.min(a.bbox[1], b.bbox[1]),
    Math.max(a.bbox[2], b.bbox[2]),
    Math.max(a.bbox[3], b.bbox[3]),
  ];
  const confidence = (a.confidence * a.text.length + b.confidence * b.text.length) / (a.text.length + b.text.length);
  const weakest = Math.min(a.weakest ?? a.confidence, b.weakest ?? b.confidence);
  return { text: a.text + b.text, bbox, confidence, weakest };
}

/** A speck beside the stroke of a date, a fraction or a time, read as a point: `7/.20`, `10./17/25`. */
const SPECK = /(?<=\d)[.,·](?=[/:]\d)|(?<=\d[/:])[.,·](?=\d)/g;
const LETTERS = /[OoIl|]/g;
/** Between the strokes of a date or the points of a time a small i is a digit too; elsewhere it may be a unit. */
const LETTERS_OF_PARTS = /[OoIl|i]/g;

/** A number in which the engine took some digits for letters of the same shape: `12,ooo`, `I44I`, `1O%`, `1i/12`. */
export function repairNumber(text: string): string {
  const clean = text.replace(SPECK, '');
  const core = clean.replace(/^[("'$]+|[)"'.,;:!?%]+$/g, '');
  const letters = /\d?[/:]\d/.test(core) ? LETTERS_OF_PARTS : LETTERS;
  if (core.replace(letters, '').replace(/[\d.,/:-]/g, '') !== '') return clean;
  const digits = core.match(/\d/g)?.length ?? 0;
  const taken = core.match(letters)?.length ?? 0;
  const grouped = /^\d{1,3},[\dOoIl]{3}\b/.test(core);
  if (digits === 0 || taken === 0 || (taken > digits && !grouped)) return clean;
  return clean.replace(/[Oo]/g, '0').replace(letters, '1');
}

/** The line with lone punctuation joined to its word and digits in place of letters inside of numbers. */
export function repairLine(line: ReadLine): ReadWord[] {
  const words: ReadWord[] = [];
  for (const [index, word] of line.entries()) {
    const last = words.at(-1);
    const near = last ? word.bbox[0] - last.bbox[2] < GAP_SHARE * (last.bbox[3] - last.bbox[1]) : false;
    if (last && near && (CLOSING.test(word.text) || (index > 0 && opens(line, index - 1)))) {
      words[words.length - 1] = unite(last, word);
    } else words.push(word);
  }
  return words.map((word) => ({ ...word, text: repairNumber(word.text) }));
}
