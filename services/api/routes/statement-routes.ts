/** Statements: the draft beside its evidence, and the steps of its review. */
import { z } from 'zod';
import type { StatementRecord } from '../../domain/records.ts';
import { statementStateSchema } from '../../domain/statement.ts';
import { listOf, moveRequestSchema, statementDetailSchema, statementViewSchema } from '../../domain/views.ts';
import { moveStatement } from '../../statements/move-statement.ts';
import type { ApiContext } from '../api-context.ts';
import { found } from '../not-found.ts';
import { pageOf, pagingShape } from '../paging.ts';
import { reviewCounts } from '../review-counts.ts';
import { jsonRoute, type Route } from '../route.ts';
import { dataPointView, periodView, statementHistory, statementView, studentSummary } from '../views.ts';

const tag = 'Statements';
const params = z.object({ id: z.string().min(1).max(400) });

const listQuery = z.strictObject({
  studentId: z.string().min(1).optional(),
  periodId: z.string().min(1).optional(),
  state: statementStateSchema.optional(),
  ...pagingShape,
});

export function statementRoutes(context: ApiContext): Route[] {
  const { store } = context;
  const detailOf = async (statement: StatementRecord) => {
    const { districtId, studentId, goalId, periodId } = statement;
    const student = await store.students.findOne({ districtId, id: studentId }).lean();
    const period = await store.periods.findOne({ districtId, id: periodId }).lean();
    const points = await store.dataPoints.find({ districtId, studentId, goalId }).lean();
    const within = points
      .map((point) => ({ day: point.corrected?.date ?? point.date, view: dataPointView(point) }))
      .filter(({ day }) => !period || (day >= period.start && day <= period.end))
      .sort((a, b) => a.day.localeCompare(b.day) || a.view.id.localeCompare(b.view.id));
    const reviewCount = within.filter(({ view }) => view.state === 'needs_review').length;
    return {
      ...statementView(statement, reviewCount),
      ...statementHistory(statement),
      student: student && studentSummary(student),
      goal: student?.goals.find((goal) => goal.id === goalId) ?? null,
      period: period && periodView(period),
      dataPoints: within.map(({ view }) => view),
    };
  };

  return [
    jsonRoute({
      operationId: 'listStatements',
      method: 'get',
      path: '/statements',
      summary: 'Progress statements',
      tag,
      query: listQuery,
      response: listOf(statementViewSchema),
      errors: [],
      async handle({ query, actor: { districtId } }) {
        const filter = {
          districtId,
          ...(query.studentId && { studentId: query.studentId }),
          ...(query.periodId && { periodId: query.periodId }),
          ...(query.state && { state: query.state }),
        };
        const { items, nextCursor } = await pageOf(query, ({ after, order, count }) =>
          store.statements
            .find({ ...filter, ...after })
            .sort(order)
            .limit(count)
            .lean(),
        );
        const studentIds = items.map((item) => item.studentId);
        const counts = await reviewCounts(store, districtId, items);
        return {
          body: { items: items.map((item) => statementView(item, counts.get(item._id) ?? 0)), nextCursor },
          access: { action: 'statement.list', resource: 'statements', studentIds },
        };
      },
    }),
    jsonRoute({
      operationId: 'getStatement',
      method: 'get',
      path: '/statements/{id}',
      summary: 'A statement with its citations, its history, and the points of its goal and period',
      tag,
      params,
      response: statementDetailSchema,
      errors: ['not_found'],
      async handle({ params: { id }, actor: { districtId } }) {
        const statement = found(await store.statements.findOne({ _id: id, districtId }).lean(), 'statement');
        const { studentId } = statement;
        return {
          body: await detailOf(statement),
          access: { action: 'statement.read', resource: `statements/${id}`, studentIds: [studentId] },
        };
      },
    }),
    jsonRoute({
      operationId: 'moveStatement',
      method: 'post',
      path: '/statements/{id}/moves',
      summary: 'Send to review, return with a comment, approve, mark as sent',
      tag,
      params,
      body: moveRequestSchema,
      response: statementDetailSchema,
      errors: ['not_found', 'invalid_transition', 'locked', 'conflict'],
      async handle({ params: { id }, body, actor }) {
        const moved = await moveStatement(context, {
          districtId: actor.districtId,
          statementId: id,
          to: body.to,
          by: actor.id,
          comment: body.comment ?? null,
          version: body.version,
        });
        return {
          body: await detailOf(moved),
          access: {
            action: `statement.${moved.state}`,
            resource: `statements/${id}`,
            studentIds: [moved.studentId],
            detail: { version: moved.version },
          },
        };
      },
    }),
  ];
}
