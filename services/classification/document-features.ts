/** What a document looks like, counted once and read by the cues of every evidence type. */
import { isFieldCell, isValueCell } from '../binders/layout/cell-kinds.ts';
import type { OpenPage } from '../binders/open-page.ts';
import type { Line } from '../binders/page-text/sheet.ts';
import { looksLikeSeparator } from '../binders/separators.ts';
import type { GoalHint } from './goal-hints.ts';
import { endsInHelp, endsInMark, isMarkRow } from './marks.ts';

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
  /** Rows that rate a trait: words and one to three small numbers, or a cross under a scale. */
  readonly ratedTraits: number;
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

/** Running text: one long cell with more words than figures. */
export function isProse(line: Line): boolean {
  if (line.cells.length !== 1) return line.cells.length === 2 && (line.cells[0]?.text.length ?? 0) > 55;
  const text = line.cells[0]?.text ?? '';
  const words = text.match(/[A-Za-zÀ-ÿ']{2,}/g) ?? [];
  // A heading: it opens in capitals, or ends in a colon.
  if (/:\s*$/.test(text) || /^\W*(?:[A-Z]{3,}\b\W*){2,}/.test(text)) return false;
  // A label with its value: `had to be told: 2`.
  if (/:\s*\S{1,8}$/.test(text)) return false;
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

/** `total 10 / 16`, `sum 7 of 15`, `17 out of 20 points`. */
const sum =
  /\b(?:totals?|sum|points|pts|score|overall)\b[^\n]{0,24}?\b\d{1,2}(?:\.5)?\s*(?:\/|of|out of)\s*\d{1,2}\b|\btotal (?:of|out of|\/) ?\d{1,2}\b|\b\d{1,2}(?:\.5)?\s*(?:\/|of|out of)\s*(?:8|12|16|20|24)\b/i;

/** Rows of words and one to three numbers up to 6, or of a cross under a scale. */
function ratedTraits(page: OpenPage): number {
  const isScaled = page.sheet.lines.some((line) =>
    /(?:^|\s{2,})4\s{2,}3\s{2,}2\s{2,}1\b|\b1\s{2,}2\s{2,}3\s{2,}4\b/.test(line.text),
  );
  return page.sheet.lines.filter((line) => {
    const [label, ...rest] = line.cells;
    if (!label || page.layout.leadingDays.has(line.index) || page.layout.rows.get(line.index)?.header.kind === 'days')
      return false;
    const dotted = /^[A-Za-z][A-Za-z ,/'&-]{2,40}\s?\.{3,}\s?[0-6](?:\.5)?$/.test(line.text.trim());
    const named = /^[A-Z][A-Za-z ,/'&()+-]{2,42}$/.test(label.text) && !/\b(?:total|sum)\b/i.test(label.text);
    const numbers = rest.filter((c) => /^[0-6](?:\.5)?$/.test(c.text)).length;
    const onlyNumbers = rest.filter((c) => /^x?\d{1,2}(?:\.5)?$/.test(c.text)).length >= rest.length - 1;
    const crosses = rest.filter((c) => /^[xX✓●]$/.test(c.text)).length;
    const isRated = rest.length <= 4 && ((numbers >= 1 && onlyNumbers) || (isScaled && crosses === 1));
    return dotted || (named && rest.length >= 1 && isRated);
  }).length;
}

/** How many kinds of norm-referenced scores the tables of a text name. */
function normColumns(text: string): number {
  const kinds = [
    /\b(?:standard score|SS|index)\b/,
    /\b(?:scaled|T-?scores?|T\b(?= ))/,
    /%ile|\bpercentiles?\b|\b(?:PR|rank)\b/i,
    /\braw\b/i,
    /\b(?:age|grade) (?:eq|equiv\w*)\b/i,
    /\b(?:below|above|low|high)? ?average\b|\bmean \d|\bnorms?\b/i,
  ];
  return kinds.filter((kind) => kind.test(text)).length;
}

const firstPerson = /\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b/g;
const ofSchool =
  /\b(?:student|observed|teacher|data|goal|minutes?|prompts?|correct|errors?|session|accuracy|told me|asked me|parents?|mom|dad|he (?:was|did|said|got|had)|she (?:was|did|said|got|had))\b|[^\n]:\s/i;

/** Words of adults who write about a student. */
const ofAdult =
  /\b(?:prompted|cued|redirect\w*|trials?|average|plan|baseline|probe|para|push-?in|per|opportunities|observ\w*)\b/i;

/** Running text in the first person that speaks of nobody's work and counts little: a composition. */
function readsAsStudentWriting(text: string, body: string): boolean {
  const own = (body.match(firstPerson) ?? []).length;
  const words = (body.match(/[A-Za-z]{2,}/g) ?? []).length;
  const ofOthers = (body.match(/\b(?:he|she|his|her|him)\b/gi) ?? []).length;
  const figures = (body.match(/\d+/g) ?? []).length;
  if (own < 2 || words < 15 || own / words < 0.04 || figures > 2 || ofOthers > own + 1) return false;
  return !ofSchool.test(body) && !ofAdult.test(body) && !/^\s*(?:dear|hi|hello)\b/im.test(text);
}

const sessionWord =
  /\b(?:delivered|not delivered|seen|not seen|cancel+ed|no[- ]show|make-?up|made up|push-?in|pull-?out|individual|group of|grp|ind\.?|1:1|session|per iep|provider|units|dos|services?|therap(?:y|ist)|counselor|sched(?:uled)?|absent)\b/gi;

/** The date that a line is of: its own, or that of its row. */
const isDated = (page: OpenPage, line: Line) =>
  page.layout.leadingDays.has(line.index) || page.layout.rows.get(line.index)?.day != null;

function countRowsOf(page: OpenPage): number {
  return page.sheet.lines.filter((line) => {
    const row = page.layout.rows.get(line.index);
    const numbers = line.cells.filter((cell) => /^\d{1,3}$/.test(cell.text)).length;
    return numbers > 0 && (isDated(page, line) || (row?.header.kind === 'days' && numbers >= 2));
  }).length;
}

function sessionRowsOf(page: OpenPage): number {
  return page.sheet.lines.filter(
    (line) =>
      isDated(page, line) &&
      (/\b\d{1,3}\s?(?:min(?:utes)?|m)\b|\d{1,2}:\d{2}.{1,8}\d{1,2}:\d{2}|\b(?:delivered|seen|absent|cancel)/i.test(
        line.text,
      ) ||
        page.layout.rows
          .get(line.index)
          ?.header.columns.some((c) => /\bmin(?:ute)?s?\b|delivered|units/i.test(c.label)) === true),
  ).length;
}

/** Fractions that are no dates. */
function ratiosOn(page: OpenPage): number {
  const found = [...page.sheet.text.matchAll(/(?<![\d/])\d{1,3}\s?\/\s?\d{1,3}(?![\d/])/g)];
  return found.filter((m) => !page.days.days.some((d) => d.start < m.index + m[0].length && d.end > m.index)).length;
}

/** What is read of a document besides its shape: the goals that a text speaks of, those it restates, its sessions. */
export interface Reading {
  readonly hints: (text: string) => ReadonlySet<GoalHint>;
  readonly restated: (text: string) => number;
  /** Minutes of the sessions that it would log, 0 for missed ones. */
  readonly sessionMinutes: readonly number[];
  readonly namesStudent: boolean;
}

/** Sessions last ten minutes or more, nearly always a multiple of five. */
function readsAsLog(minutes: readonly number[]): boolean {
  const likely = minutes.filter((m) => m === 0 || (m >= 10 && m % 5 === 0)).length;
  return minutes.some((m) => m >= 10) && likely >= 2 && likely >= minutes.length * 0.75;
}

/** Lines of running text, with the short ends of their paragraphs. */
function runningText(lines: readonly Line[]): ReadonlySet<Line> {
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
      .filter((line) => !told.has(line) && !pages[0]?.layout.leadingDays.has(line.index))
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
    numberedItems: count((line) => /^\s*\(?\d{1,2}[.)]?\s{1,}\S/.test(line.text) && !/^\s*\d{1,2}\/\d/.test(line.text)),
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
    ratedTraits: pages.reduce((sum, page) => sum + ratedTraits(page), 0),
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
