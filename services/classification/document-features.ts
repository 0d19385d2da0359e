/** What a document looks like, counted once and read by the cues of every evidence type. */
import { isFieldCell, isValueCell } from '../binders/layout/cell-kinds.ts';
import type { OpenPage } from '../binders/open-page.ts';
import type { Line } from '../binders/page-text/sheet.ts';
import { looksLikeSeparator } from '../binders/separators.ts';
import type { GoalHint } from './goal-hints.ts';
import { countExplainedMarks, endsInHelp, endsInMark, isMarkRow } from './marks.ts';
import { addsUpRatings, countRowsOf, normColumns, ratedTraits, ratiosOn, sessionRowsOf, sum } from './page-shapes.ts';
import { readsAsStudentWriting, runningText } from './running-text.ts';

export interface DocumentFeatures {
  /** The first lines of the first page. */
  readonly head: string;
  /** The lines of the head that are no running text: what a form says of itself. */
  readonly formHead: string;
  /** The first of them. */
  readonly title: string;
  readonly text: string;
  readonly lines: number;
  /** Share of the lines that are running text. */
  readonly proseShare: number;
  readonly sentences: number;
  /** Rows of `+ - +`, `1 Y  2 N  3 Y`, `4.35 c  2.10 x`. */
  readonly markRows: number;
  readonly tallies: number;
  readonly ratios: number;
  readonly dayHeaders: number;
  readonly leadingDays: number;
  readonly numberedItems: number;
  /** Lines that end in a mark: ✓, ✗, C, X, +, -. */
  readonly itemMarks: number;
  /** Lines with an exercise in figures: `52 - 27 = 25`. */
  readonly equations: number;
  /** Dated rows or day columns that hold plain numbers: counts. */
  readonly countRows: number;
  /** Dated rows that hold minutes, a start and an end, or say seen, delivered or absent. */
  readonly sessionRows: number;
  /** Words that sessions are logged with. */
  readonly sessionWords: number;
  /** It reads as a log of services: its entries are sessions of a promised service, of lengths that sessions have. */
  readonly readsAsLog: boolean;
  /** Lines that are called after a behavior, with what was seen of it: `elopement  2`, `crying  4 min`. */
  readonly behaviorRows: number;
  /** Rows that rate a trait: words and one to three small numbers, or a cross under a scale. */
  readonly ratedTraits: number;
  /** Small numbers of several rows add up to a total under them. */
  readonly addsUpRatings: boolean;
  /** How many students of the caseload are named. */
  readonly students: number;
  /** Numbered answers with a tick or a cross behind their number: `1 ✓  2 ✗`. */
  readonly tickedAnswers: number;
  /** A line sums them up: `total 10 / 16`. */
  readonly hasSum: boolean;
  /** Lines that end in a number or a fraction behind words. */
  readonly valueRows: number;
  /** Columns of norm-referenced scores. */
  readonly normColumns: number;
  /** Lines that begin with a clock time or a stretch of time, undated. */
  readonly clockRows: number;
  /** How often it speaks to its reader: you, your. */
  readonly addressed: number;
  /** It is written by a student: in the first person, of no one's work or conduct. */
  readonly readsAsStudentWriting: boolean;
  /** Somebody of the caseload is named on it, or was named at upload. */
  readonly namesStudent: boolean;
  /** How the goals are measured that its first lines speak of. */
  readonly goals: ReadonlySet<GoalHint>;
  /** Goals whose baseline and target both stand there, close together. */
  readonly restated: number;
  /** Lines that end in a kind of help or in none: I, VP, HOH, by herself, told. */
  readonly promptMarks: number;
  /** Cells of marks that the page itself explains. */
  readonly explainedMarks: number;
  /** A table counts right and wrong side by side. */
  readonly countsRight: boolean;
  /** Errors, self-corrections and accuracy stand together with a judgement of the text. */
  readonly judgesText: boolean;
  /** Whether any figure stands on it. */
  readonly hasFigures: boolean;
  /** Rows of tables. */
  readonly tableRows: number;
  /** Boxes that are ticked or not. */
  readonly boxes: number;
  readonly isSeparator: boolean;
  /** A note that begins with its date. */
  readonly startsWithDate: boolean;
}

