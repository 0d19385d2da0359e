/** Sessions of logs laid out as a grid: students down and days across, or days down and students across. */

import type { Row } from '../../binders/layout/layout.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import { isPersonLabel } from '../../binders/people/person-labels.ts';
import type { Student } from '../../domain/caseload.ts';
import type { LogContext } from './row-sessions.ts';
import type { Session } from './session.ts';
import { statusOf, statusOfCode } from './session-status.ts';

const notSessions = /\btotals?\b|\bpromised\b|\biep\b|\bowed\b|\bscheduled\b|\bplanned\b|\brequired\b/i;

/** Minutes of a cell, or 0 where it says that the session was missed; null where it records none. */
function cellMinutes(text: string, context: LogContext): number | null {
  const plain = text.trim();
  const coded = context.codes.statuses.get(plain);
  if (coded === 'none') return null;
  if (coded === 'missed') return 0;
  const each = context.codes.minutes.get(plain);
  if (each !== undefined) return each;
  if (/^(?:-{1,3}|–|—|n\/?a|\.|_+)$/i.test(plain)) return null;
  const status = statusOfCode(plain, context.codes) ?? statusOf(plain);
  if (status === 'none') return null;
  if (status === 'missed') return 0;
  const number = /^(\d{1,3})\s?(?:min\.?|m|minutes)?\b/i.exec(plain);
  return number ? Number(number[1]) : null;
}

const sessionsOf = (
  student: Student,
  row: Row,
  line: Line,
  context: LogContext,
  cells: Row['cells'],
  dayOf: (c: Row['cells'][number]) => string | null,
) =>
  cells.flatMap((c): Session[] => {
    const day = dayOf(c);
    const minutes = cellMinutes(c.cell.text, context);
    if (day === null || minutes === null) return [];
    return [
      {
        student,
        day,
        minutes,
        delivered: minutes > 0,
        kindText: row.label,
        start: c.cell.start,
        end: c.cell.end,
        line,
        row,
      },
    ];
  });

/** A row under days: of the student that it names, or of the log's own. */
export function daysAcross(page: OpenPage, row: Row, line: Line, context: LogContext): Session[] {
  const label = row.cells.find((c) => c.column === null)?.cell;
  const named = page.students.find(
    (m) => m.line === line.index && m.start <= (label?.end ?? 0) && m.strength !== 'relative',
  );
  if (label && !named && (isPersonLabel(label.text) || context.documentStudent === null)) return [];
  if (named && named.studentIds.length !== 1) return [];
  const student = context.caseload.students.find((s) => s.id === (named?.studentIds[0] ?? context.documentStudent));
  if (!student || notSessions.test(row.label)) return [];
  return sessionsOf(student, row, line, context, row.cells, (c) => c.column?.day ?? null);
}

/** Whether the columns of `row` are students of the caseload. */
export function hasPeopleAcross(page: OpenPage, row: Row): boolean {
  const named = row.header.columns.filter((column) =>
    page.students.some((m) => m.start >= column.start && m.end <= column.end),
  );
  return named.length > 0 && row.header.columns.filter((c) => isPersonLabel(c.label)).length + named.length >= 2;
}

/** A dated row under students: one session for each of them. */
export function peopleAcross(page: OpenPage, row: Row, line: Line, day: string, context: LogContext): Session[] {
  return row.cells.flatMap((c): Session[] => {
    const { column } = c;
    const named = column
      ? page.students.find((m) => m.start >= column.start && m.end <= column.end && m.studentIds.length === 1)
      : undefined;
    const student = context.caseload.students.find((s) => s.id === named?.studentIds[0]);
    return student ? sessionsOf(student, row, line, context, [c], () => day) : [];
  });
}
