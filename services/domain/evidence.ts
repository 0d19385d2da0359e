/** What a document says about students (CONTRACT 2.3): data points and services, each with its place on a page. */
import { z } from 'zod';
import { daySchema } from './dates.ts';
import { bboxSchema } from './geometry.ts';

export const documentTypes = [
  'cbm_probe',
  'running_record',
  'trial_sheet',
  'behavior_chart',
  'rubric',
  'work_sample',
  'exit_ticket',
  'service_log',
  'anecdotal_note',
  'parent_communication',
  'progress_report',
  'iep',
  'evaluation_report',
  'separator',
  'other',
] as const;
export const documentTypeSchema = z.enum(documentTypes);
export type DocumentType = z.infer<typeof documentTypeSchema>;

/** `quote` is exactly `text.slice(start, end)` of the page's text; `bbox` is where those words stand on its image. */
export const sourceSchema = z.object({
  file: z.string(),
  page: z.number().int().positive(),
  quote: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  bbox: bboxSchema.nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

/** What the machine says of a value; a person's decision is kept beside it, see states.ts. */
export const proposalStatusSchema = z.enum(['proposed', 'needs_review']);

export const dataPointSchema = z.object({
  goalId: z.string(),
  studentId: z.string(),
  date: daySchema,
  value: z.number(),
  unit: z.string(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  /** Circumstances that belong to the value: cold read, with prompts, in the cafeteria. */
  conditions: z.string().optional(),
  /** The wording where the value is an ordinal: `Level J`, `gesture`. */
  text: z.string().optional(),
  confidence: z.number().min(0).max(1),
  status: proposalStatusSchema,
  /** Why a person must look, in words a teacher understands. */
  reason: z.string().optional(),
  source: sourceSchema,
});
export type DataPoint = z.infer<typeof dataPointSchema>;

export const serviceEntrySchema = z.object({
  serviceId: z.string().nullable(),
  studentId: z.string(),
  kind: z.string(),
  date: daySchema,
  /** Minutes given; 0 where the session was not delivered. */
  minutes: z.number().nonnegative(),
  delivered: z.boolean(),
  groupSize: z.number().int().positive().optional(),
  provider: z.string().optional(),
  status: proposalStatusSchema.optional(),
  reason: z.string().optional(),
  source: sourceSchema,
});
export type ServiceEntry = z.infer<typeof serviceEntrySchema>;

/** A measurement that fits no goal, or that could not be tied to one: shown, never counted. */
export const unmappedSchema = z.object({
  quote: z.string(),
  value: z.number().optional(),
  unit: z.string().optional(),
  reason: z.string(),
  source: sourceSchema,
});
export type Unmapped = z.infer<typeof unmappedSchema>;

/** What a language model had to do with a document; absent where none is configured. */
export const modelPartSchema = z.object({
  /** Name of the model and version of the prompt: `extract/v1`. */
  model: z.string(),
  prompt: z.string(),
  /** Whether every page that was to be asked about was answered. */
  tookPart: z.boolean(),
  /** Why not, as the model's room names it: `down`, `slow`, `budget` … */
  reason: z.string().optional(),
  /** Whether a later run may bring what is missing. */
  mayAnswerLater: z.boolean(),
});
export type ModelPart = z.infer<typeof modelPartSchema>;

export const evidenceDocumentSchema = z.object({
  file: z.string(),
  pages: z.array(z.number().int().positive()).min(1),
  documentType: documentTypeSchema,
  typeConfidence: z.number().min(0).max(1),
  studentId: z.string().nullable(),
  date: daySchema.nullable(),
  dataPoints: z.array(dataPointSchema),
  services: z.array(serviceEntrySchema),
  unmapped: z.array(unmappedSchema),
  /** Questions about the document as a whole: whose it is, whether it was split rightly. */
  questions: z.array(z.string()).optional(),
  model: modelPartSchema.optional(),
});
export type EvidenceDocument = z.infer<typeof evidenceDocumentSchema>;
