/** Plans that IEPs propose: a person puts them in force. */
import { z } from 'zod';
import { planConfirmationRequestSchema, studentViewSchema } from '../../domain/views.ts';
import { confirmPlan } from '../../pipeline/confirm-plan.ts';
import type { ApiContext } from '../api-context.ts';
import { jsonRoute, type Route } from '../route.ts';
import { studentView } from '../views.ts';

export function planRoutes(context: ApiContext): Route[] {
  return [
    jsonRoute({
      operationId: 'confirmPlan',
      method: 'post',
      path: '/documents/{id}/plan',
      summary: 'Put the plan that an IEP proposes in force, as corrected; answers the student with the plan',
      tag: 'Plans',
      params: z.object({ id: z.string().min(1).max(200) }),
      body: planConfirmationRequestSchema,
      response: studentViewSchema,
      errors: ['not_found', 'invalid_transition', 'conflict'],
      async handle({ params: { id }, body, actor: { districtId, id: by } }) {
        const { student } = await confirmPlan(context, { districtId, documentId: id, by, confirmation: body });
        return {
          body: studentView(student),
          access: {
            action: 'plan.confirmed',
            resource: `documents/${id}`,
            studentIds: [student.id],
            detail: { goals: body.goals.length, services: body.services.length, replaces: body.replaces },
          },
        };
      },
    }),
  ];
}
