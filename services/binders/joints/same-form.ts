/** The heads of two pages beside each other: the running head of one document, or one form filled in a second time. */
import { foldWord } from '../page-text/fold.ts';
import type { Line } from '../page-text/sheet.ts';
import { isNumberLine } from './page-number.ts';

const tokens = (text: string) =>
  (text.replace(/\b(?:page|pg|p)\b\.?:? ?\d+.*$/i, '').match(/[\p{L}\d]+/gu) ?? []).map((word) =>
    /^\d+$/.test(word) ? word : foldWord(word),
  );

/** Share of the words of each that the other has too, in any order. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const rest = [...b];
  let both = 0;
  for (const word of a) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    both += 1;
  }
  return both / Math.max(a.length, b.length);
}

const ofWords = (list: readonly string[]) => list.filter((word) => /\p{L}{2}/u.test(word));
const ofNumbers = (list: readonly string[]) => list.filter((word) => /^\d+$/.test(word));

function headOf(lines: readonly Line[]): string[] {
  return lines
    .filter((line) => !isNumberLine(line))
    .slice(0, 2)
    .flatMap((line) => tokens(line.text));
}

/** Whether both pages open with the same name of a form in a cell of its own, and other words beside it. */
function isFilledAgain(lines: readonly Line[], next: readonly Line[]): boolean {
  const [a, b] = [lines[0]?.cells ?? [], next[0]?.cells ?? []];
  if (a.length < 2 || b.length < 2) return false;
  const [own, other] = [a, b].map((cells) => ofWords(tokens(cells[0]?.text ?? '')));
  if ((own?.length ?? 0) < 3 || likeness(own ?? [], other ?? []) < 0.9) return false;
  const [m, n] = [a, b].map((cells) =>
    tokens(
      cells
        .slice(1)
        .map((cell) => cell.text)
        .join('  '),
    ),
  );
  return (m?.length ?? 0) > 0 && (n?.length ?? 0) > 0 && likeness(m ?? [], n ?? []) < 0.6;
}

/**
 * `running`: both pages have the same two lines on top, dates and numbers too. `again`: the same words with other numbers,
 * or the whole page is the same form down to its last line.
 */
export function headsOf(lines: readonly Line[], next: readonly Line[]): 'running' | 'again' | null {
  const [a, b] = [headOf(lines), headOf(next)];
  if (isFilledAgain(lines, next)) return 'again';
  if (ofWords(a).length < 3 || likeness(ofWords(a), ofWords(b)) < 0.8) return null;
  const whole = [lines, next].map((all) => ofWords(all.flatMap((line) => tokens(line.text))));
  const feet = [lines, next].map((all) => ofWords(tokens(all.at(-1)?.text ?? '')));
  const isSameForm =
    feet[0]!.length >= 2 && likeness(feet[0]!, feet[1]!) >= 0.8 && likeness(whole[0]!, whole[1]!) >= 0.75;
  if (isSameForm) return 'again';
  const [m, n] = [ofNumbers(a), ofNumbers(b)];
  return (m.length === 0 && n.length === 0) || likeness(m, n) === 1 ? 'running' : 'again';
}

/** Whether the first lines of both pages, their numbers aside, say the same. */
export function sharesFirstLine(lines: readonly Line[], next: readonly Line[]): boolean {
  const [a, b] = [lines, next].map((all) => ofWords(tokens(all.find((line) => !isNumberLine(line))?.text ?? '')));
  return likeness(a ?? [], b ?? []) >= 0.8;
}

/** A foot that names the same thing on both pages and counts the pages: `Sorensen-Beck, A.   2` and `… 3`. */
export function footCounts(lines: readonly Line[], next: readonly Line[], isNamed: (line: Line) => boolean): boolean {
  const [a, b] = [lines.at(-1), next.at(-1)];
  if (!a || !b || a.cells.length < 2 || !isNamed(a) || !isNamed(b)) return false;
  const [m, n] = [a.cells.at(-1)?.text ?? '', b.cells.at(-1)?.text ?? ''];
  const rest = (line: Line) =>
    tokens(
      line.cells
        .slice(0, -1)
        .map((cell) => cell.text)
        .join(' '),
    );
  return /^\d{1,2}$/.test(m) && /^\d{1,2}$/.test(n) && Number(n) === Number(m) + 1 && likeness(rest(a), rest(b)) >= 0.8;
}
