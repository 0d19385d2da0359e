/** Data points: the numbers, each with its place on a page, and a person's decision about them. */
import { z } from 'zod';
import { daySchema } from '../../domain/dates.ts';
import { dataPointStateSchema } from '../../domain/states.ts';
import { dataPointViewSchema, decisionRequestSchema, listOf } from '../../domain/views.ts';
import { advance } from '../../pipeline/advance.ts';
import { draftsTouchedBy } from '../../pipeline/drafts-touched-by.ts';
import type { ApiContext } from '../api-context.ts';
import { decideDataPoint } from '../decide-data-point.ts';
import { pageOf, pagingShape } from '../paging.ts';
import { jsonRoute, type Route } from '../route.ts';
import { dataPointView } from '../views.ts';
import { dayRange } from './document-routes.ts';

const tag = 'Data points';

const listQuery = z.strictObject({
  studentId: z.string().min(1).optional(),
  goalId: z.string().min(1).optional(),
  state: dataPointStateSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  ...pagingShape,
});

export function dataPointRoutes(context: ApiContext): Route[] {
  const { store } = context;
  return [
    jsonRoute({
      operationId: 'listDataPoints',
      method: 'get',
      path: '/data-points',
      summary: 'Data points, newest upload first',
      tag,
      query: listQuery,
      response: listOf(dataPointViewSchema),
      errors: [],
      async handle({ query, actor: { districtId } }) {
        const filter = {
          districtId,
          ...(query.studentId && { studentId: query.studentId }),
          ...(query.goalId && { goalId: query.goalId }),
          ...(query.state && { state: query.state }),
          ...dayRange(query),
        };
        const { items, nextCursor } = await pageOf(query, ({ after, order, count }) =>
          store.dataPoints
            .find({ ...filter, ...after })
            .sort(order)
            .limit(count)
            .lean(),
        );
        const studentIds = items.map((item) => item.studentId);
        return {
          body: { items: items.map(dataPointView), nextCursor },
          access: { action: 'data_point.list', resource: 'data-points', studentIds },
        };
      },
    }),
    jsonRoute({
      operationId: 'decideDataPoint',
      method: 'post',
      path: '/data-points/{id}/decision',
      summary: 'Confirm, reject or correct a data point; what the machine read is kept',
      tag,
      params: z.object({ id: z.string().min(1).max(300) }),
      body: decisionRequestSchema,
      response: dataPointViewSchema,
      errors: ['not_found', 'invalid_transition', 'conflict'],
      async handle({ params: { id }, body, actor }) {
        const judgement = { districtId: actor.districtId, dataPointId: id, by: actor.id, request: body };
        const { before, after } = await decideDataPoint(context, judgement);
        // The decision stands; the statements that rest on the number are drafted anew.
        await advance(context, await draftsTouchedBy(store, actor.districtId, [before, after]));
        return {
          body: dataPointView(after),
          access: {
            action: `data_point.${after.state}`,
            resource: `data-points/${id}`,
            studentIds: [after.studentId],
            detail: { from: before.state, read: before.value, value: after.corrected?.value ?? null },
          },
        };
      },
    }),
  ];
}
