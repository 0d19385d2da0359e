/** What was read of one goal, before it is put into the caseload's shape. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Goal } from '../../domain/caseload.ts';
import type { Day } from '../../domain/dates.ts';
import type { Amount } from './amounts.ts';

/** The first and the last day of the plan, which stand in where a part bears no day of its own. */
export interface PlanDays {
  readonly start: Day;
  readonly end: Day;
}

/** A stretch of the page's mended text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Stated extends Amount {
  /** Whether only a number stands there, whose unit is that of the goal. */
  readonly bare?: boolean;
}

/** What was found of a goal; the parts are null where the page does not state them. */
export interface FoundGoal {
  readonly page: OpenPage;
  readonly whole: Span;
  readonly area: string | null;
  readonly statement: Span;
  readonly baseline: Stated | null;
  readonly target: Stated | null;
  readonly baselineDay: Day | null;
  readonly targetDay: Day | null;
  readonly schedule: { readonly value: Goal['schedule']; readonly span: Span } | null;
}
