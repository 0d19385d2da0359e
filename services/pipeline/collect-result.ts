/** Everything that is known about a set of uploads, in the shape that `process` prints (CONTRACT 2.4). */

import { findGaps } from '../compliance/find-gaps.ts';
import type { EvidenceDocument } from '../domain/evidence.ts';
import { dataPointSchema, serviceEntrySchema } from '../domain/evidence.ts';
import type { ProcessResult } from '../domain/process-result.ts';
import type {
  DataPointRecord,
  DocumentRecord,
  ServiceRecord,
  StatementRecord,
  UploadRecord,
} from '../domain/records.ts';
import { statementSchema } from '../domain/statement.ts';
import type { Store } from '../platform/store/store.ts';
import { readCaseload } from './load-caseload.ts';

/** A data point as the contract shows it: what a person decided counts as proposed, without a doubt left. */
function pointOf(record: DataPointRecord): EvidenceDocument['dataPoints'][number] {
  const { corrected } = record;
  return dataPointSchema.parse({
    ...record,
    value: corrected?.value ?? record.value,
    date: corrected?.date ?? record.date,
    status: record.state === 'needs_review' ? 'needs_review' : 'proposed',
  });
}

async function documentsOf(store: Store, uploadIds: readonly string[]): Promise<EvidenceDocument[]> {
  const filter = { uploadId: { $in: [...uploadIds] } };
  const [documents, points, services] = await Promise.all([
    store.documents
      .find({ ...filter, state: 'filed' })
      .sort({ _id: 1 })
      .lean<DocumentRecord[]>(),
    store.dataPoints
      .find({ ...filter, state: { $ne: 'rejected' } })
      .sort({ date: 1, _id: 1 })
      .lean<DataPointRecord[]>(),
    store.services.find(filter).sort({ date: 1, _id: 1 }).lean<ServiceRecord[]>(),
  ]);
  return documents.map((document) => ({
    file: document.file,
    pages: document.pages,
    documentType: document.documentType,
    typeConfidence: document.typeConfidence,
    studentId: document.studentId,
    date: document.date,
    dataPoints: points.filter((point) => point.documentId === document._id).map(pointOf),
    services: services
      .filter((entry) => entry.documentId === document._id)
      .map((entry) => serviceEntrySchema.parse(entry)),
    unmapped: document.unmapped,
    questions: document.questions ?? [],
  }));
}

const pagesText = (pages: readonly number[]) =>
  pages.length === 1 ? `Page ${pages[0]}` : `Pages ${pages[0]} to ${pages.at(-1)}`;

/** Files, pages and documents that ended in failure: nothing that was handed in goes without a word. */
async function errorsOf(store: Store, uploads: readonly UploadRecord[]): Promise<ProcessResult['errors']> {
  const failed = uploads.flatMap(({ file, state, failure }) =>
    state === 'failed' && failure ? [{ file, ...failure }] : [],
  );
  const ids = uploads.filter(({ state }) => state !== 'failed').map(({ _id }) => _id);
  const pages = await store.pages
    .find({ uploadId: { $in: ids }, state: 'failed' })
    .sort({ _id: 1 })
    .lean();
  const ofPages = pages.flatMap(({ uploadId, number, failure }) => {
    const upload = uploads.find(({ _id }) => _id === uploadId);
    return upload && failure
      ? [{ file: upload.file, code: failure.code, message: `Page ${number}: ${failure.message}` }]
      : [];
  });
  const documents = await store.documents
    .find({ uploadId: { $in: ids }, state: 'failed' })
    .sort({ _id: 1 })
    .lean<DocumentRecord[]>();
  const ofDocuments = documents.flatMap(({ file, pages: own, failure }) =>
    failure ? [{ file, code: failure.code, message: `${pagesText(own)}: ${failure.message}` }] : [],
  );
  return [...failed, ...ofPages, ...ofDocuments];
}

async function timingsOf(store: Store): Promise<ProcessResult['timings']> {
  const rows = await store.jobs.aggregate<{ _id: string; count: number; ms: number }>([
    { $match: { state: 'done' } },
    { $group: { _id: '$stage', count: { $sum: 1 }, ms: { $sum: '$ms' } } },
  ]);
  return Object.fromEntries(rows.map(({ _id, count, ms }) => [_id, { count, ms: Math.round(ms) }]));
}

export interface ResultQuery {
  readonly districtId: string;
  /** The uploads to tell of, with the files that were found to be duplicates of earlier ones. */
  readonly uploads: readonly UploadRecord[];
  readonly skipped: ProcessResult['skipped'];
  readonly periodId?: string | undefined;
  readonly today: string;
}

export async function collectResult(store: Store, query: ResultQuery): Promise<ProcessResult> {
  const { districtId, uploads, periodId } = query;
  const ids = uploads.map(({ _id }) => _id);
  const statements = await store.statements
    .find({ districtId, ...(periodId ? { periodId } : {}) })
    .sort({ periodId: 1, studentId: 1, goalId: 1 })
    .lean<StatementRecord[]>();
  const points = await store.dataPoints.find({ districtId }).lean<DataPointRecord[]>();
  const entries = await store.services.find({ districtId }).lean<ServiceRecord[]>();
  const caseload = await readCaseload(store, districtId);
  return {
    files: uploads.length + query.skipped.filter(({ file }) => !uploads.some((upload) => upload.file === file)).length,
    pages: await store.pages.countDocuments({ uploadId: { $in: ids } }),
    documents: await documentsOf(store, ids),
    statements: statements.map((statement) => statementSchema.parse(statement)),
    findings: findGaps({ caseload, points, services: entries, statements, periodId, today: query.today }),
    skipped: [...query.skipped],
    errors: await errorsOf(store, uploads),
    timings: await timingsOf(store),
  };
}
