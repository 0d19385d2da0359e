/** Every session that the pages of a log record, tied to the promised service that it is of. */
import type { OpenPage } from '../../../binders/open-page.ts';
import type { Caseload, ServiceCommitment } from '../../../domain/caseload.ts';
import { entriesOf } from './entries.ts';
import { entrySessions } from './entry-sessions.ts';
import { daysAcross, hasPeopleAcross, peopleAcross } from './grid-sessions.ts';
import { findService, logKindText } from './service-kinds.ts';
import type { LogContext, Session } from './session.ts';
import { readMinutes } from './session-minutes.ts';
import { readCodes } from './session-status.ts';

export interface ServiceSession {
  readonly page: OpenPage;
  readonly session: Session;
  readonly service: ServiceCommitment;
}

function sessionsOn(page: OpenPage, context: LogContext): Session[] {
  const grid = page.sheet.lines.flatMap((line): Session[] => {
    const row = page.layout.rows.get(line.index);
    return row?.header.kind === 'days' ? daysAcross(page, row, line, context) : [];
  });
  let earlier: number | null = null;
  const listed = entriesOf(page).flatMap((entry): Session[] => {
    if (entry.row && hasPeopleAcross(page, entry.row))
      return peopleAcross(page, entry.row, entry.line, entry.day, context);
    if (!entry.continues) earlier = readMinutes(entry.cells, entry.text, entry.start)?.minutes ?? null;
    return entrySessions(page, entry, earlier, context);
  });
  return [...grid, ...listed].sort((a, b) => a.start - b.start);
}

/** The sessions of `pages`, in their order. `documentStudent` is whose the log is; null for a log of several. */
export function findSessions(
  pages: readonly OpenPage[],
  documentStudent: string | null,
  caseload: Caseload,
): ServiceSession[] {
  return pages.flatMap((page) => {
    const context: LogContext = { caseload, documentStudent, codes: readCodes(page.sheet.text) };
    const heading = logKindText(page);
    return sessionsOn(page, context).flatMap((session) => {
      const service = findService(session.student, [...session.kindTexts, heading]);
      return service ? [{ page, session, service }] : [];
    });
  });
}
