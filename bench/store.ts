/**
 * The store: inserts a second, each acknowledged when it is durable; reads a second by an index; and a page of 50 out
 * of 100,000 records. The embedded driver always; beside it, in the same run, the server that TEST_MONGODB_URL or
 * `--url` names.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataPointRecord } from '../services/domain/records.ts';
import { openStore } from '../services/platform/store/open-store.ts';
import type { Store } from '../services/platform/store/store.ts';

const RECORDS = 100_000;
const STATES = ['proposed', 'needs_review', 'confirmed', 'corrected', 'rejected'] as const;

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const url = values.url ?? process.env.TEST_MONGODB_URL;

/** The record number `at`; its fields vary so that every index has work. */
function record(at: number): DataPointRecord {
  const date = new Date(Date.UTC(2020, 0, 1 + ((at * 7) % 2000))).toISOString().slice(0, 10);
  return {
    _id: `p${String(at).padStart(7, '0')}`,
    districtId: 'd1',
    uploadId: `u${at % 5000}`,
    documentId: `u${at % 5000}~d00001`,
    goalId: `g${at % 2000}`,
    studentId: `s${at % 500}`,
    date,
    value: (at * 37) % 101,
    unit: 'wcpm',
    confidence: 0.9,
    state: STATES[at % STATES.length] ?? 'proposed',
    corrected: null,
    decidedBy: null,
    decidedAt: null,
    source: { file: 'binder.pdf', page: 1 + (at % 300), quote: '62 wcpm', start: 10, end: 17, bbox: [1, 2, 3, 4] },
  } as DataPointRecord;
}

/** A measurement ends after this, however slow the store is. */
const BUDGET_MS = 10_000;

/** How often a second `work` is done: up to `count` times, `width` of them at once. */
async function perSecond(count: number, width: number, work: (at: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count && performance.now() - start < BUDGET_MS) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
  const rate = (next / (performance.now() - start)) * 1000;
  return rate < 100 ? Number(rate.toFixed(1)) : Math.round(rate);
}

async function medianMs(count: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  const start = performance.now();
  while (times.length < count && (times.length === 0 || performance.now() - start < BUDGET_MS)) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return Number((times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(2));
}

async function measure(store: Store) {
  const points = store.dataPoints.collection;
  let next = 0;
  const insert = () => points.insertOne(record(next++) as never);
  const oneByOne = await perSecond(1500, 1, insert);
  const fiftyAtOnce = await perSecond(10_000, 50, insert);
  while (next < RECORDS) {
    const batch = Array.from({ length: Math.min(1000, RECORDS - next) }, (_, at) => record(next + at));
    await points.insertMany(batch as never);
    next += batch.length;
  }
  const key = (at: number) => record((at * 7919) % RECORDS);
  const readsById = await perSecond(5000, 1, (at) =>
    store.dataPoints
      .findOne({ _id: key(at)._id })
      .lean()
      .exec(),
  );
  const readsByGoal = await perSecond(2000, 1, (at) => {
    const { districtId, studentId, goalId } = key(at);
    return store.dataPoints.find({ districtId, studentId, goalId }).sort({ date: 1 }).limit(10).lean().exec();
  });
  const review = { districtId: 'd1', state: 'needs_review' } as const;
  const pageByIndex = await medianMs(50, () => store.dataPoints.find(review).sort({ _id: -1 }).limit(50).lean().exec());
  const pageWithoutIndex = await medianMs(5, () =>
    store.dataPoints
      .find({ value: { $gte: 50 } })
      .sort({ value: 1, _id: 1 })
      .limit(50)
      .lean()
      .exec(),
  );
  return {
    records: RECORDS,
    insertsPerSecond: { oneByOne, fiftyAtOnce },
    indexedReadsPerSecond: { byId: readsById, tenByGoal: readsByGoal },
    pageOf50Ms: { byIndex: pageByIndex, withoutIndex: pageWithoutIndex },
  };
}

async function embedded() {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-store-'));
  const store = await openStore({ dataDir });
  try {
    return await measure(store);
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function overTheWire(address: string) {
  const own = new URL(address);
  own.pathname = `/bench_${randomUUID().slice(0, 8)}`;
  const store = await openStore({ mongodbUrl: own.href });
  try {
    const build = await store.connection.db?.admin().command({ buildInfo: 1 });
    const server = build?.storageEngines ? `MongoDB ${build.version}` : 'a stand-in that speaks the wire protocol';
    return { server, ...(await measure(store)) };
  } finally {
    await store.connection.dropDatabase();
    await store.close();
  }
}

const result = { bench: 'store', embedded: await embedded(), ...(url ? { wire: await overTheWire(url) } : {}) };
console.log(JSON.stringify(result));
