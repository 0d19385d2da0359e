/** In which order a query gives its records, which of them, and what of each: the same on every driver. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Collection, collectionOf, errorOf, type Plain } from './store-collections.ts';
import { type OpenedStore, storeDrivers } from './store-drivers.ts';

const day = (number: number) => new Date(Date.UTC(2025, 8, number));

const points = Array.from({ length: 40 }, (_, index) => ({
  _id: `p${String(index).padStart(2, '0')}`,
  districtId: 'd',
  goal: `g${index % 4}`,
  value: (index * 7) % 11,
  date: day(1 + (index % 10)),
  words: [
    { text: 'a', box: [0, 0, 1, 1] },
    { text: 'b', box: [1, 0, 2, 1] },
    { text: 'c', box: [2, 0, 3, 1] },
  ],
  source: { page: index, quote: `q${index}` },
}));

/** Every kind of value, in the order that MongoDB puts them. */
const mixed = [
  { _id: 'null', v: null },
  { _id: 'number', v: -5 },
  { _id: 'number2', v: 3.5 },
  { _id: 'string', v: 'A' },
  { _id: 'string2', v: 'a' },
  { _id: 'object', v: { x: 1 } },
  { _id: 'boolean', v: false },
  { _id: 'boolean2', v: true },
  { _id: 'date', v: day(1) },
];

