/** What a careful case manager would record from each sample: the part of CONTRACT 2.3 that a person can know beforehand. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { caseloadSchema } from '../../services/domain/caseload.ts';
import { daySchema } from '../../services/domain/dates.ts';
import { fileErrorCodeSchema } from '../../services/domain/errors.ts';
import { documentTypeSchema } from '../../services/domain/evidence.ts';

const inkSchema = z.enum(['print', 'handwriting']);

export const expectedPointSchema = z.object({
  goalId: z.string(),
  studentId: z.string(),
  date: daySchema,
  value: z.number(),
  unit: z.string(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  /** What the number is written with; a handwritten one is never counted before a person confirms it. */
  ink: inkSchema,
});
export type ExpectedPoint = z.infer<typeof expectedPointSchema>;

export const expectedServiceSchema = z.object({
  serviceId: z.string(),
  studentId: z.string(),
  kind: z.string(),
  date: daySchema,
  minutes: z.number(),
  delivered: z.boolean(),
  ink: inkSchema,
});
export type ExpectedService = z.infer<typeof expectedServiceSchema>;

export const expectedDocumentSchema = z.object({
  pages: z.array(z.number().int().positive()).min(1),
  documentType: documentTypeSchema,
  studentId: z.string().nullable(),
  date: daySchema.nullable(),
  dataPoints: z.array(expectedPointSchema),
  services: z.array(expectedServiceSchema),
  /** Numbers that stand in the document and must not become data points, with the reason. */
  notData: z.array(z.object({ value: z.number(), why: z.string() })),
});
export type ExpectedDocument = z.infer<typeof expectedDocumentSchema>;

export const expectedPageSchema = z.object({
  page: z.number().int().positive(),
  kind: z.enum(['blank', 'separator', 'unreadable']).optional(),
  /** Degrees clockwise by which the page must be turned to stand upright. */
  rotation: z.number().optional(),
  /** Degrees clockwise by which the scan is crooked. */
  skew: z.number().optional(),
});

export const expectedFileSchema = z.object({
  file: z.string(),
  /** The day it was uploaded, for `--date`. */
  uploadDate: daySchema,
  pageCount: z.number().int().nonnegative(),
  documents: z.array(expectedDocumentSchema),
  /** Pages with something special about them. */
  pages: z.array(expectedPageSchema),
  /** Where the file cannot be read. */
  error: fileErrorCodeSchema.optional(),
  /** Where another file has the same bytes. */
  duplicateOf: z.string().optional(),
});
export type ExpectedFile = z.infer<typeof expectedFileSchema>;

const caseload = caseloadSchema.parse(JSON.parse(readFileSync(new URL('../caseload.json', import.meta.url), 'utf8')));

type Ink = z.infer<typeof inkSchema>;
/** A value, or `[numerator, denominator]` of a percentage. */
type Value = number | readonly [number, number];

/** The point for a goal of the caseload; percentages are given to one decimal. */
export function point(goalId: string, date: string, value: Value, ink: Ink = 'print'): ExpectedPoint {
  const student = caseload.students.find((s) => s.goals.some((g) => g.id === goalId));
  const goal = student?.goals.find((g) => g.id === goalId);
  if (!student || !goal) throw new RangeError(`no goal "${goalId}" in the sample caseload`);
  const base = { goalId, studentId: student.id, date, unit: goal.measure.unit, ink };
  if (typeof value === 'number') return { ...base, value };
  const [numerator, denominator] = value;
  return { ...base, value: Math.round((1000 * numerator) / denominator) / 10, numerator, denominator };
}

/** A session of a service of the caseload; `null` minutes = not delivered. */
export function session(serviceId: string, date: string, minutes: number | null, ink: Ink = 'print'): ExpectedService {
  const student = caseload.students.find((s) => s.services.some((v) => v.id === serviceId));
  const service = student?.services.find((v) => v.id === serviceId);
  if (!student || !service) throw new RangeError(`no service "${serviceId}" in the sample caseload`);
  const delivered = minutes !== null;
  return { serviceId, studentId: student.id, kind: service.kind, date, minutes: minutes ?? 0, delivered, ink };
}

/** A document with what is not given filled in. */
export function expectDocument(
  document: Pick<ExpectedDocument, 'documentType' | 'studentId' | 'date'> & Partial<ExpectedDocument>,
): ExpectedDocument {
  return { pages: [1], dataPoints: [], services: [], notData: [], ...document };
}

/** The expectation of one sample, from `samples/expected`. */
export function readExpected(file: string): ExpectedFile {
  const url = new URL(`../expected/${file}.json`, import.meta.url);
  return expectedFileSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
}
