/** Pages: the text with its boxes, and the picture that the boxes are drawn on. */
import { z } from 'zod';
import { pageRecordId } from '../../domain/records.ts';
import { pageViewSchema } from '../../domain/views.ts';
import { openPageImage } from '../../pipeline/page-image.ts';
import type { ApiContext } from '../api-context.ts';
import { imageTypeOf } from '../image-type.ts';
import { found } from '../not-found.ts';
import { type Access, fileRoute, jsonRoute, type Route } from '../route.ts';
import { smallPicture } from '../small-picture.ts';
import { pageView } from '../views.ts';

const tag = 'Pages';
const params = z.object({ id: z.string().min(1).max(200), n: z.coerce.number().int().positive().max(100_000) });

export function pageRoutes(context: ApiContext): Route[] {
  const { store } = context;
  const pageOf = async (districtId: string, uploadId: string, number: number) => {
    const upload = found(await store.uploads.findOne({ _id: uploadId, districtId }).lean(), 'upload');
    const _id = pageRecordId(uploadId, number);
    return { upload, page: found(await store.pages.findOne({ _id, districtId }).lean(), 'page') };
  };
  const accessTo = async (action: string, districtId: string, uploadId: string, number: number): Promise<Access> => {
    const documents = await store.documents.find({ districtId, uploadId, pages: number }, { studentIds: 1 }).lean();
    const studentIds = documents.flatMap((document) => document.studentIds);
    return { action, resource: `uploads/${uploadId}/pages/${number}`, studentIds };
  };

  return [
    jsonRoute({
      operationId: 'getPage',
      method: 'get',
      path: '/uploads/{id}/pages/{n}',
      summary: 'A page as read: text, words with their boxes, confidence',
      tag,
      params,
      response: pageViewSchema,
      errors: ['not_found'],
      async handle({ params: { id, n }, actor }) {
        const { upload, page } = await pageOf(actor.districtId, id, n);
        return { body: pageView(page, upload), access: await accessTo('page.read', actor.districtId, id, n) };
      },
    }),
    fileRoute({
      operationId: 'getPageImage',
      method: 'get',
      path: '/uploads/{id}/pages/{n}/image',
      summary: 'The picture of a page; boxes are in its pixels',
      tag,
      params,
      query: z.strictObject({
        width: z.coerce
          .number()
          .int()
          .min(32)
          .max(1200)
          .optional()
          .meta({ description: 'A small picture of at most this many pixels across, as JPEG.' }),
      }),
      mediaTypes: ['image/png', 'image/jpeg', 'image/webp'],
      errors: ['not_found', 'timeout', 'corrupt', 'encrypted'],
      async handle({ params: { id, n }, query: { width }, actor }) {
        const { page } = await pageOf(actor.districtId, id, n);
        const access = await accessTo('page.image', actor.districtId, id, n);
        const image = await imageTypeOf(await openPageImage(context, page));
        return { ...(width === undefined ? image : smallPicture(image.content, width)), access };
      },
    }),
  ];
}
