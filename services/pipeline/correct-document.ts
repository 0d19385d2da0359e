/**
 * What a person corrects about a document: whose it is, and which pages belong together. Only what it touches is done
 * again.
 */
import { DomainError } from '../domain/errors.ts';
import type { DataPointDecision, DocumentRecord, UploadRecord } from '../domain/records.ts';
import { finalDocumentStates } from '../domain/states.ts';
import { advance } from './advance.ts';
import type { PipelineContext } from './context.ts';
import { isJointQuestion } from './joint-question.ts';
import { decidedStates } from './take-back-points.ts';

export interface StudentAssignment {
  readonly districtId: string;
  readonly documentId: string;
  readonly studentId: string;
  readonly by: string;
}

/** Numbers that a person had confirmed for the student before are no longer that student's. */
async function rejectPointsOfOthers(context: PipelineContext, assignment: StudentAssignment): Promise<void> {
  const { dataPoints } = context.store;
  const { documentId, districtId, studentId, by } = assignment;
  const at = context.clock.now();
  const others = await dataPoints
    .find({ documentId, districtId, studentId: { $ne: studentId }, state: { $in: [...decidedStates] } })
    .lean();
  for (const point of others.filter(({ state }) => state !== 'rejected')) {
    const decision: DataPointDecision = {
      at,
      by,
      from: point.state,
      to: 'rejected',
      value: null,
      date: null,
      comment: 'The document turned out to be about another student.',
    };
    await dataPoints.updateOne(
      { _id: point._id, state: point.state },
      { $set: { state: 'rejected', corrected: null, decidedBy: by, decidedAt: at }, $push: { decisions: decision } },
    );
    await context.store.documents.updateOne(
      { _id: documentId },
      { $addToSet: { touched: { studentId: point.studentId, date: point.date } } },
    );
  }
}

/**
 * Says whose a document is; it is then understood anew. Throws `not_found` for an unknown document or student,
 * `invalid_transition` while the document is still being worked on.
 */
export async function assignStudent(context: PipelineContext, assignment: StudentAssignment): Promise<DocumentRecord> {
  const { documents, students } = context.store;
  const { districtId, documentId, studentId } = assignment;
  const current = await documents.findOne({ _id: documentId, districtId }).lean();
  if (!current) throw new DomainError('not_found', 'This document does not exist.');
  if (!(await students.exists({ districtId, id: studentId }))) {
    throw new DomainError('not_found', 'This student is not on the caseload.');
  }
  await rejectPointsOfOthers(context, assignment);
  // Where the document begins is another question than whose it is.
  const questions = (current.questions ?? []).filter(isJointQuestion);
  const moved = await documents
    .findOneAndUpdate(
      { _id: documentId, districtId, state: { $in: [...finalDocumentStates] } },
      { $set: { state: 'split', failure: null, assignedStudentId: studentId, questions } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!moved)
    throw new DomainError('invalid_transition', 'This document is still being read. Please try again shortly.');
  await advance(context, [{ stage: 'classify', key: documentId, districtId }]);
  return moved;
}

export interface Regrouping {
  readonly districtId: string;
  readonly uploadId: string;
  /** Every page of the upload once, each list one document. */
  readonly groups: readonly (readonly number[])[];
}

function assertComplete(groups: Regrouping['groups'], pageCount: number): void {
  const pages = groups.flat().sort((a, b) => a - b);
  const complete = pages.length === pageCount && pages.every((page, index) => page === index + 1);
  if (!complete || groups.some((group) => group.length === 0)) {
    throw new DomainError('invalid_request', `groups: every page from 1 to ${pageCount} must stand in one document`);
  }
}

/**
 * Puts the pages of an upload together in another way; only the documents that change are done again. Throws
 * `not_found`, `invalid_request`, and `invalid_transition` while the upload is still being worked on.
 */
export async function regroupPages(context: PipelineContext, regrouping: Regrouping): Promise<UploadRecord> {
  const { uploads } = context.store;
  const { districtId, uploadId } = regrouping;
  const current = await uploads.findOne({ _id: uploadId, districtId }).lean();
  if (!current) throw new DomainError('not_found', 'This upload does not exist.');
  assertComplete(regrouping.groups, current.pageCount ?? 0);
  const grouping = regrouping.groups
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const moved = await uploads
    .findOneAndUpdate(
      { _id: uploadId, districtId, state: 'done' },
      { $set: { state: 'splitting', grouping } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!moved) throw new DomainError('invalid_transition', 'This file is still being read. Please try again shortly.');
  await advance(context, [{ stage: 'split', key: uploadId, districtId }]);
  return moved;
}
