/** How many numbers behind a statement still ask for a person: who approves it should know before. */
import type { StatementRecord } from '../domain/records.ts';
import type { Store } from '../platform/store/store.ts';

/** By statement id; statements without such a number are left out. */
export async function reviewCounts(
  store: Store,
  districtId: string,
  statements: readonly StatementRecord[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  if (statements.length === 0) return counts;
  const periods = new Map((await store.periods.find({ districtId }).lean()).map((period) => [period.id, period]));
  const studentIds = [...new Set(statements.map((statement) => statement.studentId))];
  const points = await store.dataPoints
    .find({ districtId, studentId: { $in: studentIds }, state: 'needs_review' }, { studentId: 1, goalId: 1, date: 1 })
    .lean();
  for (const { _id, studentId, goalId, periodId } of statements) {
    const period = periods.get(periodId);
    const count = points.filter(
      (point) =>
        point.studentId === studentId &&
        point.goalId === goalId &&
        (!period || (point.date >= period.start && point.date <= period.end)),
    ).length;
    if (count > 0) counts.set(_id, count);
  }
  return counts;
}
