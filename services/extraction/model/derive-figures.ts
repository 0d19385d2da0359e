/**
 * What a proposal claims, made again from its own quote by the arithmetic of the rules. A claim that does not follow
 * from what stands there is no figure, whatever the model says.
 */
import { type Figure, findFigures } from '../mentions/figures.ts';
import { findLevels } from '../mentions/find-levels.ts';
import type { Quantity } from '../mentions/mention.ts';
import { numbersIn, type WrittenNumber } from '../mentions/number-words.ts';
import type { Proposal } from './proposal.ts';

/** The words by which a number counts what was not right. */
const takenAway = /\b(?:but|except|missed|missing|wrong|incorrect|errors?|mistakes?|off|short)\b/i;
const rightMark = /^[+✓✔√]$/;
const anyMark = /^[+✓✔√✗✘×–−-]$/;

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

/** Right and all of a quote that is a row of marks and nothing else. */
function marksIn(quote: string): { right: number; all: number } | null {
  const marks = quote
    .trim()
    .split(/\s+/)
    .flatMap((token) => (anyMark.test(token) ? [token] : [...token]));
  if (marks.length < 2 || !marks.every((mark) => anyMark.test(mark))) return null;
  return { right: marks.filter((mark) => rightMark.test(mark)).length, all: marks.length };
}

function spanning(numbers: readonly WrittenNumber[], quantity: Quantity): Figure {
  return { start: Math.min(...numbers.map((n) => n.start)), end: Math.max(...numbers.map((n) => n.end)), quantity };
}

function fractionFigure(quote: string, numerator: number, denominator: number): Figure | null {
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return null;
  const marks = marksIn(quote);
  if (marks) {
    if (!near(marks.right, numerator) || !near(marks.all, denominator)) return null;
    const start = quote.length - quote.trimStart().length;
    const quantity: Quantity = { type: 'marks', right: marks.right, wrong: marks.all - marks.right, prompted: 0 };
    return { start, end: start + quote.trim().length, quantity };
  }
  const stated = [...findFigures(quote, [])].find(
    ({ quantity: q }) => q.type === 'ratio' && near(q.denominator, denominator) && near(q.numerator, numerator),
  );
  if (stated) return stated;
  const numbers = numbersIn(quote);
  const ratio: Quantity = { type: 'ratio', numerator, denominator };
  const find = (value: number, not?: WrittenNumber) => numbers.find((n) => n !== not && near(n.value, value));
  const whole = find(denominator);
  const part = find(numerator, whole);
  const wrong = find(denominator - numerator, whole);
  // `all but three of twenty`, `missed 3 of 20`: what is written was taken away.
  const taking = takenAway.exec(quote);
  if (whole && wrong && taking) {
    // The word belongs to the figure: left before it, the rules would take away once more.
    const word = { start: taking.index, end: taking.index + taking[0].length, value: 0 };
    return spanning([whole, wrong, word], ratio);
  }
  if (whole && part && !taking) return spanning([whole, part], ratio);
  // `8 right, 2 wrong`: the whole is the sum of its parts.
  const rest = find(denominator - numerator, part);
  const right = find(numerator);
  if (!whole && right && rest && taking) return spanning([right, rest], ratio);
  return null;
}

const sameQuantity = (a: Quantity, b: Quantity) => JSON.stringify(a) === JSON.stringify(b);
const secondsOf: readonly (readonly [RegExp, number])[] = [
  [/^\W{0,2}sec|^\W{0,2}seg/i, 1],
  [/^\W{0,2}min/i, 60],
  [/^\W{0,2}h(?:ou)?r/i, 3600],
];

/** `seven and a half minutes`: a number in words with its unit. */
function wordedTime(text: string): Figure | null {
  for (const number of numbersIn(text)) {
    const unit = secondsOf.find(([pattern]) => pattern.test(text.slice(number.end)));
    if (!unit) continue;
    const word = /^\W{0,2}\p{L}+/u.exec(text.slice(number.end))?.[0] ?? '';
    return {
      start: number.start,
      end: number.end + word.length,
      quantity: { type: 'time', seconds: number.value * unit[1], form: 'units' },
    };
  }
  return null;
}