describe.each(storeDrivers)('on $name, the result of a query', (driver) => {
  let opened: OpenedStore;
  let collection: Collection;
  const ids = async (filter: object, options: object) =>
    (await collection.find(filter, options).toArray()).map(({ _id }) => _id);

  beforeAll(async () => {
    opened = await driver.open();
    collection = collectionOf(opened, 'points');
    await collection.createIndex({ districtId: 1, goal: 1, date: 1 });
    await collection.insertMany(structuredClone(points) as never);
    await collectionOf(opened, 'mixed').insertMany(structuredClone([...mixed].reverse()) as never);
  });
  afterAll(() => opened.dispose());

  it('is sorted by several fields in several directions', async () => {
    const expected = [...points].sort((a, b) => b.value - a.value || a._id.localeCompare(b._id)).map(({ _id }) => _id);
    expect(await ids({}, { sort: { value: -1, _id: 1 } })).toEqual(expected);
  });

  it('is sorted by an index in both directions, within what the filter binds', async () => {
    const forward = await ids({ districtId: 'd', goal: 'g1' }, { sort: { date: 1 }, limit: 10 });
    const days = new Map<unknown, number>(points.map(({ _id, date }) => [_id, date.getTime()]));
    const times = forward.map((id) => days.get(id) as number);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const backward = await ids({ districtId: 'd', goal: 'g1' }, { sort: { date: -1 } });
    expect(backward.map((id) => days.get(id))).toEqual(
      points
        .filter(({ goal }) => goal === 'g1')
        .map(({ date }) => date.getTime())
        .sort((a, b) => b - a),
    );
  });

  it('comes in pages without a gap or a double', async () => {
    const pages: unknown[] = [];
    for (let skip = 0; skip < points.length; skip += 7)
      pages.push(...(await ids({}, { sort: { _id: -1 }, skip, limit: 7 })));
    expect(pages).toEqual(points.map(({ _id }) => _id).reverse());
    expect(await ids({}, { sort: { _id: 1 }, skip: 100 })).toEqual([]);
  });

  it('orders values of different types as MongoDB does', async () => {
    const sorted = await collectionOf(opened, 'mixed')
      .find({}, { sort: { v: 1 } })
      .toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual(mixed.map(({ _id }) => _id));
  });

  it('orders an array by its least value upward and by its greatest downward', async ({ skip }) => {
    if (!driver.isEmbedded && !opened.isMongoDb) skip('the server only stands in for MongoDB');
    const lists = collectionOf(opened, 'lists');
    await lists.insertMany([
      { _id: 1, v: [5, 9] },
      { _id: 2, v: 7 },
      { _id: 3, v: [1, 6] },
      { _id: 4, v: [] },
    ] as never);
    expect((await lists.find({}, { sort: { v: 1 } }).toArray()).map(({ _id }) => _id)).toEqual([4, 3, 1, 2]);
    expect((await lists.find({}, { sort: { v: -1 } }).toArray()).map(({ _id }) => _id)).toEqual([1, 2, 3, 4]);
  });

  it('gives the fields that are asked for, or all but some', async () => {
    const one = (projection: object) => collection.findOne({ _id: 'p05' }, { projection: projection as never });
    expect(await one({ goal: 1 })).toEqual({ _id: 'p05', goal: 'g1' });
    expect(await one({ goal: 1, _id: 0 })).toEqual({ goal: 'g1' });
    expect(await one({ 'source.quote': 1 })).toEqual({ _id: 'p05', source: { quote: 'q5' } });
    expect(await one({ 'words.text': 1 })).toEqual({
      _id: 'p05',
      words: [{ text: 'a' }, { text: 'b' }, { text: 'c' }],
    });
    const { words: _words, source: _source, ...rest } = points[5] as (typeof points)[number];
    expect(await one({ words: 0, source: 0 })).toEqual(rest);
    expect(((await one({ 'words.box': 0 })) as Plain).words).toEqual([{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
    expect(await one({ absent: 1 })).toEqual({ _id: 'p05' });
  });

  it('gives part of an array', async () => {
    const one = async (projection: object) =>
      (await collection.findOne({ _id: 'p05' }, { projection: projection as never })) as Plain;
    const texts = (found: Plain) => (found.words as { text: string }[]).map(({ text }) => text);
    expect(texts(await one({ words: { $slice: 2 } }))).toEqual(['a', 'b']);
    expect(texts(await one({ words: { $slice: -1 } }))).toEqual(['c']);
    expect(texts(await one({ words: { $slice: [1, 1] } }))).toEqual(['b']);
    expect(texts(await one({ words: { $elemMatch: { text: 'b' } } }))).toEqual(['b']);
  });

  it('refuses to mix fields that are asked for with fields that are not', async () => {
    expect(await errorOf(collection.find({}, { projection: { goal: 1, value: 0 } }).toArray())).toMatchObject({
      name: 'MongoServerError',
    });
  });

  it('names each value once', async () => {
    expect((await collection.distinct('goal', { value: { $gt: 5 } })).sort()).toEqual(['g0', 'g1', 'g2', 'g3']);
    expect((await collection.distinct('words.text')).sort()).toEqual(['a', 'b', 'c']);
    expect(await collection.distinct('absent')).toEqual([]);
  });

  it('counts with a start and an end', async () => {
    expect(await collection.countDocuments({ districtId: 'd' }, { skip: 35 })).toBe(5);
    expect(await collection.countDocuments({ districtId: 'd' }, { limit: 3 })).toBe(3);
    expect(await collection.countDocuments({ districtId: 'elsewhere' })).toBe(0);
    expect(await collection.estimatedDocumentCount()).toBe(points.length);
    expect(await collectionOf(opened, 'nothing').countDocuments({})).toBe(0);
  });

  it('comes one after the other, and ends early when that is enough', async () => {
    const seen: unknown[] = [];
    const cursor = collection.find({}).sort({ _id: 1 }).batchSize(3);
    for await (const { _id } of cursor) {
      seen.push(_id);
      if (seen.length === 5) break;
    }
    expect(seen).toEqual(points.slice(0, 5).map(({ _id }) => _id));
  });

  it('can be asked whether there is more', async () => {
    const cursor = collection.find({ goal: 'g0' }).sort({ _id: 1 }).limit(2);
    expect(await cursor.hasNext()).toBe(true);
    expect((await cursor.next())?._id).toBe('p00');
    expect((await cursor.next())?._id).toBe('p04');
    expect(await cursor.hasNext()).toBe(false);
    expect(await cursor.next()).toBeNull();
  });

  it('is a copy: changing it changes nothing that is stored', async () => {
    const first = (await collection.findOne({ _id: 'p01' })) as Plain;
    (first.source as Plain).page = 99;
    expect(((await collection.findOne({ _id: 'p01' })) as Plain).source).toEqual({ page: 1, quote: 'q1' });
  });

  it('keeps dates as dates, whole numbers and fractions, empty objects and deep nesting', async () => {
    const odd = {
      _id: 'odd',
      at: new Date(1),
      whole: 2 ** 40,
      part: 0.1,
      empty: {},
      list: [[], [{ at: new Date(2) }]],
    };
    const kept = collectionOf(opened, 'kept');
    await kept.insertOne(structuredClone(odd) as never);
    expect(await kept.findOne({ _id: 'odd' })).toEqual(odd);
  });
});
