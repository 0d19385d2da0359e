/** Several writes in one call, in order until the first that fails, or all of them. */
import mongoose from 'mongoose';
import { serverError } from './errors.ts';
import { nativeDriver } from './native-driver.ts';
import { isPlainObject, type PlainObject } from './values.ts';

const { MongoBulkWriteError, MongoServerError } = mongoose.mongo;

/** What one of the writes has done. */
export interface WriteCounts {
  readonly inserted?: unknown;
  readonly matched?: number;
  readonly modified?: number;
  readonly deleted?: number;
  readonly upserted?: unknown;
}

export interface BulkWrite {
  readonly operation: PlainObject;
  /** The write as one step of a transaction, */
  readonly step?: () => WriteCounts;
  /** or, where it can concern many records, as several. */
  readonly many?: () => Promise<WriteCounts>;
}

interface BulkTotals {
  readonly ok: 1;
  writeErrors: BulkFailure[];
  readonly writeConcernErrors: readonly never[];
  readonly insertedIds: { index: number; _id: unknown }[];
  readonly upserted: { index: number; _id: unknown }[];
  nInserted: number;
  nUpserted: number;
  nMatched: number;
  nModified: number;
  nRemoved: number;
}

/** One of the errors of a bulk write, with the fields of the driver's `WriteError`. */
class BulkFailure {
  readonly err: { index: number; code: unknown; errmsg: string; op: PlainObject };

  constructor(error: Error & { code?: unknown }, index: number, op: PlainObject) {
    const { keyPattern, keyValue } = error as { keyPattern?: unknown; keyValue?: unknown };
    this.err = { index, code: error.code, errmsg: error.message, op, ...(keyPattern ? { keyPattern, keyValue } : {}) };
  }

  get index(): number {
    return this.err.index;
  }

  get code(): unknown {
    return this.err.code;
  }

  get errmsg(): string {
    return this.err.errmsg;
  }

  getOperation(): PlainObject {
    return this.err.op;
  }

  toJSON(): unknown {
    return this.err;
  }
}

function add(totals: BulkTotals, index: number, counts: WriteCounts): void {
  if (counts.inserted !== undefined) {
    totals.nInserted++;
    totals.insertedIds.push({ index, _id: counts.inserted });
  }
  if (counts.upserted !== undefined) {
    totals.nUpserted++;
    totals.upserted.push({ index, _id: counts.upserted });
  }
  totals.nMatched += counts.matched ?? 0;
  totals.nModified += counts.modified ?? 0;
  totals.nRemoved += counts.deleted ?? 0;
}

/** The writes that are under way, and what has become of the others. */
class Run {
  readonly totals: BulkTotals = {
    ...{ ok: 1, writeErrors: [], writeConcernErrors: [], insertedIds: [], upserted: [] },
    ...{ nInserted: 0, nUpserted: 0, nMatched: 0, nModified: 0, nRemoved: 0 },
  };
  readonly errors: { readonly error: Error; readonly failure: BulkFailure }[] = [];
  hasFailed = false;

  async settle(index: number, { operation }: BulkWrite, work: () => Promise<WriteCounts | null>): Promise<void> {
    try {
      const counts = await work();
      if (counts) add(this.totals, index, counts);
    } catch (error) {
      this.hasFailed = true;
      if (!(error instanceof MongoServerError)) throw error;
      this.errors.push({ error, failure: new BulkFailure(error, index, operation) });
    }
  }
}

/**
 * Runs the writes through `write`, which keeps their order, so that they can share transactions. Throws a
 * `MongoBulkWriteError` that holds every error and what was done beside it.
 */
export async function runBulk(
  writes: readonly BulkWrite[],
  ordered: boolean,
  write: <Result>(work: () => Result) => Promise<Result>,
) {
  const run = new Run();
  const isOver = () => ordered && run.hasFailed;
  const inOneStep = (step: () => WriteCounts) => () =>
    write(() => {
      if (isOver()) return null;
      try {
        return step();
      } catch (error) {
        run.hasFailed = true;
        throw error;
      }
    });
  const pending: Promise<void>[] = [];
  for (const [index, one] of writes.entries()) {
    if (one.many) {
      await Promise.all(pending.splice(0));
      if (isOver()) break;
      await run.settle(index, one, one.many);
    } else if (one.step) {
      pending.push(run.settle(index, one, inOneStep(one.step)));
    }
  }
  await Promise.all(pending);
  const { totals, errors } = run;
  errors.sort((a, b) => a.failure.index - b.failure.index);
  totals.insertedIds.sort((a, b) => a.index - b.index);
  totals.upserted.sort((a, b) => a.index - b.index);
  totals.writeErrors = errors.map(({ failure }) => failure);
  const result = new nativeDriver.BulkWriteResult(totals, ordered);
  const [first] = errors;
  if (!first) return result;
  const { code, keyPattern, keyValue } = first.error as Error & PlainObject;
  const described = { message: first.error.message, code, keyPattern, keyValue, writeErrors: totals.writeErrors };
  throw new MongoBulkWriteError(described as never, result as never);
}

/** The one operation of an entry of `bulkWrite`. */
export function entryOf(given: unknown): [string, PlainObject] {
  const entries = isPlainObject(given) ? Object.entries(given) : [];
  const [name, operation] = entries[0] ?? [];
  if (entries.length !== 1 || name === undefined || typeof operation !== 'object' || operation === null) {
    throw serverError('FailedToParse', 'Each entry of bulkWrite must hold one operation.');
  }
  return [name, operation as PlainObject];
}
