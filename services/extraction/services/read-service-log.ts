/** Services as delivered, from the rows of a log: who, what, which day, how many minutes, and why not. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Classification } from '../../classification/classification.ts';
import type { Caseload, ServiceCommitment } from '../../domain/caseload.ts';
import type { ServiceEntry } from '../../domain/evidence.ts';
import { inkDoubt, sourceOf } from '../grounding.ts';
import { daysAcross, hasPeopleAcross, peopleAcross } from './grid-sessions.ts';
import { type LogContext, rowSession } from './row-sessions.ts';
import { findService, logKindText } from './service-kinds.ts';
import type { Session } from './session.ts';
import { readCodes } from './session-status.ts';

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

function sessionsOn(page: OpenPage, context: LogContext): Session[] {
  return page.sheet.lines.flatMap((line): Session[] => {
    if (line.cells.length === 0) return [];
    if (page.layout.headers.some((h) => h.firstLine <= line.index && h.lastLine >= line.index)) return [];
    const row = page.layout.rows.get(line.index);
    if (row?.header.kind === 'days') return daysAcross(page, row, line, context);
    const inRow = row ? page.days.days.find((d) => d.line === line.index && d.role === 'plain')?.day : undefined;
    const day = row?.day ?? page.layout.leadingDays.get(line.index) ?? inRow;
    if (!day) return [];
    if (row && hasPeopleAcross(page, row)) return peopleAcross(page, row, line, day, context);
    const session = rowSession(page, line, day, context);
    return session ? [session] : [];
  });
}

/** The sessions that a service log records, in the order of the page. */
export function readServiceLog(
  pages: readonly OpenPage[],
  classification: Classification,
  caseload: Caseload,
): ServiceEntry[] {
  return pages.flatMap((page) => {
    const context: LogContext = {
      caseload,
      documentStudent: classification.studentId,
      codes: readCodes(page.sheet.text),
    };
    const heading = logKindText(page);
    return sessionsOn(page, context).flatMap((session) => {
      const service = findService(session.student, session.kindText, heading);
      const entry = service ? entryOf(session, page, service) : null;
      return entry ? [entry] : [];
    });
  });
}
