/**
 * What the HTTP API hands out: records as JSON. Instants are ISO 8601 strings, `_id` is `id`, and nothing is here that
 * a person at a screen does not need. The web page takes its types from here.
 */
import { z } from 'zod';
import { goalSchema, periodSchema, studentSchema } from './caseload.ts';
import { daySchema, instantSchema } from './dates.ts';
import { errorCodeSchema } from './errors.ts';
import { dataPointSchema, evidenceDocumentSchema, serviceEntrySchema, unmappedSchema } from './evidence.ts';
import { findingSchema } from './finding.ts';
import { pageSchema } from './page.ts';
import { planConfirmationSchema, proposedPlanSchema } from './proposed-plan.ts';
import { failureSchema } from './records.ts';
import { searchHitSchema } from './search-hit.ts';
import { statementSchema, statementStateSchema } from './statement.ts';
import { dataPointStateSchema, documentStateSchema, pageStateSchema, uploadStateSchema } from './states.ts';

/** RFC 9457, with the stable code of the error; `field` names what was wrong with a request. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: errorCodeSchema,
    detail: z.string(),
    field: z.string().optional(),
    retryable: z.boolean(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

/** One page of a list; `nextCursor` asks for the one after it, null at the end. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const uploadViewSchema = z
  .object({
    id: z.string(),
    file: z.string(),
    size: z.number().int().nonnegative(),
    mediaType: z.string().nullable(),
    state: uploadStateSchema,
    failure: failureSchema.nullable(),
    duplicateOf: z.string().nullable(),
    studentId: z.string().nullable(),
    uploadDate: daySchema,
    receivedAt: instantSchema,
    receivedBy: z.string().nullable(),
    pageCount: z.number().int().nonnegative().nullable(),
  })
  .meta({ id: 'Upload' });
export type UploadView = z.infer<typeof uploadViewSchema>;

/** One file of a request: either it is kept (`upload`) or it is not (`error`). */
export const uploadResultSchema = z
  .object({
    file: z.string(),
    upload: uploadViewSchema.nullable(),
    error: z.object({ code: errorCodeSchema, message: z.string() }).nullable(),
  })
  .meta({ id: 'UploadResult' });
export type UploadResult = z.infer<typeof uploadResultSchema>;

/** What an event of an upload says; the last one bears a final state. */
export const uploadProgressSchema = z
  .object({
    id: z.string(),
    state: uploadStateSchema,
    failure: failureSchema.nullable(),
    duplicateOf: z.string().nullable(),
    pageCount: z.number().int().nonnegative().nullable(),
    pagesRead: z.number().int().nonnegative(),
    pagesFailed: z.number().int().nonnegative(),
  })
  .meta({ id: 'UploadProgress' });
export type UploadProgress = z.infer<typeof uploadProgressSchema>;

export const pageViewSchema = z
  .object({
    uploadId: z.string(),
    file: z.string(),
    number: z.number().int().positive(),
    state: pageStateSchema,
    failure: failureSchema.nullable(),
    content: pageSchema.nullable(),
  })
  .meta({ id: 'Page' });
export type PageView = z.infer<typeof pageViewSchema>;

export const decisionViewSchema = z.object({
  at: instantSchema,
  by: z.string(),
  from: dataPointStateSchema,
  to: dataPointStateSchema,
  value: z.number().nullable(),
  date: daySchema.nullable(),
  comment: z.string().nullable(),
});

/** `value` is what the machine read; `corrected` what a person put in its place; `decisions` every step, oldest first. */
export const dataPointViewSchema = dataPointSchema
  .omit({ status: true })
  .extend({
    id: z.string(),
    uploadId: z.string(),
    documentId: z.string(),
    state: dataPointStateSchema,
    corrected: z.object({ value: z.number(), date: daySchema.optional() }).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instantSchema.nullable(),
    decisions: z.array(decisionViewSchema),
  })
  .meta({ id: 'DataPoint' });
export type DataPointView = z.infer<typeof dataPointViewSchema>;

export const serviceViewSchema = serviceEntrySchema
  .extend({ id: z.string(), uploadId: z.string(), documentId: z.string() })
  .meta({ id: 'Service' });
export type ServiceView = z.infer<typeof serviceViewSchema>;

export const documentViewSchema = evidenceDocumentSchema
  .omit({ dataPoints: true, services: true, unmapped: true, questions: true })
  .extend({
    id: z.string(),
    uploadId: z.string(),
    state: documentStateSchema,
    failure: failureSchema.nullable(),
    studentIds: z.array(z.string()),
    questions: z.array(z.string()),
    /** Where it is not sure that a document begins or goes on: the joint before `page`. */
    doubts: z.array(z.object({ page: z.number().int().positive(), reason: z.string() })),
    unmappedCount: z.number().int().nonnegative(),
    /** Points that were filed, and how many of them still ask for a person. */
    pointCount: z.number().int().nonnegative(),
    reviewCount: z.number().int().nonnegative(),
  })
  .meta({ id: 'Document' });
export type DocumentView = z.infer<typeof documentViewSchema>;

