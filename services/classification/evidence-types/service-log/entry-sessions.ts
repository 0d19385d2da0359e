/** The sessions that one entry of a log tells of: whose, how long, and whether they took place. */
import type { RowCell } from '../../../binders/layout/layout.ts';
import type { OpenPage } from '../../../binders/open-page.ts';
import { isPersonLabel } from '../../../binders/people/person-labels.ts';
import type { StudentMention } from '../../../binders/people/student-mention.ts';
import type { Student } from '../../../domain/caseload.ts';
import type { Entry } from './entries.ts';
import { personColumns } from './grid-sessions.ts';
import type { LogContext, Session } from './session.ts';
import { readMinutes } from './session-minutes.ts';
import { isNoSession, type SessionStatus, statusOf, statusOfCode, wasPartlyGiven } from './session-status.ts';

const studentColumn = /student|name|client|pupil|child|participant|learner/i;
const missing = /^(?:-{1,5}|–|—|_+)$/;
/** Words before a list of names. */
const listWord =
  /\b(present|here|seen|with|w\/|attended|attending|in group|students?|kids|absent|out|missing|abs|not here|no show)\b\s*:?/gi;
const absentWord = /^(?:absent|out|missing|abs|not here|no show)$/i;

interface Share {
  readonly student: Student;
  /** What the entry says of this student. */
  readonly text: string;
}

/** The list word that a name stands behind, in the same sentence. */
function listedAs(entry: Entry, mention: StudentMention): string | null {
  const before = entry.text.slice(0, mention.start - entry.start);
  return [...before.matchAll(listWord)].at(-1)?.[1] ?? null;
}

/** The sentence of the entry that holds the name; points behind initials end none. */
function sentenceOf(entry: Entry, mention: StudentMention): string {
  const at = mention.start - entry.start;
  const breaks = [...entry.text.matchAll(/(?<=[a-z]{3}|\d|\))[.;]\s+(?=[A-Z])/g)].map((m) => m.index + m[0].length);
  const from = breaks.filter((b) => b <= at).at(-1) ?? 0;
  return entry.text.slice(from, breaks.find((b) => b > at) ?? entry.text.length);
}

/** Whose session the entry is: of its student column, of the names it begins with or lists, else of the log's own. */
function sharesOf(page: OpenPage, entry: Entry, context: LogContext): Share[] {
  const { cells, text } = entry;
  const byId = (id: string | null | undefined) => context.caseload.students.find((s) => s.id === id);
  const one = (student: Student | undefined): Share[] => (student ? [{ student, text }] : []);
  const end = entry.start + text.length;
  const mentions = page.students.filter((m) => m.start >= entry.start && m.end <= end && m.strength !== 'relative');
  const single = (m: StudentMention) => (m.studentIds.length === 1 ? byId(m.studentIds[0]) : undefined);
  const column = cells.find((c) => studentColumn.test(c.column?.label ?? ''));
  if (column && /[A-Za-z]{2}/.test(column.cell.text)) {
    const named = mentions.find((m) => m.start >= column.cell.start && m.end <= column.cell.end);
    return one(named && single(named));
  }
  const leadEnd = cells[1]?.cell.end ?? cells[0]?.cell.end ?? 0;
  const lead = mentions.find((m) => m.start <= leadEnd && listedAs(entry, m) === null);
  const listed = mentions.filter((m) => listedAs(entry, m) !== null || context.documentStudent === null);
  if (entry.continues && !mentions.some((m) => listedAs(entry, m) !== null)) return [];
  if (context.documentStudent !== null) {
    if (lead && !lead.studentIds.includes(context.documentStudent)) return one(single(lead));
    const isStranger = !lead && cells.slice(0, 2).some((c) => isPersonLabel(c.cell.text));
    return isStranger ? [] : one(byId(context.documentStudent));
  }
  if (listed.length > 0) {
    return listed.flatMap((m) => {
      const student = single(m);
      const word = listedAs(entry, m);
      const own = sentenceOf(entry, m);
      if (!student) return [];
      const said = word && absentWord.test(word) ? 'absent' : /\babsent\b|\bout\b/i.test(own) ? own : '';
      return [{ student, text: listed.length > 1 || word ? said || withoutAbsences(text) : text }];
    });
  }
  if (cells.slice(0, 2).some((c) => isPersonLabel(c.cell.text)) || entry.section === null) return [];
  return one(single(entry.section.mention));
}

