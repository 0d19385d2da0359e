/** Split: the pages of an upload become documents. */
import { splitPages } from '../../binders/split-pages.ts';
import { type DocumentRecord, documentRecordId } from '../../domain/records.ts';
import { closeUpload } from '../close-upload.ts';
import { pageTextsOf } from '../document-pages.ts';
import { jointQuestion } from '../joint-question.ts';
import { readCaseload } from '../load-caseload.ts';
import { failUpload, moveUpload } from '../move-upload.ts';
import { replaceDocuments } from '../replace-documents.ts';
import type { Stage } from '../stage.ts';

export const splitStage: Stage = {
  attempts: 3,
  timeoutMs: 120_000,
  concurrency: () => 1,

  async run(context, uploadId) {
    const { store } = context;
    const upload = await store.uploads.findOne({ _id: uploadId, state: 'splitting' }).lean();
    if (!upload) return;
    const { districtId, file } = upload;
    const groups = upload.grouping
      ? upload.grouping.map((pages) => ({
          pages,
          joint: { certain: true, reason: 'A person put these pages together.' },
        }))
      : splitPages(await pageTextsOf(context, uploadId), await readCaseload(store, districtId));
    const records = groups.map(
      (group): DocumentRecord => ({
        _id: documentRecordId(uploadId, group.pages[0] ?? 0),
        districtId,
        uploadId,
        file,
        pages: group.pages,
        state: 'split',
        failure: null,
        documentType: 'other',
        typeConfidence: 0,
        studentId: upload.studentId,
        studentIds: [],
        date: null,
        questions: group.joint.certain ? [] : [jointQuestion(group.joint.reason)],
        unmapped: [],
        plan: null,
        extracted: null,
      }),
    );
    await replaceDocuments(context, uploadId, records);
    await moveUpload(context, uploadId, 'splitting', 'understanding');
  },

  giveUp: failUpload,

  async next(context, uploadId) {
    await closeUpload(context, uploadId);
    const documents = await context.store.documents
      .find({ uploadId, state: 'split' }, { districtId: 1 })
      .sort({ _id: 1 })
      .lean();
    return documents.map(({ _id, districtId }) => ({ stage: 'classify', key: _id, districtId }));
  },

  async *due(context) {
    for await (const upload of context.store.uploads.find({ state: 'splitting' }).lean().cursor()) {
      yield { stage: 'split', key: upload._id, districtId: upload.districtId };
    }
    for await (const upload of context.store.uploads.find({ state: 'understanding' }).lean().cursor()) {
      await closeUpload(context, upload._id);
    }
  },
};
