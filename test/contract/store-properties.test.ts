/** What holds for any records and any filter: an index changes how long it takes, never what comes out. */
import fc from 'fast-check';
import { Query } from 'mingo';
import type mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareValues } from '../../services/platform/store/embedded/order.ts';
import { encodeKey, encodeValue } from '../../services/platform/store/embedded/order-key.ts';
import { type OpenedStore, storeDrivers } from './store-drivers.ts';

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', 'a\0b', '\u{1f600}', '\uffee'),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(new Date(0), new Date(5), new Date(-5)),
  fc.constantFrom(0.5, -0.5, 1e300),
);
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ c: scalar }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.array(fc.record({ c: scalar, d: scalar }, { requiredKeys: [] }), { maxLength: 3 }) },
);
const record = fc.record({ a: value, b: value, e: scalar }, { requiredKeys: [] });

const paths = fc.constantFrom('a', 'b', 'e', 'a.c', 'b.c', 'a.d');
const comparison = fc.oneof(
  scalar,
  fc.record({ $gt: scalar, $lt: scalar }),
  fc
    .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar)
    .map(([op, operand]) => ({ [op]: operand })),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 3 })).map(([op, list]) => ({ [op]: list })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.tuple(fc.constantFrom('$gt', '$lte'), scalar).map(([op, operand]) => ({ $not: { [op]: operand } })),
);
const simple = fc.dictionary(paths, comparison, { maxKeys: 3 });
const filter = fc.oneof(
  { weight: 3, arbitrary: simple },
  { weight: 1, arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts) => ({ $or: parts })) },
  { weight: 1, arbitrary: fc.tuple(simple, simple).map(([a, b]) => ({ $and: [a, b] })) },
);
const sort = fc.uniqueArray(fc.tuple(paths, fc.constantFrom(1, -1)), { selector: ([path]) => path, maxLength: 2 });

const indexes: Record<string, 1 | -1>[] = [
  { a: 1 },
  { b: -1 },
  { 'a.c': 1 },
  { e: 1, a: -1 },
  { e: 1, _id: -1 },
  { a: 1, _id: 1 },
  { e: -1, 'b.c': 1, a: 1 },
  { 'a.c': 1, 'a.d': -1 },
];

const embedded = storeDrivers[0];
let opened: OpenedStore;
let counter = 0;

type Raw = mongoose.mongo.Collection<Record<string, unknown>>;

function newCollection(): Raw {
  return opened.store.connection.collection(`property_${counter++}`) as unknown as Raw;
}

async function collectionWith(records: readonly object[]): Promise<Raw> {
  const collection = newCollection();
  const documents = records.map((one, index) => ({ _id: index, ...structuredClone(one) }));
  await collection.insertMany(documents as never);
  return collection;
}

/** Two arrays in one index are refused, so records that hold them are left out. */
function fits(one: Record<string, unknown>): boolean {
  return !(Array.isArray(one.a) && Array.isArray(one.b));
}

describe('the order of values', () => {
  const any = fc.oneof(
    value,
    fc.array(value, { maxLength: 3 }),
    fc.record({ x: value, y: value }, { requiredKeys: [] }),
  );

  it('is the same for the bytes of a key as for the values, ascending and descending', () => {
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 2, maxLength: 2 }),
        fc.array(any, { minLength: 2, maxLength: 2 }),
        (a, b) => {
          const order = Math.sign(compareValues(a[0], b[0]));
          expect(Math.sign(Buffer.compare(encodeValue(a[0]), encodeValue(b[0])))).toBe(order);
          const both = order || -Math.sign(compareValues(a[1], b[1]));
          expect(Math.sign(Buffer.compare(encodeKey(a, [1, -1]), encodeKey(b, [1, -1])))).toBe(both || 0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('puts numbers in their own order, also the great, the small and the negative', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        const expected = a === b ? 0 : Math.sign(a - b) || (a < b ? -1 : 1);
        expect(Math.sign(Buffer.compare(encodeValue(a), encodeValue(b)))).toBe(expected);
      }),
    );
  });
});

