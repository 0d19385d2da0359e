/** Running text in sentences, and the headings that lines of data stand under. */
import { isFieldCell } from '../../binders/layout/cell-kinds.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import { isProse } from '../../classification/document-features.ts';

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const abbreviations =
  /\b(?:mr|mrs|ms|dr|sr|sra|st|gr|rm|wk|wks|min|sec|hr|approx|avg|vs|etc|no|pp|pg|wed|thurs|thur|thu|tues|tue|mon|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|prob|comp|acc|indep|assn|lvl|err|opp|opps|ex|lang|dept|ext|[a-z])\.$/i;

/** The sentences of `text` from `start` to `end`. */
function sentencesIn(text: string, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = start;
  for (let i = start; i < end; i += 1) {
    const letter = text[i];
    if (letter !== '.' && letter !== '!' && letter !== '?') continue;
    const after = text.slice(i + 1, i + 3);
    if (
      !/^["”)]?(?:\s|$)/.test(after) ||
      (letter === '.' && abbreviations.test(text.slice(Math.max(start, i - 10), i + 1)))
    )
      continue;
    sentences.push({ start: from, end: i + 1 });
    from = i + 1;
  }
  if (text.slice(from, end).trim() !== '') sentences.push({ start: from, end });
  return sentences;
}

/** Which lines are running text; `listed` are lines of values by weekday: long ones, and the short ones that end or carry on a sentence. */
export function proseLines(page: OpenPage, listed: ReadonlySet<number>): Set<number> {
  const prose = new Set<number>();
  const { lines } = page.sheet;
  const isPlain = (line: Line) =>
    !listed.has(line.index) &&
    !page.layout.rows.has(line.index) &&
    !page.layout.headers.some((h) => h.firstLine <= line.index && h.lastLine >= line.index);
  const [top, second] = lines.filter((line) => line.cells.length > 0);
  // The first line is a title, unless it is a sentence or carries on in the next line.
  const names = (line: Line) =>
    page.students.some((m) => m.line === line.index) || page.days.days.some((d) => d.line === line.index);
  const short = (line: Line) => (line.text.match(/\S+/g) ?? []).length <= 7 && names(line);
  const isTitle = (line: Line) =>
    line === top && !/[.!?]["”)]?\s*$/.test(line.text) && (short(line) || !/^\s*[a-z]/.test(second?.text ?? ''));
  for (const line of lines)
    if (line.cells.length > 0 && isPlain(line) && !isTitle(line) && isProse(line)) prose.add(line.index);
  for (const line of lines) {
    if (prose.has(line.index) || line.cells.length !== 1 || !isPlain(line)) continue;
    const above = lines[line.index - 1];
    const follows = above !== undefined && prose.has(above.index) && !/[.!?:]\s*$/.test(above.text);
    const text = line.cells[0]?.text ?? '';
    const leads =
      prose.has(line.index + 1) && /^[a-z]/.test(lines[line.index + 1]?.text.trim() ?? '') && !isFieldCell(text);
    if (follows || leads) prose.add(line.index);
  }
  return prose;
}

/** The sentences of the page's running text. */
export function proseSentences(page: OpenPage, prose: ReadonlySet<number>): Sentence[] {
  const sentences: Sentence[] = [];
  const { lines, text } = page.sheet;
  for (let i = 0; i < lines.length; i += 1) {
    if (!prose.has(i)) continue;
    let last = i;
    while (prose.has(last + 1)) last += 1;
    sentences.push(...sentencesIn(text, lines[i]!.start, lines[last]!.end));
    i = last;
  }
  return sentences;
}
