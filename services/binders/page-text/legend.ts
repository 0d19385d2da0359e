/**
 * What a page says its own codes mean: `WR words read   E errors`, `I = did it   V = told`, `5 alone  4 verbal  3 gesture`.
 * It goes before anything that is usually meant by a code.
 */
import type { Cell, Line, Sheet } from './sheet.ts';

export interface Legend {
  /** The words for each code, as written. */
  readonly words: ReadonlyMap<string, string>;
  /** The lines that explain codes and do nothing else. */
  readonly lines: ReadonlySet<number>;
  /** The stretches of text that the explanations fill: their figures are no data. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** The codes of those that alone count: `only I counts`; empty where the page does not say. */
  readonly counted: ReadonlySet<string>;
}

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly words: string;
  /** Whether a sign stands between the two. */
  readonly signed: boolean;
}

const sign = '[+✓✔√✗✘×●○■□☑☒*/–−-]';
const codeText = `${sign}|[A-Za-z]{1,4}\\d?|\\d{1,2}`;
const withSign = new RegExp(`^(${codeText})\\s?(?:=|:(?=\\s?[a-z])|\\s[-–]\\s)\\s?([A-Za-z(].{0,60})$`);
const turned = new RegExp(`^([A-Za-z][A-Za-z /-]{1,24}?)\\s?=\\s?(${codeText})$`);
const withSpace = new RegExp(`^(${sign}|[A-Z]{1,4}|[a-z]|\\d{1,2})\\s(\\(?(?:I\\s)?[a-z].*)$`);
const introduction = /^(?:[\w /-]{3,24}:\s+)?(?:(?:key|codes?|legend|scale|marks?|scoring)\s*[:-]?\s+)?/i;
const helpWords =
  /\b(?:indep\w*|alone|verbal|gestur\w*|model\w*|phys\w*|prompt\w*|help\w*|told|shown?|hand over hand|hoh|remind\w*|assist\w*|cue[ds]?|point\w*|touch\w*|(?:her|his|their) own|(?:her|him|them)sel\w+|no response|did it)\b/i;

/** Whether `code` is made of the first letters of `words`: `TW` total words, `NR` no response, `GP` gesture prompt. */
function abbreviates(code: string, words: string): boolean {
  const initials = (words.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => word.charAt(0)).join('');
  const own = code.toLowerCase();
  return (
    initials.startsWith(own) ||
    (own.length > 1 &&
      words
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .startsWith(own)) ||
    (own.length > 1 && initials.startsWith(own.charAt(0)) && isWithin(own, words.toLowerCase()))
  );
}

/** Whether the letters of `code` stand in `words` in their order. */
function isWithin(code: string, words: string): boolean {
  let at = -1;
  return [...code].every((letter) => {
    at = words.indexOf(letter, at + 1);
    return at >= 0;
  });
}

function entryOf(text: string, start: number): Entry | null {
  const place = { start, end: start + text.length };
  const plain = text.replace(/^[(,;]\s?|[),;.]$/g, '').trim();
  const told = withSign.exec(plain);
  if (told?.[1] && told[2] && !/\d\s?\/\s?\d|^\d/.test(told[2]))
    return { ...place, code: told[1], words: told[2], signed: true };
  const back = turned.exec(plain);
  if (back?.[1] && back[2]) return { ...place, code: back[2], words: back[1], signed: true };
  const beside = withSpace.exec(plain);
  if (beside?.[1] && beside[2] && beside[2].length <= 48)
    return { ...place, code: beside[1], words: beside[2], signed: false };
  return null;
}

/** Pairs with one space between them: `I = alone, V = told`, `+ right - wrong`. */
const inRun = new RegExp(
  `(?:^|[\\s(,;])(${codeText})\\s?=\\s?([A-Za-z][^=]*?)(?=[,;)]?\\s+(?:and\\s)?(?:${codeText})\\s?=|[.;)]|\\s{2,}|$)`,
  'g',
);

/** What opens a line of explanations and is none itself: `Codes:`, `Score each step:`. */
function withoutIntroduction(text: string): string {
  return text.replace(introduction, '') || text;
}

const opensWithSign = new RegExp(`^\\(?${sign}\\s[a-z]`);
const nextSign = new RegExp(`\\s(?=${sign}\\s[a-z])`, 'g');

/** The parts of a cell that explains several signs with no more than one space between them: `(+ clear - not clear)`. */
function partsOf(cell: Cell): readonly Pick<Cell, 'text' | 'start' | 'end'>[] {
  if (!opensWithSign.test(cell.text)) return [cell];
  const cuts = [...cell.text.matchAll(nextSign)].map((match) => match.index);
  return [0, ...cuts].map((from, i) => {
    const start = from === 0 ? 0 : from + 1;
    const text = cell.text.slice(start, cuts[i] ?? cell.text.length);
    return { text, start: cell.start + start, end: cell.start + start + text.length };
  });
}

const nextCode = new RegExp(`(?:[,;]|\\s/)\\s+(?=(?:${sign}|[A-Z]{1,3})\\s[a-z])`, 'g');

