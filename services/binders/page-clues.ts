/** What one page tells about where a document begins: its student, date, title and page number, and how it starts. */
import type { DayMention } from './days/day-mention.ts';
import { isLooseNote } from './joints/loose-note.ts';
import { type PageEnd, pageEndOf } from './joints/page-end.ts';
import { greets, hasLetterhead, isHeadline, namesForm, titleOf } from './joints/page-head.ts';
import { isNumberLine, type PageNumber, pageNumbersOf } from './joints/page-number.ts';
import { isMarks, isRow, rowShape } from './joints/rows.ts';
import { isParagraph, isRunningText, startsInside } from './joints/running-text.ts';
import type { OpenPage } from './open-page.ts';
import type { Line } from './page-text/sheet.ts';
import type { StudentMention } from './people/student-mention.ts';
import { looksLikeSeparator } from './separators.ts';

export interface PageClues {
  readonly page: number;
  readonly file: string;
  readonly blank: boolean;
  /** Ink that nobody could read: it tells nothing about its document. */
  readonly unreadable: boolean;
  readonly separator: boolean;
  /** What it may be numbered as; those that say so first. */
  readonly numbers: readonly PageNumber[];
  /** Its lines, blank ones left out, and the dates on them. */
  readonly lines: readonly Line[];
  readonly days: readonly DayMention[];
  readonly end: PageEnd;
  /** Students that the head of the page names; several where a name fits several. */
  readonly students: readonly string[];
  /** The same without what stands in rows, which is of the row where a table goes on overleaf. */
  readonly outsideRows: { readonly students: readonly string[]; readonly date: string | null };
  /** Students named anywhere on it. */
  readonly anywhere: readonly string[];
  /** Those that are named outside of running text. */
  readonly headed: readonly string[];
  /** A date in its head: `2025-11-14`, or `-11-14` where the page gives no year. */
  readonly date: string | null;
  /** The first line names a kind of paper: a probe, a log, a note, a letter. */
  readonly opensForm: boolean;
  /** The first line bears a date. */
  readonly startsWithDate: boolean;
  /** The first line names a student, and is no running text. */
  readonly startsWithName: boolean;
  /** A short line of its head holds nothing but a name: `by Annika`. */
  readonly bylined: boolean;
  /** Whose name is its very first word. */
  readonly opensWithName: readonly string[];
  /** A greeting or the head of a message. */
  readonly greets: boolean;
  /** Folded words of the title line; empty where the page begins without one. */
  readonly title: readonly string[];
  /** Its first line may be a heading, by its length and what follows. */
  readonly headline: boolean;
  /** The name of the school or the district heads it. */
  readonly letterhead: boolean;
  /** Fields of a form in the head: name, date. */
  readonly hasFields: boolean;
  /** It begins in the middle of something: a sentence, a numbered item, a table row. */
  readonly carriesOn: boolean;
  /** Its first letter is a small one, in no sentence. */
  readonly startsLow: boolean;
  /** What the cells of its first and of its last line hold, where those are rows: `date value value`. */
  readonly firstRow: string | null;
  readonly lastRow: string | null;
  /** It says that it goes on: `continued`, `(cont.)`. */
  readonly saysContinued: boolean;
  /** It ends with the headings of a table that has no row yet. */
  readonly endsInHeader: boolean;
  /** A few words from one person to another. */
  readonly looseNote: boolean;
}

const headLines = 7;
/** Lines among which the fields of a form stand that say whose it is. */
const fieldLines = 4;
/** How far into running text a date dates the page, where the sentence goes on behind it or a sign parts it. */
const dateAtStart = 6;
const dateBehindPlace = 24;
/** How far into the first line a name stands first. */
const nameAtStart = 3;

const wordsIn = (text: string) => (text.match(/[\p{L}\d]+/gu) ?? []).length;

/** Whether a date in running text is set before it: `12/9 Hall duty …`, `W. Petrakis, hall duty 12/10/25. …`. */
function datesText(d: DayMention, line: Line): boolean {
  const at = d.start - line.start;
  const isOwn = d.role === 'self' || d.role === 'plain' || d.role === 'week' || d.role === 'closing';
  const isSetOff = /^\s*(?:[-–—:.,;)]|\s{2}|$)/.test(line.text.slice(d.end - line.start));
  return isOwn && (at <= dateAtStart || (at <= dateBehindPlace && isSetOff));
}

