/**
 * What is kept: one schema per collection. Every record bears `districtId`; ids are strings. An id that is derived
 * from its origin (page of an upload, point of a document) makes a stage that runs twice write the same record twice.
 */
import { z } from 'zod';
import {
  districtSchema,
  goalSchema,
  periodSchema,
  schoolSchema,
  serviceCommitmentSchema,
  staffSchema,
  studentSchema,
} from './caseload.ts';
import { daySchema } from './dates.ts';
import { errorCodeSchema } from './errors.ts';
import {
  dataPointSchema,
  documentTypeSchema,
  evidenceDocumentSchema,
  serviceEntrySchema,
  unmappedSchema,
} from './evidence.ts';
import { findingSchema } from './finding.ts';
import { pageSchema } from './page.ts';
import { documentPlanSchema } from './proposed-plan.ts';
import { statementSchema, statementStateSchema } from './statement.ts';
import { dataPointStateSchema, documentStateSchema, pageStateSchema, uploadStateSchema } from './states.ts';

const record = { _id: z.string().min(1), districtId: z.string().min(1) };

export const districtRecordSchema = districtSchema.extend(record);
export const schoolRecordSchema = schoolSchema.extend(record);
export const staffRecordSchema = staffSchema.extend(record);
export const periodRecordSchema = periodSchema.extend(record);
export const studentRecordSchema = studentSchema.extend({
  ...record,
  /** Set once a person has put a plan in force from a document: a caseload file with an older plan no longer changes it. */
  planConfirmed: z.object({ documentId: z.string(), by: z.string(), at: z.date() }).optional(),
  /** Goals or services have changed: documents of this day and later are to be understood anew. Gone once they are. */
  understandFrom: daySchema.optional(),
  /** What was in force once and is not any more, each as it last was: records of that time name it. */
  pastGoals: z.array(goalSchema).optional(),
  pastServices: z.array(serviceCommitmentSchema).optional(),
});
export type DistrictRecord = z.infer<typeof districtRecordSchema>;
export type SchoolRecord = z.infer<typeof schoolRecordSchema>;
export type StaffRecord = z.infer<typeof staffRecordSchema>;
export type PeriodRecord = z.infer<typeof periodRecordSchema>;
export type StudentRecord = z.infer<typeof studentRecordSchema>;

/** The id of a record that comes from a caseload file: ids there are unique within a district only. */
export function caseloadRecordId(districtId: string, id: string): string {
  return `${districtId}~${id}`;
}

export const failureSchema = z.object({ code: errorCodeSchema, message: z.string() });
export type Failure = z.infer<typeof failureSchema>;

/** `pdf`: pages that may have a text layer; `image`: one or more pictures; `text`: pages without an image. */
export const sourceKindSchema = z.enum(['pdf', 'image', 'text']);

/** One file that someone handed in. Acknowledged only after its bytes and this record are durable. */
export const uploadRecordSchema = z.object({
  ...record,
  /** Name or path as it was given; only ever shown. */
  file: z.string(),
  sha256: z.string().length(64),
  size: z.number().int().nonnegative(),
  /** Found from the content, not from the name; null before intake. */
  mediaType: z.string().nullable(),
  kind: sourceKindSchema.nullable(),
  state: uploadStateSchema,
  failure: failureSchema.nullable(),
  duplicateOf: z.string().nullable(),
  /** The student whom the uploader named, when they named one. */
  studentId: z.string().nullable(),
  /** The day of upload in the district's time zone: used only where a document bears no date. */
  uploadDate: daySchema,
  receivedAt: z.date(),
  receivedBy: z.string().nullable(),
  pageCount: z.number().int().nonnegative().nullable(),
  /** How a person has put the pages together, each list one document; the machine's split where it is not there. */
  grouping: z.array(z.array(z.number().int().positive()).min(1)).optional(),
});
export type UploadRecord = z.infer<typeof uploadRecordSchema>;

/** One page of an upload: `uploadId~0001`. `content` is there once it is read. */
export const pageRecordSchema = z.object({
  ...record,
  uploadId: z.string(),
  number: z.number().int().positive(),
  state: pageStateSchema,
  failure: failureSchema.nullable(),
  /** The image that people see, as a blob; made on demand for pages of a born-digital PDF. */
  imageSha256: z.string().nullable(),
  content: pageSchema.nullable(),
});
export type PageRecord = z.infer<typeof pageRecordSchema>;

export function pageRecordId(uploadId: string, page: number): string {
  return `${uploadId}~${String(page).padStart(5, '0')}`;
}

/** A run of pages of one upload that belong together: `uploadId~d00001`, after its first page. */
export const documentRecordSchema = z.object({
  ...evidenceDocumentSchema.omit({ dataPoints: true, services: true, unmapped: true }).shape,
  ...record,
  uploadId: z.string(),
  state: documentStateSchema,
  failure: failureSchema.nullable(),
  documentType: documentTypeSchema,
  /** Every student whom the document speaks of, so that a search by student finds group sheets too. */
  studentIds: z.array(z.string()),
  unmapped: z.array(unmappedSchema),
  /** The student whom a person named for this document; `null` where a person said that it is about nobody. */
  assignedStudentId: z.string().nullable().optional(),
  /** When it was opened again: what a process remembers of the caseload from before then is out of date. */
  understandSince: z.date().optional(),
  /** Students and days of points that were taken back: their statements are due once this document is filed. */
  touched: z.array(z.object({ studentId: z.string(), date: daySchema })).optional(),
  /** The plan that an IEP proposes, and what a person made of it; null for every other document. */
  plan: documentPlanSchema.nullable().optional(),
  /** What extraction found, before filing turns it into records. */
  extracted: z.object({ dataPoints: z.array(dataPointSchema), services: z.array(serviceEntrySchema) }).nullable(),
});
export type DocumentRecord = z.infer<typeof documentRecordSchema>;

