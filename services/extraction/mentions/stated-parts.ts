/** Results whose parts are labelled: `RIGHT 13   WRONG 7`, `Independent ||||| ||`, each on a line of its own or beside one another. */
import { legendOf } from '../../binders/page-text/legend.ts';
import type { Line, Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import { byTheMinute, type PartOfResult, partOfResult, resultOf } from './part-labels.ts';

const label = `([A-Za-z#](?:[A-Za-z/.#'’-]| (?! )){1,34}?)`;
/** A label and its number: behind a sign, in the next cell, or the two of them alone in a cell. */
const labelFirst = new RegExp(
  String.raw`${label}(?:\s?\([^)]*\))?(?:\s?[:=]\s*|\s{2,}|\s(?=\d{1,3}(?:\s{2}|$)))(\d{1,3})(?![\d/:%]|\.\d|, ?\d)(?=\s{2}|$|[,;/]|\.(?:\s|$)|\s?\()`,
  'g',
);
/** `Independent   ||||| |||`, `right: IIII II`: strokes in the place of a number. */
const strokes = `[|/]{1,6}(?: {1,2}[|/]{1,6})*|I{2,6}(?: {1,2}I{1,6})*`;
const labelThenStrokes = new RegExp(`${label}(?:\\s?[:=]\\s*|\\s{2,})(${strokes})(?=\\s{2}|\\s*$)`, 'g');
const strokesThenLabel = new RegExp(`(?<=^|\\s{2}|[:=] )(${strokes})\\s+${label}(?=\\s{2}|\\s*$)`, 'g');
/** `Steps done alone: water, wet, rinse (3)`: what was counted, and how many there were. */
const listThenNumber = new RegExp(String.raw`${label}:\s?[A-Za-z][^\d\n()]{3,90}\((\d{1,2})\)(?=\s{2}|\s*$)`, 'g');
/** `Got: a b d f`, `Knew: prey, habitat`: what was counted, to be counted again. */
const listAlone = new RegExp(
  String.raw`${label}:\s+((?:[A-Za-z] ){2,}[A-Za-z]|[a-z]+(?: [a-z]+)?(?:, ?[a-z]+(?: [a-z]+)?)+)(?=\s{2}|\.|\s*$)`,
  'g',
);
/** `12 asked / 9 ok`, `14 right   6 wrong`. */
const numberFirst = /(?<![\d/.:$#-])\b(\d{1,3}) ([A-Za-z][A-Za-z '’-]{1,30}?)(?=\s{2}|\s*$|\s?[,;/(.]|\s+and\b)/g;

interface Labelled {
  /** Null where the label is of no part of a result. */
  readonly part: PartOfResult | null;
  readonly label: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** The strokes of bundles. Whether a bundle of four before others has lost its bar nobody can say: no number. */
function countIn(text: string): number {
  if (/\d/.test(text)) return Number(text);
  if (/[a-z]/.test(text)) return text.split(/, ?|(?<=^[A-Za-z]| [A-Za-z]) /).length;
  return /(?:^|\s)\S{4} /.test(text) ? Number.NaN : text.replace(/\s/g, '').length;
}

/** The numbers of a line with their labels. */
function labelledNumbers(line: Line): Labelled[] {
  const read = (pattern: RegExp, label: number, value: number) =>
    [...line.text.matchAll(pattern)].map((m): Labelled => {
      const counted = countIn(m[value] ?? '');
      return {
        part: Number.isNaN(counted) ? null : partOfResult(m[label] ?? ''),
        label: m[label] ?? '',
        value: counted,
        start: line.start + m.index,
        end: line.start + m.index + m[0].trimEnd().length,
      };
    });
  const known = (found: readonly Labelled[]) => found.filter((f) => f.part !== null).length;
  const all = [
    read(labelFirst, 1, 2),
    read(numberFirst, 2, 1),
    read(labelThenStrokes, 1, 2),
    read(strokesThenLabel, 2, 1),
    read(listThenNumber, 1, 2),
    read(listAlone, 1, 2),
  ];
  const best = all.reduce((most, found) => (known(found) > known(most) ? found : most));
  // `15 problems     # correct 12`: one of each way.
  const others = all.flatMap((found) => (found === best ? [] : found.filter((f) => f.part !== null)));
  return [...best, ...others.filter((o) => !best.some((f) => f.start < o.end && f.end > o.start))];
}

const amiss = /^\W*(?:missing|missed|not|no|wrong|without|did ?n['’]?t|incorrect|needed|with help|prompted)\b/i;

/** `numbers` with the parts of those that only their sum tells: 10 written, 7 with both, 3 missing one. */
function toldBySum(numbers: readonly Labelled[]): readonly Labelled[] {
  const unknown = numbers.filter((n) => n.part === null);
  const [whole, ...rest] = [...numbers].sort((a, b) => b.value - a.value);
  if (!whole || unknown.length === 0 || rest.length < 2) return numbers;
  if (rest.reduce((sum, n) => sum + n.value, 0) !== whole.value || whole.value < 3) return numbers;
  // How far somebody came in the time is no whole.
  if (/\b(?:reached|attempted|last|read)\b/i.test(whole.label)) return numbers;
  const isWell = rest.some((n) => n.part === 'well');
  if (unknown.length === 1 && whole.part === null && isWell) return [{ ...whole, part: 'all' }, ...rest];
  const wrong = rest.filter((n) => n.part === 'badly' || n.part === 'helped' || amiss.test(n.label));
  const [right, ...more] = rest.filter((n) => !wrong.includes(n));
  if (rest.length !== 2 || !right || more.length > 0 || (whole.part !== null && whole.part !== 'all')) return numbers;
  return [
    { ...whole, part: 'all' },
    { ...right, part: 'well' },
    ...wrong.map((n) => ({ ...n, part: n.part ?? 'badly' }) as const),
  ];
}

function joinedParts(found: readonly Labelled[]): Figure[] {
  const parts = found.flatMap((f) => (f.part === null ? [] : [{ part: f.part, value: f.value }]));
  const result = parts.length >= 2 ? resultOf(parts) : null;
  if (!result) return [];
  const start = Math.min(...found.map((f) => f.start));
  const end = Math.max(...found.map((f) => f.end));
  return [{ start, end, quantity: { type: 'ratio', ...result } }];
}

/** `5 independent   4 verbal   3 gesture`: what the levels of help are called, not how often each came. */
function isKeyLine(line: Line, sheet: Sheet): boolean {
  const values = labelledNumbers(line).map((n) => n.value);
  const steps = values.slice(1).map((v, i) => v - values[i]!);
  return (
    legendOf(sheet).lines.has(line.index) ||
    (values.length >= 3 && Math.abs(steps[0]!) === 1 && steps.every((step) => step === steps[0]))
  );
}

/** Whether a line holds no other number than that of its label, and no more than a remark beside it. */
function isOnlyNumber(line: Line, { start, end }: { start: number; end: number }): boolean {
  const rest = line.text.slice(0, start - line.start) + line.text.slice(end - line.start);
  return rest.trim().length <= 24 && !/\d/.test(rest);
}

/** The results of `sheet` that are told by labelled parts. What is timed by the minute has parts of its own. */
export function statedParts(sheet: Sheet): Figure[] {
  if (byTheMinute.test(sheet.text)) return [];
  const figures: Figure[] = [];
  let run: Labelled[] = [];
  const flush = () => {
    const told = toldBySum(run);
    if (told.every((f) => f.part !== null)) figures.push(...joinedParts(told));
    run = [];
  };
  for (const [i, line] of sheet.lines.entries()) {
    const numbers = isKeyLine(line, sheet) ? [] : toldBySum(labelledNumbers(line));
    const parts = numbers.filter((n) => n.part !== null);
    // Beside what nobody knows the meaning of, parts without a whole may leave something out.
    const own = parts.length === numbers.length || parts.some((p) => p.part === 'all') ? joinedParts(parts) : [];
    figures.push(...own);
    const [only] = numbers;
    // A field of a form: one label and its number, and at most a remark.
    const isField = own.length === 0 && numbers.length === 1 && only && isOnlyNumber(line, only);
    if (!isField || sheet.lines[i - 1]?.block !== line.block) flush();
    if (isField) run.push(only);
  }
  flush();
  return figures;
}
