/** The day and the student that the place of a figure gives it: its column, its row, its sentence, its heading. */
import type { Row } from '../../binders/layout/layout.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import { isPersonLabel } from '../../binders/people/person-labels.ts';
import type { StudentMention } from '../../binders/people/student-mention.ts';
import type { Day } from '../../domain/dates.ts';
import type { Headings } from './headings.ts';
import type { Mention } from './mention.ts';
import type { Found } from './page-figures.ts';
import type { Sentence } from './passages.ts';

const columnOf = (page: OpenPage, f: Found) => {
  const row = page.layout.rows.get(f.line.index);
  return f.column ?? row?.cells.find((c) => c.cell.start <= f.start && c.cell.end >= f.end)?.column ?? null;
};

/** A sentence that goes on about the day of the one before it. */
const sameDay =
  /\b(?:(?:the|that) same (?:day|morning|afternoon)|(?:ese|el|este) mismo\s+d[ií]a|misma\s+(?:mañana|tarde))\b/i;

/** The day that the place of a figure gives. */
export function dayAt(
  page: OpenPage,
  f: Found,
  sentence: Sentence | null,
  headings: Headings,
): Pick<Mention, 'day' | 'dayFrom'> {
  if (f.day) return { day: f.day, dayFrom: 'column' };
  const column = columnOf(page, f);
  if (column?.day) return { day: column.day, dayFrom: 'column' };
  const row = page.layout.rows.get(f.line.index);
  const leading = page.layout.leadingDays.get(f.line.index);
  // A row of a stretch of days is of its last one.
  const stretch = leading ? page.days.days.filter((d) => d.line === f.line.index && d.role === 'range') : [];
  if (stretch.length > 1) return { day: stretch.at(-1)?.day ?? null, dayFrom: 'row' };
  if (row?.day) return { day: row.day, dayFrom: 'row' };
  const named = page.days.days.filter((d) => d.line === f.line.index);
  if (leading && named.length <= 1) return { day: leading, dayFrom: 'row' };
  const within = sentence ?? { start: f.line.start, end: f.line.end };
  const near = page.days.days.filter(
    (d) => d.start >= within.start && d.end <= within.end && ['plain', 'self', 'week'].includes(d.role),
  );
  const before = near.findLast((d) => d.end <= f.start) ?? (sentence ? near[0] : undefined);
  if (before) return { day: before.day, dayFrom: 'sentence' };
  if (sentence && sameDay.test(page.sheet.text.slice(sentence.start, sentence.end))) {
    const last = page.days.days.findLast((d) => d.end <= sentence.start && d.role === 'plain');
    if (last) return { day: last.day, dayFrom: 'sentence' };
  }
  if (leading) return { day: leading, dayFrom: 'row' };
  const heading = headings.sectionLineOf(f.line.index);
  const over =
    heading !== null && (heading > 2 || (heading === 2 && page.days.days.some((d) => d.line < heading)))
      ? page.days.days.find((d) => d.line === heading && d.role === 'plain')
      : undefined;
  if (over) return { day: over.day, dayFrom: 'heading' };
  const entry = sentence ? noteDay(page, f.line) : entryDay(page, f.line.index);
  return entry ? { day: entry, dayFrom: 'heading' } : { day: null, dayFrom: null };
}

/** The date that begins the paragraph of running text that a line belongs to, on a page of several such notes. */
function noteDay(page: OpenPage, line: Line): Day | null {
  const { leadingDays } = page.layout;
  if (new Set(leadingDays.values()).size < 2) return null;
  const above = [...leadingDays.keys()].filter((index) => index <= line.index).at(-1);
  const head = above === undefined ? undefined : page.sheet.lines[above];
  return head?.block === line.block ? (leadingDays.get(head.index) ?? null) : null;
}

/** The date of the entry that a line belongs to, on a page of several dated entries: the nearest line above that is headed by a date. */
function entryDay(page: OpenPage, line: number): Day | null {
  const heads = page.days.days.filter((d) => {
    if (d.role !== 'plain' && d.role !== 'self') return false;
    const own = page.sheet.lines[d.line];
    const words = own
      ? own.text
          .replace(/[^A-Za-z]+/g, ' ')
          .trim()
          .split(' ').length
      : 99;
    const inTable =
      page.layout.rows.has(d.line) || page.layout.headers.some((h) => h.firstLine <= d.line && h.lastLine >= d.line);
    return !inTable && (page.layout.leadingDays.has(d.line) || words <= 8);
  });
  const below = heads.filter((d) => d.line > 1 || page.layout.leadingDays.has(d.line));
  if (new Set(below.map((d) => d.day)).size < 2) return null;
  return below.findLast((d) => d.line <= line)?.day ?? null;
}

const isHeaded = (page: OpenPage, column: { start: number; end: number }) =>
  page.students.some((m) => m.start >= column.start && m.end <= column.end);

/** A name that opens a line, with the sign behind it that makes it the head of an entry: `Santino - …`, `Leo: …`. */
const opensEntry = /^\s*(?:[-•*]\s*)?[A-Z][\w'’.-]*(?:,? [A-Z][\w'’.-]*){0,2}\s*(?::| ?[-–—]+ )/;

