/** Chooses how records are found: by an index, by several, by the words of a text index, or by looking at all. */
import { type IndexUse, type Interval, indexUse, predicatesOf } from './bounds.ts';
import type { Collection, Index } from './catalog.ts';
import { serverError } from './errors.ts';
import type { Filter } from './filter.ts';
import { textMatch } from './text-search.ts';
import type { PlainObject } from './values.ts';

export type SortKey = readonly (readonly [string, 1 | -1])[];

export interface IndexScan {
  readonly kind: 'index';
  readonly index: Index;
  readonly intervals: readonly Interval[];
  readonly reverse: boolean;
  /** Whether the intervals are read side by side, in the order of what is behind their bound fields. */
  readonly isMerged: boolean;
}
export type Scan =
  | IndexScan
  | { readonly kind: 'all' }
  | { readonly kind: 'nothing' }
  /** Records that any of the scans finds. */
  | { readonly kind: 'any'; readonly scans: readonly IndexScan[] }
  | { readonly kind: 'text'; readonly index: Index; readonly match: string };

export interface Plan {
  readonly scan: Scan;
  /** Whether the scan comes in the order that was asked for. */
  readonly isSorted: boolean;
}

/** The index on `_id`, which is the table's own. */
function idIndex(collection: Collection): Index {
  const key = [['_id', 1]] as const;
  const shape = { paths: [['_id']], directions: [1] as const, isText: false, multikey: [false] };
  return { name: '_id_', key, unique: true, options: {}, table: collection.table, ...shape };
}

function candidatesOf(collection: Collection): Index[] {
  return [idIndex(collection), ...collection.indexes.filter((index) => !index.isText)];
}

/** More intervals than this are not read side by side. */
const MAX_MERGED = 64;

/** Whether the index gives the order of `sort` behind its bound fields: 1 as it stands, -1 backwards. */
function orderGiven(index: Index, { points, isSingle, intervals }: IndexUse, sort: SortKey): 1 | -1 | 0 {
  if (sort.length === 0) return 0;
  const bound = new Set(index.key.slice(0, points).map(([path]) => path));
  if (!isSingle && (intervals.length > MAX_MERGED || sort.some(([path]) => bound.has(path)))) return 0;
  // A field that is bound to one value has no say in the order, unless it holds arrays.
  const open = sort.filter(([path]) => !bound.has(path) || index.multikey[index.key.findIndex(([p]) => p === path)]);
  if (open.length === 0) return 1;
  const fields = index.key.slice(points, points + open.length);
  const turns = open.map(([path, direction], at) => {
    const field = fields[at];
    return field && field[0] === path && !index.multikey[points + at] ? direction * (field[1] as 1 | -1) : 0;
  });
  const turn = turns[0] as 1 | -1 | 0;
  return turns.every((other) => other === turn) ? turn : 0;
}

interface Candidate {
  readonly scan: IndexScan;
  readonly isSorted: boolean;
  /** Compared field by field, the greatest wins. */
  readonly merit: readonly number[];
}

function candidate(index: Index, conditions: ReturnType<typeof predicatesOf>, sort: SortKey): Candidate {
  const use = indexUse(index, conditions);
  const turn = orderGiven(index, use, sort);
  const isWholeUnique = index.unique && use.points === index.key.length;
  return {
    scan: {
      kind: 'index',
      index,
      intervals: use.intervals,
      reverse: turn === -1,
      isMerged: turn !== 0 && !use.isSingle,
    },
    isSorted: turn !== 0,
    merit: [Number(isWholeUnique), use.points, Number(use.hasRange), Number(turn !== 0), -use.intervals.length],
  };
}

function isBetter(a: Candidate, b: Candidate): boolean {
  for (let at = 0; at < a.merit.length; at++) {
    const difference = (a.merit[at] as number) - (b.merit[at] as number);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function isBound({ merit }: Candidate): boolean {
  return (merit[1] as number) + (merit[2] as number) > 0;
}

function best(indexes: readonly Index[], conditions: PlainObject, sort: SortKey): Candidate | undefined {
  const predicates = predicatesOf(conditions);
  return indexes
    .map((index) => candidate(index, predicates, sort))
    .filter((found) => isBound(found) || found.isSorted)
    .reduce<Candidate | undefined>((a, b) => (a && !isBetter(b, a) ? a : b), undefined);
}

/** Where each branch of an `$or` has an index of its own, the branches are looked up one after the other. */
function anyOf(indexes: readonly Index[], conditions: PlainObject): Scan | undefined {
  const { $or, ...rest } = conditions;
  if (!Array.isArray($or)) return undefined;
  const scans: IndexScan[] = [];
  for (const branch of $or as PlainObject[]) {
    const found = best(indexes, { $and: [rest, branch] }, []);
    if (!found || !isBound(found)) return undefined;
    scans.push(found.scan);
  }
  return { kind: 'any', scans };
}

function hinted(collection: Collection, hint: unknown): Index[] {
  const found = candidatesOf(collection).filter((index) =>
    typeof hint === 'string'
      ? index.name === hint
      : JSON.stringify(Object.entries(hint as PlainObject)) === JSON.stringify(index.key),
  );
  if (found.length === 0) throw serverError('BadValue', 'hint provided does not correspond to an existing index');
  return found;
}

/** The way to what `filter` asks for, in the order of `sort` where an index gives it. */
export function choosePlan(collection: Collection, filter: Filter, sort: SortKey, hint?: unknown): Plan {
  if (filter.search !== null) {
    const index = collection.indexes.find((known) => known.isText);
    if (!index) throw serverError('IndexNotFound', 'text index required for $text query');
    const match = textMatch(filter.search);
    const scan: Scan = match === null ? { kind: 'nothing' } : { kind: 'text', index, match };
    return { scan, isSorted: sort.length === 0 };
  }
  const indexes = hint === undefined ? candidatesOf(collection) : hinted(collection, hint);
  const found = best(indexes, filter.conditions, sort);
  if (found && isBound(found)) return { scan: found.scan, isSorted: found.isSorted || sort.length === 0 };
  const any = anyOf(indexes, filter.conditions);
  if (any) return { scan: any, isSorted: sort.length === 0 };
  if (found) return { scan: found.scan, isSorted: true };
  return { scan: { kind: 'all' }, isSorted: sort.length === 0 };
}
