/** Which lines of a paper are running text, and who writes it: an adult about a student, or a student. */
import { isFieldCell } from '../binders/layout/cell-kinds.ts';
import type { Line } from '../binders/page-text/sheet.ts';

/** Running text: one long cell with more words than figures. */
export function isProse(line: Line): boolean {
  const [first, second] = line.cells;
  // `12/10/25   She needed a break …`: what a note begins with.
  const opens = /^(?:[A-Za-z]{2,9}\.?,? )?\d{1,2}\/\d{1,2}(?:\/\d{2,4})?$/.test(first?.text ?? '');
  const isNote = line.cells.length === 2 && opens && (second?.text.length ?? 0) > 40;
  if (line.cells.length !== 1 && !isNote) return line.cells.length === 2 && (first?.text.length ?? 0) > 55;
  const text = (isNote ? second?.text : first?.text) ?? '';
  const words = text.match(/[A-Za-zÀ-ÿ']{2,}/g) ?? [];
  // A heading: it opens in capitals, or ends in a colon.
  if (/:\s*$/.test(text) || /^\W*(?:[A-Z]{3,}\b\W*){2,}/.test(text)) return false;
  // A label with its value: `had to be told: 2`.
  if (/(?<!\d):\s*\S{1,8}$|: \S{1,8}$/.test(text)) return false;
  // A key: `5=by himself 4=told 3=pointed`.
  if ((text.match(/(?:^|[\s(,;])[\w+✓✗-]{1,3} ?= ?[a-z]/gi) ?? []).length >= 3) return false;
  const lower = words.filter((word) => /^[a-zà-ÿ]/.test(word)).length;
  if (words.length >= 9) return lower >= words.length * 0.6;
  if (words.length < 4 || lower < words.length * 0.5) return false;
  // Short lines are running text where they end or hold the end of a sentence, or speak of somebody doing something.
  const speaks =
    /\b(?:he|she|they|i|we|his|her|was|is|had|did|got|said|asked|told|went|has|will|el|ella|su|fue)\b/i.test(text);
  const ends = /[a-z0-9à-ÿ)"][.!?]+(?:\s|$)/.test(text);
  const tells = /^\W*[a-z]{1,}(?:ed|id|ld|uck|ent|ook|an|ew) /.test(text);
  return (words.length >= 5 && (speaks || (ends && !isFieldCell(text)) || /[a-z0-9)]\. [A-Z]/.test(text))) || tells;
}

const firstPerson = /\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b/g;

const ofSchool =
  /\b(?:student|observed|teacher|data|goal|minutes?|prompts?|correct|errors?|session|accuracy|told me|asked me|parents?|mom|dad|he (?:was|did|said|got|had)|she (?:was|did|said|got|had))\b|[^\n]:\s/i;

/** Words of adults who write about a student. */
const ofAdult =
  /\b(?:prompted|cued|redirect\w*|trials?|average|plan|baseline|probe|para|push-?in|per|opportunities|observ\w*)\b/i;

/** Running text in the first person that speaks of nobody's work and counts little: a composition. */
export function readsAsStudentWriting(text: string, body: string): boolean {
  const own = (body.match(firstPerson) ?? []).length;
  const words = (body.match(/[A-Za-z]{2,}/g) ?? []).length;
  const ofOthers = (body.match(/\b(?:he|she|his|her|him)\b/gi) ?? []).length;
  const figures = (body.match(/\d+/g) ?? []).length;
  if (own < 2 || words < 15 || own / words < 0.04 || figures > 2 || ofOthers > own + 1) return false;
  return !ofSchool.test(body) && !ofAdult.test(body) && !/^\s*(?:dear|hi|hello)\b/im.test(text);
}

/** Lines of running text, with the short ends of their paragraphs. */
export function runningText(lines: readonly Line[]): ReadonlySet<Line> {
  const told = new Set<Line>();
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const goesOn =
      above !== undefined &&
      told.has(above) &&
      above.block === line.block &&
      line.cells.length === 1 &&
      /^\s*[a-z]/.test(line.text);
    const isTail = goesOn && !/[.!?:]\s*$/.test(above.text) && /[a-z]{2}/.test(line.text);
    if (isProse(line) || isTail) told.add(line);
  }
  return told;
}
