/** Which statements rest on a data point, or report on the same student for the same period. */
import { type DataPointRecord, statementRecordId } from '../domain/records.ts';
import type { Store } from '../platform/store/store.ts';
import type { Work } from './work.ts';

/**
 * Drafts that are due when `points` came, went or were decided: every goal of their students in the periods that they
 * fall into, because a goal without evidence beside one with evidence has something to say too.
 */
export async function draftsTouchedBy(
  store: Store,
  districtId: string,
  points: readonly (Pick<DataPointRecord, 'studentId' | 'date'> & Partial<Pick<DataPointRecord, 'corrected'>>)[],
): Promise<Work[]> {
  if (points.length === 0) return [];
  const periods = await store.periods.find({ districtId }).lean();
  const studentIds = [...new Set(points.map((point) => point.studentId))];
  const students = await store.students.find({ districtId, id: { $in: studentIds } }).lean();
  const keys = new Set<string>();
  for (const point of points) {
    const goals = students.find((student) => student.id === point.studentId)?.goals ?? [];
    const dates = [point.date, point.corrected?.date ?? point.date];
    const touched = periods.filter((period) => dates.some((date) => date >= period.start && date <= period.end));
    for (const period of touched) {
      for (const goal of goals) keys.add(statementRecordId(districtId, point.studentId, goal.id, period.id));
    }
  }
  return [...keys].sort().map((key) => ({ stage: 'draft', key, districtId }));
}
