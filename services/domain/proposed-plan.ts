/**
 * What an IEP says of a plan, in the caseload's shape, with the place of every part on its page. A proposal: nothing of
 * it is in force before a person has confirmed it.
 */
import { z } from 'zod';
import { goalSchema, planSchema, serviceCommitmentSchema } from './caseload.ts';
import { daySchema } from './dates.ts';
import { sourceSchema } from './evidence.ts';

/** Where each part of a goal stands; a part without a place was not found on the page. */
export const goalPlacesSchema = z.object({
  statement: sourceSchema,
  baseline: sourceSchema.optional(),
  target: sourceSchema.optional(),
  schedule: sourceSchema.optional(),
});

/** A goal whose every part is there. `uncertain` names the fields that the page does not state and that were filled in. */
export const proposedGoalSchema = goalSchema.extend({ uncertain: z.array(z.string()), places: goalPlacesSchema });
export type ProposedGoal = z.infer<typeof proposedGoalSchema>;

/** Parts without which a goal cannot be measured; none of them is ever guessed. */
export const goalPartSchema = z.enum(['baseline', 'target']);
export type GoalPart = z.infer<typeof goalPartSchema>;

/** A goal that lacks `missing`; what the page does say of it is there. */
export const incompleteGoalSchema = goalSchema
  .partial({ measure: true, baseline: true, target: true, direction: true })
  .extend({ missing: z.array(goalPartSchema).min(1), uncertain: z.array(z.string()), places: goalPlacesSchema });
export type IncompleteGoal = z.infer<typeof incompleteGoalSchema>;

export const proposedServiceSchema = serviceCommitmentSchema.extend({
  uncertain: z.array(z.string()),
  source: sourceSchema,
});
export type ProposedService = z.infer<typeof proposedServiceSchema>;

export const proposedPlanSchema = z.object({
  studentId: z.string().nullable(),
  /** Null where the pages do not date the plan. */
  plan: z.object({ start: daySchema.nullable(), end: daySchema.nullable() }),
  goals: z.array(proposedGoalSchema),
  incomplete: z.array(incompleteGoalSchema),
  services: z.array(proposedServiceSchema),
});
export type ProposedPlan = z.infer<typeof proposedPlanSchema>;

/** Whether `plan` says anything that could be put in force. */
export function proposesAnything({ goals, incomplete, services }: ProposedPlan): boolean {
  return goals.length + incomplete.length + services.length > 0;
}

/** A proposed plan as it is kept with its document. The proposal stays as it was read; `state` says what became of it. */
export const documentPlanSchema = z.object({
  proposal: proposedPlanSchema,
  state: z.enum(['proposed', 'confirmed']),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
});
export type DocumentPlan = z.infer<typeof documentPlanSchema>;

/** What a person makes of a proposed plan: the parts that shall be in force, as they stand in the caseload. */
export const planConfirmationSchema = z.strictObject({
  studentId: z.string().min(1),
  plan: planSchema.pick({ start: true, end: true }),
  goals: z.array(goalSchema),
  services: z.array(serviceCommitmentSchema),
  /** The goals and services of the plan before end with it; else they stay beside the new ones. */
  replaces: z.boolean(),
});
export type PlanConfirmation = z.infer<typeof planConfirmationSchema>;
