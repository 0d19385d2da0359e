/** Goals and services that a new plan or a new caseload leaves out: records of their time still speak of them. */
import type { Goal, ServiceCommitment } from '../domain/caseload.ts';
import type { StudentRecord } from '../domain/records.ts';

interface InForce {
  readonly goals: readonly Goal[];
  readonly services: readonly ServiceCommitment[];
}

function left<Item extends { id: string }>(known: readonly Item[], now: readonly Item[]): Item[] {
  const ids = new Set(now.map(({ id }) => id));
  const last = new Map(known.filter(({ id }) => !ids.has(id)).map((item) => [item.id, item]));
  return [...last.values()];
}

/** What is no longer in force once `next` is, each as it last was; `before` is the student until then, if known. */
export function pastOf(
  before: StudentRecord | null | undefined,
  next: InForce,
): Pick<StudentRecord, 'pastGoals' | 'pastServices'> {
  const goals = left([...(before?.pastGoals ?? []), ...(before?.goals ?? [])], next.goals);
  const services = left([...(before?.pastServices ?? []), ...(before?.services ?? [])], next.services);
  return { ...(goals.length > 0 && { pastGoals: goals }), ...(services.length > 0 && { pastServices: services }) };
}
