/**
 * Evidence that was here before its plan did: when other goals or services come into force for a student, the documents
 * of that plan’s time are understood once more. Their students bear a mark until that is done, so that a crash in
 * between loses none. What a person has decided about a number stays.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Goal, ServiceCommitment } from '../domain/caseload.ts';
import type { DocumentRecord, StudentRecord } from '../domain/records.ts';
import { advance } from './advance.ts';
import type { PipelineContext } from './context.ts';
import { isJointQuestion } from './joint-question.ts';
import type { Work } from './work.ts';

interface InForce {
  readonly goals: readonly Goal[];
  readonly services: readonly ServiceCommitment[];
}

/** The mark for a student whose plan is now `next` and begins on `start`; none where nothing has changed. */
export function dueFrom(
  before: Pick<StudentRecord, 'goals' | 'services' | 'understandFrom'>,
  next: InForce,
  start: string,
): Pick<StudentRecord, 'understandFrom'> {
  const plain = (items: readonly object[]) => JSON.parse(JSON.stringify(items));
  const same =
    isDeepStrictEqual(plain(before.goals), plain(next.goals)) &&
    isDeepStrictEqual(plain(before.services), plain(next.services));
  const since = same ? before.understandFrom : [before.understandFrom ?? start, start].sort()[0];
  return since === undefined ? {} : { understandFrom: since };
}

async function reopen(context: PipelineContext, document: DocumentRecord): Promise<Work[]> {
  const moved = await context.store.documents.updateOne(
    { _id: document._id, state: { $in: ['classified', 'extracted', 'filed'] } },
    {
      $set: {
        state: 'split',
        understandSince: context.clock.now(),
        questions: (document.questions ?? []).filter(isJointQuestion),
      },
    },
  );
  if (moved.matchedCount === 0) return [];
  return [{ stage: 'classify', key: document._id, districtId: document.districtId }];
}

/**
 * Opens the documents of every student who bears the mark (of one district where it is given), and takes the mark away.
 * May be run again after it was cut off anywhere. Returns how many documents were opened.
 */
export async function understandAnew(context: PipelineContext, districtId?: string): Promise<number> {
  const { documents, students } = context.store;
  const marked = await students
    .find({ understandFrom: { $gt: '' }, ...(districtId !== undefined && { districtId }) })
    .lean<StudentRecord[]>();
  let opened = 0;
  for (const student of marked) {
    const since = student.understandFrom ?? '';
    const theirs = await documents
      .find({
        districtId: student.districtId,
        studentIds: student.id,
        documentType: { $ne: 'iep' },
        $or: [{ date: { $gte: since } }, { date: null }],
      })
      .lean<DocumentRecord[]>();
    for (const document of theirs) {
      const works = await reopen(context, document);
      opened += works.length;
      await advance(context, works);
    }
    await students.updateOne({ _id: student._id, understandFrom: since }, { $unset: { understandFrom: 1 } });
  }
  return opened;
}