const headLines = 7;

const sessionWord =
  /\b(?:delivered|not delivered|seen|not seen|cancel+ed|no[- ]show|make-?up|made up|push-?in|pull-?out|individual|group of|grp|ind\.?|1:1|session|per iep|provider|units|dos|services?|therap(?:y|ist)|counselor|sched(?:uled)?|absent)\b/gi;

/** What is read of a document besides its shape: the goals that a text speaks of, those it restates, its sessions. */
export interface Reading {
  readonly hints: (text: string) => ReadonlySet<GoalHint>;
  readonly restated: (text: string) => number;
  /** Minutes of the sessions that it would log, 0 for missed ones. */
  readonly sessionMinutes: readonly number[];
  readonly namesStudent: boolean;
  readonly students: number;
}

const countsRight = /(?:^|\s{2,})(?:right|correct|yes|\+)\s{2,}(?:wrong|incorrect|missed|no|-)\s*$/im;

const textWords = [
  /\b(?:errors?|err|miscues|RW|running words)\b/i,
  /\b(?:sc|self[- ]?corr\w*)\b/i,
  /\bacc(?:uracy)?\b/i,
  /\b(?:instructional|independent|frustration(?:al)?|just right)\b/i,
];

/** Sessions last ten minutes or more, nearly always a multiple of five. */
function readsAsLog(minutes: readonly number[]): boolean {
  const likely = minutes.filter((m) => m === 0 || (m >= 10 && m % 5 === 0)).length;
  return minutes.some((m) => m >= 10) && likely >= 2 && likely >= minutes.length * 0.75;
}

/** Lines that begin with a number, where the numbers rise as those of a list do: `5  call-outs` over `3  prompts` are counts. */
function numberedItems(lines: readonly Line[]): number {
  const numbers = lines.flatMap((line) => {
    const match = /^\s*\(?(\d{1,2})([.)]?)\s{1,}\S/.exec(line.text);
    return match && !/^\s*\d{1,2}\/\d/.test(line.text) ? [{ value: Number(match[1]), sure: match[2] !== '' }] : [];
  });
  const rises = (i: number) => {
    const step = (numbers[i]?.value ?? 0) - (numbers[i - 1]?.value ?? 0);
    return i > 0 && i < numbers.length && step > 0 && step <= 6;
  };
  return numbers.filter((n, i) => n.sure || rises(i) || rises(i + 1)).length;
}

const behaviorLabel =
  /^\W*(?:elop\w*|bolt\w*|cry(?:ing)?|tantrums?|outbursts?|meltdowns?|hit(?:s|ting)?|bit(?:es|ing)|kick(?:s|ing)|aggress\w*|call(?:ing)?[- ]?outs?|talk[- ]?outs?|blurt\w*|out of seat|refusals?|swear\w*|spit\w*|throw\w*)\b(?!.*\b(?:goal|plan)\b)/i;

/** A line of a list or a table: words with a value, a mark or a measure at their end. */
const isDataRow = (line: Line) =>
  endsInMark(line) || (line.cells.length >= 2 && isValueCell(line.cells.at(-1)?.text ?? '') && !isFieldCell(line.text));

