/** Finding: from a filter and its options to documents, one after the other. */
import type { Collection } from './catalog.ts';
import { decodeDocument } from './codec.ts';
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

function isBefore(a: Ranked, b: Ranked, byScore: boolean): number {
  const score = byScore ? (b.found.score ?? 0) - (a.found.score ?? 0) : 0;
  return score || Buffer.compare(a.key, b.key) || a.found.rid - b.found.rid;
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
  const keyOf = sort.key.length > 0 ? sortKeyOf(sort.key) : () => Buffer.alloc(0);
  const wanted = limit > 0 ? skip + limit : Number.POSITIVE_INFINITY;
  const keepsDocuments = wanted <= MAX_KEPT;
  let kept: Ranked[] = [];
  const order = (a: Ranked, b: Ranked) => isBefore(a, b, sort.byScore);
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
  const plan = choosePlan(collection, filter, sort.key, options.hint);
  const counts = { keys: 0, documents: 0 };
  const isRanked = plan.scan.kind === 'text' && sort.byScore && sort.key.length === 0;
  const isSorted = plan.scan.kind === 'text' ? isRanked || (!sort.byScore && sort.key.length === 0) : plan.isSorted;
  const first = isSorted && limit > 0 ? skip + limit : FIRST_BATCH;
  const candidates = scanCandidates(ground.file, collection, plan.scan, { first, bestFirst: isRanked, counts });
  const results = isSorted ? matching(candidates, filter) : sorted(ground, collection, filter, candidates, options);
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
