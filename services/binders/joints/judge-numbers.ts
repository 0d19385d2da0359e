/** What the numbers of pages say about a joint. */

import type { PageClues } from '../page-clues.ts';
import type { Before } from './before.ts';
import { type Joint, joins, parts } from './joint.ts';
import type { PageNumber } from './page-number.ts';
import { headsOf, sharesFirstLine } from './same-form.ts';

const labelledOf = (clues: PageClues) => clues.numbers.filter((n) => n.labelled && n.of !== null);

/** `2 of 3` behind `1 of 3`. Without the word page only where the document is counted so from its first page on. */
function follows(before: Before, a: PageNumber, b: PageNumber): boolean {
  if (a.of === null || a.of !== b.of || b.n !== a.n + 1) return false;
  const counts = before.pages.length === a.n && before.first.numbers.some((one) => one.n === 1 && one.of === a.of);
  return (a.labelled && b.labelled) || counts;
}

/** A document that went through the scanner from its last page to its first. */
function runsBackwards(before: Before, next: PageClues): boolean {
  const numbers = [...before.pages, next].map((page) => page.numbers.find((one) => one.of !== null));
  return numbers.every((one, i) => one?.of === numbers[0]?.of && one?.n === (numbers[0]?.of ?? 0) - i);
}

/** Judges the joint by page numbers alone; null where they say nothing. */
export function judgeNumbers(before: Before, next: PageClues): Joint | null {
  const { last } = before;
  const number = labelledOf(next)[0];
  const pair = next.numbers.find((b) => last.numbers.some((a) => follows(before, a, b)));
  if (pair) return joins(`It is page ${pair.n} of ${pair.of}.`);
  if (runsBackwards(before, next) && sharesFirstLine(last.lines, next.lines))
    return joins('Its pages are in reverse order.');
  if (number?.n === 1) return parts('It is numbered as page 1.');
  const own = labelledOf(last)[0];
  if (own && number) {
    const isAlike = next.title.length === 0 || sharesFirstLine(last.lines, next.lines);
    const isMisread = isAlike && own.of !== number.of && own.n < (own.of ?? 0) && number.n === own.n + 1;
    if (isMisread) return joins(`It is page ${number.n}, of another number of pages.`, false);
    if (own.of !== number.of || number.n <= own.n) return parts('The page numbers start anew.');
  }
  const single = next.numbers.find(
    (b) => b.of === null && b.n > 1 && last.numbers.some((a) => a.of === null && a.n === b.n - 1),
  );
  if (single) return joins('The page numbers run on.', next.title.length === 0 || isAlike(next.title, last.title, 0.5));
  if (own && own.n === own.of) return parts('The page before was the last of its document.');
  return null;
}

/** Some pages of one long report were copied: 4 of 14, then 7 of 14, under the same head. */
export function isLaterPage(last: PageClues, next: PageClues): boolean {
  const a = labelledOf(last)[0];
  const b = labelledOf(next)[0];
  if (!a || !b || a.of !== b.of || b.n <= a.n) return false;
  return next.title.length === 0 || isAlike(next.title, last.title, 0.49) || headsOf(last.lines, next.lines) !== null;
}

/** Whether more than `share` of the words of `title` stand in `other`. */
export function isAlike(title: readonly string[], other: readonly string[], share: number): boolean {
  const own = [...new Set(title)];
  return own.length > 0 && own.filter((word) => other.includes(word)).length > share * own.length;
}
