/** The eight ways in which an IEP goal is measured (34 CFR 300.320(a)(2)-(3)); values are given in the goal's own unit. */
import { z } from 'zod';

export const measureKinds = ['percent', 'rate', 'count', 'duration', 'latency', 'rubric', 'score', 'level'] as const;
export const measureKindSchema = z.enum(measureKinds);
export type MeasureKind = z.infer<typeof measureKindSchema>;

export const measureSchema = z.object({
  kind: measureKindSchema,
  /** As the district words it: `wcpm`, `call-outs`, `points`. */
  unit: z.string().min(1),
  /** The most that can be scored: required to make sense of a rubric or a raw score. */
  max: z.number().positive().optional(),
  /** What one value covers: `day`, `session`, `week`, `minute`. */
  per: z.string().min(1).optional(),
});
export type Measure = z.infer<typeof measureSchema>;