describe('keys of strings', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\x01', '\x02'), maxLength: 4 });

  it('are in the order of the strings, and in the opposite one turned round, whatever stands in them', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const expected = a < b ? -1 : a > b ? 1 : 0;
        const key = (value: string, direction: 1 | -1) => encodeKey([value], [direction]);
        expect(Math.sign(Buffer.compare(key(a, 1), key(b, 1)))).toBe(expected);
        expect(Math.sign(Buffer.compare(key(b, -1), key(a, -1)))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an index', () => {
  beforeAll(async () => {
    opened = await (embedded as (typeof storeDrivers)[number]).open();
  });
  afterAll(() => opened.dispose());

  it('changes nothing in what a filter finds, in which order, and which part of it is given', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 25 }).map((all) => all.filter(fits)),
        fc.array(fc.tuple(filter, sort, fc.nat(4), fc.nat(6)), { minLength: 6, maxLength: 6 }),
        async (records, questions) => {
          fc.pre(records.length > 0);
          const plain = await collectionWith(records);
          const indexed = await collectionWith(records);
          for (const key of indexes) await indexed.createIndex(key);
          for (const [condition, order, skip, limit] of questions) {
            const options = { sort: [...order, ['_id', 1]] as [string, 1][], skip, limit };
            const expected = await plain.find(condition as never, options).toArray();
            expect(await indexed.find(condition as never, options).toArray()).toEqual(expected);
            const ids = new Set((await indexed.find(condition as never).toArray()).map(({ _id }) => _id));
            expect(ids).toEqual(new Set((await plain.find(condition as never).toArray()).map(({ _id }) => _id)));
            expect(await indexed.countDocuments(condition as never)).toBe(ids.size);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds after any updates what a search through all records finds', async () => {
    const change = fc.tuple(simple, fc.constantFrom('a', 'b.c', 'e'), scalar);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ a: value, b: fc.record({ c: scalar }) }), { minLength: 1, maxLength: 15 }),
        fc.array(change, { maxLength: 6 }),
        simple,
        async (records, changes, question) => {
          const indexed = await collectionWith(records);
          for (const key of indexes) await indexed.createIndex(key);
          for (const [condition, path, operand] of changes) {
            await indexed.updateMany(condition as never, { $set: { [path]: operand } } as never);
          }
          await indexed.deleteMany({ e: true });
          const all = await indexed.find().toArray();
          const plain = newCollection();
          if (all.length > 0) await plain.insertMany(all as never);
          const ids = (found: Record<string, unknown>[]) => found.map(({ _id }) => _id).sort();
          expect(ids(await indexed.find(question as never).toArray())).toEqual(
            ids(await plain.find(question as never).toArray()),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a filter', () => {
  beforeAll(async () => {
    opened = await (embedded as (typeof storeDrivers)[number]).open();
  });
  afterAll(() => opened.dispose());

  it('finds what mingo finds, where mingo does as MongoDB does: plain fields without null', async () => {
    const flat = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'ab', 'b'), fc.boolean());
    const flatRecord = fc.record({ a: flat, b: flat, e: flat });
    const flatPath = fc.constantFrom('a', 'b', 'e');
    const flatComparison = fc.oneof(
      flat,
      fc
        .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), flat)
        .map(([op, operand]) => ({ [op]: operand })),
      fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(flat, { maxLength: 3 })).map(([op, list]) => ({ [op]: list })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(flatRecord, { minLength: 1, maxLength: 20 }),
        fc.array(fc.dictionary(flatPath, flatComparison, { maxKeys: 3 }), { minLength: 5, maxLength: 5 }),
        async (records, conditions) => {
          const collection = await collectionWith(records);
          await collection.createIndex({ a: 1, b: -1 });
          await collection.createIndex({ e: 1 });
          const all = await collection.find().toArray();
          for (const condition of conditions) {
            const query = new Query(condition as never);
            const found = (await collection.find(condition as never).toArray()).map(
              ({ _id }) => _id as unknown as number,
            );
            const expected = all.filter((one) => query.test(one)).map(({ _id }) => _id as unknown as number);
            expect(found.sort((x, y) => x - y)).toEqual(expected);
          }
        },
      ),
      { numRuns: 250 },
    );
  });
});