/** `+ independent, VP verbal, - not done`: the explanations of a cell that are parted by commas. */
function explanations(cell: { readonly start: number; readonly text: string; readonly end: number }) {
  const cuts = [...cell.text.matchAll(nextCode)];
  if (cuts.length === 0) return [cell];
  const from = cell.end - cell.text.length;
  const starts = [0, ...cuts.map((m) => m.index + m[0].length)];
  return starts.map((start, i) => {
    const end = cuts[i]?.index ?? cell.text.length;
    return { start: from + start, text: cell.text.slice(start, end), end: from + end };
  });
}

function entriesOf(line: Line): Entry[] | null {
  const cells = line.cells
    .flatMap(partsOf)
    .map((cell, i) => ({
      start: cell.start,
      text: i === 0 ? withoutIntroduction(cell.text) : cell.text,
      end: cell.end,
    }))
    .filter(({ text }) => !/:$/.test(text))
    .flatMap(explanations);
  const entries = cells.map(({ text, end }) => entryOf(text, end - text.length)).filter((entry) => entry !== null);
  // The letters of a record of antecedent, behavior and consequence are no codes.
  if (/\bA: .*\bB: /.test(line.text)) return null;
  const run = [...line.text.matchAll(inRun)].map((m) => ({
    start: line.start + m.index,
    end: line.start + m.index + m[0].length,
    code: m[1] ?? '',
    words: (m[2] ?? '').trim(),
    signed: true,
  }));
  const best = run.length > entries.filter((e) => e.signed).length && run.length >= 2 ? run : entries;
  const sure = best.filter(
    ({ code, words, signed }) =>
      signed ||
      new RegExp(`^${sign}$`).test(code) ||
      helpWords.test(words) ||
      (/[A-Za-z]/.test(code) && abbreviates(code, words)),
  );
  const isMost = best === run || sure.length * 2 > cells.length;
  // What stands among explanations explains as well.
  return new Set(sure.map((e) => e.code)).size >= 2 && isMost ? best : null;
}

const only = [
  /\b(?:[Oo]nly|[Jj]ust)\s+(?:the\s+)?["“'(]?([+✓✔]|[A-Z]{1,3}|\d)["”')]?(?:['’]?s)?\s+(?:\w+\s+)?(?:counts?|is counted|are counted|counted|scored|goes)\b/g,
  /\b(?:marked|scored|coded|with)\s+(?:an?\s+)?["“'(]?([+✓✔]|[A-Z]{1,3}|\d)["”')]?\s+(?:are|is)\s+the\s+only\s+(?:ones?|steps?|trials?)\b/g,
  /\b[Cc]ounts?\s+(?:the\s+)?["“'(]?([+✓✔]|[A-Z]{1,3}|\d)["”')]?(?:['’]?s)?(?:\s+(?:steps?|trials?|boxes|marks?|only|alone))*\s+only\b/g,
  /\b[Cc]ounts?\s+(?:only|just)\s+(?:the\s+)?["“'(]?([+✓✔]|[A-Z]{1,3}|\d)["”')]?(?:['’]?s)?(?![\w/%])/g,
  /\b(?:[Oo]nly|[Jj]ust)\s+(?:the\s+)?["“'(]?([+✓✔]|[A-Z]{1,3}|\d)["”')]?(?:['’]?s)?\s+(?:for|toward|on)\s+the\s+(?:iep|goal|graph)\b/gi,
  /(?:^|[\s(])([+✓✔]|[A-Z]{1,3}|\d)(?:['’]?s)?\s+only\b/g,
] as const;

/** Whether `code` may head a column: it stands for a thing that is counted, not for how one answer was. */
export function namesColumn(legend: Legend, code: string): boolean {
  const words = /[A-Za-z]/.test(code) ? legend.words.get(code) : undefined;
  return (
    words !== undefined &&
    !helpWords.test(words) &&
    !/^\W*(?:right|wrong|correct|incorrect|yes|no|not|absent)\b/i.test(words)
  );
}

/** `label` with what it stands for behind it, where it is or ends in a code that the page explains: `E`, `totals E`. */
export function spelledOut(label: string, legend: Legend): string {
  if (legend.words.size === 0 || label.split(' ').length > 3) return label;
  const code =
    label
      .trim()
      .split(' ')
      .at(-1)
      ?.replace(/[:.=]$/, '') ?? '';
  const words = /[A-Za-z]/.test(code) ? legend.words.get(code) : undefined;
  return words === undefined || words.toLowerCase() === code.toLowerCase() ? label : `${label} ${words}`;
}

const known = new WeakMap<Sheet, Legend>();

/** Reads what `sheet` says of its codes. */
export function legendOf(sheet: Sheet): Legend {
  const made = known.get(sheet);
  if (made) return made;
  const words = new Map<string, string>();
  const lines = new Set<number>();
  const spans: Entry[] = [];
  for (const line of sheet.lines) {
    const entries = entriesOf(line);
    if (!entries) continue;
    if (line.cells.every((c) => /:$/.test(c.text) || entries.some((e) => e.start < c.end && e.end > c.start)))
      lines.add(line.index);
    spans.push(...entries);
    for (const entry of entries) if (!words.has(entry.code)) words.set(entry.code, entry.words);
  }
  const counted = new Set<string>();
  for (const pattern of only)
    for (const match of sheet.text.matchAll(pattern)) {
      const code = match[1] ?? '';
      if (words.has(code) || /[+✓✔I]/.test(code)) counted.add(code);
    }
  const legend = { words, lines, spans, counted };
  known.set(sheet, legend);
  return legend;
}
