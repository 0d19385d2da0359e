/** Services as delivered, from the rows of a log: who, what, which day, how many minutes, and why not. */

import type { Row, RowCell } from '../../binders/layout/layout.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import { isPersonLabel } from '../../binders/people/person-labels.ts';
import type { Classification } from '../../classification/classification.ts';
import type { Caseload, ServiceCommitment, Student } from '../../domain/caseload.ts';
import type { Day } from '../../domain/dates.ts';
import type { ServiceEntry } from '../../domain/evidence.ts';
import { inkDoubt, sourceOf } from '../grounding.ts';
import { findService, logKindText } from './service-kinds.ts';
import { readMinutes } from './session-minutes.ts';

interface Session {
  readonly student: Student;
  readonly day: Day;
  readonly minutes: number;
  readonly delivered: boolean;
  readonly kindText: string;
  readonly start: number;
  readonly end: number;
  readonly line: Line;
  readonly row: Row | null;
}

const noSession =
  /\b(?:holiday|no school|school closed|weekend|staff development|in-?service|teacher work ?day|break|spring break|winter break|thanksgiving|not scheduled|snow day)\b/i;
const notGiven =
  /\b(?:absent|abs|not delivered|not provided|not seen|not held|cancel+ed|canceled|cancelled|no[- ]show|out sick|home sick|student out|provider (?:out|sick|absent)|slp (?:out|sick|in)|ot (?:out|sick|in)|refused|missed|declined|suspended|did not (?:meet|attend)|no session|no service|unavailable|conflict)\b|^A$|\bin (?:iep|ard) (?:mtg|meeting)\b|\bfield trip\b/i;
const given = /\b(?:delivered|provided|seen|held|completed|made up|make-?up|yes)\b/i;

/** Whether the words beside a session say that it was not given; null where they say nothing. */
function deliveredFrom(text: string): boolean | null {
  if (/\bnot (?:delivered|provided|seen|held|given)\b|\bundelivered\b/i.test(text)) return false;
  const makeUp = /\bmake-?up\b|\bmade up\b/i.test(text);
  if (notGiven.test(text) && !makeUp) return false;
  return given.test(text) ? true : null;
}

function studentFor(
  page: OpenPage,
  line: Line,
  cells: readonly RowCell[],
  caseload: Caseload,
  documentStudent: string | null,
): Student | null {
  const mentions = page.students.filter((m) => m.line === line.index && m.strength !== 'relative');
  const inColumn = mentions.find((m) => {
    const column = cells.find((c) => c.cell.start <= m.start && c.cell.end >= m.end)?.column;
    return /student|name|client|pupil/i.test(column?.label ?? '') || m.start <= (line.cells[0]?.end ?? 0);
  });
  const column = cells.find((c) => /student|name|client|pupil/i.test(c.column?.label ?? ''));
  if (inColumn)
    return inColumn.studentIds.length === 1
      ? (caseload.students.find((s) => s.id === inColumn.studentIds[0]) ?? null)
      : null;
  // A row of somebody who is not of the caseload.
  if ((column && /[A-Za-z]{2}/.test(column.cell.text)) || isPersonLabel(line.cells[0]?.text ?? '')) return null;
  return caseload.students.find((s) => s.id === documentStudent) ?? null;
}

/** One session for each line of a dated table, or of dated lines without a header. */
function rowSession(
  page: OpenPage,
  line: Line,
  day: Day,
  caseload: Caseload,
  documentStudent: string | null,
): Session | null {
  const row = page.layout.rows.get(line.index) ?? null;
  const cells: readonly RowCell[] = row?.cells ?? line.cells.map((cell) => ({ cell, column: null }));
  const student = studentFor(page, line, cells, caseload, documentStudent);
  if (!student || /\btotals?\b/i.test(line.cells[0]?.text ?? '')) return null;
  const text = line.text;
  const found = readMinutes(cells, line, page);
  const status = deliveredFrom(
    cells
      .filter((c) => !/\d{1,2}[/-]\d/.test(c.cell.text) || c.cell.text.length > 12)
      .map((c) => c.cell.text)
      .join('  '),
  );
  if (noSession.test(text) && (found === null || found.minutes === 0) && status !== false) return null;
  if (found === null && status !== false) return null;
  const delivered =
    status === false
      ? (found?.minutes ?? 0) > 0 &&
        found?.source !== 'planned' &&
        !/\bnot (?:delivered|provided)\b|\babsent\b|cancel/i.test(text)
      : (found?.minutes ?? 0) > 0;
  const kindText =
    cells
      .filter((c) => /service|type|kind|discipline|subject/i.test(c.column?.label ?? ''))
      .map((c) => c.cell.text)
      .join(' ') || (row ? '' : text);
  const first = line.cells[0]!;
  const last = found ? Math.max(found.end, first.end) : line.cells.at(-1)!.end;
  return {
    student,
    day,
    minutes: delivered ? (found?.minutes ?? 0) : 0,
    delivered,
    kindText,
    start: first.start,
    end: last,
    line,
    row,
  };
}

