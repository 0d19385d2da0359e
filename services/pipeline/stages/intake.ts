/** Intake: what the file is, whether it was there before, how many pages it has. */
import { pageRecordId, type UploadRecord } from '../../domain/records.ts';
import type { PipelineContext } from '../context.ts';
import { failUpload, moveUpload } from '../move-upload.ts';
import type { Stage } from '../stage.ts';
import type { Work } from '../work.ts';

/** The earlier upload of the same content in the same district, unless that one failed. */
async function findOriginal(context: PipelineContext, upload: UploadRecord): Promise<UploadRecord | null> {
  return context.store.uploads
    .findOne({
      districtId: upload.districtId,
      sha256: upload.sha256,
      _id: { $lt: upload._id },
      state: { $nin: ['failed', 'duplicate'] },
    })
    .sort({ _id: 1 })
    .lean();
}

async function registerPages(context: PipelineContext, upload: UploadRecord, pageCount: number): Promise<void> {
  const numbers = Array.from({ length: pageCount }, (_, index) => index + 1);
  await context.store.pages.bulkWrite(
    numbers.map((number) => ({
      updateOne: {
        filter: { _id: pageRecordId(upload._id, number) },
        update: {
          $setOnInsert: {
            districtId: upload.districtId,
            uploadId: upload._id,
            number,
            state: 'waiting' as const,
            failure: null,
            imageSha256: null,
            content: null,
          },
        },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}

export const intakeStage: Stage = {
  attempts: 3,
  timeoutMs: 120_000,
  concurrency: (context) => context.config.readers,

  async run(context, uploadId) {
    const upload = await context.store.uploads.findOne({ _id: uploadId }).lean();
    if (upload?.state !== 'received') return;
    const original = await findOriginal(context, upload);
    if (original) {
      await moveUpload(context, uploadId, 'received', 'duplicate', { duplicateOf: original._id });
      return;
    }
    const info = await context.blobs.withFile(upload.sha256, (path) => context.reading.inspect(path, upload.file));
    await registerPages(context, upload, info.pageCount);
    const { mediaType, kind, pageCount } = info;
    await moveUpload(context, uploadId, 'received', 'reading', { mediaType, kind, pageCount });
  },

  giveUp: failUpload,

  async next(context, uploadId) {
    const upload = await context.store.uploads.findOne({ _id: uploadId, state: 'reading' }).lean();
    if (!upload) return [];
    const pages = await context.store.pages.find({ uploadId, state: 'waiting' }, { _id: 1 }).sort({ number: 1 }).lean();
    return pages.map((page): Work => ({ stage: 'read', key: page._id, districtId: upload.districtId }));
  },

  async *due(context) {
    for await (const upload of context.store.uploads.find({ state: 'received' }).lean().cursor()) {
      yield { stage: 'intake', key: upload._id, districtId: upload.districtId };
    }
  },
};
