/**
 * Mends what scanners misread, and remembers where every letter stood: rules read the mended text, evidence quotes the
 * page's own. Nothing is invented: only letters that look alike change, and only towards a known word or a number.
 */
import { foldWord } from './fold.ts';
import { mendAmount, mendNumber, promptCounts } from './mend-number.ts';
import type { Vocabulary } from './vocabulary.ts';

/** `text[i]` stands at `starts[i]`..`ends[i]` of the page's text. */
export interface RepairedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function withCaseOf(model: string, word: string): string {
  const letters = model.replace(/[^A-Za-z]/g, '').replace(/l/g, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase();
  return /^[A-Z1]|^l(?=[a-z])/.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** A word with digits inside that no list knows: `Te11ier` is letters, `3rd`, `Rm14` and `A1` are left alone. */
function mendUnknown(word: string): string | null {
  if (/\d/.test(word)) {
    if (!/^[A-Za-z]*[A-Za-z][01][A-Za-z]+$/.test(word) && !/^[A-Za-z]{2,}[01]+[a-z][a-z]+$/.test(word)) return null;
    const upper = word.replace(/[^A-Za-z]/g, '') === word.replace(/[^A-Za-z]/g, '').toUpperCase();
    return word.replace(/0/g, upper ? 'O' : 'o').replace(/1/g, upper ? 'I' : 'l');
  }
  if (/^[A-Z]*l[A-Z]{2,}$|^[A-Z]{2,}l[A-Z]*$/.test(word)) return word.replace(/l/g, 'I');
  return null;
}

function mendWord(word: string, vocabulary: Vocabulary): string | null {
  // Strokes in the shape of capitals.
  if (/^I{2,}$/.test(word)) return null;
  if (word.length < 2 || /^\d+$/.test(word) || vocabulary.has(word)) return null;
  // Ordinals, grades, sizes and short codes are not misread words.
  if (/^\d+(?:st|nd|rd|th|s|x|mg|min|sec|hr|lb|m|h|pm|am)$/i.test(word)) return null;
  const known = word.length > 2 || /\d/.test(word) === false ? vocabulary.like(word) : null;
  if (known !== null && /[a-z]/i.test(word) && known.toLowerCase() !== word.toLowerCase()) {
    if (/\d$/.test(word) && vocabulary.has(word.replace(/\d+$/, ''))) return null;
    if (word.length === 2 && !/[A-Za-z]{2}/.test(word)) return null;
    return withCaseOf(word, known);
  }
  return mendUnknown(word);
}

const wordShape = /[A-Za-zÀ-ÿ0-9|]+/g;

/** `/1/` is no number but the sound of the letter. */
const sound = /^(\W*\/)[1I](\/\W*)$/;

function mendToken(piece: Piece, vocabulary: Vocabulary, hasPromptCounts: boolean): Piece[] {
  if (sound.test(piece.text)) return [{ ...piece, text: piece.text.replace(sound, '$1l$2') }];
  const number = mendNumber(piece.text, hasPromptCounts) ?? mendAmount(piece.text);
  if (number !== null) return [{ ...piece, text: number }];
  if (!/[A-Za-z]/.test(piece.text)) return [piece];
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of piece.text.matchAll(wordShape)) {
    const mended = mendWord(match[0], vocabulary);
    if (mended === null) continue;
    if (match.index > at) {
      pieces.push({ text: piece.text.slice(at, match.index), start: piece.start + at, end: piece.start + match.index });
    }
    const end = match.index + match[0].length;
    pieces.push({ text: mended, start: piece.start + match.index, end: piece.start + end });
    at = end;
  }
  if (at < piece.text.length) pieces.push({ text: piece.text.slice(at), start: piece.start + at, end: piece.end });
  return pieces;
}

const bareWord = /^[A-Za-z]+$/;
const blurredWord = /^[A-Za-z01|]+$/;

/**
 * `verb al`, `w orked`, `Phi 1ippa`: two pieces with one space between that together are a known word, and apart are not,
 * or that together are spelled as a name of the caseload (`Win slow`). Gives both as they read mended; null for two words.
 */
function splitWord(left: string, right: string, vocabulary: Vocabulary): readonly [string, string] | null {
  const joined = left + right;
  if (joined.length < 5 || !blurredWord.test(joined) || /^[aAI]$/.test(left)) return null;
  if (vocabulary.isName(joined)) return [left, right];
  if (/^[A-Z]/.test(right) && !/[A-Z]$/.test(left)) return null;
  const known = (word: string) => word.length > 1 && vocabulary.has(word);
  if (known(left) && known(right)) return null;
  if (bareWord.test(joined)) return vocabulary.has(joined) ? [left, right] : null;
  const like = /^[A-Za-z]/.test(left) ? vocabulary.like(joined) : null;
  if (like?.length !== joined.length || foldWord(like) !== foldWord(joined)) return null;
  const mended = withCaseOf(joined, like);
  return [mended.slice(0, left.length), mended.slice(left.length)];
}

/** A number of two digits or more that fills a cell within a row ends in no point: it is a speck of dust. */
const specked = /^\d{2,3}\.$/;
const isCell = (before: string | undefined, after: string | undefined): boolean =>
  /^[^\S\n]{2,}$/.test(before ?? '') && /^(?:[^\S\n]{2,}|\n)/.test(after ?? '\n');

/** Mends `text` with the words of `vocabulary`. Line breaks and the width of gaps stay as they are. */
export function repairText(text: string, vocabulary: Vocabulary): RepairedText {
  const raw: Piece[] = [...text.matchAll(/\s+|\S+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const hasPromptCounts = promptCounts.test(text);
  const pieces: Piece[] = [];
  for (let i = 0; i < raw.length; i += 1) {
    const piece = raw[i]!;
    if (!/^\s/.test(piece.text)) {
      const speck = specked.test(piece.text) && isCell(raw[i - 1]?.text, raw[i + 1]?.text);
      const own = speck ? { ...piece, text: piece.text.slice(0, -1), end: piece.end - 1 } : piece;
      pieces.push(...mendToken(own, vocabulary, hasPromptCounts));
      continue;
    }
    const left = raw[i - 1];
    const right = raw[i + 1];
    const core = right?.text.replace(/[.,;:)]+$/, '') ?? '';
    const split = piece.text === ' ' && left && right ? splitWord(left.text, core, vocabulary) : null;
    if (!split || !left || !right) {
      pieces.push(piece);
      continue;
    }
    if (split[0] !== left.text)
      pieces.splice(
        pieces.findIndex((p) => p.start === left.start),
        pieces.length,
        { ...left, text: split[0] },
      );
    if (split[1] !== core) raw[i + 1] = { ...right, text: split[1] + right.text.slice(core.length) };
  }
  return spread(pieces);
}

/** Every letter of the mended pieces with its place in the page's text. */
function spread(pieces: readonly Piece[]): RepairedText {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const piece of pieces) {
    const same = piece.text.length === piece.end - piece.start;
    for (let i = 0; i < piece.text.length; i += 1) {
      const last = i === piece.text.length - 1;
      starts.push(same ? piece.start + i : Math.min(piece.start + i, piece.end - 1));
      ends.push(same ? piece.start + i + 1 : last ? piece.end : Math.min(piece.start + i + 1, piece.end));
    }
    letters.push(piece.text);
  }
  return { text: letters.join(''), starts, ends };
}