/** `(continued)`, `cont.`, and how worn print is read. */
const continued = /\bc[o0]n(?:t|[tf][il1]n[uv][ec]d|'d|t'd|t\.)(?![a-z])|\(con ?t/i;

/** Running text across the page: a name in it is spoken of. */
const isSentence = (line: Line | undefined) => line?.cells.length === 1 && isRunningText(line);

/** Whether a name opens the first line. */
const isAtStart = (m: StudentMention, top: Line | undefined) =>
  top !== undefined && m.line === top.index && m.start - top.start <= nameAtStart;

/** The students that mentions agree on; none where they name several. */
function onlyOf(mentions: readonly StudentMention[]): readonly string[] {
  const sets = [...new Map(mentions.map((m) => [m.studentIds.join(), m.studentIds])).values()];
  return sets.length === 1 ? (sets[0] ?? []) : [];
}

/** `SST-7`, `PC 12-B`: a form by its code. */
const formCode = /^[A-Z]{2,6}[- ]\d{1,4}(?:[- ]?[A-Z])?$/;

/** Reads the clues of one page. */
export function pageClues(opened: OpenPage): PageClues {
  const { sheet } = opened;
  const written = sheet.lines.filter((line) => line.cells.length > 0);
  // The code of a form, alone above its letterhead, is no line of its head.
  const lines = formCode.test(written[0]?.text.trim() ?? '') ? written.slice(1) : written;
  const [top] = lines;
  const head = lines.slice(0, headLines);
  const headEnd = head.at(-1)?.end ?? 0;
  const named = opened.students.filter((m) => m.strength !== 'relative' && m.strength !== 'family');
  // A name or a date in a row of a table is of that row, not of the page.
  const inRow = new Set(head.filter((line) => rowShape(line, opened.days.days) !== null).map((line) => line.index));
  const inHead = named.filter(
    (m) => m.start < headEnd && m.strength !== 'given' && (!isSentence(sheet.lines[m.line]) || isAtStart(m, top)),
  );
  const outside = inHead.filter((m) => !inRow.has(m.line));
  const first = lines[0]?.text.trim() ?? '';
  const topEnd = lines[2]?.end ?? headEnd;
  const inside = startsInside(top);
  const bearsDate =
    !inside &&
    opened.days.days.some(
      (d) =>
        top !== undefined &&
        d.line === top.index &&
        d.role !== 'birth' &&
        !isMarks(top) &&
        (!isRunningText(top) || datesText(d, top)),
    );
  const opensWith = named.find((m) => isAtStart(m, top))?.studentIds ?? [];
  const bylined = named.some(
    (m) =>
      m.start < topEnd &&
      !inRow.has(m.line) &&
      wordsIn(sheet.lines[m.line]?.text ?? '') - wordsIn(sheet.text.slice(m.start, m.end)) <= 2,
  );
  const bearsName = named.some((m) => m.line === lines[0]?.index);
  const dates = opened.days.days.filter(
    (d) =>
      (d.start < topEnd || (d.start < headEnd && d.role === 'self')) &&
      (!isRunningText(sheet.lines[d.line]) || (top !== undefined && d.line === top.index && datesText(d, top))) &&
      (d.role === 'self' ||
        d.role === 'plain' ||
        d.role === 'week' ||
        (d.role === 'due' && d.line === lines[0]?.index)),
  );
  const dateOf = (d: DayMention | undefined) => (d ? (d.hasYear ? d.day : d.day.slice(4)) : null);
  const title = titleOf(head, opened.students, opened.days.days);
  const hasFields = head
    .slice(0, fieldLines)
    .some((line) =>
      /\b(?:student|name|child|pupil|nombre|estudiante)\s*:|\b(?:name|student|date|teacher|grade|class|period|nombre|fecha)\s*:?\s*_{4,}|^\s*(?:name|nombre|student|child)\b\s*[.:]*\s*[A-Z]/i.test(
        line.text,
      ),
    );
  return {
    page: sheet.page.page,
    file: sheet.page.file,
    blank: sheet.page.source === 'blank' || lines.length === 0 || sheet.text.replace(/[^A-Za-z0-9]/g, '').length < 3,
    unreadable: sheet.page.source === 'unreadable',
    separator: looksLikeSeparator(opened),
    numbers: pageNumbersOf(lines),
    lines,
    days: opened.days.days,
    end: pageEndOf(lines),
    students: onlyOf(inHead),
    outsideRows: { students: onlyOf(outside), date: dateOf(dates.find((d) => !inRow.has(d.line))) },
    anywhere: [...new Set(named.flatMap((m) => m.studentIds))],
    headed: [...new Set(named.filter((m) => !isParagraph(sheet.lines[m.line])).flatMap((m) => m.studentIds))],
    date: dateOf(dates[0]),
    title,
    letterhead: hasLetterhead(head),
    headline: isHeadline(head),
    hasFields,
    opensForm: (title.length > 0 || isHeadline(head) || bearsDate || bearsName) && namesForm(first),
    startsWithDate: bearsDate,
    startsWithName: bearsName && !isRunningText(lines[0]),
    greets: greets(head),
    bylined,
    opensWithName: opensWith,
    startsLow: /^[a-z]/.test(first) && !namesForm(first) && !bearsDate && !bearsName,
    carriesOn: inside || /^\(?(?:[2-9]|[1-9]\d)[.)]?\s+\S/.test(first) || (top !== undefined && isRow(top)),
    firstRow: rowShape(top, opened.days.days),
    lastRow: rowShape(
      lines.findLast((line) => !isNumberLine(line)),
      opened.days.days,
    ),
    saysContinued: head.slice(0, 2).some((line) => continued.test(line.text)),
    endsInHeader: opened.layout.headers.at(-1)?.lastLine === lines.at(-1)?.index,
    looseNote: isLooseNote(lines),
  };
}
