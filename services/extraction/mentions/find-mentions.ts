/** Finds every measurement that stands on the pages of a document, with the words and places that name it. */
import type { Column } from '../../binders/layout/layout.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Cell, Line } from '../../binders/page-text/sheet.ts';
import { isPersonLabel } from '../../binders/people/person-labels.ts';
import type { Day } from '../../domain/dates.ts';
import { type Figure, findFigures, type Span } from './figures.ts';
import { findLevels } from './find-levels.ts';
import { findMarks } from './find-marks.ts';
import { findHeadings, type Headings, topicOf } from './headings.ts';
import { readMarkKey } from './mark-key.ts';
import type { Mention, Topic } from './mention.ts';
import { proseLines, proseSentences, type Sentence } from './passages.ts';
import { rowPair } from './row-pairs.ts';
import { findScales } from './scale-choices.ts';
import { weekdayPairs } from './weekday-pairs.ts';

interface Found extends Figure {
  readonly line: Line;
  readonly cell: Cell | null;
  /** The column of marks that stand under one another. */
  readonly column: Column | null;
  /** The day of a value that follows its weekday. */
  readonly day: Day | null;
}

export interface PageMentions {
  readonly mentions: readonly Mention[];
  readonly topic: Topic;
}

function lineOf(page: OpenPage, offset: number): Line {
  return page.sheet.lines.findLast((line) => line.start <= offset) ?? page.sheet.lines[0]!;
}

/** `figures` with `proposed` in the place of those that they touch. */
function withProposed(figures: readonly Figure[], proposed: readonly Figure[]): Figure[] {
  const touched = (f: Figure) => proposed.some((p) => p.start < f.end && p.end > f.start);
  return [...figures.filter((f) => !touched(f)), ...proposed];
}

function allFigures(page: OpenPage, proposed: readonly Figure[]): Found[] {
  const { sheet, layout } = page;
  const marks = findMarks(sheet, layout.rows, readMarkKey(sheet.text));
  const pairs = sheet.lines.flatMap((line) => weekdayPairs(page, line));
  const paired = (span: { start: number; end: number }) =>
    pairs.some((p) => p.figure.start < span.end && p.figure.end > span.start);
  const scales = findScales(sheet.lines.filter((line) => layout.rows.get(line.index)?.header.kind !== 'days'));
  const taken = [
    ...page.days.days,
    ...marks.figures,
    ...page.students,
    ...pairs.map((p) => p.figure),
    ...scales.spans,
    ...itemNumbers(page),
  ];
  const own = (figure: Figure): Found => {
    const line = lineOf(page, figure.start);
    const cell = line.cells.find((c) => c.start <= figure.start && c.end >= figure.end) ?? null;
    return { ...figure, line, cell, column: null, day: null };
  };
  const columns = marks.columns.map(({ figure, line, column }) => ({
    ...figure,
    line: sheet.lines[line]!,
    cell: null,
    column,
    day: null,
  }));
  const dated = pairs.map((p) => ({ ...own(p.figure), day: p.day }));
  const work = workLines(page);
  const plain = [
    ...findFigures(sheet.text, taken).filter((f) => !work.has(lineOf(page, f.start).index)),
    ...scales.chosen,
    ...marks.figures.filter((f) => !paired(f)),
    ...findLevels(sheet.text),
    ...cellNumbers(page),
    ...[...layout.rows.values()].map(rowPair).filter((f) => f !== null),
  ];
  return [...withProposed(plain, proposed).map(own), ...columns, ...dated].sort((a, b) => a.start - b.start);
}

/** Exercises and their answers: numbered lines that end in a mark or hold an equation. Their figures are the student's work. */
function workLines(page: OpenPage): Set<number> {
  const isItem = (line: Line) => {
    if (!/^\s*\(?\d{1,2}[.)]?\s+\S/.test(line.text) || /^\s*\d{1,2}\s?\/\s?\d/.test(line.text)) return false;
    const marked = line.cells.slice(1).some((cell) => /^[✓✔✗✘√CX+-]$/.test(cell.text)) || /[✓✔✗✘√]/.test(line.text);
    return marked || /[=×÷]|\d\s?[+*x-]\s?\d/.test(line.text);
  };
  const items = page.sheet.lines.filter((line) => line.cells.length > 0 && isItem(line));
  return new Set(items.length >= 3 ? items.map((line) => line.index) : []);
}

