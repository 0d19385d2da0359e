/** Documents: what a run of pages is, whose, and what was found in it. */
import { z } from 'zod';
import { daySchema } from '../../domain/dates.ts';
import { documentTypeSchema } from '../../domain/evidence.ts';
import { documentStateSchema } from '../../domain/states.ts';
import { documentDetailSchema, documentViewSchema, listOf } from '../../domain/views.ts';
import type { ApiContext } from '../api-context.ts';
import { candidatesOf } from '../candidates.ts';
import { found } from '../not-found.ts';
import { pageOf, pagingShape } from '../paging.ts';
import { pointStatesOf } from '../point-states.ts';
import { jsonRoute, type Route } from '../route.ts';
import { dataPointView, documentView, planView, serviceView } from '../views.ts';

const tag = 'Documents';

const listQuery = z.strictObject({
  studentId: z.string().min(1).optional().meta({ description: 'Group sheets that speak of the student too.' }),
  uploadId: z.string().min(1).optional(),
  type: documentTypeSchema.optional(),
  state: documentStateSchema.optional(),
  asks: z.literal('true').optional().meta({ description: 'Only documents with a question for a person.' }),
  from: daySchema.optional().meta({ description: 'Dated this day or later; undated documents are left out.' }),
  to: daySchema.optional(),
  ...pagingShape,
});

/** The days of a filter as a condition, nothing where neither is given. */
export function dayRange(query: { from?: string | undefined; to?: string | undefined }) {
  const { from, to } = query;
  return from || to ? { date: { ...(from && { $gte: from }), ...(to && { $lte: to }) } } : {};
}

/** Documents that ask something; an index over the questions finds them. */
export const withQuestion = { questions: { $gt: '' } } as const;

export function documentRoutes(context: ApiContext): Route[] {
  const { store } = context;

  return [
    jsonRoute({
      operationId: 'listDocuments',
      method: 'get',
      path: '/documents',
      summary: 'Documents, newest upload first',
      tag,
      query: listQuery,
      response: listOf(documentViewSchema),
      errors: [],
      async handle({ query, actor }) {
        const { districtId } = actor;
        const filter = {
          districtId,
          ...(query.studentId && { studentIds: query.studentId }),
          ...(query.uploadId && { uploadId: query.uploadId }),
          ...(query.type && { documentType: query.type }),
          ...(query.state && { state: query.state }),
          ...(query.asks && withQuestion),
          ...dayRange(query),
        };
        const { items, nextCursor } = await pageOf(query, ({ after, order, count }) =>
          store.documents
            .find({ ...filter, ...after }, { extracted: 0 })
            .sort(order)
            .limit(count)
            .lean(),
        );
        const states = await pointStatesOf(store, districtId, items);
        return {
          body: { items: items.map((item) => documentView(item, states.get(item._id) ?? [])), nextCursor },
          access: {
            action: 'document.list',
            resource: 'documents',
            studentIds: items.flatMap((item) => item.studentIds),
          },
        };
      },
    }),
    jsonRoute({
      operationId: 'getDocument',
      method: 'get',
      path: '/documents/{id}',
      summary: 'A document with its data points, services, and what could not be tied to a goal',
      tag,
      params: z.object({ id: z.string().min(1).max(200) }),
      response: documentDetailSchema,
      errors: ['not_found'],
      async handle({ params: { id }, actor: { districtId } }) {
        const document = found(await store.documents.findOne({ _id: id, districtId }).lean(), 'document');
        const points = await store.dataPoints.find({ districtId, documentId: id }).sort({ _id: 1 }).lean();
        const services = await store.services.find({ districtId, documentId: id }).sort({ _id: 1 }).lean();
        return {
          body: {
            ...documentView(
              document,
              points.map((point) => point.state),
            ),
            dataPoints: points.map(dataPointView),
            services: services.map(serviceView),
            unmapped: document.unmapped,
            plan: planView(document),
            candidateIds: await candidatesOf(context, document),
          },
          access: {
            action: 'document.read',
            resource: `documents/${id}`,
            studentIds: [document.studentId, ...document.studentIds],
          },
        };
      },
    }),
  ];
}
