/** Classify: what a document is, whose, and of which day. */
import { classifyDocument } from '../../classification/classify-document.ts';
import { pagesOf } from '../document-pages.ts';
import { documentIn, documentsDue, failDocument, nextIf } from '../document-stage.ts';
import { readCaseload } from '../load-caseload.ts';
import type { Stage } from '../stage.ts';
import { understandAnew } from '../understand-anew.ts';
import { uploadOptions } from '../upload-options.ts';

export const classifyStage: Stage = {
  attempts: 3,
  timeoutMs: 60_000,
  // Little work and many small writes, which share their way to the disk when they come together.
  concurrency: () => 8,

  async run(context, documentId) {
    const document = await documentIn(context, documentId, 'split');
    if (!document) return;
    const pages = await pagesOf(context, document.uploadId, document.pages);
    const caseload = await readCaseload(context.store, document.districtId, document.understandSince);
    const classification = classifyDocument(pages, caseload, await uploadOptions(context, document));
    const { documentType, typeConfidence, studentId, date } = classification;
    await context.store.documents.updateOne(
      { _id: documentId, state: 'split' },
      {
        $set: {
          state: 'classified',
          documentType,
          typeConfidence,
          studentId,
          studentIds: studentId ? [studentId] : [],
          date,
        },
      },
    );
  },

  giveUp: failDocument,
  next: (context, documentId) => nextIf(context, documentId, 'classified', 'extract'),
  async *due(context) {
    await understandAnew(context);
    yield* documentsDue(context, 'split', 'classify');
  },
};
