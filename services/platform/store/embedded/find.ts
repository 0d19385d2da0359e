/** Finding: from a filter and its options to documents, one after the other. */
import type { Collection } from './catalog.ts';
import { decodeDocument } from './codec.ts';
import { serverError } from './errors.ts';
import type { Filter } from './filter.ts';
import { choosePlan, type Plan } from './planner.ts';
import { type Found, type ScanCounts, scanCandidates } from './scan.ts';
import { type Sort, sortKeyOf } from './sort.ts';
import type { Ground } from './table.ts';

export interface FindOptions {
  readonly sort: Sort;
  readonly skip: number;
  /** 0 for no limit. */
  readonly limit: number;
  readonly hint?: unknown;
}

export const everything: FindOptions = { sort: { key: [], byScore: false }, skip: 0, limit: 0 };

/** How many records a scan starts with when nothing says how many are wanted. */
const FIRST_BATCH = 100;
/** Sorting keeps at most so many whole documents; beyond it their places only. */
const MAX_KEPT = 1000;

export interface Search {
  readonly plan: Plan;
  readonly counts: ScanCounts;
  /** Documents in order; null where a caller that must not hold up the event loop can pause. */
  readonly results: Generator<Found | null>;
}

interface Ranked {
  readonly key: Buffer;
  readonly found: { readonly rid: number; readonly score?: number; readonly document?: Found['document'] };
}

function order(a: Ranked, b: Ranked): number {
  return Buffer.compare(a.key, b.key) || a.found.rid - b.found.rid;
}

function* matching(candidates: Generator<Found | null>, filter: Filter): Generator<Found | null> {
  for (const found of candidates) if (found === null || filter.test(found.document)) yield found;
}

/** The document again, if it is still there and still fits. */
function again(ground: Ground, collection: Collection, filter: Filter, ranked: Ranked): Found | null {
  const { rid, score, document } = ranked.found;
  if (document) return { rid, document, score };
  const [row] = ground.file.read(() => ground.file.all(`SELECT doc FROM ${collection.table} WHERE rid = ?`, [rid]));
  const now = row && decodeDocument(String(row[0]));
  return now && filter.test(now) ? { rid, document: now, score } : null;
}

/** Sorts in memory. With a limit, never more than twice as many are held. */
function* sorted(
  ground: Ground,
  collection: Collection,
  filter: Filter,
  candidates: Generator<Found | null>,
  { sort, skip, limit }: FindOptions,
): Generator<Found | null> {
  const keyOf = sortKeyOf(sort.key);
  const wanted = limit > 0 ? skip + limit : Number.POSITIVE_INFINITY;
  const keepsDocuments = wanted <= MAX_KEPT;
  let kept: Ranked[] = [];
  for (const found of matching(candidates, filter)) {
    if (found === null) {
      yield null;
      continue;
    }
    const { document, ...place } = found;
    kept.push({ key: keyOf(document), found: keepsDocuments ? found : place });
    if (kept.length >= wanted * 2 + 100) kept = kept.sort(order).slice(0, wanted);
  }
  for (const ranked of kept.sort(order)) {
    const found = again(ground, collection, filter, ranked);
    yield found;
  }
}

/** Puts what fits equally well in the order of the sort's further fields. Takes candidates that come best first. */
function* withinScores(found: Generator<Found | null>, key: Sort['key']): Generator<Found | null> {
  const keyOf = sortKeyOf(key);
  let group: Found[] = [];
  const inOrder = () =>
    group
      .map((one) => ({ one, key: keyOf(one.document) }))
      .sort((a, b) => Buffer.compare(a.key, b.key))
      .map(({ one }) => one);
  for (const one of found) {
    if (one !== null && group.length > 0 && group[0]?.score !== one.score) {
      yield* inOrder();
      group = [];
    }
    if (one === null) yield null;
    else group.push(one);
  }
  yield* inOrder();
}

function* cut(results: Generator<Found | null>, skip: number, limit: number): Generator<Found | null> {
  let seen = 0;
  for (const found of results) {
    if (found === null) {
      yield null;
      continue;
    }
    seen++;
    if (seen > skip) yield found;
    if (limit > 0 && seen >= skip + limit) return;
  }
}

/** Prepares a search; nothing is read before the first result is asked for, except the plan's own index. */
export function search(ground: Ground, collection: Collection, filter: Filter, options: FindOptions): Search {
  const { sort, skip, limit } = options;
  if (sort.byScore && filter.search === null) {
    throw serverError('BadValue', 'query requires text score metadata, but it is not available');
  }
  const plan = choosePlan(collection, filter, sort.key, options.hint);
  const counts = { keys: 0, documents: 0 };
  const bestFirst = plan.scan.kind === 'text' && sort.byScore;
  const isSorted = bestFirst || plan.isSorted;
  const first = isSorted && limit > 0 ? skip + limit : FIRST_BATCH;
  const candidates = scanCandidates(ground.file, collection, plan.scan, { first, bestFirst, counts });
  const inPlace = () => {
    const found = matching(candidates, filter);
    return bestFirst && sort.key.length > 0 ? withinScores(found, sort.key) : found;
  };
  const results = isSorted ? inPlace() : sorted(ground, collection, filter, candidates, options);
  return { plan: { ...plan, isSorted }, counts, results: cut(results, skip, limit) };
}

/** The first that fits, at once: for use within a transaction. */
export function findFirst(
  ground: Ground,
  collection: Collection,
  filter: Filter,
  sort: Sort,
  hint?: unknown,
): Found | null {
  for (const found of search(ground, collection, filter, { sort, skip: 0, limit: 1, hint }).results) {
    if (found !== null) return found;
  }
  return null;
}
