/** The running count of words at the right margin of a passage or a list: it numbers the text and measures nothing. */
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Span } from './figures.ts';

interface Counted extends Span {
  readonly line: number;
  readonly count: number;
  /** Words of the line before the count. */
  readonly words: number;
}

const trailing = /^(.*\S)\s+(\d{1,3})\s*$/;
/** Fewest words that a line of a passage or a list holds. */
const fewestWords = 3;
/** Fewest lines that make a running count. */
const fewestLines = 3;

function countedLine(line: Line): Counted | null {
  const match = trailing.exec(line.text);
  const words = match ? (match[1] ?? '').trim().split(/\s+/) : [];
  if (!match || words.length < fewestWords || words.some((word) => /\d/.test(word))) return null;
  const end = line.start + line.text.trimEnd().length;
  const digits = match[2] ?? '';
  return { line: line.index, start: end - digits.length, end, count: Number(digits), words: words.length };
}

/** Whether `b` goes on counting where `a` left off: by the words of its own line, give or take a hyphen or a name. */
const goesOn = (a: Counted, b: Counted) =>
  b.line === a.line + 1 && b.count > a.count && Math.abs(b.count - a.count - b.words) <= Math.max(1, b.words * 0.2);

/** The running counts of `lines`. */
export function marginCounts(lines: readonly Line[]): Span[] {
  const runs: Counted[][] = [];
  for (const line of lines) {
    const own = countedLine(line);
    if (!own) continue;
    const last = runs.at(-1)?.at(-1);
    if (last && goesOn(last, own)) runs.at(-1)!.push(own);
    else runs.push([own]);
  }
  return runs.filter((run) => run.length >= fewestLines).flat();
}
