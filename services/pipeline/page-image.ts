/** The picture of a page that a person sees: stored when it was read from a scan, else drawn once and then kept. */
import type { Readable } from 'node:stream';
import { DomainError } from '../domain/errors.ts';
import type { PageRecord } from '../domain/records.ts';
import type { PipelineContext } from './context.ts';

/** Opens the image of a page as a stream. Throws `not_found` for a page that was not read. */
export async function openPageImage(context: PipelineContext, page: PageRecord): Promise<Readable> {
  const { store, blobs, reading } = context;
  if (page.imageSha256) return blobs.open(page.imageSha256);
  const upload = await store.uploads.findOne({ _id: page.uploadId, districtId: page.districtId }).lean();
  if (!upload || !page.content) throw new DomainError('not_found', 'This page has no picture.');
  const known = page.content;
  const image = await blobs.withFile(upload.sha256, async (path) =>
    reading.renderPage(path, await reading.inspect(path, upload.file), page.number, known),
  );
  const { sha256 } = await blobs.put(
    (async function* () {
      yield image.bytes;
    })(),
  );
  await store.pages.updateOne({ _id: page._id, imageSha256: null }, { $set: { imageSha256: sha256 } });
  return blobs.open(sha256);
}
