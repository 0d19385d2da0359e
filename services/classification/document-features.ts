/** What a document looks like, counted once and read by the cues of every evidence type. */
import { isFieldCell, isValueCell } from '../binders/layout/cell-kinds.ts';
import type { OpenPage } from '../binders/open-page.ts';
import type { Line } from '../binders/page-text/sheet.ts';
import { looksLikeSeparator } from '../binders/separators.ts';
import type { GoalHint } from './goal-hints.ts';

export interface DocumentFeatures {
  /** The first lines of the first page. */
  readonly head: string;
  /** The lines of the head that are no running text. */
  readonly title: string;
  readonly text: string;
  readonly lines: number;
  /** Share of the lines that are running text. */
  readonly proseShare: number;
  readonly sentences: number;
  /** Rows of `+ - +`. */
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
  /** How the goals are measured that its first lines speak of. */
  readonly goals: ReadonlySet<GoalHint>;
  /** Goals whose baseline and target both stand there, close together. */
  readonly restated: number;
  /** Lines that end in the code of a prompt: I, VP, GP, HOH. */
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
const markRow =
  /(?:^|\s)(?:[+✓✔✗✘×○●–-]\s+){3,}[+✓✔✗✘×○●–-](?:\s|$)|(?:^|\s)(?:[+✓✗-]){4,}(?:\s|$)|(?:^|\s)(?:[CXIVGP+]\s+){4,}[CXIVGP+](?:\s|$)/;

/** Running text: one long cell with more words than figures. */
export function isProse(line: Line): boolean {
  if (line.cells.length !== 1) return line.cells.length === 2 && (line.cells[0]?.text.length ?? 0) > 55;
  const text = line.cells[0]?.text ?? '';
  const words = text.match(/[A-Za-zÀ-ÿ']{2,}/g) ?? [];
  // A heading: it opens in capitals, or ends in a colon.
  if (/:\s*$/.test(text) || /^\W*(?:[A-Z]{3,}\b\W*){2,}/.test(text)) return false;
  const lower = words.filter((word) => /^[a-zà-ÿ]/.test(word)).length;
  if (words.length >= 9) return lower >= words.length * 0.6;
  if (words.length < 5 || lower < words.length * 0.5) return false;
  // Short lines are running text where they end or hold the end of a sentence, or speak of somebody doing something.
  const speaks =
    /\b(?:he|she|they|i|we|his|her|was|is|had|did|got|said|asked|told|went|has|will|el|ella|su|fue)\b/i.test(text);
  const ends = /[a-z0-9à-ÿ)"][.!?]+(?:\s|$)/.test(text);
  return speaks || (ends && !isFieldCell(text)) || /[a-z0-9)]\. [A-Z]/.test(text);
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

/** Counts the features of a document from its opened pages. */
export function featuresOf(
  pages: readonly OpenPage[],
  hints: (text: string) => ReadonlySet<GoalHint>,
  restated: (text: string) => number,
): DocumentFeatures {
  const lines = pages.flatMap((page) => page.sheet.lines.filter((line) => line.cells.length > 0));
  const text = pages.map((page) => page.sheet.text).join('\n');
  const count = (test: (line: Line) => boolean) => lines.filter(test).length;
  return {
    head: lines
      .slice(0, headLines)
      .map((line) => line.text)
      .join('\n'),
    title: lines
      .slice(0, 4)
      .filter((line) => !isProse(line))
      .map((line) => line.text)
      .join('\n'),
    text,
    lines: lines.length,
    proseShare: lines.length === 0 ? 0 : count(isProse) / lines.length,
    sentences: (text.match(/[a-zà-ÿ)"][.!?](?:\s|$)/g) ?? []).length,
    markRows: count((line) => markRow.test(line.text)),
    tallies: count((line) => /(?:^|\s)[/|]{2,}(?:\s|$)/.test(line.text)),
    ratios: (text.match(/(?<![\d/])\d{1,3}\s?\/\s?\d{1,3}(?![\d/])/g) ?? []).length,
    dayHeaders: pages.reduce((sum, page) => sum + page.layout.headers.filter((h) => h.kind === 'days').length, 0),
    leadingDays: pages.reduce((sum, page) => sum + page.layout.leadingDays.size, 0),
    numberedItems: count((line) => /^\s*\(?\d{1,2}[.)]?\s{1,}\S/.test(line.text) && !/^\s*\d{1,2}\/\d/.test(line.text)),
    itemMarks: count(
      (line) => /\s[✓✔✗✘×CX+-]$/.test(line.text.trimEnd()) || line.cells.some((c) => /^[✓✔✗✘]$/.test(c.text)),
    ),
    equations: count((line) => /\d\s?[+x×÷*/–-]\s?\d+\s?=|=\s?-?\d|[a-z]\s?=\s?\d/.test(line.text)),
    countRows: pages.reduce((sum, page) => sum + countRowsOf(page), 0),
    sessionRows: pages.reduce((sum, page) => sum + sessionRowsOf(page), 0),
    sessionWords: new Set((text.match(sessionWord) ?? []).map((word) => word.toLowerCase())).size,
    restated: restated(text),
    goals: hints(
      lines
        .slice(0, headLines)
        .map((line) => line.text)
        .join('\n'),
    ),
    promptMarks: count(
      (line) => line.cells.length >= 2 && /^(?:I|IND|VP?|GP?|PP|FP|HOH|MP?)$/.test(line.cells.at(-1)?.text ?? ''),
    ),
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
