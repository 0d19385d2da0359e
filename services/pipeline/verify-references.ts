/** Records against each other: whatever one of them points at is there, and every quote stands at its place. */
import type { Source } from '../domain/evidence.ts';
import type { PageRecord } from '../domain/records.ts';
import type { Store } from '../platform/store/store.ts';

/** One thing that is wrong with what is stored; `what` is the id or the hash of it. */
export interface Problem {
  readonly kind: 'missing_file' | 'changed_file' | 'dangling_reference' | 'broken_citation' | 'audit_chain';
  readonly what: string;
  readonly detail: string;
}

const dangling = (what: string, detail: string): Problem => ({ kind: 'dangling_reference', what, detail });

/** Ids of a district's caseload, as documents, points and statements name them. */
async function caseloadIds(store: Store): Promise<(districtId: string, id: string) => boolean> {
  const known = new Set<string>();
  const key = (districtId: string, id: string) => JSON.stringify([districtId, id]);
  for await (const student of store.students.find().lean().cursor()) {
    const { districtId, id, goals, services, pastGoals = [], pastServices = [] } = student;
    const parts = [...goals, ...pastGoals, ...services, ...pastServices];
    for (const own of [id, ...parts.map((part) => part.id)]) {
      known.add(key(districtId, own));
    }
  }
  for await (const { districtId, id } of store.periods.find().lean().cursor()) known.add(key(districtId, id));
  return (districtId, id) => known.has(key(districtId, id));
}

async function* uploadProblems(store: Store): AsyncGenerator<Problem> {
  const originals = store.uploads.find({ duplicateOf: { $ne: null } }, { duplicateOf: 1 });
  for await (const { _id, duplicateOf } of originals.lean().cursor()) {
    if (!(await store.uploads.exists({ _id: duplicateOf ?? '' }))) {
      yield dangling(_id, 'the upload that it is a copy of is not there');
    }
  }
  for await (const page of store.pages.find({}, { uploadId: 1 }).lean().cursor()) {
    if (!(await store.uploads.exists({ _id: page.uploadId }))) yield dangling(page._id, 'its upload is not there');
  }
}

async function* documentProblems(
  store: Store,
  isKnown: (districtId: string, id: string) => boolean,
): AsyncGenerator<Problem> {
  for await (const document of store.documents.find({}, { extracted: 0 }).lean().cursor()) {
    const { _id, districtId, uploadId, pages, studentIds } = document;
    if (!(await store.uploads.exists({ _id: uploadId }))) {
      yield dangling(_id, 'its upload is not there');
      continue;
    }
    const there = await store.pages.countDocuments({ uploadId, number: { $in: pages } });
    if (there !== new Set(pages).size) yield dangling(_id, 'not all of its pages are there');
    for (const id of studentIds) if (!isKnown(districtId, id)) yield dangling(_id, `its student ${id} is not there`);
  }
}

async function isAtItsPlace(store: Store, uploadId: string, { page, start, end, quote }: Source): Promise<boolean> {
  const record = await store.pages
    .findOne({ uploadId, number: page }, { 'content.words': 0 })
    .lean<PageRecord | null>();
  return record?.content?.text.slice(start, end) === quote;
}

async function* findingProblems(
  store: Store,
  isKnown: (districtId: string, id: string) => boolean,
): AsyncGenerator<Problem> {
  const misplaced = 'its quote does not stand at its place on the page';
  for await (const point of store.dataPoints.find().lean().cursor()) {
    const { _id, districtId, documentId, uploadId, source, goalId } = point;
    if (!(await store.documents.exists({ _id: documentId }))) yield dangling(_id, 'its document is not there');
    if (!isKnown(districtId, goalId)) yield dangling(_id, `its goal ${goalId} is not there`);
    if (!(await isAtItsPlace(store, uploadId, source))) {
      yield { kind: 'broken_citation', what: _id, detail: misplaced };
    }
  }
  for await (const entry of store.services.find().lean().cursor()) {
    const { _id, districtId, documentId, uploadId, source, studentId } = entry;
    if (!(await store.documents.exists({ _id: documentId }))) yield dangling(_id, 'its document is not there');
    if (!isKnown(districtId, studentId)) yield dangling(_id, `its student ${studentId} is not there`);
    if (!(await isAtItsPlace(store, uploadId, source))) {
      yield { kind: 'broken_citation', what: _id, detail: misplaced };
    }
  }
}

async function* statementProblems(
  store: Store,
  isKnown: (districtId: string, id: string) => boolean,
): AsyncGenerator<Problem> {
  for await (const statement of store.statements.find().lean().cursor()) {
    const { _id, districtId, studentId, goalId, periodId, citations, text } = statement;
    for (const id of [studentId, goalId, periodId]) {
      if (!isKnown(districtId, id)) yield dangling(_id, `${id} is not on the caseload`);
    }
    for (const { dataPointId, start, end } of citations) {
      if (!(await store.dataPoints.exists({ _id: dataPointId }))) {
        yield dangling(_id, `it cites ${dataPointId}, which is not there`);
      }
      if (start >= end || end > text.length) {
        yield { kind: 'broken_citation', what: _id, detail: 'a citation points past its words' };
      }
    }
  }
}

/** Everything that is wrong between records; yields nothing when all is well. */
export async function* referenceProblems(store: Store): AsyncGenerator<Problem> {
  const isKnown = await caseloadIds(store);
  yield* uploadProblems(store);
  yield* documentProblems(store, isKnown);
  yield* findingProblems(store, isKnown);
  yield* statementProblems(store, isKnown);
}
