/** A progress statement (CONTRACT 2.6): one goal, one period, plain words, every number cited. */
import { z } from 'zod';
import { daySchema } from './dates.ts';
import { sourceSchema } from './evidence.ts';

export const progressCodeSchema = z.enum([
  'met',
  'on_track',
  'some_progress',
  'no_progress',
  'regressing',
  'insufficient_evidence',
  'not_introduced',
]);
export type ProgressCode = z.infer<typeof progressCodeSchema>;

export const statementStateSchema = z.enum(['draft', 'in_review', 'returned', 'approved', 'sent']);
export type StatementState = z.infer<typeof statementStateSchema>;

const dated = z.object({ value: z.number(), date: daySchema });

/** Every number that a statement may use; `null` where the evidence does not carry it. */
export const statementFactsSchema = z.object({
  points: z.number().int().nonnegative(),
  latest: dated.nullable(),
  baseline: dated,
  target: dated,
  unit: z.string(),
  /** Goal units per week, least squares over the period's points; null for fewer than three. */
  trendPerWeek: z.number().nullable(),
  /** Goal units per week still needed from the latest point to the target's date. */
  neededPerWeek: z.number().nullable(),
  /** Value expected at the target's date if the trend holds. */
  projected: z.number().nullable(),
  /** Where the aimline stands on the day of the latest point. */
  expected: z.number().nullable(),
  /** The size of the weekly change as it stands in the text, whichever its direction. */
  weeklyChange: z.number().nonnegative().nullable(),
  /** The most that can be scored, where the measure has one. */
  max: z.number().nullable(),
  /** The dates that the text names, as it names them. */
  dates: z.array(z.string()),
});
export type StatementFacts = z.infer<typeof statementFactsSchema>;

/** `text.slice(start, end)` of the statement rests on this data point. */
export const citationSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  dataPointId: z.string(),
  source: sourceSchema,
});
export type Citation = z.infer<typeof citationSchema>;

export const statementSchema = z.object({
  studentId: z.string(),
  goalId: z.string(),
  periodId: z.string(),
  state: statementStateSchema,
  progressCode: progressCodeSchema,
  text: z.string().min(1),
  language: z.string(),
  readingGrade: z.number(),
  facts: statementFactsSchema,
  citations: z.array(citationSchema),
});
export type Statement = z.infer<typeof statementSchema>;