/** Whose the entry is, in a note about several students, that a line of running text belongs to; null for none. */
function entryOf(page: OpenPage, line: Line): Pick<Mention, 'studentIds' | 'stranger'> | null {
  const heads = page.sheet.lines
    .filter((l) => opensEntry.test(l.text))
    .map((l) => ({
      l,
      named: page.students.find((m) => m.line === l.index && m.start <= l.start + l.text.search(/[A-Z]/)),
    }));
  if (new Set(heads.flatMap(({ named }) => named?.studentIds.join() ?? [])).size < 2) return null;
  const head = heads.findLast(({ l }) => l.index <= line.index && l.block === line.block);
  return head ? { studentIds: head.named?.studentIds ?? [], stranger: !head.named } : null;
}

/** A sentence about somebody else: `. Leo needed …`. */
const otherSubject =
  /[.!?]\s+(?!(?:He|She|They|It|This|That|There|Then|Class|Today|Math|Reading|I|We)\b)[A-Z][a-z]+ (?:[a-z]+ed|was|got|did|had|read|is|has|took|kept|said|sat)\b/;

/** `Santino was on time. He answered 6 of 8.`: on a page about several, the one student whom the paragraph has named so far. */
function paragraphOf(
  page: OpenPage,
  named: readonly StudentMention[],
  sentence: Sentence,
): Pick<Mention, 'studentIds' | 'stranger'> {
  const { text, lines } = page.sheet;
  const goesOn = /^\W*(?:s?he|they|his|her|their)\b/i.test(text.slice(sentence.start, sentence.end));
  const block = lines.findLast((l) => l.start <= sentence.start + 1)?.block;
  const before = named.filter((m) => m.end <= sentence.start && lines[m.line]?.block === block);
  const several = new Set(named.map((m) => m.studentIds.join())).size > 1;
  const own = new Set(before.map((m) => m.studentIds.join()));
  const since = text.slice(before.at(-1)?.end ?? sentence.start, sentence.start);
  const isHis = goesOn && several && own.size === 1 && !otherSubject.test(since);
  return { studentIds: isHis ? (before[0]?.studentIds ?? null) : null, stranger: false };
}

/** `Ortega L` in a table another row of which begins with a student: a row of somebody else. */
function isAmongPeople(page: OpenPage, row: Row, first: string): boolean {
  if (!/^[A-Z][\w'’-]+,? (?:[A-Z][\w'’-]+ )?[A-Z][\w'’-]*\.?$/.test(first) || sumsUp.test(first)) return false;
  return page.students.some((m) => {
    const other = page.layout.rows.get(m.line);
    const [lead] = other?.cells ?? [];
    return other?.header === row.header && lead && m.start <= lead.cell.start + 1 && m.end >= lead.cell.end - 1;
  });
}
const sumsUp = /\b(?:class|group|grade|mean|median|average|avg|total|goal|norm|target|benchmark)\b/i;

/** Whose a figure is, where its place says so. */
export function whoseAt(
  page: OpenPage,
  f: Found,
  sentence: Sentence | null,
  headings: Headings,
): Pick<Mention, 'studentIds' | 'stranger'> {
  const named = page.students.filter((m) => m.strength !== 'relative');
  const row = page.layout.rows.get(f.line.index);
  const column = columnOf(page, f);
  if (column) {
    const headed = page.students.find((m) => m.start >= column.start && m.end <= column.end);
    if (headed) return { studentIds: headed.studentIds, stranger: false };
    if (isPersonLabel(column.label)) {
      // Beside another person's column it is surely somebody else's.
      const people = row?.header.columns.filter((c) => isPersonLabel(c.label) || isHeaded(page, c)) ?? [];
      return { studentIds: people.length > 1 ? [] : null, stranger: true };
    }
  }
  if (sentence) {
    const inside = named.filter((m) => m.start >= sentence.start && m.end <= f.start);
    if (inside.length > 0) return { studentIds: inside.at(-1)?.studentIds ?? null, stranger: false };
    return entryOf(page, f.line) ?? paragraphOf(page, named, sentence);
  }
  const last = named.findLast((m) => m.line === f.line.index && m.end <= f.start);
  if (last) return { studentIds: last.studentIds, stranger: false };
  const first = f.line.cells[0]?.text ?? '';
  const inColumn = row?.cells.find((c) => /student|name/i.test(c.column?.label ?? ''))?.cell.text ?? '';
  const headsNames = /student|name/i.test(row?.header.columns[0]?.label ?? '') && /^[A-Z][a-z]+ [A-Z]/.test(first);
  if (isPersonLabel(first) || isPersonLabel(inColumn) || headsNames || (row && isAmongPeople(page, row, first)))
    return { studentIds: null, stranger: true };
  const heading = headings.sectionLineOf(f.line.index);
  const over = heading === null ? undefined : page.students.find((m) => m.line === heading);
  return { studentIds: over?.studentIds ?? null, stranger: false };
}
