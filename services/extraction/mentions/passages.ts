/** Running text in sentences, and the headings that lines of data stand under. */
import { isFieldCell } from '../../binders/layout/cell-kinds.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import { isProse } from '../../classification/running-text.ts';

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const abbreviations =
  /\b(?:mr|mrs|ms|dr|sr|sra|st|gr|rm|wk|wks|min|sec|hr|approx|avg|vs|etc|no|pp|pg|wed|thurs|thur|thu|tues|tue|mon|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|prob|comp|acc|indep|assn|lvl|err|opp|opps|ex|lang|dept|ext|crit|instr|ind|ave|obs|corr|tot|reg|prev|max|poss|sr|sra|srta|[a-z])\.$/i;

/** A level of reading at the end of a sentence: `… at level K.` */
const endsInLevel = /\b(?:level|lvl|nivel|instructional|independent)\s[A-Z]\.$/i;

/** A count at the end of a sentence: `back to task 5 x.` */
const endsInTimes = /\d ?x\.$/i;

/** The sentences of `text` from `start` to `end`; `breaks` are line ends that end one as well. */
function sentencesIn(text: string, start: number, end: number, breaks: ReadonlySet<number>): Sentence[] {
  const sentences: Sentence[] = [];
  let from = start;
  for (let i = start; i < end; i += 1) {
    const letter = text[i];
    if (letter === '\n' && breaks.has(i)) {
      if (text.slice(from, i).trim() !== '') sentences.push({ start: from, end: i });
      from = i + 1;
      continue;
    }
    if (letter !== '.' && letter !== '!' && letter !== '?') continue;
    const after = text.slice(i + 1, i + 3);
    if (
      !/^["”)]?(?:\s|$)/.test(after) ||
      (letter === '.' &&
        abbreviations.test(text.slice(Math.max(start, i - 10), i + 1)) &&
        !endsInLevel.test(text.slice(Math.max(start, i - 14), i + 1)) &&
        !endsInTimes.test(text.slice(Math.max(start, i - 6), i + 1)))
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
    line === top &&
    !/[.!?]["”)]?\s*$/.test(line.text) &&
    !(isProse(line) && /[a-zà-ÿ]{2}[.!?] [A-ZÀ-Þ][a-zà-ÿ]* \w/.test(line.text)) &&
    (short(line) || !/^\s*[a-z]/.test(second?.text ?? ''));
  // `11/4/25   Came in late. She sat …`: the date stands apart from what is told of the day.
  const isDatedNote = (line: Line) => {
    const [date, told, ...more] = line.cells;
    const goesOn = lines[line.index + 1]?.cells.length === 1 && !page.layout.leadingDays.has(line.index + 1);
    return (
      date !== undefined &&
      told !== undefined &&
      more.length === 0 &&
      goesOn &&
      page.layout.leadingDays.has(line.index) &&
      page.days.days.some((d) => d.start >= date.start && d.end >= date.end - 1 && d.end <= date.end) &&
      isProse({ ...line, cells: [told] })
    );
  };
  // `3/8   corrections could bring you to 5/8`: a score that stands apart, and no date, is not told of.
  const isScored = ({ cells: [first, second], index }: Line) =>
    second !== undefined &&
    /^\d{1,2} ?\/ ?\d{1,2}$/.test(first?.text ?? '') &&
    !page.days.days.some((d) => d.line === index && d.start === first?.start);
  for (const line of lines)
    if (
      line.cells.length > 0 &&
      isPlain(line) &&
      !isTitle(line) &&
      ((isProse(line) && !isScored(line)) || isDatedNote(line))
    )
      prose.add(line.index);
  for (const line of lines) {
    if (prose.has(line.index) || line.cells.length !== 1 || !isPlain(line)) continue;
    const above = lines[line.index - 1];
    const follows = above !== undefined && prose.has(above.index) && !/[.!?:]\s*$/.test(above.text);
    const text = line.cells[0]?.text ?? '';
    const leads =
      prose.has(line.index + 1) && /^[a-z]/.test(lines[line.index + 1]?.text.trim() ?? '') && !isFieldCell(text);
    if ((follows || leads) && /[A-Za-zÀ-ÿ]{2}/.test(text)) prose.add(line.index);
  }
  return prose;
}

/**
 * Line ends that end a sentence without a full stop: the next line opens a list item, or a short line (one that had room
 * for the next word) is followed by a capital.
 */
function hardBreaks(lines: readonly Line[]): Set<number> {
  const width = Math.max(...lines.map((line) => line.text.trimEnd().length));
  const breaks = new Set<number>();
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!next) continue;
    const word = /^\s*(\S+)/.exec(next.text)?.[1] ?? '';
    const item = /^\s*(?:[-•*–]|\(?\d{1,2}[.)])\s/.test(next.text);
    const counted =
      /[:=–-] ?\d+(?:\.\d+)?%?\s*$/.test(line.text) ||
      (/\d\s*$/.test(line.text) && /^\s*[A-Z][\w /-]{0,24}:/.test(next.text));
    const room = line.text.trimEnd().length + 1 + word.length < width - 2;
    const opens = /^["“¿¡(]?[A-ZÁÉÍÓÚÑ]/.test(word);
    if (item || ((room || counted) && opens && !/[,;]\s*$/.test(line.text))) breaks.add(line.end);
  }
  return breaks;
}

/** The sentences of the page's running text. */
export function proseSentences(page: OpenPage, prose: ReadonlySet<number>): Sentence[] {
  const sentences: Sentence[] = [];
  const { lines, text } = page.sheet;
  for (let i = 0; i < lines.length; i += 1) {
    if (!prose.has(i)) continue;
    let last = i;
    while (prose.has(last + 1)) last += 1;
    sentences.push(...sentencesIn(text, lines[i]!.start, lines[last]!.end, hardBreaks(lines.slice(i, last + 1))));
    i = last;
  }
  return sentences;
}
