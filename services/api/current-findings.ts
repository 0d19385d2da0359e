/** The gaps as the records are now: nothing is kept that could be out of date. */
import { findGaps } from '../compliance/find-gaps.ts';
import { dayIn } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import type { FindingRecord } from '../domain/records.ts';
import type { PipelineContext } from '../pipeline/context.ts';
import { readCaseload } from '../pipeline/load-caseload.ts';

export interface FindingsQuery {
  readonly districtId: string;
  readonly studentId?: string | undefined;
  readonly periodId?: string | undefined;
  readonly kind?: Finding['kind'] | undefined;
}

/** The id that a finding has for as long as it is found: what it is about. */
function idOf({ kind, studentId, goalId, serviceId, periodId }: Finding): string {
  return [studentId, periodId ?? '', kind, goalId ?? '', serviceId ?? ''].map(encodeURIComponent).join('~');
}

/** What is found, ordered by id, the greatest first. Throws `not_found` for a district that is not there. */
export async function currentFindings(
  { store, clock }: Pick<PipelineContext, 'store' | 'clock'>,
  { districtId, studentId, periodId, kind }: FindingsQuery,
): Promise<FindingRecord[]> {
  const caseload = await readCaseload(store, districtId);
  const students = caseload.students.filter(({ id }) => studentId === undefined || id === studentId);
  const whose = { districtId, ...(studentId && { studentId }) };
  const [points, services, statements] = await Promise.all([
    store.dataPoints.find(whose).lean(),
    store.services.find(whose).lean(),
    store.statements.find({ ...whose, ...(periodId && { periodId }) }).lean(),
  ]);
  const today = dayIn(caseload.district.timeZone, clock.now());
  const found = findGaps({ caseload: { ...caseload, students }, points, services, statements, periodId, today });
  return found
    .filter((finding) => kind === undefined || finding.kind === kind)
    .map((finding) => ({ ...finding, _id: idOf(finding), districtId }))
    .sort((a, b) => (a._id < b._id ? 1 : -1));
}
