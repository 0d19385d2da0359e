/** What a person corrects about documents: whose they are, and which pages belong together. */
import { z } from 'zod';
import {
  assignmentRequestSchema,
  documentViewSchema,
  groupingRequestSchema,
  uploadViewSchema,
} from '../../domain/views.ts';
import { assignStudent, regroupPages } from '../../pipeline/correct-document.ts';
import type { ApiContext } from '../api-context.ts';
import { found } from '../not-found.ts';
import { pointStatesOf } from '../point-states.ts';
import { jsonRoute, type Route } from '../route.ts';
import { documentView, uploadView } from '../views.ts';

const tag = 'Corrections';
const params = z.object({ id: z.string().min(1).max(200) });

export function correctionRoutes(context: ApiContext): Route[] {
  const { store } = context;
  return [
    jsonRoute({
      operationId: 'assignStudent',
      method: 'post',
      path: '/documents/{id}/student',
      summary: 'Say whose a document is; it is then understood anew, so its state goes back to `split`',
      tag,
      params,
      body: assignmentRequestSchema,
      response: documentViewSchema,
      errors: ['not_found', 'invalid_transition'],
      async handle({ params: { id }, body: { studentId }, actor }) {
        const { districtId } = actor;
        const before = found(await store.documents.findOne({ _id: id, districtId }).lean(), 'document');
        const document = await assignStudent(context, { districtId, documentId: id, studentId, by: actor.id });
        const states = await pointStatesOf(store, districtId, [document]);
        return {
          body: documentView(document, states.get(id) ?? []),
          access: {
            action: 'document.assigned',
            resource: `documents/${id}`,
            studentIds: [before.studentId, ...before.studentIds, studentId],
            detail: { from: before.studentId, to: studentId },
          },
        };
      },
    }),
    jsonRoute({
      operationId: 'groupPages',
      method: 'post',
      path: '/uploads/{id}/grouping',
      summary: 'Put the pages of an upload into documents; only documents that change are understood anew',
      tag,
      params,
      body: groupingRequestSchema,
      response: uploadViewSchema,
      errors: ['not_found', 'invalid_transition'],
      async handle({ params: { id }, body: { groups }, actor: { districtId } }) {
        const documents = await store.documents.find({ districtId, uploadId: id }, { studentIds: 1 }).lean();
        const upload = await regroupPages(context, { districtId, uploadId: id, groups });
        return {
          body: uploadView(upload),
          access: {
            action: 'upload.regrouped',
            resource: `uploads/${id}`,
            studentIds: documents.flatMap((document) => document.studentIds),
            detail: { documentsBefore: documents.length, documents: groups.length },
          },
        };
      },
    }),
  ];
}
