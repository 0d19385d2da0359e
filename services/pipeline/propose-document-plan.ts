/** The plan of an IEP, as it is kept with its document. */
import type { Caseload } from '../domain/caseload.ts';
import type { Day } from '../domain/dates.ts';
import type { EvidenceDocument } from '../domain/evidence.ts';
import type { Page } from '../domain/page.ts';
import { type DocumentPlan, proposesAnything } from '../domain/proposed-plan.ts';
import { proposePlan } from '../extraction/propose-plan.ts';

/** The plan that `pages` propose; null for anything but an IEP, and for pages of one that state no goal and no service. What a person has confirmed stays as they saw it. */
export function documentPlan(
  found: Pick<EvidenceDocument, 'documentType' | 'studentId'>,
  pages: readonly Page[],
  { caseload, uploadDate }: { readonly caseload: Caseload; readonly uploadDate: Day },
  before: DocumentPlan | null | undefined,
): DocumentPlan | null {
  if (found.documentType !== 'iep') return null;
  if (before?.state === 'confirmed' && before.proposal.studentId === found.studentId) return before;
  const student = caseload.students.find(({ id }) => id === found.studentId) ?? null;
  const proposal = proposePlan(pages, student, uploadDate);
  return proposesAnything(proposal) ? { proposal, state: 'proposed', decidedBy: null, decidedAt: null } : null;
}
