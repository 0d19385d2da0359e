/** What reads many records: cursors, counts and distinct values. */
import { predicatesOf } from './bounds.ts';
import type { Collection } from './catalog.ts';
import { type CursorSource, paced } from './cursor.ts';
import { explainSearch } from './explain.ts';
import { compileFilter, type Filter } from './filter.ts';
import { everything, type Search, search } from './find.ts';
import { type Options, toFindOptions } from './options.ts';
import { compareValues } from './order.ts';
import { encodeValue } from './order-key.ts';
import { leavesAt, MISSING, splitPath } from './paths.ts';
import { choosePlan } from './planner.ts';
import { toProjection } from './projection.ts';
import { isPlainObject, type PlainObject } from './values.ts';
import type { Target } from './writes.ts';

function collectionOf({ ground, name }: Target): Collection | undefined {
  return ground.file.read(() => ground.catalog.get(name));
}

/** What the cursor of a `find` reads from. A filter that cannot be read is refused when the first result is asked for. */
export function findSource(target: Target, given: unknown): CursorSource {
  const start = (options: PlainObject): Search | null => {
    const filter = compileFilter(given);
    const collection = collectionOf(target);
    return collection ? search(target.ground, collection, filter, toFindOptions(options)) : null;
  };
  return {
    async *open(options) {
      const project = toProjection(options.projection);
      for await (const { document, score } of paced(start(options)?.results ?? [])) {
        yield project ? project(document, score) : document;
      }
    },
    async explain(options) {
      const search = start(options);
      return search ? explainSearch(search) : { queryPlanner: { winningPlan: { stage: 'EOF' } } };
    },
  };
}

function isPlainPoint(value: unknown): boolean {
  return value !== null && !Array.isArray(value) && !isPlainObject(value) && !(value instanceof RegExp);
}

/** The count from the entries of an index alone, where the filter asks for equal values of its first fields only. */
function countByIndex({ ground }: Target, collection: Collection, filter: Filter): number | null {
  const paths = Object.keys(filter.conditions);
  if (filter.search !== null) return null;
  if (paths.length === 0)
    return Number(ground.file.read(() => ground.file.all(`SELECT count(*) FROM ${collection.table}`, []))[0]?.[0]);
  if (!Object.values(filter.conditions).every(isPlainPoint) || predicatesOf(filter.conditions).size < paths.length)
    return null;
  const { scan } = choosePlan(collection, filter, []);
  if (scan.kind !== 'index' || scan.index.table === collection.table || scan.index.multikey.includes(true)) return null;
  const covered = new Set(scan.index.key.slice(0, paths.length).map(([path]) => path));
  const [interval, ...others] = scan.intervals;
  if (!interval || others.length > 0 || !paths.every((path) => covered.has(path))) return null;
  const sql = `SELECT count(*) FROM ${scan.index.table} WHERE key >= ? AND key < ?`;
  return Number(ground.file.read(() => ground.file.all(sql, [interval.low, interval.past]))[0]?.[0]);
}

export async function countMatching(target: Target, given: unknown, options: Options): Promise<number> {
  const filter = compileFilter(given);
  const find = toFindOptions(options);
  const collection = collectionOf(target);
  if (!collection) return 0;
  if (find.skip === 0 && find.limit === 0 && find.hint === undefined) {
    const count = countByIndex(target, collection, filter);
    if (count !== null) return count;
  }
  let count = 0;
  const { results } = search(target.ground, collection, filter, { ...find, sort: everything.sort });
  for await (const _ of paced(results)) count++;
  return count;
}

/** Each value of a field once, in order; the elements of an array one by one. */
export async function distinctValues(
  target: Target,
  field: string,
  given: unknown,
  options: Options,
): Promise<unknown[]> {
  const filter = compileFilter(given);
  const find = toFindOptions(options);
  const parts = splitPath(field);
  const collection = collectionOf(target);
  if (!collection) return [];
  const values = new Map<string, unknown>();
  for await (const { document } of paced(search(target.ground, collection, filter, find).results)) {
    for (const leaf of leavesAt(document, parts)) {
      for (const value of Array.isArray(leaf) ? leaf : [leaf]) {
        if (value !== MISSING) values.set(encodeValue(value).toString('latin1'), value);
      }
    }
  }
  return [...values.values()].sort(compareValues);
}
