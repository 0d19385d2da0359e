/**
 * Rules and model side by side. What both find grows surer, what they see differently is asked, what only the model
 * finds is asked too. The model alone makes nothing sure, moves nothing to another student and takes nothing away.
 */
import { daysBetween } from '../../domain/dates.ts';
import type { DataPoint, Source } from '../../domain/evidence.ts';
import { type ProposalRole, roleWords } from './proposal.ts';

/** A claim of the model at its place on the page. */
export interface GroundedClaim {
  readonly source: Source;
  readonly role: ProposalRole;
  readonly people: readonly string[];
  readonly day: string | null;
}

export interface Sides {
  /** What the rules found. */
  readonly rules: readonly DataPoint[];
  /** What the same rules make of the figures that the model calls results. */
  readonly model: readonly DataPoint[];
  readonly claims: readonly GroundedClaim[];
  /** A goal as people call it. */
  readonly nameOf: (goalId: string) => string;
  /** Whether a goal is measured by the week, so that a figure's date may be any day of it. */
  readonly isWeekly: (goalId: string) => boolean;
}

/** Values nearer than this are the same. */
const SAME = 0.05;
const AGREED_DOUBT = 0.6;
const ASKED_SHARE = 0.7;
const MODEL_ALONE = 0.5;

const rounded = (n: number) => Math.round(n * 100) / 100;

/** Whether two places share ink. */
export function sharesInk(a: Source, b: Source): boolean {
  return a.page === b.page && a.start < b.end && a.end > b.start;
}

const sameSlot = (a: DataPoint, b: DataPoint) =>
  a.studentId === b.studentId && a.goalId === b.goalId && a.date === b.date;

function dayConflict(point: DataPoint, claim: GroundedClaim, sides: Sides): string | null {
  if (!claim.day || claim.day === point.date) return null;
  if (sides.isWeekly(point.goalId) && Math.abs(daysBetween(claim.day, point.date)) <= 6) return null;
  return `The model dates it ${claim.day}.`;
}

/** What the model says against `point`; empty where it says nothing against it. */
function objections(point: DataPoint, sides: Sides): string[] {
  const here = sides.claims.filter((claim) => sharesInk(claim.source, point.source));
  const asResult = here.filter((claim) => claim.role === 'result');
  const other = here.find((claim) => claim.role !== 'result');
  const found: string[] = [];
  if (other && asResult.length === 0) found.push(`The model takes it for ${roleWords[other.role]}.`);
  if (asResult.some((claim) => claim.people.length > 0 && !claim.people.includes(point.studentId))) {
    found.push('The model takes it for another student’s.');
  }
  for (const claim of asResult) {
    const conflict = dayConflict(point, claim, sides);
    if (conflict && !found.includes(conflict)) found.push(conflict);
  }
  const same = sides.model.find((p) => sameSlot(p, point));
  if (same && Math.abs(same.value - point.value) > SAME) {
    found.push(`The rules find ${point.value}, the model ${same.value}: which is right?`);
  }
  const elsewhere = sides.model.find((p) => sharesInk(p.source, point.source) && p.goalId !== point.goalId);
  if (elsewhere && !same) found.push(`The model ties it to “${sides.nameOf(elsewhere.goalId)}”.`);
  return found;
}

function asked(point: DataPoint, reasons: readonly string[], confidence: number): DataPoint {
  const reason = [point.reason, ...reasons].filter((r) => r !== undefined).join(' ');
  return { ...point, status: 'needs_review', reason, confidence: rounded(confidence) };
}

/** The points of both sides as one list: those of the rules in their order, then those of the model alone. */
export function reconcile(sides: Sides): DataPoint[] {
  const kept = sides.rules.map((point) => {
    const against = objections(point, sides);
    if (against.length > 0) return asked(point, against, point.confidence * ASKED_SHARE);
    const agreed = sides.model.some((p) => sameSlot(p, point) && Math.abs(p.value - point.value) <= SAME);
    if (!agreed) return point;
    return { ...point, confidence: rounded(Math.min(0.99, 1 - (1 - point.confidence) * AGREED_DOUBT)) };
  });
  const alone = sides.model
    .filter((point) => !sides.rules.some((p) => sameSlot(p, point) || sharesInk(p.source, point.source)))
    // Whose it is, is the rules' to say: where the model sees somebody else, there is nothing to record.
    .filter((point) =>
      sides.claims.every(
        (c) => !sharesInk(c.source, point.source) || c.people.length === 0 || c.people.includes(point.studentId),
      ),
    )
    .map((point) => {
      const days = sides.claims.flatMap((c) =>
        sharesInk(c.source, point.source) ? (dayConflict(point, c, sides) ?? []) : [],
      );
      const reasons = ['Found by the model alone: please check it against the page.', ...new Set(days)];
      return asked(point, reasons, Math.min(point.confidence, MODEL_ALONE));
    });
  return [...kept, ...alone];
}
