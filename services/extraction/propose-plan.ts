/**
 * An IEP becomes a proposed plan in the caseload's shape: goals with baseline, target, measure and schedule, services
 * with their minutes. Nothing of it is in force before a person has confirmed it.
 */
import { type OpenPage, openPage } from '../binders/open-page.ts';
import type { Caseload, ServiceCommitment, Student } from '../domain/caseload.ts';
import type { Day } from '../domain/dates.ts';
import { addDays } from '../domain/dates.ts';
import type { Source } from '../domain/evidence.ts';
import type { Page } from '../domain/page.ts';
import { sourceOf } from './grounding.ts';
import { findGoals, type IncompleteGoal, type ProposedGoal } from './plan/find-goals.ts';

export interface ProposedService {
  readonly service: ServiceCommitment;
  readonly uncertain: readonly string[];
  readonly source: Source;
}

export interface ProposedPlan {
  readonly studentId: string | null;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly goals: readonly ProposedGoal[];
  /** Goals that lack a part which cannot be guessed. */
  readonly incomplete: readonly IncompleteGoal[];
  readonly services: readonly ProposedService[];
}

const promise =
  /^\s*(?:\d[.)]\s*)?([A-Z][A-Za-z &/,'-]{2,48}?)\s*[:.]?\s+(\d{1,3}) ?min(?:ute)?s?\.? ?(?:\/|per|a|each)? ?(wk|week|weekly|month|monthly|mo)\b/gm;

function servicesOn(page: OpenPage, plan: { start: Day; end: Day }): ProposedService[] {
  return [...page.sheet.text.matchAll(promise)].flatMap((m, i): ProposedService[] => {
    const start = m.index + m[0].search(/\S/);
    const end = m.index + m[0].length;
    const source = sourceOf(page, start, end);
    const line = page.sheet.lines.find((l) => l.start <= start && l.end >= start);
    if (!source || !line) return [];
    const days = page.days.days.filter((d) => d.line === line.index && d.hasYear).map((d) => d.day);
    const [first, second] = days;
    return [
      {
        service: {
          id: `proposed-service-${page.sheet.page.page}-${i + 1}`,
          kind: (m[1] ?? '').trim(),
          minutes: Number(m[2]),
          per: /^m/i.test(m[3] ?? '') ? 'month' : 'week',
          start: first ?? plan.start,
          end: second ?? plan.end,
        },
        uncertain: first && second ? [] : ['start', 'end'],
        source,
      },
    ];
  });
}

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
 * out of what is looked for. `today` bounds the years of dates that bear none.
 */
export function proposePlan(pages: readonly Page[], student: Student | null, today: Day): ProposedPlan {
  const caseload: Caseload = student ? { ...emptyCaseload, students: [student] } : emptyCaseload;
  const opened = pages.map((page) => openPage(page, caseload, today));
  const { start, end } = planDays(opened);
  const days = { start: start ?? today, end: end ?? addDays(start ?? today, 364) };
  const { goals, incomplete } = findGoals(opened, days);
  return {
    studentId: student?.id ?? null,
    start,
    end,
    goals,
    incomplete,
    services: opened.flatMap((page) => servicesOn(page, days)),
  };
}
