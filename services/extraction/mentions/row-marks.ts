/** A run of marks on one line: `+ - + +`, `Mon  U P U`. */
import type { Line } from '../../binders/page-text/sheet.ts';
import { countMarks } from './dated-runs.ts';
import type { Figure } from './figures.ts';
import type { MarkKey } from './mark-key.ts';

const markToken = /^(?:[+✓✔√✗✘×●○–−-]|[A-Z]{1,3}\d?|[a-z]|0|1)$/;
/** Marks that need no key to be told from words and numbers. */
const plainMark = /^[+✓✔√✗✘×●○–−-]$/;

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(line: Line): Token[] {
  return [...line.text.matchAll(/\S+/g)].map((m) => ({
    text: m[0],
    start: line.start + m.index,
    end: line.start + m.index + m[0].length,
  }));
}

/** Whether `text` is a mark that the page or everybody knows. */
export const isMark = (text: string, key: MarkKey) => markToken.test(text) && key.meanings.has(text);
/** Beside ticks the signs of sums are no marks. */
const beside = (line: Line, key: MarkKey) => (token: Token) =>
  !/[✓✔√✗✘]/.test(line.text) || !/^[+–−-]$/.test(token.text) || (key.explained.has(token.text) && !/=/.test(line.text));

function counted(run: readonly Token[], key: MarkKey): Figure {
  const quantity = countMarks(
    run.map((t) => t.text),
    key,
  );
  return { start: run[0]!.start, end: run.at(-1)!.end, quantity };
}

/** `Mon  U P U`, `snack   S M S`, `bubbles S S N`: behind a day or a word the marks that the page explains are its trials, however few. */
function isOfLabel(
  line: Line,
  tokens: readonly Token[],
  run: readonly Token[],
  key: MarkKey,
  isDated: boolean,
): boolean {
  const [first] = run;
  const isRest = run.length >= 2 && tokens.slice(tokens.length - run.length)[0] === first;
  if (!first || !isRest || !run.every((t) => key.explained.has(t.text))) return false;
  const [label, ...rest] = line.cells;
  const words = tokens.slice(0, tokens.length - run.length);
  // The label of a narrow column, one space before its marks.
  const isCrowded = rest.length === 0 && words.length <= 2 && words.every((t) => /^[a-z]{3,}:?$/.test(t.text));
  if (isCrowded && words.length > 0) return true;
  const isNamed =
    /^[A-Za-z][A-Za-z ]{2,20}:?$/.test(label?.text ?? '') &&
    first.start >= (rest[0]?.start ?? Number.POSITIVE_INFINITY);
  if (!isDated && !isNamed) return false;
  return (
    (rest[0]?.start ?? label?.start ?? 0) <= first.start &&
    line.cells.findIndex((c) => c.start <= first.start && c.end >= first.end) <= 1
  );
}

/** A run of marks on one line, four or more (three where nothing else stands there). */
export function rowMarks(line: Line, key: MarkKey, isDated: boolean): Figure | null {
  // A line that a table is ruled with.
  if (/-{4,}|_{4,}/.test(line.text) && /[-+|]{9,}/.test(line.text)) return null;
  const packed = /(?:^|\s)([+✓✔✗✘-]{4,})(?=\s|$)/.exec(line.text);
  if (packed?.[1] && /\+|✓|✔/.test(packed[1]) && new Set(packed[1]).size > 1) {
    const start = line.start + packed.index + packed[0].length - packed[1].length;
    return { start, end: start + packed[1].length, quantity: countMarks([...packed[1]], key) };
  }
  const tokens = tokensOf(line).filter(beside(line, key));
  let best: Token[] = [];
  let run: Token[] = [];
  for (const token of tokens) {
    if (isMark(token.text, key)) run.push(token);
    else run = [];
    if (run.length > best.length) best = [...run];
  }
  const first = best[0];
  const last = best.at(-1);
  const clear =
    best.some((t) => plainMark.test(t.text)) ||
    best.every((t) => key.explained.has(t.text) || /^[CXVGPIYNM]P?$|^HOH$|^[xo]$/.test(t.text));
  if (first && last && isOfLabel(line, tokens, best, key, isDated)) return counted(best, key);
  const informative = best.some((t) => key.meanings.get(t.text) === 'right') || best.length >= 4;
  // `-- -- --` are gaps in a table, and three letters may be anything.
  if (!first || !last || best.length < (tokens.length === best.length ? 3 : 4) || !clear || !informative) return null;
  if (best.every((t) => /^[–−-]$/.test(t.text))) return null;
  // Noughts and ones are marks only in long rows under a key of both.
  if (best.some((t) => t.text === '1') && (best.length < 6 || !key.explained.has('0'))) return null;
  return counted(best, key);
}
