/**
 * What no comparison of two readings shows, because both readers lose the same ink: where what stands around a value says
 * that some of it may be missing.
 */
import type { Page } from '../../domain/page.ts';
import type { Stretch } from './stretch.ts';

const sign = /^[+−–-]$/;
const tick = /^[✓✔√✗✘]$/;
/** Items that share a line with so many others at most; more marks in a line are a row of trials. */
const MOST_A_LINE = 3;
const LEAST_LINES = 3;

/** Whether a figure of one digit has another beside it, apart by one space: `2 2` may be a 22 that was torn. */
export function mayBeTorn(page: Page, { start, end }: Stretch): boolean {
  const { text } = page;
  if (!/^\d$/.test(text.slice(start, end))) return false;
  const before =
    /(?:^|[^\d\s]\s+|\s{2,}|\n)\d $/.test(text.slice(0, start)) && /^(?:\s{2,}|\n|$)/.test(text.slice(end));
  const after = /^ \d(?:\s{2,}|\n|$)/.test(text.slice(end)) && /(?:\s{2,}|\n|^)$/.test(text.slice(0, start));
  return before || after;
}

/** Whether a list of items with a mark each has items without one, though most have theirs. */
export function listLacksMarks(page: Page, { start, end }: Stretch): boolean {
  const text = page.text.slice(start, end);
  const mark = /[✓✔√✗✘]/.test(text) ? tick : sign;
  const counts = text.split('\n').map((line) => line.split(/\s+/).filter((token) => mark.test(token)).length);
  const most = Math.max(...counts);
  if (counts.length < LEAST_LINES || most < 1 || most > MOST_A_LINE) return false;
  // The last line of a list in two columns may be shorter.
  const body = counts.slice(0, -1);
  const short = body.filter((count) => count < most).length;
  return short > 0 && short <= body.length / 2;
}
