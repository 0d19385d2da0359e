/** Items that number themselves: `5)` on one page and `6)` on the next, `Goal 1` and `Goal 2`, `Part B` and `Part C`. */
import type { Line } from '../page-text/sheet.ts';

interface Item {
  /** `6)`, `6.`: no amount is written so. */
  readonly pointed?: boolean;
  /** What is counted: `goal`, `part`; empty for a number alone. */
  readonly label: string;
  readonly value: number;
}

const parts =
  'goal|part|section|chapter|question|item|step|objective|task|problem|area|domain|skill|recommendation|standard|exercise|topic|paragraph|meta|parte|pregunta|paso|cap[ií]tulo';
const labelled = new RegExp(String.raw`^\W*(?:\w+ )?(${parts})s?\s*(?:#|no\.?)?\s*(\d{1,2}|[A-H]|[IVX]{1,4})\b`, 'i');
const numbered = /^\s*[(#]?\s*(\d{1,2})\s*(?:[.):-](?=\s|[A-Za-z])|\s+(?=["“'(]?[A-Za-zÀ-ÿ(]))/;
const lettered = /^\s*\(?([a-j])[.)]\s/;
/** A number before these is an amount, a time or a date. */
const amount =
  /^\s*\d{1,2}\s*(?:min|sec|hrs?|hours?|minutes|seconds|times|of|out|x|am|pm|words?|points?|pts|days?|weeks?|years?|errors?|correct|percent|[A-Z]\d)\b/i;

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

function itemOf(line: Line): Item | null {
  const named = labelled.exec(line.text);
  if (named) {
    const mark = (named[2] ?? '').toUpperCase();
    const value = /^\d/.test(mark)
      ? Number(mark)
      : roman.includes(mark)
        ? roman.indexOf(mark) + 1
        : mark.charCodeAt(0) - 64;
    return { label: `${(named[1] ?? '').toLowerCase()}${/^[A-H]$/.test(mark) ? ' letter' : ''}`, value };
  }
  const number = amount.test(line.text) ? null : numbered.exec(line.text);
  if (number) return { label: '', value: Number(number[1]), pointed: /^\s*[(#]?\s*\d{1,2}\s*[.):-]/.test(line.text) };
  const letter = lettered.exec(line.text);
  return letter ? { label: 'letter', value: (letter[1] ?? '').charCodeAt(0) - 96 } : null;
}

/** Whether a line is headed as a part of something: `Goal 2`, `Part C`. */
export function isPartHeading(line: Line): boolean {
  return labelled.test(line.text);
}

/** Lines at the top of a page among which its first item stands. */
const topLines = 4;

export type Numbering = 'goes on' | 'starts anew' | null;

/** Whether the items of `lines` go on in `next`, or begin again at the first. */
export function numberingFrom(lines: readonly Line[], next: readonly Line[]): Numbering {
  const items = lines.map(itemOf).filter((item) => item !== null);
  const top = next.slice(0, topLines).map(itemOf);
  const first = top.find((item) => item !== null);
  if (!first) return null;
  for (const item of top) {
    if (!item) continue;
    const own = items.filter((one) => one.label === item.label);
    const last = own.at(-1);
    // A number alone counts only where the page before counts too.
    const counts =
      item.label !== '' || own.some((one) => one.value === item.value - 2) || (item.value === 2 && item.pointed);
    if (last && last.value === item.value - 1 && counts) return 'goes on';
  }
  const own = items.filter((item) => item.label === first.label);
  return first.value === 1 && own.length >= 2 && (own.at(-1)?.value ?? 0) >= 2 ? 'starts anew' : null;
}
