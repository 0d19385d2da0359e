/** What a query finds, in which order, and what of it is given: the same on every driver. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Collection, collectionOf, errorOf, idsOf } from './store-collections.ts';
import { type OpenedStore, storeDrivers } from './store-drivers.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

const records = [
  { _id: 1, name: 'Ada', score: 47, date: day('2025-09-01'), tags: ['read', 'cold'], goal: { id: 'g1', max: 10 } },
  { _id: 2, name: 'Ben', score: 52, date: day('2025-09-08'), tags: [], goal: { id: 'g2', max: null } },
  { _id: 3, name: 'Cyd', score: null, date: day('2025-09-15'), tags: ['read'], goal: { id: 'g1' } },
  {
    _id: 4,
    name: 'ada',
    date: null,
    tags: 'read',
    points: [
      { v: 1, at: 'am' },
      { v: 5, at: 'pm' },
    ],
  },
  { _id: 5, name: 'Eve', score: 47.5, tags: [['read']], points: [{ v: 3, at: 'am' }, {}] },
  { _id: 6, name: 'Fay', score: '47', tags: null, points: [] },
  { _id: 7, score: true, name: 'Åsa 😀', scores: [47, 52, 49] },
  { _id: 8, score: -3, name: 'Gus\u0000', scores: [[1, 2], 3], goal: [] },
];

/** Each filter with the ids of what it finds. */
const questions: readonly (readonly [string, object, readonly number[]])[] = [
  ['a value', { score: 47 }, [1]],
  ['a value of its own type only', { score: '47' }, [6]],
  ['null, or what is not there', { score: null }, [3, 4]],
  ['what is there', { score: { $exists: true } }, [1, 2, 3, 5, 6, 7, 8]],
  ['what is not there', { score: { $exists: false } }, [4]],
  ['what is not null', { score: { $ne: null } }, [1, 2, 5, 6, 7, 8]],
  ['greater, among numbers', { score: { $gt: 47 } }, [2, 5]],
  ['a range', { score: { $gte: 47, $lt: 52 } }, [1, 5]],
  ['less, without text and without null', { score: { $lt: 47 } }, [8]],
  ['greater, among texts', { score: { $gte: '4' } }, [6]],
  ['days', { date: { $gt: day('2025-09-01'), $lte: day('2025-09-15') } }, [2, 3]],
  ['one of a list', { score: { $in: [47, 52, 'x'] } }, [1, 2]],
  ['one of a list with null', { score: { $in: [null, 52] } }, [2, 3, 4]],
  ['one of an empty list', { score: { $in: [] } }, []],
  ['none of a list', { name: { $nin: ['Ada', 'Ben', 'Cyd', 'ada'] } }, [5, 6, 7, 8]],
  ['an element of an array', { tags: 'read' }, [1, 3, 4]],
  ['a whole array', { tags: ['read', 'cold'] }, [1]],
  ['an empty array', { tags: [] }, [2]],
  ['all of a list', { tags: { $all: ['read', 'cold'] } }, [1]],
  ['an array of a size', { tags: { $size: 1 } }, [3, 5]],
  ['an element in a range', { scores: { $elemMatch: { $gt: 50, $lt: 60 } } }, [7]],
  ['a nested field', { 'goal.id': 'g1' }, [1, 3]],
  ['a whole object', { goal: { id: 'g1', max: 10 } }, [1]],
  ['an object with its fields in another order', { goal: { max: 10, id: 'g1' } }, []],
  ['a field in an array of objects', { 'points.v': 5 }, [4]],
  ['fields of different objects of an array', { 'points.v': 1, 'points.at': 'pm' }, [4]],
  ['fields of one object of an array', { points: { $elemMatch: { v: 1, at: 'pm' } } }, []],
  ['a place in an array', { 'scores.1': 52 }, [7]],
  ['a field of a place in an array', { 'points.0.v': 3 }, [5]],
  ['a pattern', { name: /^a/ }, [4]],
  ['a pattern in any case', { name: { $regex: '^a', $options: 'i' } }, [1, 4]],
  ['a pattern in a list', { name: { $in: [/^B/, 'Cyd'] } }, [2, 3]],
  ['not a pattern', { name: { $not: /^[A-Z]/ } }, [4, 7]],
  ['not greater, or no number', { score: { $not: { $gt: 47 } } }, [1, 3, 4, 6, 7, 8]],
  ['a remainder', { score: { $mod: [5, 2] } }, [1, 2, 5]],
  ['a type', { score: { $type: 'string' } }, [6]],
  ['one of two types', { score: { $type: ['bool', 'null'] } }, [3, 7]],
  ['either', { $or: [{ score: 52 }, { name: 'Eve' }] }, [2, 5]],
  ['both', { $and: [{ score: { $gt: 40 } }, { score: { $lt: 50 } }] }, [1, 5]],
  ['neither', { $nor: [{ score: { $exists: true } }, { name: 'x' }] }, [4]],
  ['a comparison of two fields', { 'goal.max': { $exists: true }, $expr: { $gt: ['$score', '$goal.max'] } }, [1, 2]],
  ['a text with characters of every kind', { name: 'Åsa 😀' }, [7]],
  ['a text with a null character', { name: 'Gus\u0000' }, [8]],
  ['everything', {}, [1, 2, 3, 4, 5, 6, 7, 8]],
];

/** What MongoDB finds and the stand-in of the wire protocol does not. */
const finerQuestions: readonly (readonly [string, object, readonly number[]])[] = [
  ['an array as a whole or as an element of another', { tags: ['read'] }, [3, 5]],
  ['elements on both sides of a range', { scores: { $gt: 50, $lt: 48 } }, [7]],
  ['null above what is not there', { score: null, $expr: { $gt: ['$score', '$goal.max'] } }, [3]],
];

const refusals: readonly (readonly [string, object])[] = [
  ['an operator that there is not', { score: { $above: 3 } }],
  ['a top-level operator that there is not', { $either: [{ a: 1 }] }],
  ['a list that is none', { score: { $in: 47 } }],
  ['an empty $or', { $or: [] }],
  ['an $and of something else', { $and: { a: 1 } }],
  ['a size that is no number', { tags: { $size: 'two' } }],
  ['a division by nothing', { score: { $mod: [0, 1] } }],
  ['a pattern that is broken', { name: { $regex: '(' } }],
  ['a type that there is not', { score: { $type: 'figure' } }],
  ['an $elemMatch of something else', { tags: { $elemMatch: 3 } }],
];

describe.each(storeDrivers)('on $name, a query', (driver) => {
  let opened: OpenedStore;
  let people: Collection;

  beforeAll(async () => {
    opened = await driver.open();
    people = collectionOf(opened, 'people');
    await people.insertMany(structuredClone(records) as never);
  });
  afterAll(() => opened.dispose());

  it.each(questions)('finds %s', async (_, filter, expected) => {
    expect(idsOf(await people.find(filter).toArray())).toEqual(expected);
  });

  it.each(questions)('counts %s', async (_, filter, expected) => {
    expect(await people.countDocuments(filter)).toBe(expected.length);
  });

  it.for(finerQuestions)('finds %s', async ([, filter, expected], { skip }) => {
    if (!driver.isEmbedded && !opened.isMongoDb) skip('the server only stands in for MongoDB');
    expect(idsOf(await people.find(filter).toArray())).toEqual(expected);
  });

  it.each(refusals)('refuses %s', async (_, filter) => {
    expect(await errorOf(people.find(filter).toArray())).toMatchObject({ name: 'MongoServerError' });
  });
});
