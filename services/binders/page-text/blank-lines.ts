/**
 * Blank lines of a page whose words have boxes. Reading gives line after line; how far they stand apart on the paper says
 * where a blank line was, and rules need it: a table ends there, a heading begins there.
 */
import type { LocatedWord } from './locate-words.ts';
import type { RepairedText } from './repair.ts';

/** Lines so many times as far apart as most are, from middle to middle, have a blank one between them. */
const APART = 1.45;
/** Fewer lines do not show how far they usually stand apart. */
const TELLING_LINES = 4;
/** So many steps in a row that are alike are the spacing of a form, not blank lines between its rows. */
const SPACED_OUT = 3;
const ALIKE = 0.12;

/** The middle of each line, in the pixels of the page; null for a line without words. */
function middlesOf(repaired: RepairedText, words: readonly LocatedWord[]): (number | null)[] {
  let at = 0;
  let offset = 0;
  return repaired.text.split('\n').map((line) => {
    const end = repaired.ends[offset + line.length - 1] ?? 0;
    offset += line.length + 1;
    let [sum, count] = [0, 0];
    for (; line.length > 0 && at < words.length && words[at]!.start < end; at += 1) {
      const { bbox } = words[at]!;
      sum += (bbox[1] + bbox[3]) / 2;
      count += 1;
    }
    return count > 0 ? sum / count : null;
  });
}

/** Which steps lead over a blank line: those far larger than most, unless they are the even spacing of a stretch of lines. */
function overBlank(steps: readonly number[], usual: number): boolean[] {
  const far = steps.map((step) => step > APART * usual);
  const alike = (a: number, b: number) => Math.abs(a - b) <= ALIKE * Math.max(a, b);
  for (let from = 0; from < steps.length; ) {
    let to = from + 1;
    while (to < steps.length && alike(steps[to - 1]!, steps[to]!)) to += 1;
    if (to - from >= SPACED_OUT) far.fill(false, from, to);
    from = to;
  }
  return far;
}

/** `repaired` with the blank lines that its words' places show; unchanged where it has some, or too few lines to tell. */
export function withBlankLines(repaired: RepairedText, words: readonly LocatedWord[]): RepairedText {
  if (/\n[^\S\n]*\n/.test(repaired.text)) return repaired;
  const middles = middlesOf(repaired, words);
  const steps = middles.slice(1).map((middle, i) => {
    const before = middles[i];
    return middle === null || before === null || before === undefined ? 0 : middle - before;
  });
  const down = steps.filter((step) => step > 0).sort((a, b) => a - b);
  const usual = down[Math.floor(down.length / 4)];
  if (down.length + 1 < TELLING_LINES || usual === undefined) return repaired;
  const blank = overBlank(steps, usual);
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let line = 0;
  for (let i = 0; i < repaired.text.length; i += 1) {
    const letter = repaired.text[i]!;
    const times = letter === '\n' && blank[line] ? 2 : 1;
    if (letter === '\n') line += 1;
    for (let n = 0; n < times; n += 1) {
      text.push(letter);
      starts.push(repaired.starts[i]!);
      ends.push(repaired.ends[i]!);
    }
  }
  return { text: text.join(''), starts, ends };
}

/** So many lines with a blank one behind nearly each of them are typed with double spacing. */
const DOUBLE_SPACED_LINES = 6;
const NEARLY_EACH = 0.8;

/** `repaired` without the blank lines of double spacing: they part nothing. Wider gaps stay, a line less wide. */
export function withoutDoubleSpacing(repaired: RepairedText): RepairedText {
  const lines = repaired.text.split('\n');
  const isBlank = lines.map((line) => line.trim() === '');
  const inner = lines.flatMap((_, i) => (!isBlank[i] && isBlank.slice(i + 1).includes(false) ? [i] : []));
  const spaced = inner.filter((i) => isBlank[i + 1]).length;
  if (inner.length < DOUBLE_SPACED_LINES || spaced < NEARLY_EACH * inner.length) return repaired;
  const kept: number[] = [];
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    // The first blank line behind a written one is the spacing.
    const isSpacing = isBlank[i] && i > 0 && !isBlank[i - 1];
    if (!isSpacing) for (let at = 0; at <= line.length; at += 1) kept.push(offset + at);
    offset += line.length + 1;
  }
  const inText = kept.filter((at) => at < repaired.text.length);
  return {
    text: inText.map((at) => repaired.text[at]).join(''),
    starts: inText.map((at) => repaired.starts[at]!),
    ends: inText.map((at) => repaired.ends[at]!),
  };
}
