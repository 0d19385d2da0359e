/** Sticky notes and slips that were scanned between papers: a few words from one person to another. */
import type { Line } from '../page-text/sheet.ts';

const mostWords = 45;
const mostLines = 7;
const says =
  /\b(?:thx|thanks|pls|plz|please|fyi|asap|sticky|post-?it|reminder|remind|call(?:ed)?|told (?:him|her|them)|let me know|see me|nota)\b/i;
/** `Ms Abara -`, `Kranz, ` alone on the first line: whom it is for. */
const to =
  /^\W*(?:(?:Mr|Mrs|Ms|Miss|Dr|Sra?)\b\.? ?)?[A-Z][\p{L}.'’]*(?: [A-Z][\p{L}.'’]*)?\s*[-–—:,]\s*(?:fyi\b.*)?$/u;
const initials = /(?:^|\s)[-–—~]?\s?(?:[A-Z]\.?){1,3}$|[-–—~]\s?[A-Z][a-z]+\.?$/;

/** Whether a page is a note: few words, no rows, and a word of address, request or signature. */
export function isLooseNote(lines: readonly Line[]): boolean {
  const text = lines.map((line) => line.text).join('\n');
  const words = text.match(/[\p{L}\d]+/gu) ?? [];
  if (words.length < 4 || words.length > mostWords || lines.length > mostLines) return false;
  if (lines.some((line) => line.cells.length > 2) || /_{3,}/.test(text)) return false;
  const last = lines.at(-1)?.text.trim() ?? '';
  const first = lines[0]?.text ?? '';
  return [says.test(text), to.test(first), initials.test(last)].filter(Boolean).length >= 2 || to.test(first);
}
