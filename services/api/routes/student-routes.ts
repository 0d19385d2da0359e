/** Students of the caseload, with their goals; and the periods that are reported on. */
import { z } from 'zod';
import { listOf, periodViewSchema, studentSummarySchema, studentViewSchema } from '../../domain/views.ts';
import type { ApiContext } from '../api-context.ts';
import { found } from '../not-found.ts';
import { pageOf, pagingShape } from '../paging.ts';
import { jsonRoute, type Route } from '../route.ts';
import { periodView, studentSummary, studentView } from '../views.ts';

const tag = 'Caseload';

export function studentRoutes({ store }: ApiContext): Route[] {
  return [
    jsonRoute({
      operationId: 'listStudents',
      method: 'get',
      path: '/students',
      summary: 'The students of the caseload and what their goals are about',
      tag,
      query: z.strictObject(pagingShape),
      response: listOf(studentSummarySchema),
      errors: [],
      async handle({ query, actor: { districtId } }) {
        const { items, nextCursor } = await pageOf(query, ({ after, order, count }) =>
          store.students
            .find({ districtId, ...after })
            .sort(order)
            .limit(count)
            .lean(),
        );
        return {
          body: { items: items.map(studentSummary), nextCursor },
          access: { action: 'student.list', resource: 'students', studentIds: items.map((item) => item.id) },
        };
      },
    }),
    jsonRoute({
      operationId: 'getStudent',
      method: 'get',
      path: '/students/{id}',
      summary: 'A student with plan, goals and promised services',
      tag,
      params: z.object({ id: z.string().min(1).max(200) }),
      response: studentViewSchema,
      errors: ['not_found'],
      async handle({ params: { id }, actor: { districtId } }) {
        const student = found(await store.students.findOne({ districtId, id }).lean(), 'student');
        return {
          body: studentView(student),
          access: { action: 'student.read', resource: `students/${id}`, studentIds: [student.id] },
        };
      },
    }),
    jsonRoute({
      operationId: 'listPeriods',
      method: 'get',
      path: '/periods',
      summary: 'The reporting periods of the district',
      tag,
      query: z.strictObject(pagingShape),
      response: listOf(periodViewSchema),
      errors: [],
      async handle({ query, actor: { districtId } }) {
        const { items, nextCursor } = await pageOf(query, ({ after, order, count }) =>
          store.periods
            .find({ districtId, ...after })
            .sort(order)
            .limit(count)
            .lean(),
        );
        return { body: { items: items.map(periodView), nextCursor }, access: null };
      },
    }),
  ];
}
