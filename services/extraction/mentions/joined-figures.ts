/** Results whose two numbers stand apart: `Trials: 12   Followed: 8`, `5 sets, 4 right`, `55/6` words and errors. */
import { legendOf } from '../../binders/page-text/legend.ts';
import type { Line, Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import { byTheMinute, type Part, type PartOfResult, partOfResult, resultOf } from './part-labels.ts';
import { findProseParts } from './prose-parts.ts';

const label = `([A-Za-z#](?:[A-Za-z/.#'’-]| (?! )){1,34}?)`;
/** A label and its number: behind a sign, in the next cell, or the two of them alone in a cell. */
const labelFirst = new RegExp(
  String.raw`${label}(?:\s?\([^)]*\))?(?:\s?[:=]\s*|\s{2,}|\s(?=\d{1,3}(?:\s{2}|$)))(\d{1,3})(?![\d/:%]|\.\d|, ?\d)(?=\s{2}|$|[,;/]|\s?\()`,
  'g',
);
/** `Independent   ||||| |||`, `right: IIII II`: strokes in the place of a number. */
const strokes = `[|/]{1,6}(?: [|/]{1,6})*|I{2,6}(?: I{1,6})*`;
const labelThenStrokes = new RegExp(`${label}(?:\\s?[:=]\\s*|\\s{2,})(${strokes})(?=\\s{2}|\\s*$)`, 'g');
const strokesThenLabel = new RegExp(`(?<=^|\\s{2}|[:=] )(${strokes})\\s+${label}(?=\\s{2}|\\s*$)`, 'g');
/** `Steps done alone: water, wet, rinse (3)`: what was counted, and how many there were. */
const listThenNumber = new RegExp(String.raw`${label}:\s?[A-Za-z][^\d\n()]{3,90}\((\d{1,2})\)(?=\s{2}|\s*$)`, 'g');
/** `12 asked / 9 ok`, `14 right   6 wrong`. */
const numberFirst = /(?<![\d/.:$#-])\b(\d{1,3}) ([A-Za-z][A-Za-z '’-]{1,30}?)(?=\s{2}|\s*$|\s?[,;/(.]|\s+and\b)/g;
interface LabelledPart extends Part {
  readonly start: number;
  readonly end: number;
}

/** The strokes of bundles. Whether a bundle of four before others has lost its bar nobody can say: no number. */
function countIn(text: string): number {
  if (/\d/.test(text)) return Number(text);
  return /(?:^|\s)\S{4} /.test(text) ? Number.NaN : text.replace(/\s/g, '').length;
}

/** The numbers of a line with their labels; `part` null where a label is of no part of a result. */
function labelledNumbers(line: Line): { part: PartOfResult | null; value: number; start: number; end: number }[] {
  const read = (pattern: RegExp, label: number, value: number) =>
    [...line.text.matchAll(pattern)].map((m) => ({
      part: Number.isNaN(countIn(m[value] ?? '')) ? null : partOfResult(m[label] ?? ''),
      value: countIn(m[value] ?? ''),
      start: line.start + m.index,
      end: line.start + m.index + m[0].trimEnd().length,
    }));
  const known = (found: ReturnType<typeof read>) => found.filter((f) => f.part !== null).length;
  return [
    read(labelFirst, 1, 2),
    read(numberFirst, 2, 1),
    read(labelThenStrokes, 1, 2),
    read(strokesThenLabel, 2, 1),
    read(listThenNumber, 1, 2),
  ].reduce((best, found) => (known(found) > known(best) ? found : best));
}

function joinedParts(found: readonly LabelledPart[]): Figure[] {
  const result = found.length >= 2 ? resultOf(found) : null;
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

/** `RIGHT 13   WRONG 7   out of 20`, `Intervals on task: 21   off task: 9`; or each on a line of its own under the other. */
function statedParts(sheet: Sheet): Figure[] {
  if (byTheMinute.test(sheet.text)) return [];
  const isPart = (f: { part: PartOfResult | null }): f is LabelledPart => f.part !== null;
  const figures: Figure[] = [];
  let run: ReturnType<typeof labelledNumbers> = [];
  const flush = () => {
    if (run.every(isPart)) figures.push(...joinedParts(run.filter(isPart)));
    run = [];
  };
  for (const [i, line] of sheet.lines.entries()) {
    const numbers = isKeyLine(line, sheet) ? [] : labelledNumbers(line);
    const parts = numbers.filter(isPart);
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

/** Running text: a line of words with hardly a column in it. */
function runsOn(sheet: Sheet) {
  return (offset: number): boolean => {
    const line = sheet.lines.findLast((l) => l.start <= offset);
    // A number that fills its cell, or stands at the end of a label, belongs to a form.
    const cell = line?.cells.find((c) => c.start <= offset && c.end >= offset);
    return (
      line !== undefined &&
      line.cells.length <= 3 &&
      (cell?.text.match(/[A-Za-z]{2,}/g) ?? []).length >= 2 &&
      (line.text.match(/[A-Za-z]{2,}/g) ?? []).length >= 3
    );
  };
}

const wordsOverErrors =
  /\b(?:wrc?c?|wcpm|words? (?:read )?(?:correct(?:ly)?|right)|correct|digits? correct|sounds? correct)\s?\/\s?(?:errors?|err?s?|incorrect|miscues)\b/i;

const readOverErrors =
  /\b(?:words?(?: read)?|read|attempted|total|twr|said|sounds?|digits?)(?: in (?:1|one|a) min\w*)?\s?\/\s?(?:errors?|err?s?|incorrect|miscues|wrong)\b/i;

/** `112 / 4 err`, or `112/4` where the legend says words read / errors: what is left is right. */
function netParts(sheet: Sheet): Figure[] {
  const legend = readOverErrors.test(sheet.text) && !wordsOverErrors.test(sheet.text);
  return [
    ...sheet.text.matchAll(/(?<![\d/])(\d{2,3})\s?\/\s?(\d{1,2})(?![\d/])(\s?(?:err?(?:or)?s?|miscues|wrong)\b)?/gi),
  ].flatMap((m): Figure[] => {
    const value = Number(m[1]) - Number(m[2]);
    if (value <= Number(m[2]) || !(legend || m[3])) return [];
    return [{ start: m.index, end: m.index + m[0].length, quantity: { type: 'number', value, net: true } }];
  });
}

/** `79 - 5 = 74`: what is left of all that was read. */
function worked(sheet: Sheet): Figure[] {
  return [...sheet.text.matchAll(/(?<![\d/.-])(\d{1,3}) ?[-–−] ?(\d{1,2}) {0,4}= ?(\d{1,3})(?![\d/.%])/g)].flatMap(
    (m): Figure[] => {
      const value = Number(m[3]);
      const line = sheet.lines.findLast((l) => l.start <= m.index)?.text ?? '';
      // A numbered exercise is no reading.
      const isItem = /^\s*\(?\d{1,2}[.)]/.test(line);
      const isLeft = !isItem && Number(m[1]) - Number(m[2]) === value && value > 2 * Number(m[2]);
      return isLeft
        ? [{ start: m.index, end: m.index + m[0].length, quantity: { type: 'number', value, net: true } }]
        : [];
    },
  );
}

/** `55/6` on a sheet whose legend says words correct / errors: the first number is the result. */
function rateParts(sheet: Sheet): Figure[] {
  if (!wordsOverErrors.test(sheet.text)) return [];
  return [...sheet.text.matchAll(/(?<![\d/])(\d{1,3})\s?\/\s?(\d{1,2})(?![\d/])/g)].flatMap((m): Figure[] => {
    return Number(m[1]) > Number(m[2])
      ? [{ start: m.index, end: m.index + m[0].length, quantity: { type: 'number', value: Number(m[1]) } }]
      : [];
  });
}

const alone = /\b(?:I|Ind|Indep|Independent|Alone)\s?[=:]?\s?(\d{1,2})\b/;
const helped =
  /\b(?:VP?|Verbal|verbal|GP?|Gest(?:ure|ural)?|gest(?:ure|ural)?|PP?|FP|Phys(?:ical)?|phys(?:ical)?|HOH|MP?|Model|model|Partial|partial|Full|full)\s?[=:]?\s?(\d{1,2})\b/g;

/** `Indep 6, verbal 3, physical 1`: so many alone of all. */
function promptCounts(sheet: Sheet): Figure[] {
  return sheet.lines.flatMap((line): Figure[] => {
    const own = alone.exec(line.text);
    const others = [...line.text.matchAll(helped)];
    if (!own || others.length === 0 || /=\s?[a-z]{4}/i.test(line.text)) return [];
    const numerator = Number(own[1]);
    const denominator = others.reduce((sum, m) => sum + Number(m[1]), numerator);
    if (denominator < 2) return [];
    const start = line.start + Math.min(own.index, others[0]?.index ?? own.index);
    const last = others.at(-1);
    const end = line.start + Math.max(own.index + own[0].length, (last?.index ?? 0) + (last?.[0].length ?? 0));
    return [{ start, end, quantity: { type: 'ratio', numerator, denominator } }];
  });
}

/** `first`, and those of `second` that touch none of them. */
function withoutOverlap(first: readonly Figure[], second: readonly Figure[]): Figure[] {
  return [...first, ...second.filter((f) => !first.some((o) => o.start < f.end && o.end > f.start))];
}

/** The figures of `sheet` that take two numbers to make one result. */
export function findJoinedFigures(sheet: Sheet): Figure[] {
  return [
    ...withoutOverlap(statedParts(sheet), findProseParts(sheet, runsOn(sheet))),
    ...missedOnes(sheet),
    ...rateParts(sheet),
    ...netParts(sheet),
    ...worked(sheet),
    ...promptCounts(sheet),
  ];
}

/** `12 problems` and `missed: 3, 7, 8, 11`: the ones that went wrong, each by its number. */
function missedOnes(sheet: Sheet): Figure[] {
  const whole = commonDenominator(sheet);
  if (whole === null) return [];
  const list =
    /\b(?:(?:numbers?|problems?|items?|questions?) )?(?:missed|wrong|incorrect)\s*:\s*(?:(?:numbers?|problems?|nos?\.?|items?|#s?) ?)?(\d{1,2}(?:\s*(?:,|&|\band\b)\s*(?:and )?#?\d{1,2})+)(?![\d/%])/gi;
  return [...sheet.text.matchAll(list)].flatMap((m): Figure[] => {
    const missed = new Set((m[1] ?? '').match(/\d+/g));
    if (missed.size >= whole || [...missed].some((n) => Number(n) > whole)) return [];
    const quantity = { type: 'ratio' as const, numerator: whole - missed.size, denominator: whole };
    return [{ start: m.index, end: m.index + m[0].length, quantity }];
  });
}

/** What every number of the page is out of, where the page says so once: `(number correct out of 20)`, `20 each`. */
export function commonDenominator(sheet: Sheet): number | null {
  const match =
    /(?:^|[(\n])\s*(?:(?:number|#|scores?|points)?\s?(?:correct)?\s?(?:are |is )?(?:all )?out of (\d{1,3})(?: (?:points?|pts|problems?|items?|questions?|words?|trials?|possible|in all))*)\s*(?:[),;.]|\s{2}|$)|\b(?:each|all) (?:is |are )?out of (\d{1,3})\b|\b(\d{1,3}) (?:trials?|words?|items?|targets?|opportunities|opps|questions|cards|problems)? ?each\b|\b(\d{1,3}) (?:trials|items|targets|opportunities|opps|questions|cards) (?:per|a|every|each) (?:day|session|date|sound)\b/im.exec(
      sheet.text,
    );
  const head = sheet.lines
    .filter((line) => line.cells.length > 0)
    .slice(0, 3)
    .map((line) => line.text)
    .join('\n');
  const inHead =
    /(?:^|[\s,(])(\d{1,2}) (?:items|questions|problems|trials|sentences|words|targets|cards|opportunities|opps|throws|clocks|equations|facts)\b(?! (?:each|per))/i.exec(
      head,
    );
  const value = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? inHead?.[1] ?? Number.NaN);
  return Number.isInteger(value) && value > 1 ? value : null;
}
