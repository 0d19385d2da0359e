/** The statements of a period as a case manager goes through them: student by student, goal by goal. */
import type { StatementView } from '../../../services/domain/views.ts';
import type { KnownCaseload } from '../../caseload.ts';
import { allOf, client } from '../../client.ts';
import { statementStateLabels } from '../../labels.ts';

/** More than a case manager ever has; a district chooses a student beyond it. */
export const MOST = 1000;

export const filterLabels = {
  left: 'Left to do',
  check: 'With numbers to check',
  ...statementStateLabels,
  all: 'All',
} as const;
export type QueueFilter = keyof typeof filterLabels;

export function isFilter(word: string | null): word is QueueFilter {
  return word !== null && Object.hasOwn(filterLabels, word);
}

/** Whether a person still has to do something before the statement can go home. */
export function isLeft({ state }: Pick<StatementView, 'state'>): boolean {
  return state !== 'approved' && state !== 'sent';
}

export function passes(statement: StatementView, filter: QueueFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'left') return isLeft(statement);
  if (filter === 'check') return statement.reviewCount > 0;
  return statement.state === filter;
}

/** By student as the caseload orders them, then as their plan orders the goals, then by period. */
export function inOrder(statements: readonly StatementView[], known: KnownCaseload): StatementView[] {
  const students = new Map(known.students.map(({ id }, index) => [id, index]));
  const goals = new Map(
    known.students.flatMap(({ id, goals: own }) => own.map((goal, at) => [`${id} ${goal.id}`, at])),
  );
  const rank = ({ studentId, goalId }: StatementView) =>
    (students.get(studentId) ?? 1e6) * 1000 + (goals.get(`${studentId} ${goalId}`) ?? 999);
  return statements.toSorted((a, b) => rank(a) - rank(b) || b.periodId.localeCompare(a.periodId));
}

export async function loadQueue(
  periodId: string,
  studentId: string | null,
  known: KnownCaseload,
): Promise<StatementView[]> {
  return inOrder(await allOf((query) => client.statements({ ...query, periodId, studentId }), MOST), known);
}

/** How many statements of each period are left. */
export async function leftByPeriod(known: KnownCaseload): Promise<Map<string, number>> {
  const counts = await Promise.all(
    known.periods.map(async ({ id }) => {
      const { statements } = await client.waiting({ periodId: id });
      return [id, statements.draft + statements.in_review + statements.returned] as const;
    }),
  );
  return new Map(counts);
}

/** The period that a person most likely works on: the latest that has begun and has something left, else the latest. */
export function likelyPeriod(known: KnownCaseload, left: ReadonlyMap<string, number>, today: string): string {
  const begun = known.periods.filter(({ start }) => start <= today);
  const open = begun.filter(({ id }) => (left.get(id) ?? 0) > 0);
  return (open.at(-1) ?? begun.at(-1) ?? known.periods[0])?.id ?? '';
}

/** The next that is left, after `id` and then from the beginning; undefined where it is the last one or none is. */
export function nextLeft(statements: readonly StatementView[], id: string): StatementView | undefined {
  const at = statements.findIndex((statement) => statement.id === id);
  return [...statements.slice(at + 1), ...statements.slice(0, Math.max(at, 0))].find(isLeft);
}
