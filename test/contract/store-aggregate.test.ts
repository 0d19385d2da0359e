/** What a pipeline gives: the same on every driver. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Collection, collectionOf, errorOf, type Plain } from './store-collections.ts';
import { type OpenedStore, storeDrivers } from './store-drivers.ts';

const day = (number: number) => new Date(Date.UTC(2025, 8, number));
const points = [
  { _id: 1, student: 's1', goal: 'g1', value: 40, state: 'confirmed', date: day(1), tags: ['cold', 'am'] },
  { _id: 2, student: 's1', goal: 'g1', value: 46, state: 'proposed', date: day(8), tags: ['hot'] },
  { _id: 3, student: 's1', goal: 'g2', value: 8, state: 'confirmed', date: day(9), tags: [] },
  { _id: 4, student: 's2', goal: 'g3', value: 3, state: 'rejected', date: day(3) },
  { _id: 5, student: 's2', goal: 'g3', value: 5, state: 'confirmed', date: day(17), tags: ['am'] },
  { _id: 6, student: 's3', goal: 'g4', value: null, state: 'needs_review', date: day(2), tags: ['pm', 'am'] },
];
const students = [
  { _id: 's1', name: 'Ada', school: 'north' },
  { _id: 's2', name: 'Ben', school: 'south' },
];

/** Each pipeline with what it gives. */
const pipelines: readonly (readonly [string, object[], readonly object[]])[] = [
  [
    'counts by a field',
    [{ $group: { _id: '$state', count: { $sum: 1 } } }, { $sort: { count: -1, _id: 1 } }],
    [
      { _id: 'confirmed', count: 3 },
      { _id: 'needs_review', count: 1 },
      { _id: 'proposed', count: 1 },
      { _id: 'rejected', count: 1 },
    ],
  ],
  [
    'sums, averages and finds the least and the greatest, passing over null',
    [
      { $match: { state: { $ne: 'rejected' } } },
      {
        $group: {
          _id: '$student',
          sum: { $sum: '$value' },
          mean: { $avg: '$value' },
          low: { $min: '$value' },
          high: { $max: '$value' },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 's1', sum: 94, mean: 94 / 3, low: 8, high: 46 },
      { _id: 's2', sum: 5, mean: 5, low: 5, high: 5 },
      { _id: 's3', sum: 0, mean: null, low: null, high: null },
    ],
  ],
  [
    'groups by several fields, and keeps the first and the last in order',
    [
      { $sort: { date: 1 } },
      {
        $group: { _id: { student: '$student', goal: '$goal' }, first: { $first: '$value' }, last: { $last: '$value' } },
      },
      { $sort: { '_id.student': 1, '_id.goal': 1 } },
      { $limit: 2 },
    ],
    [
      { _id: { student: 's1', goal: 'g1' }, first: 40, last: 46 },
      { _id: { student: 's1', goal: 'g2' }, first: 8, last: 8 },
    ],
  ],
  [
    'puts all into one group',
    [{ $group: { _id: null, ids: { $push: '$_id' }, count: { $sum: 1 } } }],
    [{ _id: null, ids: [1, 2, 3, 4, 5, 6], count: 6 }],
  ],
  [
    'opens arrays, and passes over what has none',
    [{ $unwind: '$tags' }, { $group: { _id: '$tags', count: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'am', count: 3 },
      { _id: 'cold', count: 1 },
      { _id: 'hot', count: 1 },
      { _id: 'pm', count: 1 },
    ],
  ],
  [
    'opens arrays, and keeps what has none',
    [
      { $match: { student: 's2' } },
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } },
      { $project: { tags: 1 } },
      { $sort: { _id: 1 } },
    ],
    [{ _id: 4 }, { _id: 5, tags: 'am' }],
  ],
  [
    'joins another collection',
    [
      { $match: { goal: { $in: ['g2', 'g4'] } } },
      { $sort: { _id: 1 } },
      { $lookup: { from: 'students', localField: 'student', foreignField: '_id', as: 'who' } },
      { $project: { who: 1 } },
    ],
    [
      { _id: 3, who: [{ _id: 's1', name: 'Ada', school: 'north' }] },
      { _id: 6, who: [] },
    ],
  ],
  [
    'answers several questions at once',
    [
      { $match: { value: { $type: 'number' } } },
      {
        $facet: {
          total: [{ $count: 'count' }],
          best: [{ $sort: { value: -1 } }, { $limit: 2 }, { $project: { value: 1 } }],
        },
      },
    ],
    [
      {
        total: [{ count: 5 }],
        best: [
          { _id: 2, value: 46 },
          { _id: 1, value: 40 },
        ],
      },
    ],
  ],
  [
    'computes fields',
    [
      { $match: { _id: { $lte: 2 } } },
      { $sort: { _id: 1 } },
      {
        $project: {
          _id: 0,
          name: { $concat: ['$student', '/', '$goal'] },
          double: { $multiply: ['$value', 2] },
          many: { $size: '$tags' },
        },
      },
    ],
    [
      { name: 's1/g1', double: 80, many: 2 },
      { name: 's1/g1', double: 92, many: 1 },
    ],
  ],
  [
    'adds fields by a condition',
    [
      { $match: { student: 's1' } },
      { $sort: { _id: 1 } },
      {
        $addFields: {
          high: { $cond: [{ $gte: ['$value', 40] }, 'yes', 'no'] },
          kept: { $ifNull: ['$absent', 'none'] },
        },
      },
      { $project: { high: 1, kept: 1 } },
    ],
    [
      { _id: 1, high: 'yes', kept: 'none' },
      { _id: 2, high: 'yes', kept: 'none' },
      { _id: 3, high: 'no', kept: 'none' },
    ],
  ],
  [
    'filters and maps arrays',
    [
      { $match: { _id: 6 } },
      {
        $project: {
          am: { $filter: { input: '$tags', as: 'tag', cond: { $eq: ['$$tag', 'am'] } } },
          up: { $map: { input: '$tags', as: 'tag', in: { $toUpper: '$$tag' } } },
        },
      },
    ],
    [{ _id: 6, am: ['am'], up: ['PM', 'AM'] }],
  ],
  ['counts', [{ $match: { student: 's1' } }, { $count: 'points' }], [{ points: 3 }]],
  ['gives nothing for a count of nothing', [{ $match: { student: 'x' } }, { $count: 'points' }], []],
  [
    'skips and limits',
    [{ $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    [{ _id: 5 }, { _id: 4 }],
  ],
  [
    'counts by a field, the most frequent first',
    [{ $sortByCount: '$student' }, { $limit: 1 }],
    [{ _id: 's1', count: 3 }],
  ],
  [
    'lifts a part to the top',
    [
      { $match: { _id: 1 } },
      { $project: { part: { goal: '$goal', value: '$value' } } },
      { $replaceRoot: { newRoot: '$part' } },
    ],
    [{ goal: 'g1', value: 40 }],
  ],
  [
    'leaves fields out',
    [{ $match: { _id: 4 } }, { $unset: ['date', 'goal'] }],
    [{ _id: 4, student: 's2', value: 3, state: 'rejected' }],
  ],
  [
    'matches again behind a group',
    [{ $group: { _id: '$goal', count: { $sum: 1 } } }, { $match: { count: { $gt: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'g1', count: 2 },
      { _id: 'g3', count: 2 },
    ],
  ],
  [
    'groups by a part of a date',
    [{ $group: { _id: { $dateToString: { date: '$date', format: '%Y-%m' } }, count: { $sum: 1 } } }],
    [{ _id: '2025-09', count: 6 }],
  ],
];

const refusals: readonly (readonly [string, object[]])[] = [
  ['a stage that there is not', [{ $conclude: {} }]],
  ['a stage with two names', [{ $match: {}, $limit: 1 }]],
  ['a group without an id', [{ $group: { count: { $sum: 1 } } }]],
  ['an accumulator that there is not', [{ $group: { _id: 1, x: { $most: '$value' } } }]],
  ['an expression that there is not', [{ $project: { x: { $guess: '$value' } } }]],
  ['to open what is no path', [{ $unwind: 'tags' }]],
  ['a filter that is wrong', [{ $match: { a: { $above: 1 } } }]],
];

describe.each(storeDrivers)('on $name, a pipeline', (driver) => {
  let opened: OpenedStore;
  let collection: Collection;

  beforeAll(async () => {
    opened = await driver.open();
    collection = collectionOf(opened, 'points');
    await collection.createIndex({ student: 1, date: 1 });
    await collection.insertMany(structuredClone(points) as never);
    await collectionOf(opened, 'students').drop();
    await collectionOf(opened, 'students').insertMany(structuredClone(students) as never);
  });
  afterAll(() => opened.dispose());

  it.each(pipelines)('%s', async (_, pipeline, expected) => {
    expect(await collection.aggregate(pipeline).toArray()).toEqual(expected);
  });

  it.each(refusals)('refuses %s', async (_, pipeline) => {
    expect(await errorOf(collection.aggregate(pipeline).toArray())).toMatchObject({ name: 'MongoServerError' });
  });

  it('refuses a limit of nothing', async ({ skip }) => {
    if (!driver.isEmbedded && !opened.isMongoDb) skip('the server only stands in for MongoDB');
    expect(await errorOf(collection.aggregate([{ $limit: 0 }]).toArray())).toMatchObject({ name: 'MongoServerError' });
  });

  it('collects each value once', async () => {
    const [{ tags }] = (await collection
      .aggregate([{ $unwind: '$tags' }, { $group: { _id: null, tags: { $addToSet: '$tags' } } }])
      .toArray()) as [Plain];
    expect((tags as string[]).sort()).toEqual(['am', 'cold', 'hot', 'pm']);
  });

  it('comes one result after the other', async () => {
    const seen: unknown[] = [];
    for await (const { _id } of collection.aggregate([{ $sort: { _id: 1 } }, { $project: { _id: 1 } }])) seen.push(_id);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives nothing of a collection that is not there', async () => {
    expect(
      await collectionOf(opened, 'nowhere')
        .aggregate([{ $group: { _id: 1 } }])
        .toArray(),
    ).toEqual([]);
  });
});
