/** Uploads: files as they were handed in, and how far they are. */
import { z } from 'zod';
import { uploadStateSchema } from '../../domain/states.ts';
import { listOf, uploadProgressSchema, uploadResultSchema, uploadViewSchema } from '../../domain/views.ts';
import type { ApiContext } from '../api-context.ts';
import { found } from '../not-found.ts';
import { pageOf, pagingShape } from '../paging.ts';
import { receiveUploads } from '../receive-uploads.ts';
import { eventsRoute, fileRoute, jsonRoute, type Route } from '../route.ts';
import { sendUploadEvents } from '../send-events.ts';
import { createUploadWatcher, progressOf } from '../upload-watcher.ts';
import { uploadView } from '../views.ts';

const tag = 'Uploads';
const params = z.object({ id: z.string().min(1).max(200) });

const formSchema = z.object({
  studentId: z.string().optional().meta({ description: 'Whose evidence it is. Must stand before the files.' }),
  file: z.array(z.string().meta({ format: 'binary' })).meta({ description: 'One part per file, under any name.' }),
});

export function uploadRoutes(context: ApiContext): Route[] {
  const { store, blobs } = context;
  const watcher = createUploadWatcher(store, context.log);
  const uploadOf = async (districtId: string, id: string) =>
    found(await store.uploads.findOne({ _id: id, districtId }).lean(), 'upload');

  return [
    jsonRoute({
      operationId: 'createUploads',
      method: 'post',
      path: '/uploads',
      summary: 'Hand in one or more files. A file is acknowledged once it is durable; each has its own result.',
      tag,
      rawBody: { mediaType: 'multipart/form-data', schema: formSchema },
      status: 201,
      response: z.object({ results: z.array(uploadResultSchema) }),
      errors: ['too_large', 'not_found'],
      async handle({ http }) {
        const results = await receiveUploads(context, http);
        const kept = results.flatMap(({ upload }) => upload ?? []);
        return {
          body: { results },
          access: {
            action: 'upload.create',
            resource: 'uploads',
            studentIds: kept.map((upload) => upload.studentId),
            detail: { uploads: kept.map((upload) => upload.id).join(' ') },
          },
        };
      },
    }),
    jsonRoute({
      operationId: 'listUploads',
      method: 'get',
      path: '/uploads',
      summary: 'What was handed in, newest first',
      tag,
      query: z.strictObject({ state: uploadStateSchema.optional(), ...pagingShape }),
      response: listOf(uploadViewSchema),
      errors: [],
      async handle({ query, actor }) {
        const filter = { districtId: actor.districtId, ...(query.state && { state: query.state }) };
        const { items, nextCursor } = await pageOf(query, ({ after, order, count }) =>
          store.uploads
            .find({ ...filter, ...after })
            .sort(order)
            .limit(count)
            .lean(),
        );
        const studentIds = items.map((item) => item.studentId);
        return {
          body: { items: items.map(uploadView), nextCursor },
          access: { action: 'upload.list', resource: 'uploads', studentIds },
        };
      },
    }),
    jsonRoute({
      operationId: 'getUpload',
      method: 'get',
      path: '/uploads/{id}',
      summary: 'One upload',
      tag,
      params,
      response: uploadViewSchema,
      errors: ['not_found'],
      async handle({ params: { id }, actor }) {
        const upload = await uploadOf(actor.districtId, id);
        return {
          body: uploadView(upload),
          access: { action: 'upload.read', resource: `uploads/${id}`, studentIds: [upload.studentId] },
        };
      },
    }),
    eventsRoute({
      operationId: 'watchUpload',
      method: 'get',
      path: '/uploads/{id}/events',
      summary: 'How far an upload is: an event now, one for each change, and one named `end` when it is over',
      tag,
      params,
      response: uploadProgressSchema,
      errors: ['not_found'],
      async handle({ params: { id }, actor }) {
        const now = await progressOf(store, await uploadOf(actor.districtId, id));
        return { send: (response) => sendUploadEvents(response, watcher, now), access: null };
      },
    }),
    fileRoute({
      operationId: 'downloadUpload',
      method: 'get',
      path: '/uploads/{id}/file',
      summary: 'The file as it was handed in, as a download',
      tag,
      params,
      mediaTypes: ['application/octet-stream'],
      errors: ['not_found'],
      async handle({ params: { id }, actor }) {
        const upload = await uploadOf(actor.districtId, id);
        const documents = await store.documents
          .find({ districtId: actor.districtId, uploadId: id }, { studentIds: 1 })
          .lean();
        return {
          content: await blobs.open(upload.sha256),
          // Never the type that it claims to be: nothing that was handed in is to be run by a browser.
          mediaType: 'application/octet-stream',
          attachment: upload.file.split(/[\\/]/).at(-1) || 'file',
          access: {
            action: 'upload.download',
            resource: `uploads/${id}`,
            studentIds: [upload.studentId, ...documents.flatMap((document) => document.studentIds)],
          },
        };
      },
    }),
  ];
}
