/** The models: what the application reads and writes through, the same on every driver. */
import type mongoose from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collections } from '../../services/platform/store/collections.ts';
import type { Models, Store } from '../../services/platform/store/store.ts';
import { errorOf } from './store-collections.ts';
import { type OpenedStore, storeDrivers } from './store-drivers.ts';
import { aDataPoint, aJob, aPage, aStatement } from './store-records.ts';

describe.each(storeDrivers)('on $name, the models', (driver) => {
  let opened: OpenedStore;
  let store: Store;

  beforeAll(async () => {
    opened = await driver.open();
    store = opened.store;
  });
  afterAll(() => opened.dispose());
  beforeEach(async () => {
    for (const model of [store.jobs, store.dataPoints, store.statements, store.pages]) {
      await (model as unknown as mongoose.Model<unknown>).deleteMany({});
    }
  });

  it('have every index that is declared', async () => {
    for (const [name, { indexes }] of Object.entries(collections)) {
      const model = store[name as keyof Models] as unknown as mongoose.Model<unknown>;
      const existing = (await model.listIndexes()) as unknown as { name: string; unique?: boolean }[];
      for (const { key, unique } of indexes) {
        const wanted = Object.entries(key)
          .map(([path, direction]) => `${path}_${direction}`)
          .join('_');
        const found = existing.find((index) => index.name === wanted);
        if (!found && !driver.isEmbedded && !opened.isMongoDb && wanted.endsWith('text')) continue;
        expect(found, `${name}: ${wanted}`).toBeDefined();
        expect(found?.unique === true).toBe(unique === true);
      }
    }
  });

  it('keep a record exactly as it was given', async () => {
    const statement = aStatement('a');
    await store.statements.create(statement);
    expect(await store.statements.findById('a').lean()).toEqual({ ...statement, __v: 0 });
    const page = aPage('u1', 1, 'read 62 words');
    await store.pages.create(page);
    expect(await store.pages.findOne({ uploadId: 'u1' }).lean()).toEqual(page);
  });

  it('leave out what is undefined, in nested values too', async () => {
    await store.dataPoints.create(aDataPoint('p1', { numerator: undefined, reason: undefined }));
    const kept = await store.dataPoints.findById('p1').lean();
    expect(kept).not.toHaveProperty('numerator');
    await store.statements.create(aStatement('a'));
    const facts = { ...aStatement('a').facts, extra: undefined };
    await store.statements.updateOne({ _id: 'a' }, { $set: { facts } });
    expect((await store.statements.findById('a').lean())?.facts).not.toHaveProperty('extra');
  });

  it('refuse a field that is not declared, in a record, in an update and in a filter', async () => {
    const unknown = { ...aJob('a'), colour: 'red' };
    expect((await errorOf(store.jobs.create(unknown))).name).toBe('StrictModeError');
    expect((await errorOf(store.jobs.updateOne({ _id: 'a' }, { $set: { colour: 'red' } } as never).exec())).name).toBe(
      'StrictModeError',
    );
    expect((await errorOf(store.jobs.find({ colour: 'red' } as never).exec())).name).toBe('StrictModeError');
  });

  it('refuse undefined in a filter, which would find every record', async () => {
    await store.jobs.create(aJob('a'));
    const nothing = undefined as unknown as string;
    expect(await errorOf(store.jobs.find({ key: nothing }).exec())).toBeInstanceOf(TypeError);
    expect(await errorOf(store.jobs.deleteMany({ districtId: 'd1', key: nothing }).exec())).toBeInstanceOf(TypeError);
    expect(
      await errorOf(store.jobs.updateMany({ $or: [{ key: nothing }] }, { $set: { owner: 'x' } }).exec()),
    ).toBeInstanceOf(TypeError);
    expect(await errorOf(store.jobs.bulkWrite([{ deleteMany: { filter: { key: nothing } } }]))).toBeInstanceOf(
      TypeError,
    );
    expect(await errorOf(store.jobs.aggregate([{ $match: { key: nothing } }]).exec())).toBeInstanceOf(TypeError);
    expect(await store.jobs.countDocuments({})).toBe(1);
  });

  it('refuse to look for a district by anything but its id', async () => {
    const loose = { $ne: 'x' } as unknown as string;
    expect(await errorOf(store.jobs.find({ districtId: loose }).exec())).toBeInstanceOf(TypeError);
    expect(await errorOf(store.jobs.findOne({ $or: [{ districtId: loose }] }).exec())).toBeInstanceOf(TypeError);
  });

  it('refuse a value that cannot be what the field holds', async () => {
    expect((await errorOf(store.jobs.create({ ...aJob('a'), runAt: 'soon' as never }))).name).toBe('ValidationError');
    expect((await errorOf(store.jobs.find({ runAt: { $lte: 'soon' as never } }).exec())).name).toBe('CastError');
  });

  it('tell whoever saves second that someone else has changed the record', async () => {
    await store.dataPoints.create(aDataPoint('p1'));
    const first = await store.dataPoints.findById('p1');
    const second = await store.dataPoints.findById('p1');
    if (!first || !second) throw new Error('It is not there.');
    first.state = 'confirmed';
    await first.save();
    second.state = 'rejected';
    expect((await errorOf(second.save())).name).toBe('VersionError');
    expect((await store.dataPoints.findById('p1').lean())?.state).toBe('confirmed');
  });

  it('make one statement for a student, a goal and a period', async () => {
    await store.statements.create(aStatement('a', { goalId: 'g1' }));
    expect(await errorOf(store.statements.create(aStatement('b', { goalId: 'g1' })))).toMatchObject({ code: 11000 });
  });

  it('insert many, and tell which of them was there already', async () => {
    await store.jobs.insertMany([aJob('a'), aJob('b')]);
    const error = await errorOf(store.jobs.insertMany([aJob('c'), aJob('a'), aJob('d')], { ordered: false }));
    expect(error).toMatchObject({ name: 'MongoBulkWriteError', code: 11000 });
    expect((await store.jobs.distinct('_id')).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('claim a job in one step, in the order of their time, as long as there is one', async () => {
    await store.jobs.insertMany([aJob('late', { runAt: new Date(9) }), aJob('early', { runAt: new Date(1) })]);
    const claim = () =>
      store.jobs
        .findOneAndUpdate(
          { state: 'waiting', runAt: { $lte: new Date(5) } },
          { $set: { state: 'active', leaseUntil: new Date(100) }, $inc: { attempts: 1 } },
          { sort: { runAt: 1 }, returnDocument: 'after' },
        )
        .lean();
    expect(await claim()).toMatchObject({ _id: 'early', state: 'active', attempts: 1, leaseUntil: new Date(100) });
    expect(await claim()).toBeNull();
  });

  it('write several records in one call, insert what is new and keep what is there', async () => {
    await store.jobs.create(aJob('a', { attempts: 3 }));
    const upsert = (id: string) => {
      const { _id, ...fresh } = aJob(id);
      return { updateOne: { filter: { _id }, update: { $setOnInsert: fresh }, upsert: true } };
    };
    const result = await store.jobs.bulkWrite([upsert('a'), upsert('b')]);
    expect(result).toMatchObject({ matchedCount: 1, upsertedCount: 1, upsertedIds: { 1: 'b' } });
    expect(await store.jobs.find({}, { attempts: 1 }).sort({ _id: 1 }).lean()).toEqual([
      { _id: 'a', attempts: 3 },
      { _id: 'b', attempts: 0 },
    ]);
    expect(await store.jobs.bulkWrite([])).toMatchObject({ upsertedCount: 0 });
  });

  it('stream their records, and say whether one is there', async () => {
    await store.jobs.insertMany(Array.from({ length: 300 }, (_, at) => aJob(`j${String(at).padStart(3, '0')}`)));
    const seen: string[] = [];
    for await (const { _id } of store.jobs.find({ state: 'waiting' }).sort({ _id: 1 }).lean().cursor()) seen.push(_id);
    expect(seen).toHaveLength(300);
    expect(seen).toEqual([...seen].sort());
    expect(await store.jobs.exists({ _id: 'j007' })).toEqual({ _id: 'j007' });
    expect(await store.jobs.exists({ _id: 'j777' })).toBeNull();
  });

  it('count and group', async () => {
    await store.jobs.insertMany([aJob('a'), aJob('b', { state: 'done' }), aJob('c')]);
    const groups = await store.jobs.aggregate([{ $group: { _id: '$state', n: { $sum: 1 } } }, { $sort: { _id: 1 } }]);
    expect(groups).toEqual([
      { _id: 'done', n: 1 },
      { _id: 'waiting', n: 2 },
    ]);
    expect(await store.jobs.countDocuments({ state: 'waiting' })).toBe(2);
  });

  it('answer that they are there', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
});
