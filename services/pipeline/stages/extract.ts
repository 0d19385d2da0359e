/** Extract: the measurements and services in a document, each with its place on a page. */
import { understandWithModel } from '../../extraction/model/understand-with-model.ts';
import { confirmDocument, confirmDocumentPlan } from '../confirm-document.ts';
import type { PipelineContext } from '../context.ts';
import { pagesOf } from '../document-pages.ts';
import { documentIn, documentsDue, failDocument, nextIf } from '../document-stage.ts';
import { readCaseload } from '../load-caseload.ts';
import { documentPlan } from '../propose-document-plan.ts';
import type { Stage } from '../stage.ts';
import { uploadOptions } from '../upload-options.ts';
import { jobIdOf } from '../work.ts';

/** How long a model may take before the rules go on alone; well within the stage's own limit. */
const modelMs = 45_000;
/** A model that was away is asked about a document again after this long, at the earliest. */
const askAgainMs = 10 * 60_000;

/** Documents that a model could not be asked about when their turn came are understood once more. */
async function reopenForModel(context: PipelineContext): Promise<void> {
  const { documents, jobs } = context.store;
  const missed = await documents.find({ state: 'filed', 'model.mayAnswerLater': true }, { _id: 1 }).limit(20).lean();
  const before = new Date(context.clock.now().getTime() - askAgainMs);
  for (const { _id } of missed) {
    const restedLongEnough = await jobs.exists({
      _id: jobIdOf({ stage: 'extract', key: _id }),
      doneAt: { $lte: before },
    });
    if (restedLongEnough) await documents.updateOne({ _id, state: 'filed' }, { $set: { state: 'classified' } });
  }
}

export const extractStage: Stage = {
  attempts: 3,
  // A long scanned log has its numbers read a second time, and waits until those of seven others are; each single
  // reading has its own limit.
  timeoutMs: 1_800_000,
  concurrency: () => 8,

  async run(context, documentId) {
    const document = await documentIn(context, documentId, 'classified');
    if (!document) return;
    const pages = await pagesOf(context, document.uploadId, document.pages);
    const caseload = await readCaseload(context.store, document.districtId, document.understandSince);
    const options = await uploadOptions(context, document);
    const patience = AbortSignal.timeout(modelMs);
    const understood = await understandWithModel(pages, caseload, options, context.llm, patience);
    const understoodWith = { caseload, uploadDate: options.uploadDate };
    const found = await confirmDocument(context, document, understood, pages, understoodWith);
    const proposed = documentPlan(found, pages, understoodWith, document.plan);
    const plan = await confirmDocumentPlan(context, document, proposed, pages);
    const spokenOf = [
      found.studentId,
      ...found.dataPoints.map((p) => p.studentId),
      ...found.services.map((s) => s.studentId),
    ];
    await context.store.documents.updateOne(
      { _id: documentId, state: 'classified' },
      {
        $set: {
          state: 'extracted',
          extracted: { dataPoints: found.dataPoints, services: found.services },
          unmapped: found.unmapped,
          plan,
          ...(found.model && { model: found.model }),
          questions: [...(document.questions ?? []), ...(found.questions ?? [])],
          studentIds: [...new Set(spokenOf.filter((id) => id !== null))],
        },
      },
    );
  },

  giveUp: failDocument,
  next: (context, documentId) => nextIf(context, documentId, 'extracted', 'file'),
  async *due(context) {
    if (context.llm.model !== null) await reopenForModel(context);
    yield* documentsDue(context, 'classified', 'extract');
  },
};
