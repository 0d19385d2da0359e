/** Read: one page becomes text with boxes; its image is kept where one was made. */
import { DomainError } from '../../domain/errors.ts';
import type { PageRecord, UploadRecord } from '../../domain/records.ts';
import { readPageWithModel } from '../../reading/third-reader/read-page-with-model.ts';
import type { PipelineContext } from '../context.ts';
import { failUpload, moveUpload } from '../move-upload.ts';
import type { Stage } from '../stage.ts';
import type { Work } from '../work.ts';

async function readAndStore(context: PipelineContext, upload: UploadRecord, page: PageRecord): Promise<void> {
  const { kind, mediaType, pageCount } = upload;
  if (!kind || !mediaType || !pageCount) throw new DomainError('internal', 'The file was not looked at yet.');
  const read = await context.blobs.withFile(upload.sha256, (path) =>
    readPageWithModel(context.reading, path, { kind, mediaType, pageCount }, page.number, {
      llm: context.llm,
      districtId: upload.districtId,
    }),
  );
  const image = read.image;
  const stored = image
    ? await context.blobs.put(
        (async function* () {
          yield image.bytes;
        })(),
      )
    : null;
  const content = { ...read.page, file: upload.file };
  await context.store.pages.updateOne(
    { _id: page._id, state: 'waiting' },
    { $set: { state: 'read', content, imageSha256: stored?.sha256 ?? null } },
  );
}

/** Once no page waits: on to splitting; or, where not one page could be read, the whole upload has failed. */
async function closeReading(context: PipelineContext, uploadId: string): Promise<void> {
  const { pages } = context.store;
  if (await pages.exists({ uploadId, state: 'waiting' })) return;
  if (await pages.exists({ uploadId, state: 'read' })) {
    await moveUpload(context, uploadId, 'reading', 'splitting');
    return;
  }
  const failed = await pages.findOne({ uploadId, state: 'failed' }).sort({ number: 1 }).lean();
  if (failed?.failure) await failUpload(context, uploadId, failed.failure);
}

export const readStage: Stage = {
  attempts: 2,
  timeoutMs: 600_000,
  // More than there are readers: while one page is being recorded, the next is already being read.
  concurrency: (context) => 2 * context.config.readers,

  async run(context, pageId) {
    const page = await context.store.pages.findOne({ _id: pageId, state: 'waiting' }).lean();
    if (!page) return;
    const upload = await context.store.uploads.findOne({ _id: page.uploadId, state: 'reading' }).lean();
    if (!upload) return;
    await readAndStore(context, upload, page);
  },

  async giveUp(context, pageId, failure) {
    await context.store.pages.updateOne({ _id: pageId, state: 'waiting' }, { $set: { state: 'failed', failure } });
  },

  async next(context, pageId) {
    const page = await context.store.pages.findOne({ _id: pageId }, { uploadId: 1, districtId: 1 }).lean();
    if (!page) return [];
    await closeReading(context, page.uploadId);
    const ready = await context.store.uploads.exists({ _id: page.uploadId, state: 'splitting' });
    return ready ? [{ stage: 'split', key: page.uploadId, districtId: page.districtId } satisfies Work] : [];
  },

  async *due(context) {
    for await (const upload of context.store.uploads.find({ state: 'reading' }).lean().cursor()) {
      await closeReading(context, upload._id);
      const waiting = context.store.pages
        .find({ uploadId: upload._id, state: 'waiting' }, { _id: 1 })
        .sort({ number: 1 });
      for await (const page of waiting.lean().cursor()) {
        yield { stage: 'read', key: page._id, districtId: upload.districtId };
      }
    }
  },
};
