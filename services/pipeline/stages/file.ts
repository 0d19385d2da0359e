/** File: what was found becomes records of its own, and every statement that it touches is drafted anew. */
import { createHash } from 'node:crypto';
import type { DataPoint, ServiceEntry } from '../../domain/evidence.ts';
import type { DataPointRecord, DocumentRecord, ServiceRecord } from '../../domain/records.ts';
import { closeUpload } from '../close-upload.ts';
import type { PipelineContext } from '../context.ts';
import { documentIn, documentsDue, failDocument } from '../document-stage.ts';
import { draftsTouchedBy } from '../drafts-touched-by.ts';
import type { Stage } from '../stage.ts';
import { decidedStates, takeBackPoints } from '../take-back-points.ts';

/**
 * An id from what a record says and where it stands: the same finding again is the same record, also when its page has
 * moved to another document, so that what a person decided about it stays.
 */
function originId(uploadId: string, kind: 'p' | 's', ...origin: (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(origin)).digest('hex').slice(0, 16);
  return `${uploadId}~${kind}${digest}`;
}

function pointRecord(document: DocumentRecord, point: DataPoint): DataPointRecord {
  const { status, ...rest } = point;
  const { page, start, end } = point.source;
  return {
    ...rest,
    _id: originId(document.uploadId, 'p', point.goalId, point.date, page, start, end),
    districtId: document.districtId,
    uploadId: document.uploadId,
    documentId: document._id,
    state: status,
    corrected: null,
    decidedBy: null,
    decidedAt: null,
  };
}

function entryRecord(document: DocumentRecord, entry: ServiceEntry): ServiceRecord {
  const { page, start, end } = entry.source;
  return {
    ...entry,
    _id: originId(document.uploadId, 's', entry.studentId, entry.kind, entry.date, page, start, end),
    districtId: document.districtId,
    uploadId: document.uploadId,
    documentId: document._id,
  };
}

async function filePoints(context: PipelineContext, document: DocumentRecord): Promise<void> {
  const { dataPoints } = context.store;
  const records = (document.extracted?.dataPoints ?? []).map((point) => pointRecord(document, point));
  const ids = records.map((record) => record._id);
  await takeBackPoints(context, document._id, { documentId: document._id, _id: { $nin: ids } });
  // What a person has decided stays; what only the machine said follows the newest reading.
  await dataPoints.updateMany(
    { _id: { $in: ids }, state: { $in: [...decidedStates] } },
    { $set: { documentId: document._id } },
  );
  const kept = await dataPoints.find({ _id: { $in: ids }, state: { $in: [...decidedStates] } }, { _id: 1 }).lean();
  const keptIds = new Set(kept.map((record) => record._id));
  for (const record of records.filter(({ _id }) => !keptIds.has(_id))) {
    await dataPoints.replaceOne({ _id: record._id, state: { $nin: [...decidedStates] } }, record, { upsert: true });
  }
}

async function fileServices(context: PipelineContext, document: DocumentRecord): Promise<void> {
  const { services } = context.store;
  const records = (document.extracted?.services ?? []).map((entry) => entryRecord(document, entry));
  await services.deleteMany({ documentId: document._id, _id: { $nin: records.map((record) => record._id) } });
  for (const record of records) await services.replaceOne({ _id: record._id }, record, { upsert: true });
}

export const fileStage: Stage = {
  attempts: 3,
  timeoutMs: 60_000,
  concurrency: () => 8,

  async run(context, documentId) {
    const document = await documentIn(context, documentId, 'extracted');
    if (!document) return;
    await filePoints(context, document);
    await fileServices(context, document);
    await context.store.documents.updateOne({ _id: documentId, state: 'extracted' }, { $set: { state: 'filed' } });
  },

  giveUp: failDocument,

  async next(context, documentId) {
    const document = await context.store.documents.findOne({ _id: documentId }).lean();
    if (!document) return [];
    await closeUpload(context, document.uploadId);
    const points = await context.store.dataPoints.find({ documentId }).lean();
    return draftsTouchedBy(context.store, document.districtId, [...points, ...(document.touched ?? [])]);
  },

  due: (context) => documentsDue(context, 'extracted', 'file'),
};
