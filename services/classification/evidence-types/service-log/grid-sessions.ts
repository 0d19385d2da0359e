/** Sessions of logs laid out as a grid: students down and days across, or days down and students across. */
import type { Header, Row, RowCell } from '../../../binders/layout/layout.ts';
import type { OpenPage } from '../../../binders/open-page.ts';
import type { Line } from '../../../binders/page-text/sheet.ts';
import { isPersonLabel } from '../../../binders/people/person-labels.ts';
import type { StudentMention } from '../../../binders/people/student-mention.ts';
import type { Student } from '../../../domain/caseload.ts';
import type { Day } from '../../../domain/dates.ts';
import type { LogContext, Session } from './session.ts';
import { statusOf, statusOfCode } from './session-status.ts';

const notSessions =
  /\btotals?\b|\bdelivered\b|\b(?:this|per|a|each) (?:week|month)\b|\bmake-?up\b|\bpromised?\b|\biep\b|\bowed\b|\bscheduled\b|\bplanned\b|\brequired\b/i;
const nothing = /^(?:-{1,4}|–|—|n\/?a|\.|_+)$/i;

/** Minutes of a cell, or 0 where it says that the session was missed; null where it records none. */
function cellMinutes(text: string, context: LogContext): number | null {
  const plain = text.trim();
  const coded = context.codes.statuses.get(plain);
  if (coded === 'none') return null;
  if (coded === 'missed') return 0;
  const each = context.codes.minutes.get(plain);
  if (each !== undefined) return each;
  if (nothing.test(plain)) return null;
  const status = statusOfCode(plain, context.codes) ?? statusOf(plain);
  if (status === 'none') return null;
  if (status === 'missed') return 0;
  if (status === 'given' && context.codes.each !== null) return context.codes.each;
  const number = /^(\d{1,3})\s?(?:min\.?|m|minutes)?\b/i.exec(plain);
  return number ? Number(number[1]) : null;
}

function sessionOf(
  student: Student,
  day: Day,
  minutes: number,
  line: Line,
  kindText: string,
  cells: readonly RowCell[],
): Session {
  return {
    student,
    day,
    minutes,
    delivered: minutes > 0,
    kindTexts: [kindText],
    start: cells[0]?.cell.start ?? line.start,
    end: cells.at(-1)?.cell.end ?? line.end,
    line,
    cells,
  };
}

const studentOf = (mention: StudentMention | undefined, context: LogContext) =>
  mention?.studentIds.length === 1 ? context.caseload.students.find((s) => s.id === mention.studentIds[0]) : undefined;

/** A row under days: of the student that it names, or of the log's own. */
export function daysAcross(page: OpenPage, row: Row, line: Line, context: LogContext): Session[] {
  const label = row.cells.find((c) => c.column === null)?.cell;
  const named = page.students.find(
    (m) => m.line === line.index && m.start <= (label?.end ?? 0) && m.strength !== 'relative',
  );
  if (label && !named && (isPersonLabel(label.text) || context.documentStudent === null)) return [];
  if (named && named.studentIds.length !== 1) return [];
  const student = context.caseload.students.find((s) => s.id === (named?.studentIds[0] ?? context.documentStudent));
  if (!student || notSessions.test(`${row.label} ${row.cells[0]?.cell.text ?? ''}`)) return [];
  return row.cells.flatMap((c): Session[] => {
    const day = c.column?.day ?? null;
    const minutes = cellMinutes(c.cell.text, context);
    return day === null || minutes === null ? [] : [sessionOf(student, day, minutes, line, row.label, [c])];
  });
}

/** Whether the columns of `row` are students of the caseload. */
export function hasPeopleAcross(page: OpenPage, row: Row): boolean {
  const named = row.header.columns.filter((column) =>
    page.students.some((m) => m.start >= column.start && m.end <= column.end),
  );
  return named.length > 0 && row.header.columns.filter((c) => isPersonLabel(c.label)).length + named.length >= 2;
}

/** A dated row under students: one session for each of them. */
export function peopleAcross(page: OpenPage, row: Row, line: Line, day: Day, context: LogContext): Session[] {
  return row.cells.flatMap((c): Session[] => {
    const { column } = c;
    const named = column ? page.students.find((m) => m.start >= column.start && m.end <= column.end) : undefined;
    const student = studentOf(named, context);
    const minutes = cellMinutes(c.cell.text, context);
    return student && minutes !== null ? [sessionOf(student, day, minutes, line, row.label, [c])] : [];
  });
}

/** Cells of a row that stand under one person's columns. */
export interface PersonColumns {
  readonly mention: StudentMention;
  readonly cells: readonly RowCell[];
}

/** How often the labels of a header come round: 2 for `in out min in out min`; 1 where they do not. */
function roundsOf(header: Header): number {
  const labels = header.columns.map((c) => c.label.toLowerCase());
  const first = labels.findIndex((label, i) => labels.indexOf(label, i + 1) > 0);
  const period = first < 0 ? 0 : labels.indexOf(labels[first] ?? '', first + 1) - first;
  const repeated = labels.slice(first);
  const rounds = repeated.length / Math.max(1, period);
  return period >= 2 && Number.isInteger(rounds) && repeated.every((label, i) => label === repeated[i % period])
    ? rounds
    : 1;
}

/** The groups of columns that stand under names, where a line of names heads a line of repeated labels. */
export function personColumns(page: OpenPage, row: Row): PersonColumns[] {
  const rounds = roundsOf(row.header);
  if (rounds < 2) return [];
  const above = page.students.filter((m) => m.line === row.header.firstLine - 1 && m.strength !== 'relative');
  if (above.length !== rounds) return [];
  const { columns } = row.header;
  const period = Math.floor(columns.length / rounds);
  const lead = columns.length - period * rounds;
  return above.map((mention, i) => {
    const own = columns.slice(lead + i * period, lead + (i + 1) * period);
    return { mention, cells: row.cells.filter((c) => c.column !== null && own.includes(c.column)) };
  });
}