/** A log with students down the side and days across: each cell is a session. */
function gridSessions(
  page: OpenPage,
  row: Row,
  line: Line,
  caseload: Caseload,
  documentStudent: string | null,
): Session[] {
  const label = row.cells.find((c) => c.column === null)?.cell;
  const named = page.students.find(
    (m) => m.line === line.index && m.start <= (label?.end ?? 0) && m.strength !== 'relative',
  );
  if (label && !named && (isPersonLabel(label.text) || documentStudent === null)) return [];
  if (named && named.studentIds.length !== 1) return [];
  const student = caseload.students.find((s) => s.id === (named?.studentIds[0] ?? documentStudent));
  if (!student || /\btotals?\b|\bpromised\b|\biep\b|\bowed\b|\bscheduled\b/i.test(row.label)) return [];
  return row.cells.flatMap((c): Session[] => {
    if (!c.column?.day) return [];
    const { text, start, end } = c.cell;
    const number = /^(\d{1,3})\s?(?:min\.?|m|minutes)?\b/i.exec(text);
    const absent = /^(?:A|abs\.?|absent|NS|X|C|canc\w*|ND)$/i.test(text) || notGiven.test(text);
    if (noSession.test(text) || /^(?:-{1,3}|–|—|n\/?a)$/i.test(text)) return [];
    if (/^NS$/.test(text) && /NS\s*=\s*no school/i.test(page.sheet.text)) return [];
    if (!number && !absent) return [];
    const minutes = number && !absent ? Number(number[1]) : 0;
    return [
      { student, day: c.column.day, minutes, delivered: minutes > 0, kindText: row.label, start, end, line, row },
    ];
  });
}

function groupSize(line: Line): number | undefined {
  const match =
    /\b(?:group|grp)\.? ?(?:of|\(|:)? ?(\d{1,2})\b|\b(\d{1,2})[- ](?:students|kids) (?:in )?(?:group|grp)?|\b1 ?: ?(\d)\b/i.exec(
      line.text,
    );
  const size = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? Number.NaN);
  return Number.isInteger(size) && size > 0 ? size : undefined;
}

function entryOf(session: Session, page: OpenPage, service: ServiceCommitment): ServiceEntry | null {
  const source = sourceOf(page, session.start, session.end);
  if (!source) return null;
  const provider = session.row?.cells.find((c) => /provider|staff|therapist|teacher|by/i.test(c.column?.label ?? ''))
    ?.cell.text;
  const size = groupSize(session.line);
  const doubt = inkDoubt(page, source);
  return {
    serviceId: service.id,
    studentId: session.student.id,
    kind: service.kind,
    date: session.day,
    minutes: session.minutes,
    delivered: session.delivered,
    ...(size === undefined ? {} : { groupSize: size }),
    ...(provider ? { provider } : {}),
    ...(doubt ? { status: 'needs_review' as const, reason: doubt } : {}),
    source,
  };
}

/** The sessions that a service log records, in the order of the page. */
export function readServiceLog(
  pages: readonly OpenPage[],
  classification: Classification,
  caseload: Caseload,
): ServiceEntry[] {
  return pages.flatMap((page) => {
    const heading = logKindText(page);
    const sessions = page.sheet.lines.flatMap((line): Session[] => {
      if (
        line.cells.length === 0 ||
        page.layout.headers.some((h) => h.firstLine <= line.index && h.lastLine >= line.index)
      )
        return [];
      const row = page.layout.rows.get(line.index);
      if (row?.header.kind === 'days') return gridSessions(page, row, line, caseload, classification.studentId);
      const day =
        row?.day ??
        page.layout.leadingDays.get(line.index) ??
        page.days.days.find((d) => d.line === line.index && row !== undefined && d.role === 'plain')?.day;
      const session = day ? rowSession(page, line, day, caseload, classification.studentId) : null;
      return session ? [session] : [];
    });
    return sessions.flatMap((session) => {
      const service = findService(session.student, session.kindText, heading);
      const entry = service ? entryOf(session, page, service) : null;
      return entry ? [entry] : [];
    });
  });
}
