/** The caseload, asked for once and kept while the page is open. */
import type { PeriodView, StudentSummary } from '../services/domain/views.ts';
import { allOf, client } from './client.ts';
import { nameOf } from './labels.ts';

export interface KnownCaseload {
  readonly students: readonly StudentSummary[];
  readonly periods: readonly PeriodView[];
  /** The student's name; the id where the student is not on the caseload any more. */
  studentName(id: string | null): string;
  goal(studentId: string, goalId: string): StudentSummary['goals'][number] | undefined;
}

async function load(): Promise<KnownCaseload> {
  const [students, periods] = await Promise.all([allOf(client.students), allOf(client.periods)]);
  students.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  periods.sort((a, b) => a.start.localeCompare(b.start));
  const byId = new Map(students.map((student) => [student.id, student]));
  return {
    students,
    periods,
    studentName: (id) => {
      const student = id === null ? undefined : byId.get(id);
      return student ? nameOf(student) : (id ?? 'No student');
    },
    goal: (studentId, goalId) => byId.get(studentId)?.goals.find((goal) => goal.id === goalId),
  };
}

let known: Promise<KnownCaseload> | undefined;

/** To be called after the caseload was changed: it is asked for anew. */
export function forgetCaseload(): void {
  known = undefined;
}

/** The caseload; asked for again after a failure. */
export function caseload(): Promise<KnownCaseload> {
  known ??= load().catch((error) => {
    known = undefined;
    throw error;
  });
  return known;
}
