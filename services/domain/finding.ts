/** A gap or a due date that a person should see (CONTRACT 2.7). */
import { z } from 'zod';
import { daySchema } from './dates.ts';

export const findingKindSchema = z.enum([
  'missing_evidence',
  'service_shortfall',
  'report_late',
  'report_due',
  'annual_review_due',
  'reevaluation_due',
  'not_on_track',
  'goal_met',
  'goal_unmeasurable',
  'review_needed',
]);

export const findingSchema = z.object({
  kind: findingKindSchema,
  severity: z.enum(['info', 'warning', 'critical']),
  studentId: z.string(),
  goalId: z.string().optional(),
  serviceId: z.string().optional(),
  periodId: z.string().optional(),
  since: daySchema,
  detail: z.string(),
  expected: z.number().optional(),
  actual: z.number().optional(),
});
export type Finding = z.infer<typeof findingSchema>;
