/** Writes that concern every record that fits: first their places, then the records in groups, one transaction each. */
import { paced } from './cursor.ts';
import type { Filter } from './filter.ts';
import { everything, search } from './find.ts';
import { removeManyStep, stillFitting, type Target, type UpdateCommand, updateManyStep, updateStep } from './writes.ts';

const GROUP = 100;

async function placesOf({ ground, name }: Target, filter: Filter, hint?: unknown): Promise<number[]> {
  const collection = ground.file.read(() => ground.catalog.get(name));
  const rids: number[] = [];
  if (!collection) return rids;
  const options = hint === undefined ? everything : { ...everything, hint };
  for await (const { rid } of paced(search(ground, collection, filter, options).results)) rids.push(rid);
  return rids;
}

/** Calls `step` for each group of records that still fit; gives the sum of what it gives. */
async function inGroups(
  target: Target,
  filter: Filter,
  rids: readonly number[],
  step: (
    collection: Parameters<typeof stillFitting>[1],
    found: ReturnType<typeof stillFitting>,
  ) => readonly [number, number],
): Promise<readonly [number, number]> {
  const { ground, name } = target;
  let first = 0;
  let second = 0;
  for (let at = 0; at < rids.length; at += GROUP) {
    const [a, b] = await ground.file.write(() => {
      const collection = ground.catalog.get(name);
      return collection
        ? step(collection, stillFitting(target, collection, rids.slice(at, at + GROUP), filter))
        : ([0, 0] as const);
    });
    first += a;
    second += b;
  }
  return [first, second];
}

/** Updates every record that fits; with `upsert`, makes one where there is none. */
export async function updateMany(target: Target, command: UpdateCommand) {
  const rids = await placesOf(target, command.filter, command.hint);
  const [matchedCount, modifiedCount] = await inGroups(target, command.filter, rids, (collection, found) => [
    found.length,
    updateManyStep(target, collection, found, command),
  ]);
  const nothing = { acknowledged: true, matchedCount, modifiedCount, upsertedCount: 0, upsertedId: null as unknown };
  if (matchedCount > 0 || !command.upsert) return nothing;
  const { before, after, modified } = await target.ground.file.write(() => updateStep(target, command));
  if (before) return { ...nothing, matchedCount: 1, modifiedCount: Number(modified) };
  return { ...nothing, upsertedCount: 1, upsertedId: after?._id ?? null };
}

export async function deleteMany(target: Target, filter: Filter) {
  const rids = await placesOf(target, filter);
  const [deletedCount] = await inGroups(target, filter, rids, (collection, found) => {
    removeManyStep(target, collection, found);
    return [found.length, 0];
  });
  return { acknowledged: true, deletedCount };
}