export function documentRecordId(uploadId: string, firstPage: number): string {
  return `${uploadId}~d${String(firstPage).padStart(5, '0')}`;
}

/** One step of a person's judgement of a data point; `value` and `date` are what they put in its place. */
export const dataPointDecisionSchema = z.object({
  at: z.date(),
  by: z.string(),
  from: dataPointStateSchema,
  to: dataPointStateSchema,
  value: z.number().nullable(),
  date: daySchema.nullable(),
  comment: z.string().nullable(),
});
export type DataPointDecision = z.infer<typeof dataPointDecisionSchema>;

/** A data point in the store: what the machine proposed stays, what a person decided stands beside it. */
export const dataPointRecordSchema = z.object({
  ...dataPointSchema.omit({ status: true }).shape,
  ...record,
  uploadId: z.string(),
  documentId: z.string(),
  state: dataPointStateSchema,
  /** A person's value where it differs from `value`. */
  corrected: z.object({ value: z.number(), date: daySchema.optional() }).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  /** Every decision, oldest first. */
  decisions: z.array(dataPointDecisionSchema).optional(),
});
export type DataPointRecord = z.infer<typeof dataPointRecordSchema>;

export const serviceRecordSchema = z.object({
  ...serviceEntrySchema.shape,
  ...record,
  uploadId: z.string(),
  documentId: z.string(),
});
export type ServiceRecord = z.infer<typeof serviceRecordSchema>;

export const statementVersionSchema = statementSchema.extend({
  version: z.number().int().positive(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export const statementEventSchema = z.object({
  at: z.date(),
  by: z.string(),
  from: statementStateSchema,
  to: statementStateSchema,
  comment: z.string().nullable(),
});

/** One statement per student, goal and period; approved text never changes, a change makes a new version. */
export const statementRecordSchema = z.object({
  ...statementSchema.shape,
  ...record,
  version: z.number().int().positive(),
  /** Fingerprint of the facts and rules that the text was made from: the same evidence makes no new draft. */
  basis: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
  /** Earlier versions, oldest first. */
  versions: z.array(statementVersionSchema),
  events: z.array(statementEventSchema),
});
export type StatementRecord = z.infer<typeof statementRecordSchema>;

const escapePart = (part: string) => part.replaceAll('%', '%25').replaceAll('~', '%7E');
const unescapePart = (part: string) => part.replaceAll('%7E', '~').replaceAll('%25', '%');

/** `district~student~goal~period`; a `~` inside an id is escaped, so that the parts can be read back. */
export function statementRecordId(districtId: string, studentId: string, goalId: string, periodId: string): string {
  return [districtId, studentId, goalId, periodId].map(escapePart).join('~');
}

/** The parts of a `statementRecordId`; null for anything else. */
export function parseStatementRecordId(
  id: string,
): { districtId: string; studentId: string; goalId: string; periodId: string } | null {
  const [districtId, studentId, goalId, periodId, ...rest] = id.split('~').map(unescapePart);
  if (!districtId || !studentId || !goalId || !periodId || rest.length > 0) return null;
  return { districtId, studentId, goalId, periodId };
}

export const findingRecordSchema = z.object({ ...findingSchema.shape, ...record });
export type FindingRecord = z.infer<typeof findingRecordSchema>;

/** One access or change; `hash` chains it to the one before, so that a removed or altered entry shows. */
export const auditEventRecordSchema = z.object({
  ...record,
  sequence: z.number().int().positive(),
  at: z.date(),
  actor: z.string(),
  action: z.string(),
  resource: z.string(),
  studentId: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEventRecord = z.infer<typeof auditEventRecordSchema>;

export const jobStateSchema = z.enum(['waiting', 'active', 'done', 'failed']);
export type JobState = z.infer<typeof jobStateSchema>;

/** The book-keeping of one run of one stage: `stage~key`. The queue carries only this id. */
export const jobRecordSchema = z.object({
  ...record,
  stage: z.string(),
  /** What the stage works on: an upload, a page, a document, a statement. */
  key: z.string(),
  state: jobStateSchema,
  attempts: z.number().int().nonnegative(),
  runAt: z.date(),
  leaseUntil: z.date().nullable(),
  owner: z.string().nullable(),
  /** Asked for again while it was running: it runs once more afterwards. */
  again: z.boolean(),
  failure: failureSchema.nullable(),
  /** Milliseconds that the last successful run took. */
  ms: z.number().nullable(),
  doneAt: z.date().nullable(),
});
export type JobRecord = z.infer<typeof jobRecordSchema>;

/** What a district has spent on the model on one day (UTC): `district~day`. Reservations count until they are settled. */
export const llmSpendingRecordSchema = z.object({
  ...record,
  day: daySchema,
  tokens: z.number().int().nonnegative(),
});
export type LlmSpendingRecord = z.infer<typeof llmSpendingRecordSchema>;

export function llmSpendingRecordId(districtId: string, day: string): string {
  return [districtId, day].map(escapePart).join('~');
}

/** A reply of the model that may be used again, under the hash of everything that shaped it. */
export const llmReplyRecordSchema = z.object({
  ...record,
  /** As JSON text: whatever a model names its fields means nothing to the store. */
  reply: z.string(),
  expiresAt: z.date(),
});
export type LlmReplyRecord = z.infer<typeof llmReplyRecordSchema>;
