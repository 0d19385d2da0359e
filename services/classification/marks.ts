/** Marks on a page: rows of plus and minus, items marked right or wrong, steps with the help that they took. */
import type { Line } from '../binders/page-text/sheet.ts';

const run = /(?:^|\s)(?:[+✓✗–-]){4,}(?:\s|$)/;
const mark = /^(?:[+✓✔✗✘×○●–\-xXoOyYnNcCIVGPEeRW/*]|ok|OK)$/;
const skipped = /^(?:->|→|\d+(?:\.\d+)?[.):]?|[a-z]\)|min|#\d+)$/i;

/** Whether a line is a row of four marks or more of one, two or three kinds; numbers between them do not matter. */
export function isMarkRow(text: string): boolean {
  if (/[-–_=]{5,}/.test(text)) return false;
  if (run.test(text)) return true;
  let row: string[] = [];
  let longest: string[] = [];
  for (const token of text.trim().split(/\s+/)) {
    if (mark.test(token)) row.push(token);
    else if (!skipped.test(token)) row = [];
    if (row.length > longest.length) longest = [...row];
  }
  // Codes of prompts come in up to five kinds.
  const kinds = new Set(longest).size;
  return (
    longest.length >= 4 &&
    (kinds <= 3 || (longest.length >= 5 && longest.every((m) => /[IVGPCX+]/.test(m)))) &&
    !longest.every((m) => /[/|]/.test(m))
  );
}

/** Whether a line is an item that ends in its mark. */
export function endsInMark(line: Line): boolean {
  const text = line.text.trimEnd();
  if (line.cells.some((c) => /^[✓✔✗✘]$/.test(c.text))) return true;
  return /\s[✓✔✗✘×CXcx+/-]$|\s(?:ok|yes|no|right|wrong)$/.test(text) && /\S\s\S/.test(text);
}

const keyEntry = /(?:^|[\s,;(])([A-Za-z0+✓✗–-]{1,2}) ?= ?[a-z]/gm;

/** How many cells hold marks that the page itself explains (`y = by herself   n = with help`); 0 where it explains fewer than two. */
export function countExplainedMarks(lines: readonly Line[]): number {
  const isKey = (line: Line) => /(?:^|[\s,;(])[A-Za-z0+✓✗–-]{1,2} ?= ?[a-z]/.test(line.text);
  const marks = new Set(lines.flatMap((line) => [...line.text.matchAll(keyEntry)].map((m) => m[1] ?? '')));
  if (marks.size < 2) return 0;
  return lines
    .filter((line) => !isKey(line))
    .reduce((sum, line) => sum + line.cells.flatMap((c) => c.text.split(' ')).filter((t) => marks.has(t)).length, 0);
}

const help =
  /^(?:I|IND|VP?|GP?|PP|FP|HOH|MP?)$|\b(?:by (?:himself|herself|self|themself)|alone|indep\w*|on (?:her|his|their) own|told (?:him|her)|remind\w*|nudge\w*|cued?|prompt\w*|verbal|gestur\w*|model(?:ed|ing)?|physical|hand over hand|(?:needed|with|w\/) help|full help|no help)\b/i;

/** Whether a line is a step that ends in the help it took. */
export function endsInHelp(line: Line): boolean {
  const last = line.cells.at(-1)?.text ?? '';
  return line.cells.length >= 2 && last.length <= 32 && help.test(last);
}
