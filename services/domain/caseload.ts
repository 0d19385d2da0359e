/** The caseload of CONTRACT 2.2: who is served, by whom, toward which goals, with which services. */
import { z } from 'zod';
import { daySchema } from './dates.ts';
import { measureSchema } from './measure.ts';

const id = z.string().min(1);

export const districtSchema = z.object({ id, name: z.string().min(1), timeZone: z.string().min(1) });
export type District = z.infer<typeof districtSchema>;

export const schoolSchema = z.object({ id, name: z.string().min(1) });
export type School = z.infer<typeof schoolSchema>;

export const staffRoleSchema = z.enum(['teacher', 'case_manager', 'director', 'provider', 'admin']);
export const staffSchema = z.object({
  id,
  name: z.string().min(1),
  email: z.string().min(3),
  role: staffRoleSchema,
  schoolIds: z.array(id),
});
export type Staff = z.infer<typeof staffSchema>;

/** A reporting period: evidence dated `start` to `end` is reported by `due`. */
export const periodSchema = z.object({ id, name: z.string().min(1), start: daySchema, end: daySchema, due: daySchema });
export type Period = z.infer<typeof periodSchema>;

export const directionSchema = z.enum(['increase', 'decrease']);
export const scheduleSchema = z.object({ every: z.number().int().positive(), per: z.enum(['day', 'week', 'month']) });

export const goalSchema = z.object({
  id,
  area: z.string(),
  statement: z.string().min(1),
  measure: measureSchema,
  baseline: z.object({ value: z.number(), date: daySchema }),
  target: z.object({ value: z.number(), date: daySchema }),
  direction: directionSchema,
  schedule: scheduleSchema,
});
export type Goal = z.infer<typeof goalSchema>;

/** Minutes promised by the plan. */
export const serviceCommitmentSchema = z.object({
  id,
  kind: z.string().min(1),
  minutes: z.number().nonnegative(),
  per: z.enum(['week', 'month']),
  start: daySchema,
  end: daySchema,
});
export type ServiceCommitment = z.infer<typeof serviceCommitmentSchema>;

export const planSchema = z.object({
  start: daySchema,
  end: daySchema,
  kind: z.enum(['iep', '504']).optional(),
  reviewDue: daySchema.optional(),
  reevaluationDue: daySchema.optional(),
});
export type Plan = z.infer<typeof planSchema>;

export const studentSchema = z.object({
  id,
  givenName: z.string().min(1),
  familyName: z.string().min(1),
  birthDate: daySchema.optional(),
  grade: z.string(),
  schoolId: id,
  caseManagerId: id,
  teacherIds: z.array(id),
  homeLanguage: z.string().min(2),
  plan: planSchema,
  goals: z.array(goalSchema),
  services: z.array(serviceCommitmentSchema),
});
export type Student = z.infer<typeof studentSchema>;

function duplicatesOf(ids: readonly string[]): string[] {
  return ids.filter((value, index) => ids.indexOf(value) !== index);
}

/** A whole caseload file. Ids are unique within their list; goals and services within the whole caseload. */
export const caseloadSchema = z
  .object({
    district: districtSchema,
    schools: z.array(schoolSchema),
    staff: z.array(staffSchema),
    periods: z.array(periodSchema),
    students: z.array(studentSchema),
  })
  .superRefine((caseload, context) => {
    const lists = {
      schools: caseload.schools.map((s) => s.id),
      staff: caseload.staff.map((s) => s.id),
      periods: caseload.periods.map((p) => p.id),
      students: caseload.students.map((s) => s.id),
      goals: caseload.students.flatMap((s) => s.goals.map((g) => g.id)),
      services: caseload.students.flatMap((s) => s.services.map((v) => v.id)),
    };
    for (const [list, ids] of Object.entries(lists)) {
      for (const duplicate of duplicatesOf(ids)) {
        context.addIssue({ code: 'custom', path: [list], message: `the id "${duplicate}" is used twice` });
      }
    }
  });
export type Caseload = z.infer<typeof caseloadSchema>;
