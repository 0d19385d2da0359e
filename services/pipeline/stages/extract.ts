/** Extract: the measurements and services in a document, each with its place on a page. */
import { understandDocument } from '../../extraction/understand-document.ts';
import { pagesOf } from '../document-pages.ts';
import { documentIn, documentsDue, failDocument, nextIf } from '../document-stage.ts';
import { readCaseload } from '../load-caseload.ts';
import type { Stage } from '../stage.ts';
import { uploadOptions } from '../upload-options.ts';

export const extractStage: Stage = {
  attempts: 3,
  timeoutMs: 60_000,
  concurrency: () => 8,

  async run(context, documentId) {
    const document = await documentIn(context, documentId, 'classified');
    if (!document) return;
    const pages = await pagesOf(context, document.uploadId, document.pages);
    const caseload = await readCaseload(context.store, document.districtId);
    const found = understandDocument(pages, caseload, await uploadOptions(context, document));
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
          questions: [...(document.questions ?? []), ...(found.questions ?? [])],
          studentIds: [...new Set(spokenOf.filter((id) => id !== null))],
        },
      },
    );
  },

  giveUp: failDocument,
  next: (context, documentId) => nextIf(context, documentId, 'extracted', 'file'),
  due: (context) => documentsDue(context, 'classified', 'extract'),
};
