/** Services as delivered, from the sessions of a log: who, what, which day, how many minutes, and whether at all. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Classification } from '../../classification/classification.ts';
import { findSessions, type ServiceSession } from '../../classification/evidence-types/service-log/find-sessions.ts';
import type { Caseload } from '../../domain/caseload.ts';
import type { ServiceEntry } from '../../domain/evidence.ts';
import { inkDoubt, sourceOf } from '../grounding.ts';

function groupSize(text: string): number | undefined {
  const match =
    /\b(?:group|grp)\.? ?(?:of|\(|:)? ?(\d{1,2})\b|\b(\d{1,2})[- ](?:students|kids) (?:in )?(?:group|grp)?|\b1 ?: ?(\d)\b/i.exec(
      text,
    );
  const size = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? Number.NaN);
  return Number.isInteger(size) && size > 0 ? size : undefined;
}

function entryOf({ page, session, service }: ServiceSession): ServiceEntry | null {
  const source = sourceOf(page, session.start, session.end);
  if (!source) return null;
  const provider = session.cells.find((c) => /provider|staff|therapist|teacher|by/i.test(c.column?.label ?? ''))?.cell
    .text;
  const size = groupSize(session.line.text);
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
  return findSessions(pages, classification.studentId, caseload)
    .map(entryOf)
    .filter((entry) => entry !== null);
}
