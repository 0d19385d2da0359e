/** What the stages that work on one document have in common: their failure, and how the sweeper finds them. */
import type { DocumentRecord, Failure } from '../domain/records.ts';
import type { DocumentState } from '../domain/states.ts';
import type { PipelineContext } from './context.ts';
import type { StageName, Work } from './work.ts';

export async function failDocument(context: PipelineContext, documentId: string, failure: Failure): Promise<void> {
  await context.store.documents.updateOne(
    { _id: documentId, state: { $in: ['split', 'classified', 'extracted'] } },
    { $set: { state: 'failed', failure } },
  );
}

/** The document if it is in `state`: a stage that finds it elsewhere has nothing to do. */
export async function documentIn(
  context: PipelineContext,
  documentId: string,
  state: DocumentState,
): Promise<DocumentRecord | null> {
  return context.store.documents.findOne({ _id: documentId, state }).lean();
}

/** Work for `stage` on every document in `state`. */
export async function* documentsDue(
  context: PipelineContext,
  state: DocumentState,
  stage: StageName,
): AsyncGenerator<Work> {
  for await (const document of context.store.documents.find({ state }, { districtId: 1 }).lean().cursor()) {
    yield { stage, key: document._id, districtId: document.districtId };
  }
}

/** Work for `stage` on this document, if it is in `state`. */
export async function nextIf(
  context: PipelineContext,
  documentId: string,
  state: DocumentState,
  stage: StageName,
): Promise<Work[]> {
  const document = await documentIn(context, documentId, state);
  return document ? [{ stage, key: documentId, districtId: document.districtId }] : [];
}