/** Counts the features of a document from its opened pages. */
export function featuresOf(pages: readonly OpenPage[], reading: Reading): DocumentFeatures {
  const lines = pages.flatMap((page) => page.sheet.lines.filter((line) => line.cells.length > 0));
  const text = pages.map((page) => page.sheet.text).join('\n');
  const count = (test: (line: Line) => boolean) => lines.filter(test).length;
  const told = runningText(lines);
  return {
    head: lines
      .slice(0, headLines)
      .map((line) => line.text)
      .join('\n'),
    formHead: lines
      .slice(0, headLines)
      .filter((line, i) => !told.has(line) && (i < 1 || !isDataRow(line)))
      .map((line) => line.text)
      .join('\n'),
    title: lines
      .slice(0, 4)
      .filter(
        (line, i) => !told.has(line) && (i < 1 || !isDataRow(line)) && !pages[0]?.layout.leadingDays.has(line.index),
      )
      .map((line) => line.text)
      .join('\n'),
    text,
    lines: lines.length,
    proseShare: lines.length === 0 ? 0 : told.size / lines.length,
    sentences: (text.match(/[a-zà-ÿ)"][.!?](?:\s|$)/g) ?? []).length,
    markRows: count((line) => isMarkRow(line.text)),
    tallies: count((line) => /(?:^|\s)(?:[/|]{2,}|[I|l]{3,}|HHT|HHI?)(?:\s|$)/.test(line.text)),
    ratios: pages.reduce((total, page) => total + ratiosOn(page), 0),
    dayHeaders: pages.reduce((sum, page) => sum + page.layout.headers.filter((h) => h.kind === 'days').length, 0),
    leadingDays: pages.reduce((sum, page) => sum + page.layout.leadingDays.size, 0),
    numberedItems: numberedItems(lines),
    itemMarks: count((line) => endsInMark(line)),
    equations: count((line) => /\d\s?[+x×÷*/–-]\s?\d+\s?=|=\s?-?\d|[a-z]\s?=\s?\d|\d\s*->\s*\$?\.?\d/.test(line.text)),
    countRows: pages.reduce((sum, page) => sum + countRowsOf(page), 0),
    sessionRows: pages.reduce((sum, page) => sum + sessionRowsOf(page), 0),
    sessionWords: new Set((text.match(sessionWord) ?? []).map((word) => word.toLowerCase())).size,
    restated: reading.restated(text),
    goals: reading.hints(
      lines
        .slice(0, headLines)
        .map((line) => line.text)
        .join('\n'),
    ),
    promptMarks: count((line) => endsInHelp(line)),
    readsAsLog: readsAsLog(reading.sessionMinutes),
    behaviorRows: count((line) => line.cells.length >= 2 && behaviorLabel.test(line.cells[0]?.text ?? '')),
    ratedTraits: pages.reduce((sum, page) => sum + ratedTraits(page), 0),
    addsUpRatings: pages.some(addsUpRatings),
    students: reading.students,
    tickedAnswers: (text.match(/(?:^|\s)\(?\d{1,2}[.)]?\s?[✓✔✗✘](?=\s|$)/g) ?? []).length,
    hasSum: sum.test(text),
    valueRows: count((line) => /[a-z].*[\s:]\d{1,3}(?:\.\d+)?(?:\s?(?:\/|of)\s?\d{1,3})?$/i.test(line.text.trimEnd())),
    normColumns: normColumns(text),
    clockRows: count(
      (line) => /^\s*(?:\S+ ){0,2}\d{1,2}:\d{2}\b/.test(line.text) && !/\d\s?(?:min|sec)\b/i.test(line.text),
    ),
    addressed: (text.match(/\b(?:you|your|yours|su hij[oa]|usted(?:es)?)\b/gi) ?? []).length,
    readsAsStudentWriting: readsAsStudentWriting(
      text,
      lines
        .filter((line) => told.has(line))
        .map((line) => line.text)
        .join('\n'),
    ),
    namesStudent: reading.namesStudent,
    explainedMarks: countExplainedMarks(lines),
    countsRight: countsRight.test(text),
    judgesText: textWords.every((words) => words.test(text)),
    hasFigures: /\d/.test(text.replace(/\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?/g, ' ')),
    tableRows: pages.reduce((sum, page) => sum + page.layout.rows.size, 0),
    boxes: count((line) => /^\s*(?:[☐☑☒□■]|\[[ xX✓]?\])/.test(line.text)),
    isSeparator:
      pages.every((page) => looksLikeSeparator(page)) &&
      lines.some((line) => line.cells.some((c) => !isValueCell(c.text))),
    startsWithDate: pages
      .slice(0, 1)
      .some((page) =>
        page.days.days.some(
          (d) =>
            d.line === lines[0]?.index &&
            /^\W*(?:\w{3,9}\W+)?$/.test(page.sheet.text.slice(lines[0]?.start ?? 0, d.start)),
        ),
      ),
  };
}
