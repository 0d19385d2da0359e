/**
 * A person confirms the plan that an IEP proposes: only then is it the student's. What they send is what comes into
 * force, in the caseload's shape; the proposal stays beside it as it was read.
 */
import { createHash } from 'node:crypto';
import type { Goal, ServiceCommitment } from '../domain/caseload.ts';
import { DomainError } from '../domain/errors.ts';
import type { PlanConfirmation } from '../domain/proposed-plan.ts';
import type { DocumentRecord, StudentRecord } from '../domain/records.ts';
import { finalDocumentStates } from '../domain/states.ts';
import type { PipelineContext } from './context.ts';
import { forgetCaseload } from './load-caseload.ts';
import { pastOf } from './past-plan.ts';
import { dueFrom, understandAnew } from './understand-anew.ts';

export interface PlanDecision {
  readonly districtId: string;
  readonly documentId: string;
  readonly by: string;
  readonly confirmation: PlanConfirmation;
}

/** Ids that a proposal gives for the time being; what is confirmed gets one that no other document's goals can have. */
const provisional = /^proposed-/;

function lastingId(documentId: string, id: string): string {
  if (!provisional.test(id)) return id;
  const digest = createHash('sha256').update(`${documentId} ${id}`).digest('hex').slice(0, 12);
  return `iep-${digest}`;
}

/** `fresh` beside those of `known` that stay; one that bears the id of a known one takes its place. */
function together<Item extends { id: string }>(
  known: readonly Item[],
  fresh: readonly Item[],
  replaces: boolean,
): Item[] {
  const ids = new Set(fresh.map(({ id }) => id));
  return [...(replaces ? [] : known.filter(({ id }) => !ids.has(id))), ...fresh];
}

function assertSound({ plan, goals, services }: PlanConfirmation): void {
  const ids = [...goals, ...services].map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw new DomainError('invalid_request', `goals: the id "${twice}" is used twice`);
  if (plan.end < plan.start) throw new DomainError('invalid_request', 'plan.end: the plan cannot end before it begins');
  const tooLate = services.find(({ start, end }) => end < start);
  if (tooLate) throw new DomainError('invalid_request', `services: “${tooLate.kind}” ends before it begins`);
}

/** Goals and services that other students have under these ids would become two of one name. */
async function assertOwnIds(
  context: PipelineContext,
  districtId: string,
  confirmation: PlanConfirmation,
): Promise<void> {
  const ids = [...confirmation.goals, ...confirmation.services].map(({ id }) => id);
  const other = await context.store.students.exists({
    districtId,
    id: { $ne: confirmation.studentId },
    $or: [{ 'goals.id': { $in: ids } }, { 'services.id': { $in: ids } }],
  });
  if (other) throw new DomainError('invalid_request', 'goals: one of the ids belongs to another student');
}

/**
 * Writes the confirmed plan to its student and marks the proposal as confirmed; evidence of the plan's time is then
 * understood anew. Confirming the same again changes nothing more. Throws `not_found` for an unknown document or student or a document without a plan, `invalid_request`,
 * `invalid_transition` while the document is still being worked on or where it is about somebody else.
 */
export async function confirmPlan(
  context: PipelineContext,
  { districtId, documentId, by, confirmation }: PlanDecision,
): Promise<{ document: DocumentRecord; student: StudentRecord }> {
  const { documents, students } = context.store;
  const current = await documents.findOne({ _id: documentId, districtId }).lean();
  if (!current?.plan) throw new DomainError('not_found', 'This document proposes no plan.');
  if (!finalDocumentStates.includes(current.state)) {
    throw new DomainError('invalid_transition', 'This document is still being read. Please try again shortly.');
  }
  if (current.studentId !== null && current.studentId !== confirmation.studentId) {
    throw new DomainError('invalid_transition', 'This plan is about another student. Say first whose the document is.');
  }
  const before = await students.findOne({ districtId, id: confirmation.studentId }).lean();
  if (!before) throw new DomainError('not_found', 'This student is not on the caseload.');
  assertSound(confirmation);
  await assertOwnIds(context, districtId, confirmation);
  const { plan, replaces } = confirmation;
  const goals: Goal[] = confirmation.goals.map((goal) => ({ ...goal, id: lastingId(documentId, goal.id) }));
  const services: ServiceCommitment[] = confirmation.services.map((service) => ({
    ...service,
    id: lastingId(documentId, service.id),
  }));
  const inForce = {
    goals: together(before.goals, goals, replaces),
    services: together(before.services, services, replaces),
  };
  const student = await students
    .findOneAndUpdate(
      { _id: before._id, districtId },
      {
        $set: {
          plan: { ...before.plan, ...plan },
          ...inForce,
          ...pastOf(before, inForce),
          ...dueFrom(before, inForce, plan.start),
          planConfirmed: { documentId, by, at: context.clock.now() },
        },
      },
      { returnDocument: 'after' },
    )
    .lean();
  const document = await documents
    .findOneAndUpdate(
      { _id: documentId, districtId },
      { $set: { 'plan.state': 'confirmed', 'plan.decidedBy': by, 'plan.decidedAt': context.clock.now() } },
      { returnDocument: 'after' },
    )
    .lean();
  forgetCaseload(context.store, districtId);
  await understandAnew(context, districtId);
  if (!document || !student) throw new DomainError('conflict', 'The document or the student went away meanwhile.');
  return { document, student };
}
