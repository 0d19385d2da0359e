/** The archive search on a real store. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchPages } from '../../services/archive/search-pages.ts';
import { testContext } from '../factories/ground.ts';
import { documentOf, pageOf, upload } from './api-records.ts';

async function archive() {
  const { store } = await testContext();
  const add = async (
    id: string,
    texts: readonly string[],
    part: Parameters<typeof documentOf>[2] = {},
    districtId = 'd1',
  ) => {
    await store.uploads.create(upload({ _id: id, districtId, pageCount: texts.length }));
    for (const [index, text] of texts.entries()) await store.pages.create(pageOf(id, index + 1, text, { districtId }));
    const pages = texts.map((_, index) => index + 1);
    await store.documents.create(documentOf(id, pages, { districtId, ...part }));
  };
  await add('a', ['Juniper fluency probe 62 wcpm', '', 'second page about call-outs in class']);
  await add('b', ['Caspian needed three verbal prompts at the fluency station'], {
    studentId: null,
    studentIds: ['s2', 's3'],
    documentType: 'anecdotal_note',
    date: '2025-11-20',
  });
  await add('c', ['fluency divider'], { documentType: 'separator', studentId: null, studentIds: [] });
  await add('d', ['Renée wrote: prompt not needed, 8/10 right'], { date: null });
  await add('e', ['fluency of another district'], {}, 'd2');
  const pagesOf = async (query: string, part: Partial<Parameters<typeof searchPages>[1]> = {}) =>
    (await searchPages(store, { districtId: 'd1', query, limit: 20, ...part })).map(
      (hit) => `${hit.uploadId}${hit.page}`,
    );
  return { store, pagesOf };
}

describe('the archive', () => {
  it('finds the pages that hold every word, and no blank page, separator or other district', async () => {
    const { pagesOf } = await archive();
    expect((await pagesOf('fluency')).sort()).toEqual(['a1', 'b1']);
    expect(await pagesOf('fluency prompts')).toEqual(['b1']);
    expect(await pagesOf('RENEE')).toEqual(['d1']);
    expect(await pagesOf('renée')).toEqual(['d1']);
    expect(await pagesOf('unicorn')).toEqual([]);
  });

  it('finds pages that hold some of the words where none holds all', async () => {
    const { pagesOf } = await archive();
    expect((await pagesOf('Juniper Caspian')).sort()).toEqual(['a1', 'b1']);
  });

  it('keeps quoted words together, and words joined by a sign', async () => {
    const { pagesOf } = await archive();
    expect(await pagesOf('"verbal prompts"')).toEqual(['b1']);
    expect(await pagesOf('call-outs')).toEqual(['a3']);
    expect(await pagesOf('8/10')).toEqual(['d1']);
  });

  it('goes by student (group sheets too), kind and day', async () => {
    const { pagesOf } = await archive();
    expect(await pagesOf('fluency', { studentId: 's3' })).toEqual(['b1']);
    expect(await pagesOf('fluency', { studentId: 's9' })).toEqual([]);
    expect(await pagesOf('fluency', { documentType: 'cbm_probe' })).toEqual(['a1']);
    expect(await pagesOf('fluency', { documentType: 'separator' })).toEqual([]);
    expect(await pagesOf('fluency', { from: '2025-11-20', to: '2025-11-20' })).toEqual(['b1']);
    expect(await pagesOf('prompt', { from: '2020-01-01' })).not.toContain('d1');
  });

  it('gives the words of the hit with their boxes, and a snippet', async () => {
    const { store } = await archive();
    const [hit] = await searchPages(store, { districtId: 'd1', query: 'probe fluency', limit: 5 });
    expect(hit).toMatchObject({
      documentId: 'a~d00001',
      file: 'probe.pdf',
      page: 1,
      studentId: 's1',
      date: '2026-01-09',
    });
    expect(hit?.highlights.map(({ text }) => text)).toEqual(['fluency', 'probe']);
    expect(hit?.snippet).toBe('Juniper fluency probe 62 wcpm');
    expect(hit?.score).toBeGreaterThan(0);
  });

  it('finds a word that was misread where it stands nowhere as it is written, and says so', async () => {
    const { store } = await archive();
    await store.uploads.create(upload({ _id: 'm' }));
    await store.pages.create(pageOf('m', 1, 'Vantongcren spelled rnany words of the list'));
    await store.documents.create(documentOf('m', [1]));
    const find = (query: string) => searchPages(store, { districtId: 'd1', query, limit: 5 });
    const [hit, ...others] = await find('Vantongeren');
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ uploadId: 'm', near: ['vantongcren'] });
    expect(hit?.highlights.map(({ text }) => text)).toEqual(['Vantongcren']);
    expect((await find('"many words"')).map(({ near }) => near)).toEqual([['rnany']]);
    expect((await find('vantongeren list')).map(({ uploadId }) => uploadId)).toEqual(['m']);
    expect((await find('vantongeren fluency')).map(({ uploadId }) => uploadId).sort()).toEqual(['a', 'b', 'm']);
    // What stands somewhere as it is written is not taken for anything else.
    expect((await find('fluency')).some(({ near }) => near)).toBe(false);
  });

  it('reaches every page of a student although thousands of other pages fit as well', async () => {
    const { store } = await testContext();
    const words = Array.from({ length: 12 }, (_, index) => `word${index}`).join(' ');
    const numbers = Array.from({ length: 400 }, (_, index) => index + 1);
    await store.uploads.create(upload({ _id: 'w', pageCount: 400 }));
    await store.pages.insertMany(numbers.map((number) => pageOf('w', number, 'fluency fluency')));
    await store.documents.create(documentOf('w', numbers, { studentId: 's2', studentIds: ['s2'] }));
    await store.uploads.create(upload({ _id: 'x', pageCount: 3 }));
    const texts = [`fluency ${words}`, `${words} ${words}`, `fluency fluency ${words}`];
    await store.pages.insertMany(texts.map((text, index) => pageOf('x', index + 1, text)));
    await store.documents.create(documentOf('x', [1, 2, 3]));
    const hits = await searchPages(store, { districtId: 'd1', query: 'fluency', studentId: 's1', limit: 5 });
    expect(hits.map(({ uploadId, page }) => [uploadId, page])).toEqual([
      ['x', 3],
      ['x', 1],
    ]);
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0);
  });

  it('gives no more than was asked for', async () => {
    const { pagesOf } = await archive();
    expect(await pagesOf('fluency', { limit: 1 })).toHaveLength(1);
  });

  it('takes whatever a person types for words, never for an instruction', async () => {
    const { store, pagesOf } = await archive();
    expect(await pagesOf('-fluency Juniper')).toEqual(['a1']);
    const odd = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom('"', '-', '*', '(', ')', ':', 'NEAR', 'AND', 'NOT', 'fluency', '^', '{', '$ne', "'", ' '),
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (query) => {
        const hits = await searchPages(store, { districtId: 'd1', query, limit: 20 });
        expect(hits.every((hit) => ['a', 'b', 'd'].includes(hit.uploadId))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