/** Figures of a timed reading: each number that was named must stand in the quote; the time may stand elsewhere. */
function readingFigures(quote: string, proposal: Proposal): Figure[] | null {
  const numbers = numbersIn(quote);
  const used = new Set<WrittenNumber>();
  const figures: Figure[] = [];
  for (const value of [proposal.words, proposal.errors]) {
    if (value === null) continue;
    const number = numbers.find((n) => !used.has(n) && near(n.value, value));
    if (!number) return null;
    used.add(number);
    figures.push({ start: number.start, end: number.end, quantity: { type: 'number', value } });
  }
  const seconds = (proposal.minutes ?? 0) * 60;
  const times = [...findFigures(quote, []), ...[wordedTime(quote)].filter((f) => f !== null)];
  const time = times.find(({ quantity: q }) => q.type === 'time' && seconds > 0 && near(q.seconds, seconds));
  return time ? [...figures, time] : figures;
}

function statedFigure(quote: string, value: string, kind: Proposal['kind']): Figure | null {
  const letter = /^(?:level|lvl)?\s*([A-Z])$/i.exec(value.trim())?.[1]?.toUpperCase();
  if (letter && kind === 'level') {
    const named = findLevels(quote).find((f) => f.quantity.type === 'letter' && f.quantity.letter === letter);
    const alone = new RegExp(`(?<![\\p{L}\\p{N}])${letter}(?![\\p{L}\\p{N}'’])`, 'u').exec(quote);
    if (named) return named;
    return alone
      ? {
          start: alone.index,
          end: alone.index + 1,
          quantity: { type: 'letter', value: letter.charCodeAt(0) - 64, letter },
        }
      : null;
  }
  const [claimed] = findFigures(value, []);
  if (claimed && claimed.quantity.type !== 'number') {
    const same = findFigures(quote, []).find((f) => sameQuantity(f.quantity, claimed.quantity));
    if (same) return same;
  }
  const time = wordedTime(value);
  if (time) {
    const written = wordedTime(quote);
    return written && sameQuantity(written.quantity, time.quantity) ? written : null;
  }
  const [number, ...more] = numbersIn(value);
  if (!number || more.length > 0) return null;
  const strokes = /^[\s/|\\]+$/.test(quote) ? quote.replace(/\s/g, '').length : null;
  if (strokes !== null) {
    return near(strokes, number.value)
      ? { start: 0, end: quote.length, quantity: { type: 'tally', value: strokes } }
      : null;
  }
  const written = numbersIn(quote).find((n) => near(n.value, number.value));
  if (!written) return null;
  const percent = /^\W?(?:%|percent\b|pct\b|por ciento\b)/i.exec(quote.slice(written.end))?.[0];
  if (/%|percent|pct|por ciento/i.test(value) && percent === undefined) return null;
  return percent === undefined
    ? { start: written.start, end: written.end, quantity: { type: 'number', value: written.value } }
    : { start: written.start, end: written.end + percent.length, quantity: { type: 'percent', value: written.value } };
}

/**
 * The figures that `proposal` claims, as they follow from `quote` (offsets into it); null where they do not. Only what
 * is written counts: a value given beside its parts must be written too.
 */
export function deriveFigures(proposal: Proposal, quote: string): Figure[] | null {
  const { numerator, denominator, words, errors, value, kind } = proposal;
  if (words !== null || errors !== null) return readingFigures(quote, proposal);
  if (numerator !== null && denominator !== null) {
    const figure = fractionFigure(quote, numerator, denominator);
    return figure ? [figure] : null;
  }
  if (value === null) return null;
  const figure = statedFigure(quote, value, kind);
  return figure ? [figure] : null;
}
