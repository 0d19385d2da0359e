/**
 * An IEP becomes a proposed plan in the caseload's shape: goals with baseline, target, measure and schedule, services
 * with their minutes. Nothing of it is in force before a person has confirmed it.
 */
import { type OpenPage, openPage } from '../binders/open-page.ts';
import type { Caseload, Student } from '../domain/caseload.ts';
import { addDays, type Day } from '../domain/dates.ts';
import type { Page } from '../domain/page.ts';
import type { ProposedPlan } from '../domain/proposed-plan.ts';
import { findGoals } from './plan/find-goals.ts';
import { findServices } from './plan/find-services.ts';

const emptyCaseload: Caseload = {
  district: { id: '-', name: '-', timeZone: 'UTC' },
  schools: [],
  staff: [],
  periods: [],
  students: [],
};

/** The meeting or start date that the pages give for the plan; a year later it ends. */
function planDays(pages: readonly OpenPage[]): { start: Day | null; end: Day | null } {
  const all = pages.flatMap((page) => page.days.days.filter((d) => d.hasYear));
  const start = all.find((d) => d.role === 'self')?.day ?? all.find((d) => d.role === 'range')?.day ?? null;
  const ends = all.filter((d) => d.role === 'due' && (start === null || d.day > start)).map((d) => d.day);
  return { start, end: ends.sort().at(-1) ?? (start ? addDays(start, 364) : null) };
}

/**
 * Proposes the plan that `pages` of one IEP state. `student` is whose it is, where that is known: the name is then left
 * out of what is looked for. `today` bounds the years of dates that bear none, and stands in for a plan's first day that
 * the pages do not give; what was filled in is named as uncertain.
 */
export function proposePlan(pages: readonly Page[], student: Student | null, today: Day): ProposedPlan {
  const caseload: Caseload = student ? { ...emptyCaseload, students: [student] } : emptyCaseload;
  const opened = pages.map((page) => openPage(page, caseload, today));
  const plan = planDays(opened);
  const start = plan.start ?? today;
  const days = { start, end: plan.end ?? addDays(start, 364) };
  const { goals, incomplete } = findGoals(opened, days);
  const services = opened.flatMap((page) => findServices(page, days));
  return { studentId: student?.id ?? null, plan, goals, incomplete, services };
}