/** Numbers that only count the lines of a list: the first cell of lines that run 1, 2, 3. */
function itemNumbers(page: OpenPage): Span[] {
  const first = (line: Line | undefined) =>
    line && line.cells.length > 1 && /^\d{1,2}$/.test(line.cells[0]?.text ?? '') ? Number(line.cells[0]?.text) : null;
  return page.sheet.lines.flatMap((line, i) => {
    const own = first(line);
    const cell = line.cells[0];
    if (own === null || !cell) return [];
    const runs = first(page.sheet.lines[i - 1]) === own - 1 || first(page.sheet.lines[i + 1]) === own + 1;
    return runs ? [{ start: cell.start, end: cell.end }] : [];
  });
}

/** A lone `O` or `l` in a row of numbers is a misread 0 or 1. */
function cellNumbers(page: OpenPage): Figure[] {
  return [...page.layout.rows.values()].flatMap((row) => {
    const numbers = row.cells.filter((c) => c.column !== null && /^\d+$/.test(c.cell.text));
    if (numbers.length === 0 || row.header.kind !== 'days') return [];
    return row.cells
      .filter((c) => c.column !== null && /^[OolI]{1,2}$/.test(c.cell.text))
      .map(({ cell }) => ({
        start: cell.start,
        end: cell.end,
        quantity: { type: 'number' as const, value: Number(cell.text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')) },
      }));
  });
}

const isHeaderLine = (page: OpenPage, index: number) =>
  page.layout.headers.some((h) => h.firstLine <= index && h.lastLine >= index);

/** Lines whose figures mean something: they part headings from data. */
function findDataLines(page: OpenPage, figures: readonly Found[], prose: ReadonlySet<number>): Set<number> {
  const data = new Set<number>();
  for (const f of figures) {
    if (prose.has(f.line.index) || isHeaderLine(page, f.line.index)) continue;
    const lead = f.cell ? page.sheet.text.slice(f.cell.start, f.start) : '';
    const strong =
      f.quantity.type === 'ratio' ||
      f.quantity.type === 'marks' ||
      f.quantity.type === 'tally' ||
      f.quantity.type === 'percent';
    const inParentheses = lead.lastIndexOf('(') > lead.lastIndexOf(')');
    if (
      (strong && !inParentheses) ||
      (f.cell && f.cell.start === f.start && f.cell.end - f.end < 9) ||
      (/[:=]\s*$/.test(lead) && !/^(?:date|grade|gr|rm|room|id|age)\b/i.test(lead))
    ) {
      data.add(f.line.index);
    }
  }
  return data;
}

/** A full stop that ends a clause, not an abbreviation: `Mar. 2025` goes on. */
const clauseEnd =
  /;|(?<![.\d])(?<!\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Gr|Rm|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|acc|avg|min|sec|wk|comp|approx|no|vs|lvl|indep|prob))\.\s/gi;

interface Lead {
  readonly lead: string;
  readonly clause: string;
  readonly inParentheses: boolean;
}

function leadOf(page: OpenPage, f: Found, previous: Found | null, sentence: Sentence | null): Lead {
  const { text } = page.sheet;
  const from = sentence ? sentence.start : (f.cell?.start ?? f.line.start);
  let clause = text.slice(from, f.start);
  const open = clause.lastIndexOf('(');
  const inParentheses =
    open > clause.lastIndexOf(')') && !(f.cell && f.cell.start === f.start - 1 && f.cell.end <= f.end + 1);
  if (inParentheses) return { lead: clause.slice(open + 1), clause: clause.slice(open + 1), inParentheses };
  if (sentence) return { lead: clause, clause, inParentheses };
  const ends = [...clause.matchAll(clauseEnd)].at(-1);
  if (ends) clause = clause.slice(ends.index + ends[0].length);
  let lead = clause;
  if (previous && previous.line === f.line && previous.cell === f.cell && previous.end > f.start - lead.length) {
    const between = text.slice(previous.end, f.start);
    const own = between.slice(
      Math.max(between.lastIndexOf(','), between.lastIndexOf('/ '), between.lastIndexOf('&')) + 1,
    );
    if (/[A-Za-z]{2}/.test(own)) lead = own;
  }
  return { lead, clause, inParentheses };
}

/** The label of a figure that has none in its own cell: the nearest cell of words before it on the line. */
function labelBefore(f: Found): string {
  const index = f.cell ? f.line.cells.indexOf(f.cell) : -1;
  for (let i = index - 1; i >= 0; i -= 1) {
    const text = f.line.cells[i]?.text ?? '';
    if (/[A-Za-z]{2}/.test(text) || /\/[a-z]+\//.test(text)) return text;
  }
  return '';
}

function tailOf(page: OpenPage, f: Found, next: Found | null, sentence: Sentence | null): string {
  const end = Math.min(
    sentence ? sentence.end : (f.cell?.end ?? f.line.end),
    next && next.start > f.end ? next.start : Number.POSITIVE_INFINITY,
  );
  const tail = page.sheet.text.slice(f.end, end);
  const stop = sentence ? -1 : tail.search(/;|\. |\)/);
  return stop > 0 ? tail.slice(0, stop) : tail;
}

const governing =
  /^\W*((?:annual |iep |year(?:ly)? |spring |weekly )?(?:goals?|targets?|objectives?|crit(?:erion|eria)?|mastery|aim(?: ?line)?|baselines?|benchmark|contract|plan|next|norms?|expect\w*|iep crit(?:eria)?|promised|iep min(?:utes)?|iep|metas?|l[ií]nea base|ex|example|key|scale|record|note to self|bl)(?: line)?)\b\s*(?::|=|—|–| - )/i;

function dayOf(
  page: OpenPage,
  f: Found,
  sentence: Sentence | null,
  headings: Headings,
): Pick<Mention, 'day' | 'dayFrom'> {
  if (f.day) return { day: f.day, dayFrom: 'column' };
  const row = page.layout.rows.get(f.line.index);
  const column =
    f.column ??
    row?.cells.find((c) => c.cell === f.cell || (c.cell.start <= f.start && c.cell.end >= f.end))?.column ??
    null;
  if (column?.day) return { day: column.day, dayFrom: 'column' };
  if (row?.day) return { day: row.day, dayFrom: 'row' };
  const usable = (role: string) => role === 'plain' || role === 'self' || role === 'closing' || role === 'week';
  const within = sentence ?? { start: f.line.start, end: f.line.end };
  const near = page.days.days.filter(
    (d) => d.start >= within.start && d.end <= within.end && usable(d.role) && d.role !== 'closing',
  );
  const before = near.findLast((d) => d.end <= f.start) ?? (sentence ? near[0] : undefined);
  if (before) return { day: before.day, dayFrom: 'sentence' };
  const leading = page.layout.leadingDays.get(f.line.index);
  if (leading) return { day: leading, dayFrom: 'row' };
  const heading = headings.sectionLineOf(f.line.index);
  const over =
    heading !== null && heading > 2 ? page.days.days.find((d) => d.line === heading && d.role === 'plain') : undefined;
  if (over) return { day: over.day, dayFrom: 'heading' };
  // A dated entry of several lines.
  for (let i = f.line.index - 1; i >= 0 && page.sheet.lines[i]?.block === f.line.block; i -= 1) {
    const lead = page.layout.leadingDays.get(i);
    if (lead && page.layout.leadingDays.size > 1 && !page.layout.rows.has(i)) return { day: lead, dayFrom: 'heading' };
  }
  return { day: null, dayFrom: null };
}

function whoseOf(
  page: OpenPage,
  f: Found,
  sentence: Sentence | null,
  headings: Headings,
): Pick<Mention, 'studentIds' | 'stranger'> {
  const onLine = page.students.filter((m) => m.line === f.line.index && m.strength !== 'relative');
  const row = page.layout.rows.get(f.line.index);
  const column = row?.cells.find((c) => c.cell.start <= f.start && c.cell.end >= f.end)?.column;
  const headed = column ? page.students.find((m) => m.start >= column.start && m.end <= column.end) : undefined;
  if (headed) return { studentIds: headed.studentIds, stranger: false };
  if (sentence) {
    const inside = page.students.filter(
      (m) => m.start >= sentence.start && m.end <= f.start && m.strength !== 'relative',
    );
    return { studentIds: inside.at(-1)?.studentIds ?? null, stranger: false };
  }
  const before = onLine.filter((m) => m.end <= f.start);
  const last = before.at(-1);
  if (last) return { studentIds: last.studentIds, stranger: false };
  const labels = [
    f.line.cells[0]?.text ?? '',
    row?.cells.find((c) => /student|name/i.test(c.column?.label ?? ''))?.cell.text ?? '',
  ];
  if (
    labels.some(
      (label) =>
        label !== '' &&
        (isPersonLabel(label) ||
          (/student|name/i.test(row?.header.columns[0]?.label ?? '') && /^[A-Z][a-z]+ [A-Z]/.test(labels[0] ?? ''))),
    )
  ) {
    return { studentIds: null, stranger: true };
  }
  const heading = headings.sectionLineOf(f.line.index);
  const over = heading === null ? undefined : page.students.find((m) => m.line === heading);
  return { studentIds: over?.studentIds ?? null, stranger: false };
}

/** `14/24 (58%)`: the percent says the same again. */
function repeats(page: OpenPage, f: Found, previous: Found | undefined): boolean {
  if (
    f.quantity.type !== 'percent' ||
    !previous ||
    (previous.quantity.type !== 'ratio' && previous.quantity.type !== 'number')
  )
    return false;
  return (
    previous.line === f.line &&
    /^\s{0,6}(?:correct|right|points|pts)?[,\s]{0,3}[(=]\s?$/.test(page.sheet.text.slice(previous.end, f.start))
  );
}

/** The mentions of one page; `pageIndex` is its place in the document. `proposed` are figures that something else found. */
export function findMentions(page: OpenPage, pageIndex: number, proposed: readonly Figure[] = []): PageMentions {
  const prose = proseLines(page);
  const sentences = proseSentences(page, prose);
  const figures = allFigures(page, proposed);
  const headings = findHeadings(page, findDataLines(page, figures, prose), prose);
  const mentions = figures
    .filter((f) => !isHeaderLine(page, f.line.index) || f.quantity.type === 'marks')
    .filter((f, i, list) => !repeats(page, f, list[i - 1]))
    .map((f, i, list): Mention => {
      const at = sentences.findIndex((s) => s.start <= f.start && s.end >= f.end);
      const sentence = prose.has(f.line.index) ? (sentences[at] ?? null) : null;
      const previous = list.slice(0, i).findLast((other) => other.end <= f.start && !other.column) ?? null;
      const next = list.slice(i + 1).find((other) => other.start >= f.end && !other.column) ?? null;
      const { lead, clause, inParentheses } = leadOf(page, f, previous, sentence);
      const row = page.layout.rows.get(f.line.index);
      const rowCell = row?.cells.find((c) => c.cell.start <= f.start && c.cell.end >= f.end);
      // In a dated row the words beside the values are remarks; the columns say what was measured.
      const label = row && row.day === null ? row.label : '';
      const own = f.day
        ? page.sheet.text.slice(f.line.start, f.line.start + f.line.text.search(/\b(?:Mon|Mo|M|Tue|Tu|T)/))
        : /[A-Za-z]{2}|\/\w\//.test(lead) || sentence
          ? lead
          : `${f.column ? '' : row ? '' : labelBefore(f)} ${lead}`;
      const governor = sentence
        ? ''
        : (governing.exec(f.line.text)?.[1] ?? governing.exec(f.cell?.text ?? '')?.[1] ?? '');
      const before = at > 0 && sentence ? sentences[at - 1] : null;
      return {
        pageIndex,
        line: f.line.index,
        block: f.line.block,
        start: f.start,
        end: f.end,
        quantity: f.quantity,
        place: sentence ? 'prose' : row || f.column ? 'row' : 'line',
        lead: own.replace(/\n/g, ' ').trim(),
        clause: (/[A-Za-z]{2}/.test(clause) ? clause : `${row ? '' : labelBefore(f)} ${clause}`)
          .replace(/\n/g, ' ')
          .trim(),
        row: f.column ? '' : label,
        tail: tailOf(page, f, next, sentence).replace(/\n/g, ' ').trim(),
        column: (f.column ?? rowCell?.column)?.label ?? '',
        section: headings.sectionOf(f.line.index),
        sentence: (sentence ? page.sheet.text.slice(sentence.start, sentence.end) : f.line.text)
          .replace(/\n/g, ' ')
          .trim(),
        before: before ? page.sheet.text.slice(before.start, before.end).replace(/\n/g, ' ').trim() : '',
        governor,
        ...dayOf(page, f, sentence, headings),
        ...whoseOf(page, f, sentence, headings),
        fillsCell: f.cell !== null && f.cell.start >= f.start - 1 && f.cell.end <= f.end + 1,
        inParentheses,
      };
    });
  const first = page.sheet.lines.find((line) => line.cells.length > 0);
  return { mentions, topic: { title: headings.title || (first ? topicOf(first, page) : '') } };
}