export const documentDetailSchema = documentViewSchema
  .extend({
    dataPoints: z.array(dataPointViewSchema),
    services: z.array(serviceViewSchema),
    unmapped: z.array(unmappedSchema),
    /** The plan that an IEP proposes; null for every other document. Nothing of it is in force before it is confirmed. */
    plan: proposedPlanSchema
      .extend({
        state: z.enum(['proposed', 'confirmed']),
        decidedBy: z.string().nullable(),
        decidedAt: instantSchema.nullable(),
      })
      .nullable(),
    /** Students whom the pages may mean, where it is not said whose the document is. */
    candidateIds: z.array(z.string()),
  })
  .meta({ id: 'DocumentDetail' });
export type DocumentDetail = z.infer<typeof documentDetailSchema>;

/** A student as a list shows one: no birth date, no plan. */
export const studentSummarySchema = studentSchema
  .pick({ id: true, givenName: true, familyName: true, grade: true, schoolId: true, caseManagerId: true })
  .extend({ goals: z.array(goalSchema.pick({ id: true, area: true, statement: true, measure: true })) })
  .meta({ id: 'StudentSummary' });
export type StudentSummary = z.infer<typeof studentSummarySchema>;

export const studentViewSchema = studentSchema.omit({ birthDate: true }).meta({ id: 'Student' });
export type StudentView = z.infer<typeof studentViewSchema>;

export const periodViewSchema = periodSchema.meta({ id: 'Period' });
export type PeriodView = z.infer<typeof periodViewSchema>;

export const statementViewSchema = statementSchema
  .extend({
    id: z.string(),
    version: z.number().int().positive(),
    madeAt: instantSchema,
    madeBy: z.string(),
    /** Numbers of its goal and period that a person has not looked at yet although they should be. */
    reviewCount: z.number().int().nonnegative(),
  })
  .meta({ id: 'Statement' });
export type StatementView = z.infer<typeof statementViewSchema>;

export const statementDetailSchema = statementViewSchema
  .extend({
    student: studentSummarySchema.nullable(),
    goal: goalSchema.nullable(),
    period: periodViewSchema.nullable(),
    /** The points of the goal within the period, oldest first, the rejected ones too. */
    dataPoints: z.array(dataPointViewSchema),
    events: z.array(
      z.object({
        at: instantSchema,
        by: z.string(),
        from: statementStateSchema,
        to: statementStateSchema,
        comment: z.string().nullable(),
      }),
    ),
    /** Earlier versions, oldest first. */
    versions: z.array(
      z.object({ version: z.number().int().positive(), madeAt: instantSchema, madeBy: z.string(), text: z.string() }),
    ),
  })
  .meta({ id: 'StatementDetail' });
export type StatementDetail = z.infer<typeof statementDetailSchema>;

export const findingViewSchema = findingSchema.extend({ id: z.string() }).meta({ id: 'Finding' });
export type FindingView = z.infer<typeof findingViewSchema>;

export const searchHitViewSchema = searchHitSchema.meta({ id: 'SearchHit' });
export type SearchHitView = z.infer<typeof searchHitViewSchema>;

/** What waits for a person. */
export const waitingViewSchema = z
  .object({
    /** Documents with a question. */
    documents: z.number().int().nonnegative(),
    /** Numbers to check. */
    dataPoints: z.number().int().nonnegative(),
    /** Files that could not be read. */
    uploads: z.number().int().nonnegative(),
    /** Statements by state, those that are done too. */
    statements: z.record(statementStateSchema, z.number().int().nonnegative()),
  })
  .meta({ id: 'Waiting' });
export type WaitingView = z.infer<typeof waitingViewSchema>;

/** Whose a document is. */
export const assignmentRequestSchema = z
  .strictObject({ studentId: z.string().min(1).max(200) })
  .meta({ id: 'AssignmentRequest' });
export type AssignmentRequest = z.infer<typeof assignmentRequestSchema>;

/** The plan that a person puts in force, as it stands in the caseload from then on. */
export const planConfirmationRequestSchema = planConfirmationSchema.meta({ id: 'PlanConfirmation' });

/** Every page of the upload once, each list one document. */
export const groupingRequestSchema = z
  .strictObject({ groups: z.array(z.array(z.number().int().positive()).min(1)).min(1).max(10_000) })
  .meta({ id: 'GroupingRequest' });
export type GroupingRequest = z.infer<typeof groupingRequestSchema>;

/** What a person may say of a data point. */
export const decisionRequestSchema = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('confirm'), comment: z.string().max(2000).optional() }),
    z.strictObject({ decision: z.literal('reject'), comment: z.string().max(2000).optional() }),
    z.strictObject({
      decision: z.literal('correct'),
      value: z.number(),
      date: daySchema.optional(),
      comment: z.string().max(2000).optional(),
    }),
  ])
  .meta({ id: 'DecisionRequest' });
export type DecisionRequest = z.infer<typeof decisionRequestSchema>;

/** `version` is the one that the person saw. A return needs a comment. */
export const moveRequestSchema = z
  .strictObject({
    to: statementStateSchema,
    comment: z.string().max(4000).nullish(),
    version: z.number().int().positive(),
  })
  .meta({ id: 'MoveRequest' });
export type MoveRequest = z.infer<typeof moveRequestSchema>;
