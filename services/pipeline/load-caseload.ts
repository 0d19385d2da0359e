/** The caseload of a district: into the store, and out of it for the stages. */
import { type Caseload, caseloadSchema, type Student } from '../domain/caseload.ts';
import { DomainError } from '../domain/errors.ts';
import { caseloadRecordId, type StudentRecord } from '../domain/records.ts';
import type { Ground } from '../platform/ground.ts';
import type { Store } from '../platform/store/store.ts';
import { pastOf } from './past-plan.ts';
import { dueFrom } from './understand-anew.ts';

/** A student of a caseload file; the plan that a person has confirmed since stays, unless the file bears a later one. */
function besideConfirmed(student: Student, before: StudentRecord | undefined): Partial<StudentRecord> & Student {
  if (!before?.planConfirmed || student.plan.start > before.plan.start)
    return { ...student, ...pastOf(before, student), ...(before && dueFrom(before, student, student.plan.start)) };
  const { plan, goals, services, planConfirmed, understandFrom } = before;
  return {
    ...student,
    plan,
    goals,
    services,
    planConfirmed,
    ...pastOf(before, before),
    ...(understandFrom !== undefined && { understandFrom }),
  };
}

/**
 * Writes a caseload: what is new is added, what is known is brought up to date, nothing is removed. Writing the same
 * caseload again changes nothing. Students whose goals or services change are marked: `understandAnew` sees to their
 * evidence.
 */
export async function importCaseload(ground: Pick<Ground, 'store'>, caseload: Caseload): Promise<void> {
  const { store } = ground;
  const districtId = caseload.district.id;
  await store.districts.replaceOne(
    { _id: districtId },
    { ...caseload.district, _id: districtId, districtId },
    { upsert: true },
  );
  const keyed = <Item extends { id: string }>(items: readonly Item[]) =>
    items.map((item) => {
      const _id = caseloadRecordId(districtId, item.id);
      return { replaceOne: { filter: { _id }, replacement: { ...item, _id, districtId }, upsert: true } };
    });
  const write = async (model: { bulkWrite: (operations: never[]) => Promise<unknown> }, operations: object[]) => {
    if (operations.length > 0) await model.bulkWrite(operations as never[]);
  };
  await write(store.schools, keyed(caseload.schools));
  await write(store.staff, keyed(caseload.staff));
  await write(store.periods, keyed(caseload.periods));
  const known = await store.students.find({ districtId }).lean();
  const before = new Map(known.map((student) => [student.id, student]));
  await write(
    store.students,
    keyed(caseload.students.map((student) => besideConfirmed(student, before.get(student.id)))),
  );
  forgetCaseload(store, districtId);
}

/** To be called by whoever changes the caseload: the next document is understood with what is there now. */
export function forgetCaseload(store: Store, districtId: string): void {
  remembered.get(store)?.delete(districtId);
}

/** The documents of a binder are understood one after the other, on the same caseload: it is read once for them. */
const rememberMs = 1_000;
interface Remembered {
  readonly from: number;
  readonly caseload: Promise<Caseload>;
}
const remembered = new WeakMap<Store, Map<string, Remembered>>();

/** The caseload of a district, at most a second old and not from before `since`. Throws `not_found`. */
export async function readCaseload(store: Store, districtId: string, since?: Date): Promise<Caseload> {
  const known = remembered.get(store) ?? new Map<string, Remembered>();
  remembered.set(store, known);
  const entry = known.get(districtId);
  const now = Date.now();
  if (entry && entry.from > Math.max(now - rememberMs, since?.getTime() ?? 0)) return entry.caseload;
  const caseload = readCaseloadNow(store, districtId);
  known.set(districtId, { from: now, caseload });
  caseload.catch(() => known.delete(districtId));
  return caseload;
}

async function readCaseloadNow(store: Store, districtId: string): Promise<Caseload> {
  const district = await store.districts.findOne({ _id: districtId }).lean();
  if (!district) throw new DomainError('not_found', 'This district is not known.');
  const [schools, staff, periods, students] = await Promise.all([
    store.schools.find({ districtId }).sort({ id: 1 }).lean(),
    store.staff.find({ districtId }).sort({ id: 1 }).lean(),
    store.periods.find({ districtId }).sort({ start: 1 }).lean(),
    store.students.find({ districtId }).sort({ id: 1 }).lean(),
  ]);
  return caseloadSchema.parse({ district, schools, staff, periods, students });
}
