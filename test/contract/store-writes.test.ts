/** What is written, what it answers and what it refuses: the same on every driver. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Collection, collectionOf, errorOf, type Plain } from './store-collections.ts';
import { type OpenedStore, storeDrivers } from './store-drivers.ts';

const DUPLICATE = { name: 'MongoServerError', code: 11000 };

describe.each(storeDrivers)('on $name', (driver) => {
  let opened: OpenedStore;
  let things: Collection;
  let counter = 0;
  /** Whether what MongoDB does in detail can be asked for. */
  const isExact = () => driver.isEmbedded || opened.isMongoDb;
  const mustBeReal = (skip: (why: string) => void) => {
    if (!isExact()) skip('the server only stands in for MongoDB');
  };

  beforeAll(async () => {
    opened = await driver.open();
  });
  afterAll(() => opened.dispose());
  beforeEach(() => {
    things = collectionOf(opened, `things_${counter++}`);
  });

  const start = (...records: object[]) => things.insertMany(structuredClone(records) as never);
  const now = async (id: string | number = 1) => (await things.findOne({ _id: id })) as Plain;

  describe('inserting', () => {
    it('answers with the id, and what was inserted is there', async () => {
      expect(await things.insertOne({ _id: 'a', v: 1 })).toEqual({ acknowledged: true, insertedId: 'a' });
      expect(await now('a')).toEqual({ _id: 'a', v: 1 });
    });

    it('makes an id where there is none', async () => {
      const { insertedId } = await things.insertOne({ v: 1 } as never);
      expect(String(insertedId)).toMatch(/^[0-9a-f]{24}$/);
      expect(await things.findOne({ _id: insertedId })).toEqual({ _id: insertedId, v: 1 });
    });

    it('refuses an id that is there already', async () => {
      await start({ _id: 1 });
      expect(await errorOf(things.insertOne({ _id: 1, v: 2 }))).toMatchObject(DUPLICATE);
      expect(await now()).toEqual({ _id: 1 });
    });

    it('refuses a second record with the key of a unique index, also of several fields', async ({ skip }) => {
      await things.createIndex({ a: 1, b: -1 }, { unique: true });
      await start({ _id: 1, a: 1, b: 1 }, { _id: 2, a: 1, b: 2 });
      const error = await errorOf(things.insertOne({ _id: 3, a: 1, b: 2 }));
      expect(error).toMatchObject(DUPLICATE);
      expect(error.message).toContain('a_1_b_-1');
      expect(await things.countDocuments({})).toBe(2);
      mustBeReal(skip);
      expect(error).toMatchObject({ keyPattern: { a: 1, b: -1 }, keyValue: { a: 1, b: 2 } });
    });

    it('takes one record without the field of a unique index, and no second', async () => {
      await things.createIndex({ key: 1 }, { unique: true });
      await start({ _id: 1 });
      expect(await errorOf(things.insertOne({ _id: 2 }))).toMatchObject(DUPLICATE);
      expect(await errorOf(things.insertOne({ _id: 3, key: null }))).toMatchObject(DUPLICATE);
    });

    it('stops at the first of many that fails, or goes on where the order does not matter', async () => {
      await start({ _id: 2 });
      const many = [{ _id: 1 }, { _id: 2 }, { _id: 3 }];
      const stopped = await errorOf(things.insertMany(structuredClone(many) as never));
      expect(stopped).toMatchObject({ name: 'MongoBulkWriteError', code: 11000 });
      if (isExact()) expect(stopped.insertedCount).toBe(1);
      expect(await things.distinct('_id')).toEqual([1, 2]);
      await things.deleteOne({ _id: 1 });
      const went = await errorOf(things.insertMany(structuredClone(many) as never, { ordered: false }));
      expect(went).toMatchObject({ name: 'MongoBulkWriteError', code: 11000 });
      if (isExact()) expect(went.insertedCount).toBe(2);
      expect((went.writeErrors as { index: number; code: number }[]).map(({ index, code }) => [index, code])).toEqual([
        [1, 11000],
      ]);
      expect(await things.distinct('_id')).toEqual([1, 2, 3]);
    });

    it('leaves fields out that are undefined', async () => {
      await start({ _id: 1, a: undefined, b: { c: undefined, d: 1 } });
      expect(await now()).toEqual({ _id: 1, b: { d: 1 } });
    });
  });

  describe('updating', () => {
    const updates: readonly (readonly [string, Plain, Plain, Plain, Plain?])[] = [
      ['sets fields', { a: 1 }, { $set: { a: 2, 'b.c': 3 } }, { a: 2, b: { c: 3 } }],
      ['sets an element by its place', { l: [1, 2] }, { $set: { 'l.1': 5 } }, { l: [1, 5] }],
      ['stretches an array with null', { l: [1] }, { $set: { 'l.3': 4 } }, { l: [1, null, null, 4] }],
      ['removes fields', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '', x: '' } }, { b: { d: 2 } }],
      ['makes an element null when it is unset', { l: [1, 2] }, { $unset: { 'l.0': '' } }, { l: [null, 2] }],
      ['adds', { a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
      ['multiplies', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
      ['keeps the lesser', { a: 3, b: 3 }, { $min: { a: 5, b: 1, c: 2 } }, { a: 3, b: 1, c: 2 }],
      ['keeps the greater', { a: 3, b: 3 }, { $max: { a: 5, b: 1, c: 2 } }, { a: 5, b: 3, c: 2 }],
      ['renames', { a: 1, b: 2 }, { $rename: { a: 'c.d', x: 'y' } }, { b: 2, c: { d: 1 } }],
      ['appends', { l: [1] }, { $push: { l: 2, m: { x: 1 } } }, { l: [1, 2], m: [{ x: 1 }] }],
      ['appends an array as one element', { l: [1] }, { $push: { l: [2, 3] } }, { l: [1, [2, 3]] }],
      ['appends several', { l: [1] }, { $push: { l: { $each: [2, 3] } } }, { l: [1, 2, 3] }],
      ['inserts at a place', { l: [1, 4] }, { $push: { l: { $each: [2, 3], $position: 1 } } }, { l: [1, 2, 3, 4] }],
      ['keeps the last of a list', { l: [1, 2] }, { $push: { l: { $each: [3, 4], $slice: -3 } } }, { l: [2, 3, 4] }],
      [
        'keeps a list in order',
        { l: [{ v: 5 }, { v: 1 }] },
        { $push: { l: { $each: [{ v: 3 }], $sort: { v: 1 } } } },
        { l: [{ v: 1 }, { v: 3 }, { v: 5 }] },
      ],
      [
        'keeps the best of a list',
        { l: [3, 9] },
        { $push: { l: { $each: [5], $sort: -1, $slice: 2 } } },
        { l: [9, 5] },
      ],
      [
        'adds to a set',
        { l: [1, { x: 1 }] },
        { $addToSet: { l: { $each: [1, 2, { x: 1 }, 2] } } },
        { l: [1, { x: 1 }, 2] },
      ],
      ['adds one to a set that is not there', {}, { $addToSet: { l: 'a' } }, { l: ['a'] }],
      ['pulls a value', { l: [1, 2, 1] }, { $pull: { l: 1 } }, { l: [2] }],
      ['pulls by a comparison', { l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }, { l: [1] }],
      [
        'pulls by fields',
        {
          l: [
            { a: 1, b: 1 },
            { a: 2, b: 1 },
          ],
        },
        { $pull: { l: { a: 1 } } },
        { l: [{ a: 2, b: 1 }] },
      ],
      ['pulls all of a list', { l: [1, 2, 3, 2] }, { $pullAll: { l: [2, 3] } }, { l: [1] }],
      ['takes the last away', { l: [1, 2, 3] }, { $pop: { l: 1 } }, { l: [1, 2] }],
      ['takes the first away', { l: [1, 2, 3] }, { $pop: { l: -1 } }, { l: [2, 3] }],
      [
        'changes the element that matched',
        {
          l: [
            { k: 1, v: 1 },
            { k: 2, v: 2 },
          ],
        },
        { $set: { 'l.$.v': 9 } },
        {
          l: [
            { k: 1, v: 1 },
            { k: 2, v: 9 },
          ],
        },
        { filter: { 'l.k': 2 } },
      ],
      [
        'changes the value that matched',
        { l: [3, 7, 8] },
        { $inc: { 'l.$': 1 } },
        { l: [3, 8, 8] },
        { filter: { l: { $gt: 5 } } },
      ],
      [
        'changes the element that fits as a whole',
        {
          l: [
            { k: 1, v: 2 },
            { k: 2, v: 1 },
            { k: 2, v: 2 },
          ],
        },
        { $set: { 'l.$.v': 9 } },
        {
          l: [
            { k: 1, v: 2 },
            { k: 2, v: 1 },
            { k: 2, v: 9 },
          ],
        },
        { filter: { l: { $elemMatch: { k: 2, v: 2 } } } },
      ],
      [
        'changes every element',
        { l: [{ v: 1 }, { v: 2 }] },
        { $inc: { 'l.$[].v': 10 } },
        { l: [{ v: 11 }, { v: 12 }] },
      ],
      [
        'changes the elements that fit',
        {
          l: [
            { k: 1, v: 1 },
            { k: 2, v: 2 },
          ],
        },
        { $set: { 'l.$[e].v': 0 } },
        {
          l: [
            { k: 1, v: 1 },
            { k: 2, v: 0 },
          ],
        },
        { arrayFilters: [{ 'e.k': { $gt: 1 } }] },
      ],
      [
        'changes the values that fit',
        { l: [1, 5, 9] },
        { $mul: { 'l.$[e]': 2 } },
        { l: [1, 10, 18] },
        { arrayFilters: [{ e: { $gte: 5 } }] },
      ],
    ];

    it.for(updates)('%s', async ([, before, update, after, options = {}]) => {
      await start({ _id: 1, ...before });
      const { filter = {}, ...others } = options as { filter?: object };
      const result = await things.updateOne({ _id: 1, ...filter }, update, others);
      expect(result).toMatchObject({
        acknowledged: true,
        matchedCount: 1,
        modifiedCount: 1,
        upsertedCount: 0,
        upsertedId: null,
      });
      expect(await now()).toEqual({ _id: 1, ...after });
    });

    it('says when nothing was found and when nothing changed', async () => {
      await start({ _id: 1, a: 1 });
      expect(await things.updateOne({ _id: 2 }, { $set: { a: 2 } })).toMatchObject({
        matchedCount: 0,
        modifiedCount: 0,
      });
      expect(await things.updateOne({ _id: 1 }, { $set: { a: 1 } })).toMatchObject({
        matchedCount: 1,
        modifiedCount: 0,
      });
    });

    it('sets the present day', async () => {
      await start({ _id: 1 });
      const before = Date.now();
      await things.updateOne({ _id: 1 }, { $currentDate: { at: true } });
      const { at } = (await now()) as { at: Date };
      expect(at.getTime()).toBeGreaterThanOrEqual(before - 1000);
    });

    const refusals: readonly (readonly [string, Plain, Plain, number])[] = [
      ['an operator that there is not', {}, { $raise: { a: 1 } }, 9],
      ['to add a text', { a: 1 }, { $inc: { a: 'x' } }, 14],
      ['to add to a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
      ['to append to what is no list', { a: 1 }, { $push: { a: 1 } }, 2],
      ['to add what is no list to a set', { a: [] }, { $addToSet: { a: { $each: 1 } } }, 14],
      ['to change the id', {}, { $set: { _id: 2 } }, 66],
      ['a place without a match', { l: [1] }, { $set: { 'l.$': 2 } }, 2],
    ];

    it.for(refusals)('refuses %s, and changes nothing', async ([, before, update, code]) => {
      await start({ _id: 1, ...before });
      const error = await errorOf(things.updateOne({ _id: 1 }, update));
      expect(error.name).toBe('MongoServerError');
      if (isExact()) expect(error.code).toBe(code);
      expect(await now()).toEqual({ _id: 1, ...before });
    });

    const finerRefusals: readonly (readonly [string, Plain, Plain, number])[] = [
      ['two changes of one place', { a: 1 }, { $set: { a: 2 }, $inc: { a: 1 } }, 40],
      ['a change of a place and of what is in it', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, 40],
      ['to go through a number', { a: 5 }, { $set: { 'a.b': 1 } }, 28],
      ['to name a field of a list', { a: [1] }, { $set: { 'a.b': 1 } }, 28],
      ['to change every element of no list', { a: 1 }, { $set: { 'a.$[]': 1 } }, 2],
      ['an array filter that is not used', { a: [1] }, { $set: { b: 1 } }, 9],
    ];

    it.for(finerRefusals)('refuses %s', async ([, before, update, code], { skip }) => {
      mustBeReal(skip);
      await start({ _id: 1, ...before });
      const options = code === 9 ? { arrayFilters: [{ e: 1 }] } : {};
      expect(await errorOf(things.updateOne({ _id: 1 }, update, options))).toMatchObject({
        name: 'MongoServerError',
        code,
      });
      expect(await now()).toEqual({ _id: 1, ...before });
    });

    it('refuses an update that would break a unique index, and leaves the record and the index as they were', async () => {
      await things.createIndex({ key: 1 }, { unique: true });
      await start({ _id: 1, key: 'a' }, { _id: 2, key: 'b' });
      expect(await errorOf(things.updateOne({ _id: 2 }, { $set: { key: 'a', x: 1 } }))).toMatchObject(DUPLICATE);
      expect(await now(2)).toEqual({ _id: 2, key: 'b' });
      expect(await things.findOne({ key: 'b' })).toEqual({ _id: 2, key: 'b' });
      await things.updateOne({ _id: 1 }, { $set: { key: 'c' } });
      await things.updateOne({ _id: 2 }, { $set: { key: 'a' } });
      expect(await things.findOne({ key: 'a' })).toEqual({ _id: 2, key: 'a' });
    });

    it('changes all that fit, or the first', async () => {
      await start(...Array.from({ length: 250 }, (_, _id) => ({ _id, even: _id % 2 === 0 })));
      expect(await things.updateMany({ even: true }, { $set: { seen: 1 } })).toMatchObject({
        matchedCount: 125,
        modifiedCount: 125,
      });
      expect(await things.countDocuments({ seen: 1 })).toBe(125);
      expect(await things.updateOne({ even: false }, { $set: { seen: 2 } })).toMatchObject({ modifiedCount: 1 });
      expect(await things.countDocuments({ seen: 2 })).toBe(1);
    });

    it('replaces a whole record but for its id', async () => {
      await start({ _id: 1, a: 1, b: 2 });
      expect(await things.replaceOne({ a: 1 }, { c: 3 })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
      expect(await now()).toEqual({ _id: 1, c: 3 });
      expect(await errorOf(things.replaceOne({ _id: 1 }, { _id: 2 }))).toMatchObject({ code: 66 });
    });
  });

  describe('an upsert', () => {
    it('makes a record of the filter and of the update where there is none', async () => {
      const result = await things.updateOne(
        { _id: 'u1', kind: 'read', n: { $gt: 3 } },
        { $set: { state: 'waiting' }, $inc: { tries: 1 }, $setOnInsert: { made: true } },
        { upsert: true },
      );
      expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: 'u1' });
      expect(await now('u1')).toEqual({ _id: 'u1', kind: 'read', state: 'waiting', tries: 1, made: true });
    });

    it('updates the one that is there, without what is for a new one', async () => {
      await start({ _id: 'u1', kind: 'read' });
      const result = await things.updateOne(
        { _id: 'u1' },
        { $set: { a: 1 }, $setOnInsert: { made: true } },
        { upsert: true },
      );
      expect(result).toMatchObject({ matchedCount: 1, upsertedCount: 0, upsertedId: null });
      expect(await now('u1')).toEqual({ _id: 'u1', kind: 'read', a: 1 });
    });

    it('replaces or makes', async () => {
      expect(await things.replaceOne({ _id: 7 }, { a: 1 }, { upsert: true })).toMatchObject({ upsertedId: 7 });
      expect(await now(7)).toEqual({ _id: 7, a: 1 });
    });

    it('makes one record, however many try at once', async () => {
      const tries = Array.from({ length: 30 }, (_, n) =>
        things.updateOne({ _id: 'same' }, { $inc: { tries: 1 }, $setOnInsert: { first: n } }, { upsert: true }),
      );
      const done = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
      expect(await things.countDocuments({})).toBe(1);
      expect((await now('same')).tries).toBe(done.length);
    });
  });

  describe('finding and changing in one step', () => {
    it('gives the record as it was or as it became, or null', async () => {
      await start({ _id: 1, v: 1 });
      expect(await things.findOneAndUpdate({ _id: 1 }, { $inc: { v: 1 } })).toEqual({ _id: 1, v: 1 });
      const after = { returnDocument: 'after' } as const;
      expect(await things.findOneAndUpdate({ _id: 1 }, { $inc: { v: 1 } }, after)).toEqual({ _id: 1, v: 3 });
      expect(await things.findOneAndUpdate({ _id: 9 }, { $inc: { v: 1 } }, after)).toBeNull();
      expect(await things.findOneAndUpdate({ _id: 9 }, { $inc: { v: 1 } }, { ...after, upsert: true })).toEqual({
        _id: 9,
        v: 1,
      });
      expect(await things.findOneAndUpdate({ _id: 8 }, { $inc: { v: 1 } }, { upsert: true })).toBeNull();
    });

    it('takes the first in the order that is asked for, and gives the fields that are asked for', async () => {
      await start({ _id: 1, at: 3 }, { _id: 2, at: 1 }, { _id: 3, at: 2 });
      const options = { sort: { at: 1 }, projection: { at: 1, _id: 0 } } as const;
      expect(await things.findOneAndUpdate({}, { $set: { at: 9 } }, options)).toEqual({ at: 1 });
      expect(await things.findOneAndDelete({}, { sort: { at: 1 } })).toEqual({ _id: 3, at: 2 });
      expect(await things.findOneAndReplace({ _id: 1 }, { x: 1 }, { returnDocument: 'after' })).toEqual({
        _id: 1,
        x: 1,
      });
    });

    it('tells what it did when it is asked to', async ({ skip }) => {
      await start({ _id: 1, v: 1 });
      const whole = { includeResultMetadata: true } as const;
      expect(await things.findOneAndUpdate({ _id: 1 }, { $inc: { v: 1 } }, whole)).toMatchObject({
        value: { _id: 1, v: 1 },
        lastErrorObject: { n: 1, updatedExisting: true },
        ok: 1,
      });
      mustBeReal(skip);
      expect(await things.findOneAndUpdate({ _id: 2 }, { $inc: { v: 1 } }, { ...whole, upsert: true })).toMatchObject({
        value: null,
        lastErrorObject: { n: 1, updatedExisting: false, upserted: 2 },
      });
    });

    it('lets fifty claim fifty jobs at once, each of them once', async () => {
      await things.createIndex({ state: 1, runAt: 1 });
      await start(...Array.from({ length: 50 }, (_, _id) => ({ _id, state: 'waiting', runAt: _id })));
      const claims = Array.from({ length: 60 }, (_, owner) =>
        things.findOneAndUpdate(
          { state: 'waiting' },
          { $set: { state: 'active', owner } },
          { sort: { runAt: 1 }, returnDocument: 'after' },
        ),
      );
      const claimed = (await Promise.all(claims)).filter((job) => job !== null);
      expect(new Set(claimed.map(({ _id }) => _id)).size).toBe(50);
      expect(claimed).toHaveLength(50);
      expect(await things.countDocuments({ state: 'active' })).toBe(50);
    });

    it('loses no count when fifty add at once', async () => {
      await start({ _id: 1, n: 0 });
      await Promise.all(Array.from({ length: 50 }, () => things.updateOne({ _id: 1 }, { $inc: { n: 1 } })));
      expect(await now()).toEqual({ _id: 1, n: 50 });
    });
  });

  describe('deleting', () => {
    it('takes one, or all that fit, and gives their keys free', async () => {
      await things.createIndex({ key: 1 }, { unique: true });
      await start(...Array.from({ length: 210 }, (_, _id) => ({ _id, key: `k${_id}`, odd: _id % 2 === 1 })));
      expect(await things.deleteOne({ _id: 0 })).toEqual({ acknowledged: true, deletedCount: 1 });
      expect(await things.deleteOne({ _id: 0 })).toEqual({ acknowledged: true, deletedCount: 0 });
      expect(await things.deleteMany({ odd: true })).toEqual({ acknowledged: true, deletedCount: 105 });
      expect(await things.countDocuments({})).toBe(104);
      await things.insertOne({ _id: 'again', key: 'k1' });
      expect(await things.deleteMany({})).toEqual({ acknowledged: true, deletedCount: 105 });
    });
  });

  describe('many writes in one call', () => {
    const operations = () => [
      { insertOne: { document: { _id: 1, v: 1 } } },
      { insertOne: { document: { _id: 2, v: 1 } } },
      { updateOne: { filter: { _id: 1 }, update: { $set: { v: 2 } } } },
      { updateMany: { filter: {}, update: { $inc: { v: 10 } } } },
      { updateOne: { filter: { _id: 3 }, update: { $set: { v: 3 } }, upsert: true } },
      { replaceOne: { filter: { _id: 2 }, replacement: { w: 1 } } },
      { deleteOne: { filter: { _id: 1 } } },
    ];

    it('are done in their order, and counted', async () => {
      const result = await things.bulkWrite(operations() as never);
      expect(result).toMatchObject({
        insertedCount: 2,
        matchedCount: 4,
        modifiedCount: 4,
        upsertedCount: 1,
        deletedCount: 1,
      });
      expect(result.upsertedIds).toEqual({ 4: 3 });
      expect(await things.find({}, { sort: { _id: 1 } }).toArray()).toEqual([
        { _id: 2, w: 1 },
        { _id: 3, v: 3 },
      ]);
    });

    it('stop at the first that fails', async () => {
      const writes = [
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 2 } } },
      ];
      const error = await errorOf(things.bulkWrite(writes));
      expect(error).toMatchObject({ name: 'MongoBulkWriteError', code: 11000 });
      if (isExact()) expect(error.insertedCount).toBe(1);
      expect(await things.countDocuments({})).toBe(1);
    });

    it('go on after one that fails where their order does not matter', async () => {
      const writes = [
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 2 } } },
      ];
      const error = await errorOf(things.bulkWrite(writes, { ordered: false }));
      expect(error).toMatchObject({ name: 'MongoBulkWriteError', code: 11000 });
      if (isExact()) expect(error.insertedCount).toBe(2);
      expect((error.writeErrors as { index: number }[]).map(({ index }) => index)).toEqual([1]);
    });
  });

  describe('indexes', () => {
    it('are made once, listed, and enter what is there already', async () => {
      await start({ _id: 1, a: { b: 1 }, l: [1, 2] }, { _id: 2, a: { b: 2 } });
      expect(await things.createIndex({ 'a.b': 1, l: -1 })).toBe('a.b_1_l_-1');
      expect(await things.createIndex({ 'a.b': 1, l: -1 })).toBe('a.b_1_l_-1');
      expect((await things.indexes()).map(({ name }) => name).sort()).toEqual(['_id_', 'a.b_1_l_-1']);
      expect(await things.findOne({ 'a.b': 2 })).toMatchObject({ _id: 2 });
    });

    it('cannot be made unique over records that have a key twice', async () => {
      await start({ _id: 1, key: 1 }, { _id: 2, key: 1 });
      expect(await errorOf(things.createIndex({ key: 1 }, { unique: true }))).toMatchObject(DUPLICATE);
      if (driver.isEmbedded || opened.isMongoDb)
        expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_']);
    });

    it('can be dropped', async () => {
      await things.createIndex({ key: 1 }, { unique: true });
      await things.dropIndex('key_1');
      await start({ _id: 1, key: 1 }, { _id: 2, key: 1 });
      expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_']);
    });
  });

  it('refuses two arrays in one index', async ({ skip }) => {
    mustBeReal(skip);
    await things.createIndex({ a: 1, b: 1 });
    await things.insertOne({ _id: 1, a: [1, 2], b: 1 });
    expect(await errorOf(things.insertOne({ _id: 2, a: [1], b: [2] }))).toMatchObject({ code: 171 });
  });
});