/** What an entry says of those who were there. */
const withoutAbsences = (text: string) => text.replace(/[^.;:]*\b(?:absent|out)\b[^.;]*/gi, ' ');

/** What the cells of an entry say of its session, codes first. */
function statusIn(cells: readonly RowCell[], text: string, context: LogContext): SessionStatus | null {
  for (const { cell, column } of cells) {
    const status = statusOfCode(cell.text, context.codes);
    const coded =
      context.codes.statuses.has(cell.text.trim()) ||
      /code|status|att|del|held|seen|here/i.test(column?.label ?? '') ||
      /^(?:yes|no)$/i.test(cell.text);
    if (status && coded) return status;
  }
  const words = cells.filter((c) => !/^\D{0,12}\d{1,2}[/-]\d/.test(c.cell.text) || c.cell.text.length > 12);
  return statusOf(words.length > 0 ? words.map((c) => c.cell.text).join('  ') : text);
}

function sessionFor(
  share: Share,
  entry: Entry,
  cells: readonly RowCell[],
  text: string,
  earlier: number | null,
  context: LogContext,
): Session | null {
  const own = share.text === entry.text ? null : statusOf(share.text);
  const found = readMinutes(cells, text, entry.start);
  const said = own ?? statusIn(cells, text, context);
  // `20 min, holiday cards`: what was done, not a day without school.
  const status = said === 'none' && (found?.minutes ?? 0) > 0 && !isNoSession(text) ? null : said;
  if (status === 'none') return null;
  const minutes = found?.minutes ?? earlier ?? (status === 'given' ? (context.codes.each ?? 0) : 0);
  // Minutes beside `absent` are those that were planned.
  const delivered =
    minutes > 0 && (status !== 'missed' || (found?.source !== 'planned' && own === null && wasPartlyGiven(text)));
  const isEmpty = found === null && cells.some((c) => missing.test(c.cell.text)) && /[a-z]{4}/i.test(lastWords(cells));
  if (!delivered && status !== 'missed' && found === null && !isEmpty) return null;
  const kind = cells.filter((c) => /service|type|kind|discipline|subject|area/i.test(c.column?.label ?? ''));
  const first = cells[0]?.cell ?? entry.line.cells[0]!;
  return {
    student: share.student,
    day: entry.day,
    minutes: delivered ? minutes : 0,
    delivered,
    kindTexts: [
      kind.map((c) => c.cell.text).join(' ') || (entry.row ? '' : text),
      entry.section?.mention.studentIds.includes(share.student.id) ? entry.section.text : '',
    ],
    start: first.start,
    end: Math.max(first.end, found?.end ?? cells.at(-1)?.cell.end ?? first.end),
    line: entry.line,
    cells,
  };
}

/** The words behind the empty places of a row: why it was not held. */
const lastWords = (cells: readonly RowCell[]) => cells.at(-1)?.cell.text ?? '';

/** The sessions of `entry`; `earlier` are the minutes of the entry that it goes on with. */
export function entrySessions(page: OpenPage, entry: Entry, earlier: number | null, context: LogContext): Session[] {
  if (/\btotals?\b|\bowed\b/i.test(entry.line.cells[0]?.text ?? '')) return [];
  const groups = entry.row ? personColumns(page, entry.row) : [];
  if (groups.length > 0) {
    return groups.flatMap(({ mention, cells }) => {
      const student = context.caseload.students.find(
        (s) => mention.studentIds.length === 1 && s.id === mention.studentIds[0],
      );
      const text = cells.map((c) => c.cell.text).join('  ');
      const session =
        student && cells.length > 0
          ? sessionFor({ student, text: entry.text }, entry, cells, text, null, context)
          : null;
      return session ? [session] : [];
    });
  }
  return sharesOf(page, entry, context).flatMap((share) => {
    const session = sessionFor(share, entry, entry.cells, entry.text, entry.continues ? earlier : null, context);
    return session ? [session] : [];
  });
}
