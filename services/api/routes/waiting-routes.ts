/** What waits for a person: counts only, nobody's record is shown. */
import { z } from 'zod';
import { type StatementState, statementStateSchema } from '../../domain/statement.ts';
import { waitingViewSchema } from '../../domain/views.ts';
import type { ApiContext } from '../api-context.ts';
import { jsonRoute, type Route } from '../route.ts';
import { withQuestion } from './document-routes.ts';

export function waitingRoutes({ store }: ApiContext): Route[] {
  return [
    jsonRoute({
      operationId: 'countWaiting',
      method: 'get',
      path: '/waiting',
      summary: 'How much waits for a person, and how many statements are in which state',
      tag: 'Waiting',
      query: z.strictObject({
        periodId: z.string().min(1).optional().meta({ description: 'Statements of this period only.' }),
        studentId: z.string().min(1).optional().meta({ description: 'Statements of this student only.' }),
      }),
      response: waitingViewSchema,
      errors: [],
      async handle({ query, actor: { districtId } }) {
        const states = statementStateSchema.options;
        const [documents, dataPoints, uploads, ...statements] = await Promise.all([
          store.documents.countDocuments({ districtId, ...withQuestion }),
          store.dataPoints.countDocuments({ districtId, state: 'needs_review' }),
          store.uploads.countDocuments({ districtId, state: 'failed' }),
          ...states.map((state) =>
            store.statements.countDocuments({
              districtId,
              state,
              ...(query.periodId && { periodId: query.periodId }),
              ...(query.studentId && { studentId: query.studentId }),
            }),
          ),
        ]);
        const byState = states.map((state, index) => [state, statements[index] ?? 0]);
        const counts = Object.fromEntries(byState) as Record<StatementState, number>;
        return { body: { documents, dataPoints, uploads, statements: counts }, access: null };
      },
    }),
  ];
}
