/**
 * Gaps that a person should see before somebody else finds them: goals without evidence in a period, values that wait
 * for a look, goals that are met or not on track, services that were logged short.
 */
import type { Caseload, Period, Student } from '../domain/caseload.ts';
import { addDays, type Day, daysBetween } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import type { DataPointRecord, ServiceRecord, StatementRecord } from '../domain/records.ts';

export interface GapQuery {
  readonly caseload: Caseload;
  readonly points: readonly DataPointRecord[];
  readonly services: readonly ServiceRecord[];
  readonly statements: readonly StatementRecord[];
  /** One period; without it every period in which there is any evidence. */
  readonly periodId?: string | undefined;
  readonly today: Day;
}

const inPeriod = (period: Period) => (day: Day) => day >= period.start && day <= period.end;

function missingEvidence(student: Student, period: Period, points: readonly DataPointRecord[], today: Day): Finding[] {
  const planned = student.plan.start <= period.end && student.plan.end >= period.start;
  if (!planned) return [];
  const counted = points.filter((point) => point.state !== 'rejected' && inPeriod(period)(point.date));
  return student.goals
    .filter((goal) => !counted.some((point) => point.goalId === goal.id))
    .map((goal): Finding => {
      const over = today > period.end;
      return {
        kind: 'missing_evidence',
        severity: over ? 'critical' : 'warning',
        studentId: student.id,
        goalId: goal.id,
        periodId: period.id,
        since: period.start,
        detail: `No results for "${goal.area}" were recorded in this reporting period.`,
        actual: 0,
      };
    });
}

function reviewNeeded(student: Student, period: Period, points: readonly DataPointRecord[]): Finding[] {
  const open = points.filter((point) => point.state === 'needs_review' && inPeriod(period)(point.date));
  const [first] = open.map(({ date }) => date).sort();
  if (!first) return [];
  return [
    {
      kind: 'review_needed',
      severity: 'warning',
      studentId: student.id,
      periodId: period.id,
      since: first,
      detail:
        open.length === 1
          ? 'One result waits for a person to look at it.'
          : `${open.length} results wait for a person to look at them.`,
      actual: open.length,
    },
  ];
}

function fromStatements(student: Student, period: Period, statements: readonly StatementRecord[]): Finding[] {
  return statements
    .filter((statement) => statement.studentId === student.id && statement.periodId === period.id)
    .flatMap((statement): Finding[] => {
      const { goalId, progressCode, facts } = statement;
      const since = facts.latest?.date ?? period.start;
      const base = { studentId: student.id, goalId, periodId: period.id, since } as const;
      const area = student.goals.find((goal) => goal.id === goalId)?.area ?? goalId;
      if (progressCode === 'met') {
        return [{ ...base, kind: 'goal_met', severity: 'info', detail: `"${area}" has reached its target.` }];
      }
      if (!['no_progress', 'regressing', 'some_progress'].includes(progressCode)) return [];
      const severity = progressCode === 'regressing' ? 'critical' : 'warning';
      const compared =
        facts.latest && facts.expected !== null ? { expected: facts.expected, actual: facts.latest.value } : {};
      return [
        {
          ...base,
          ...compared,
          kind: 'not_on_track',
          severity,
          detail: `"${area}" is behind what the plan expects by now.`,
        },
      ];
    });
}

/** Minutes logged against minutes promised, for services of which anything at all was logged in the period. */
function serviceShortfalls(
  student: Student,
  period: Period,
  services: readonly ServiceRecord[],
  today: Day,
): Finding[] {
  const logged = services.filter((entry) => entry.studentId === student.id && inPeriod(period)(entry.date));
  return student.services.flatMap((service): Finding[] => {
    const own = logged.filter((entry) => entry.serviceId === service.id);
    const dates = own.map(({ date }) => date).sort();
    const [first] = dates;
    const last = dates.at(-1);
    if (!first || !last || last > today) return [];
    const days = daysBetween(first, addDays(last, 1));
    const spans = service.per === 'week' ? Math.max(1, Math.ceil(days / 7)) : Math.max(1, Math.ceil(days / 30));
    const expected = spans * service.minutes;
    const actual = own.reduce((sum, entry) => sum + entry.minutes, 0);
    if (actual >= expected) return [];
    return [
      {
        kind: 'service_shortfall',
        severity: actual < expected / 2 ? 'critical' : 'warning',
        studentId: student.id,
        serviceId: service.id,
        periodId: period.id,
        since: first,
        detail: `${service.kind}: fewer minutes were logged than the plan promises for the weeks that the logs cover.`,
        expected,
        actual,
      },
    ];
  });
}

/** The gaps of every student, period by period. Pure: the same records on the same day give the same findings. */
export function findGaps(query: GapQuery): Finding[] {
  const { caseload, points, services, statements, periodId, today } = query;
  const periods = caseload.periods.filter((period) =>
    periodId ? period.id === periodId : points.some((point) => inPeriod(period)(point.date)),
  );
  return periods.flatMap((period) =>
    caseload.students.flatMap((student) => {
      const own = points.filter((point) => point.studentId === student.id);
      return [
        ...missingEvidence(student, period, own, today),
        ...reviewNeeded(student, period, own),
        ...fromStatements(student, period, statements),
        ...serviceShortfalls(student, period, services, today),
      ];
    }),
  );
}
