/** Sessions of logs with one line each: date, minutes, status, notes. */
import type { RowCell } from '../../binders/layout/layout.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import { isPersonLabel } from '../../binders/people/person-labels.ts';
import type { Caseload, Student } from '../../domain/caseload.ts';
import type { Day } from '../../domain/dates.ts';
import type { Session } from './session.ts';
import { readMinutes } from './session-minutes.ts';
import { type LogCodes, type SessionStatus, statusOf, statusOfCode } from './session-status.ts';

export interface LogContext {
  readonly caseload: Caseload;
  readonly documentStudent: string | null;
  readonly codes: LogCodes;
}

const studentColumn = /student|name|client|pupil|child/i;

function studentFor(page: OpenPage, line: Line, cells: readonly RowCell[], context: LogContext): Student | null {
  const mentions = page.students.filter((m) => m.line === line.index && m.strength !== 'relative');
  const named = mentions.find((m) => {
    const column = cells.find((c) => c.cell.start <= m.start && c.cell.end >= m.end)?.column;
    return studentColumn.test(column?.label ?? '') || m.start <= (line.cells[1]?.end ?? 0);
  });
  const column = cells.find((c) => studentColumn.test(c.column?.label ?? ''));
  const byId = (id: string | null | undefined) => context.caseload.students.find((s) => s.id === id) ?? null;
  if (named) return named.studentIds.length === 1 ? byId(named.studentIds[0]) : byId(context.documentStudent);
  // A row of somebody who is not of the caseload.
  if (
    (column && /[A-Za-z]{2}/.test(column.cell.text)) ||
    isPersonLabel(line.cells[0]?.text ?? '') ||
    isPersonLabel(line.cells[1]?.text ?? '')
  )
    return null;
  return byId(context.documentStudent);
}

/** What the cells of a line say of its session, codes first. */
function statusIn(cells: readonly RowCell[], context: LogContext): SessionStatus | null {
  for (const { cell, column } of cells) {
    const status = statusOfCode(cell.text, context.codes);
    const coded = context.codes.statuses.has(cell.text.trim()) || /code|status|att|del/i.test(column?.label ?? '');
    if (status && coded) return status;
  }
  const words = cells.filter((c) => !/^\D{0,12}\d{1,2}[/-]\d/.test(c.cell.text) || c.cell.text.length > 12);
  return statusOf(words.map((c) => c.cell.text).join('  '));
}

/** The session of one dated line; null where it records none. */
export function rowSession(page: OpenPage, line: Line, day: Day, context: LogContext): Session | null {
  const row = page.layout.rows.get(line.index) ?? null;
  const cells: readonly RowCell[] = row?.cells ?? line.cells.map((cell) => ({ cell, column: null }));
  const student = studentFor(page, line, cells, context);
  if (!student || /\btotals?\b|\bowed\b/i.test(line.cells[0]?.text ?? '')) return null;
  const found = readMinutes(cells, line, page);
  const status = statusIn(cells, context);
  if (status === 'none') return null;
  const minutes = found?.minutes ?? 0;
  // Minutes beside `absent` are those that were planned.
  const delivered = status === 'missed' ? minutes > 0 && given(line.text) : minutes > 0;
  if (!delivered && status !== 'missed' && found === null) return null;
  const kind = cells.filter((c) => /service|type|kind|discipline|subject|area/i.test(c.column?.label ?? ''));
  const first = line.cells[0]!;
  return {
    student,
    day,
    minutes: delivered ? minutes : 0,
    delivered,
    kindText: kind.map((c) => c.cell.text).join(' ') || (row ? '' : line.text),
    start: first.start,
    end: Math.max(first.end, found?.end ?? line.cells.at(-1)!.end),
    line,
    row,
  };
}

/** `25 min, left early (sick)`: some of it was given although a word of absence stands there. */
function given(text: string): boolean {
  return (
    /\b(?:left early|came late|arrived late|ended early|started late|late|partial|shortened|cut short)\b/i.test(text) &&
    !/\bnot (?:delivered|provided)\b|\babsent\b|cancel/i.test(text)
  );
}
