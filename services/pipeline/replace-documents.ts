/**
 * Putting a new split in the place of an old one. Documents whose pages stay together stay as they are; only the
 * others are made anew, and what was found in them is taken back. What a person decided about a number goes with its
 * page.
 */
import { isDeepStrictEqual } from 'node:util';
import type { DocumentRecord } from '../domain/records.ts';
import type { PipelineContext } from './context.ts';
import { isJointQuestion } from './joint-question.ts';
import { takeBackPoints } from './take-back-points.ts';

async function moveDecisions(
  context: PipelineContext,
  uploadId: string,
  fresh: readonly DocumentRecord[],
): Promise<void> {
  const { dataPoints } = context.store;
  for (const point of await dataPoints.find({ uploadId }).lean()) {
    const home = fresh.find(({ pages }) => pages.includes(point.source.page));
    if (home && home._id !== point.documentId) {
      await dataPoints.updateOne({ _id: point._id }, { $set: { documentId: home._id } });
    }
  }
}

/** Makes the documents of an upload be exactly `fresh`. May be run again after it was cut off anywhere. */
export async function replaceDocuments(
  context: PipelineContext,
  uploadId: string,
  fresh: readonly DocumentRecord[],
): Promise<void> {
  const { documents, services } = context.store;
  const old = await documents.find({ uploadId }).lean();
  const unchanged = (document: DocumentRecord) =>
    fresh.some(({ _id, pages }) => _id === document._id && isDeepStrictEqual([...pages], [...document.pages]));
  for (const { _id, ...record } of fresh) {
    const known = old.find((document) => document._id === _id);
    if (!known) await documents.updateOne({ _id }, { $setOnInsert: record }, { upsert: true });
    const answered = (known?.questions ?? []).filter(
      (words) => isJointQuestion(words) && !record.questions?.includes(words),
    );
    if (answered.length > 0) await documents.updateOne({ _id }, { $pullAll: { questions: answered } });
  }
  for (const document of old.filter((candidate) => !unchanged(candidate))) {
    const heir = fresh.find(({ pages }) => pages.includes(document.pages[0] ?? 0)) ?? fresh[0];
    await takeBackPoints(context, heir?._id ?? document._id, { documentId: document._id });
    await services.deleteMany({ documentId: document._id });
    const anew = fresh.find(({ _id }) => _id === document._id);
    if (anew) {
      const { _id, ...record } = anew;
      await documents.updateOne({ _id }, { $set: record });
    }
  }
  await moveDecisions(context, uploadId, fresh);
  await documents.deleteMany({ uploadId, _id: { $nin: fresh.map(({ _id }) => _id) } });
}
