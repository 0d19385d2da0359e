/** The search in the words of pages. Beside the embedded driver only MongoDB itself has it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../services/platform/store/store.ts';
import { errorOf } from './store-collections.ts';
import { type OpenedStore, storeDrivers } from './store-drivers.ts';
import { aPage } from './store-records.ts';

const texts: readonly (readonly [string, string, string])[] = [
  ['u1', 'd1', 'Ada read 62 words per minute in a cold read'],
  ['u2', 'd1', 'Ben read the cold passage twice, reading 47 words'],
  ['u3', 'd1', 'José pidió ayuda: self-correction, 3 of 4 trials'],
  ['u4', 'd2', 'Cyd read 62 words'],
  ['u5', 'd1', 'cold cold cold'],
  ['u6', 'd1', 'It isn’t a “probe”; see p. 4'],
];

describe.each(storeDrivers)('on $name, a search for words', (driver) => {
  let opened: OpenedStore;
  let store: Store;
  let missing = false;

  beforeAll(async () => {
    opened = await driver.open();
    store = opened.store;
    missing = !driver.isEmbedded && !opened.isMongoDb;
    await store.pages.insertMany(texts.map(([upload, district, text]) => aPage(upload, 1, text, district)));
  });
  afterAll(() => opened.dispose());

  const found = async (search: string, filter: object = {}) =>
    (await store.pages.find({ $text: { $search: search }, ...filter }, { uploadId: 1 }).lean())
      .map((page) => page.uploadId)
      .sort();

  const searches: readonly (readonly [string, string, readonly string[]])[] = [
    ['any of the words', 'twice trials', ['u2', 'u3']],
    ['a word in any case', 'ADA', ['u1']],
    ['a word without its accents', 'jose pidio', ['u3']],
    ['a number', '62', ['u1', 'u4']],
    ['only whole words', 'rea', []],
    ['a phrase', '"cold read"', ['u1']],
    ['a phrase and a word, of which the phrase must be there', '"cold read" twice', ['u1']],
    ['not with a word', 'cold -passage', ['u1', 'u5']],
    ['the parts of a joined word', 'correction', ['u3']],
    ['nothing at all', '', []],
    ['only what is not wanted', '-cold', []],
    ['signs that mean nothing here', 'ada* OR (NEAR ^ :', ['u1']],
  ];

  it.for(searches)('finds %s', async ([, search, expected], { skip }) => {
    if (missing) skip('the server only stands in for MongoDB: it has no $text');
    expect(await found(search)).toEqual(expected);
  });

  it('keeps to the rest of the filter', async ({ skip }) => {
    if (missing) skip('the server only stands in for MongoDB: it has no $text');
    expect(await found('read', { districtId: 'd1' })).toEqual(['u1', 'u2']);
    expect(await found('cold', { uploadId: { $in: ['u2', 'u5'] } })).toEqual(['u2', 'u5']);
    expect(await store.pages.countDocuments({ districtId: 'd1', $text: { $search: 'cold' } })).toBe(3);
  });

  it('gives the best fit first, with its score', async ({ skip }) => {
    if (missing) skip('the server only stands in for MongoDB: it has no $text');
    const score = { $meta: 'textScore' } as const;
    const pages = (await store.pages
      .find({ $text: { $search: 'cold' } }, { uploadId: 1, score })
      .sort({ score, _id: 1 })
      .limit(2)
      .lean()) as unknown as { uploadId: string; score: number }[];
    expect(pages).toHaveLength(2);
    expect(pages[0]?.uploadId).toBe('u5');
    expect(pages[0]?.score).toBeGreaterThan(pages[1]?.score ?? Number.NaN);
    expect(pages[1]?.score).toBeGreaterThan(0);
  });

  it('follows the page: new words are found, old ones and those of a deleted page are not', async ({ skip }) => {
    if (missing) skip('the server only stands in for MongoDB: it has no $text');
    const page = aPage('u9', 1, 'zebra');
    await store.pages.create(page);
    await store.pages.updateOne({ _id: page._id }, { $set: { 'content.text': 'giraffe' } });
    expect(await found('zebra')).toEqual([]);
    expect(await found('giraffe')).toEqual(['u9']);
    await store.pages.updateOne({ _id: page._id }, { $set: { state: 'waiting', content: null } });
    expect(await found('giraffe')).toEqual([]);
    await store.pages.updateOne({ _id: page._id }, { $set: { content: page.content } });
    expect(await found('zebra')).toEqual(['u9']);
    await store.pages.deleteOne({ _id: page._id });
    expect(await found('zebra')).toEqual([]);
  });

  it('refuses a search without an index for it, and a score without a search', async ({ skip }) => {
    if (missing) skip('the server only stands in for MongoDB: it has no $text');
    const wrong = store.connection
      .collection('jobs')
      .find({ $text: { $search: 'x' } })
      .toArray();
    expect(await errorOf(wrong)).toMatchObject({ name: 'MongoServerError', code: 27 });
    const scored = store.pages
      .find({})
      .sort({ score: { $meta: 'textScore' } })
      .lean();
    expect((await errorOf(scored.exec())).name).toBe('MongoServerError');
  });
});
