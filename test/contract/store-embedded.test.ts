/** What is particular to the embedded driver: it uses its indexes, survives, shares its file, and says what it cannot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type mongoose from 'mongoose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../services/platform/store/open-store.ts';
import type { Store } from '../../services/platform/store/store.ts';
import { collectionOf, errorOf } from './store-collections.ts';
import { aDataPoint, aJob, aPage } from './store-records.ts';

async function directory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'throughline-embedded-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function open(dataDir?: string): Promise<Store> {
  const store = await openStore({ dataDir: dataDir ?? (await directory()) });
  onTestFinished(() => store.close());
  return store;
}

function child(task: string, dataDir: string, ...flags: string[]): ChildProcess {
  const script = new URL('store-child.ts', import.meta.url).pathname;
  const started = spawn(process.execPath, [...flags, '--import', 'tsx', script, task, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void started.kill('SIGKILL'));
  return started;
}

const asRaw = (store: Store) => ({
  store,
  isMongoDb: false,
  openAgain: () => Promise.reject(new Error('only the collections of this store are asked for')),
  dispose: async () => {},
});

interface Explained {
  queryPlanner: { winningPlan: { stage: string; indexName?: string; sortedInMemory?: boolean } };
  executionStats: { nReturned: number; totalDocsExamined: number };
}

describe('the embedded driver finds by an index', () => {
  const size = 600;

  async function filled(): Promise<Store> {
    const store = await open();
    const days = (at: number) => `2025-09-${String(1 + (at % 28)).padStart(2, '0')}`;
    await store.dataPoints.insertMany(
      Array.from({ length: size }, (_, at) =>
        aDataPoint(`p${at}`, {
          documentId: `u${at % 60}~d1`,
          studentId: `s${at % 20}`,
          goalId: `g${at % 40}`,
          date: days(at),
        }),
      ),
    );
    await store.jobs.insertMany(
      Array.from({ length: size }, (_, at) =>
        aJob(`j${at}`, { state: at % 10 ? 'done' : 'waiting', stage: at % 2 ? 'read' : 'split', runAt: new Date(at) }),
      ),
    );
    return store;
  }

  it('and reads little more than it gives', async () => {
    const store = await filled();
    const lookups: [mongoose.Query<unknown, unknown>, string, number][] = [
      [store.dataPoints.find({ _id: 'p7' }), '_id_', 1],
      [store.dataPoints.find({ documentId: 'u3~d1' }), 'documentId_1', 10],
      [
        store.dataPoints.find({ districtId: 'd1', studentId: 's1', goalId: 'g1' }),
        'districtId_1_studentId_1_goalId_1_date_1',
        15,
      ],
      [
        store.dataPoints
          .find({ districtId: 'd1', studentId: 's1', goalId: 'g1', date: { $gte: '2025-09-20' } })
          .sort({ date: 1 }),
        'districtId_1_studentId_1_goalId_1_date_1',
        4,
      ],
      [store.dataPoints.find({ documentId: { $in: ['u3~d1', 'u4~d1'] } }), 'documentId_1', 20],
      [store.jobs.find({ state: 'waiting', runAt: { $lte: new Date(100) } }).sort({ runAt: 1 }), 'state_1_runAt_1', 11],
      [store.jobs.find({ stage: 'read', state: 'waiting' }).sort({ runAt: -1 }).limit(5), 'stage_1_state_1_runAt_1', 0],
      [store.jobs.find({ state: 'done' }).sort({ runAt: -1 }).limit(5), 'state_1_runAt_1', 5],
      [store.jobs.find({}).sort({ _id: 1 }).limit(5), '_id_', 5],
    ] as never;
    for (const [query, index, found] of lookups) {
      const { queryPlanner, executionStats } = (await query.explain()) as unknown as Explained;
      expect(queryPlanner.winningPlan).toMatchObject({ stage: 'IXSCAN', indexName: index, sortedInMemory: false });
      expect(executionStats).toMatchObject({ nReturned: found, totalDocsExamined: found });
    }
  });

  it('for each branch of an $or', async () => {
    const store = await filled();
    const query = store.jobs.find({ $or: [{ state: 'waiting', runAt: { $lt: new Date(50) } }, { _id: 'j599' }] });
    const { queryPlanner, executionStats } = (await query.explain()) as unknown as Explained;
    expect(queryPlanner.winningPlan.stage).toBe('OR');
    expect(executionStats).toMatchObject({ nReturned: 6, totalDocsExamined: 6 });
  });

  it('in the order that is asked for, also where one of several values is wanted', async () => {
    const store = await filled();
    const query = () =>
      store.jobs
        .find({ stage: { $in: ['read', 'split'] }, state: 'done' })
        .sort({ runAt: -1 })
        .limit(7);
    const { queryPlanner, executionStats } = (await query().explain()) as unknown as Explained;
    expect(queryPlanner.winningPlan).toMatchObject({ indexName: 'stage_1_state_1_runAt_1', sortedInMemory: false });
    expect(executionStats).toMatchObject({ nReturned: 7, totalDocsExamined: 7 });
    expect((await query().lean()).map(({ _id }) => _id)).toEqual([
      'j599',
      'j598',
      'j597',
      'j596',
      'j595',
      'j594',
      'j593',
    ]);
  });

  it('also for a long list of values', async () => {
    const store = await filled();
    const ids = Array.from({ length: 3000 }, (_, at) => `j${at * 2}`);
    const { queryPlanner, executionStats } = (await store.jobs
      .find({ _id: { $in: ids } })
      .explain()) as unknown as Explained;
    expect(queryPlanner.winningPlan.stage).toBe('IXSCAN');
    expect(executionStats).toMatchObject({ nReturned: 300, totalDocsExamined: 300 });
  });

  it('and looks at everything only where there is none', async () => {
    const store = await filled();
    const { queryPlanner, executionStats } = (await store.jobs.find({ attempts: 0 }).explain()) as unknown as Explained;
    expect(queryPlanner.winningPlan.stage).toBe('COLLSCAN');
    expect(executionStats.totalDocsExamined).toBe(size);
  });

  it('when it joins', async () => {
    const store = await filled();
    const joined = await store.jobs.aggregate([
      { $match: { _id: 'j3' } },
      { $lookup: { from: 'datapoints', localField: 'key', foreignField: 'documentId', as: 'points' } },
    ]);
    expect(joined).toMatchObject([{ _id: 'j3', points: [] }]);
  });
});

describe('what the embedded driver has acknowledged', () => {
  it('is there after the process is killed right behind it', async () => {
    const dataDir = await directory();
    const [, signal] = await once(child('die', dataDir), 'exit');
    expect(signal).toBe('SIGKILL');
    expect(await (await open(dataDir)).jobs.exists({ _id: 'last-words' })).not.toBeNull();
  });

  it('is there after the process is killed in the middle of its writing', async () => {
    const dataDir = await directory();
    const writer = child('write', dataDir);
    let told = '';
    for await (const chunk of writer.stdout as NodeJS.ReadableStream) {
      told += String(chunk);
      if (told.length > 2000) writer.kill('SIGKILL');
    }
    const acknowledged = told.split('\n').slice(0, -1);
    const store = await open(dataDir);
    expect(await store.jobs.countDocuments({ _id: { $in: acknowledged } })).toBe(acknowledged.length);
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(await store.jobs.countDocuments({ state: 'waiting' })).toBe(
      await store.jobs.countDocuments({ owner: null }),
    );
  });

  it('is there when it is opened again', async () => {
    const dataDir = await directory();
    const before = await openStore({ dataDir });
    await before.jobs.create(aJob('a'));
    await before.close();
    expect(await (await open(dataDir)).jobs.findById('a').lean()).toEqual(aJob('a'));
    expect(await readdir(dataDir)).toContain('records.sqlite');
  });

  it('is there although it was not waited for when the store was closed', async () => {
    const dataDir = await directory();
    const before = await openStore({ dataDir });
    const writes = Promise.all(Array.from({ length: 50 }, (_, at) => before.jobs.create(aJob(`j${at}`))));
    await new Promise(setImmediate);
    await Promise.allSettled([writes, before.close()]);
    await writes;
    expect(await (await open(dataDir)).jobs.countDocuments({})).toBe(50);
  });
});

describe('the file of the embedded driver', () => {
  it('can be written by two processes at once, without a lost write', async () => {
    const dataDir = await directory();
    const store = await open(dataDir);
    await store.jobs.create(aJob('shared'));
    const other = child('count', dataDir);
    const ended = once(other, 'exit');
    for (let at = 0; at < 150; at++) await store.jobs.updateOne({ _id: 'shared' }, { $inc: { attempts: 1 } });
    expect(await ended).toEqual([0, null]);
    expect((await store.jobs.findById('shared').lean())?.attempts).toBe(300);
  });

  it('shows one process the collections and indexes that another has made', async () => {
    const dataDir = await directory();
    const store = await open(dataDir);
    const things = collectionOf(asRaw(store), 'things');
    expect(await things.countDocuments({ colour: 'red' })).toBe(0);
    await once(child('index', dataDir), 'exit');
    expect(await things.countDocuments({ colour: 'red' })).toBe(1);
    await things.insertOne({ _id: 'mine', colour: 'blue' });
    const plan = (await things.find({ colour: 'blue' }).explain()) as unknown as Explained;
    expect(plan.queryPlanner.winningPlan.indexName).toBe('colour_1');
    expect(plan.executionStats.nReturned).toBe(1);
  });

  it('is one for each store: several of them in one process share nothing', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await one.jobs.create(aJob('a', { owner: 'one' }));
    await two.jobs.create(aJob('a', { owner: 'two' }));
    expect((await one.jobs.findById('a').lean())?.owner).toBe('one');
    expect((await two.jobs.findById('a').lean())?.owner).toBe('two');
  });

  it('is not opened when a later version has written it', async () => {
    const dataDir = await directory();
    await (await openStore({ dataDir })).close();
    const file = new Database(join(dataDir, 'records.sqlite'));
    file.exec('PRAGMA user_version = 99');
    file.close();
    expect((await errorOf(openStore({ dataDir }))).message).toContain('later version');
  });
});

describe('writes that are under way together', () => {
  it('each succeed or fail on their own', async () => {
    const store = await open();
    const tries = Array.from({ length: 40 }, (_, at) => store.jobs.create(aJob(`j${at % 20}`)));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(await store.jobs.countDocuments({})).toBe(20);
    expect(await store.jobs.countDocuments({ state: 'waiting' })).toBe(20);
  });
});

describe('a long result', () => {
  it('is never in memory as a whole', async () => {
    const dataDir = await directory();
    const store = await open(dataDir);
    const text = Array.from({ length: 150 }, (_, at) => `word${at}`).join(' ');
    for (let from = 0; from < 2000; from += 250) {
      await store.pages.insertMany(
        Array.from({ length: 250 }, (_, at) => aPage('u1', 1 + from + at, text)),
        { lean: true },
      );
    }
    const reader = child('stream', dataDir, '--expose-gc');
    let told = '';
    for await (const chunk of reader.stdout as NodeJS.ReadableStream) told += String(chunk);
    const { pages, heapGrowth } = JSON.parse(told);
    expect(pages).toBe(2000);
    // The pages are 30 MB as text.
    expect(heapGrowth).toBeLessThan(15 * 1024 * 1024);
  });
});

describe('what the embedded driver does not do', () => {
  const refusals: readonly (readonly [string, (store: Store) => unknown])[] = [
    ['transactions', (store) => store.connection.startSession()],
    ['change streams', (store) => store.connection.collection('x').watch()],
    ['a collation', (store) => store.jobs.find({}).collation({ locale: 'de' }).exec()],
    ['a time limit', (store) => store.jobs.find({}).maxTimeMS(5).exec()],
    ['an update by a pipeline', (store) => store.connection.collection('x').updateOne({}, [{ $set: { a: 1 } }])],
    ['a stage that writes', (store) => store.jobs.aggregate([{ $out: 'elsewhere' }])],
    [
      'a join with a pipeline',
      (store) => store.jobs.aggregate([{ $lookup: { from: 'pages', let: {}, pipeline: [], as: 'x' } }]),
    ],
    ['scripts', (store) => store.connection.collection('x').find({ $where: 'true' }).toArray()],
    [
      'places on a map',
      (store) =>
        store.connection
          .collection('x')
          .find({ a: { $near: [1, 2] } })
          .toArray(),
    ],
    [
      'indexes that forget',
      (store) => store.connection.collection('x').createIndex({ at: 1 }, { expireAfterSeconds: 1 }),
    ],
    [
      'indexes over some records',
      (store) => store.connection.collection('x').createIndex({ a: 1 }, { partialFilterExpression: { a: 1 } }),
    ],
    ['hashed indexes', (store) => store.connection.collection('x').createIndex({ a: 'hashed' })],
    ['binary values', (store) => store.connection.collection('x').insertOne({ a: Buffer.from('x') })],
    ['whole numbers of 64 bits', (store) => store.connection.collection('x').insertOne({ a: 5n })],
    ['fields that begin with a dollar', (store) => store.connection.collection('x').insertOne({ a: { $b: 1 } })],
    ['a method that it does not have', (store) => store.connection.collection('x').rename('y')],
    ['a second database', (store) => store.connection.useDb('other')],
    ['commands of a server', (store) => store.connection.db?.command({ serverStatus: 1 })],
  ];

  it.each(refusals)('is refused by name: %s', async (_, attempt) => {
    const store = await open();
    const error = await errorOf((async () => attempt(store))());
    expect(error.name).toBe('MongoServerError');
  });
});
