/** What a run tells of files, pages and documents that failed. */
import { describe, expect, it } from 'vitest';
import { collectResult } from '../../services/pipeline/collect-result.ts';
import { application } from '../e2e/web-pipeline-server.ts';

describe('the result of a run', () => {
  it('names a page and a document that failed, so that nothing goes missing without a word', async () => {
    const { context, handIn, district } = await application();
    const { store } = context;
    const uploadId = await handIn('notes.txt', ['Zuri Adeyinka 11/12/2025\nStayed 4 minutes.', 'Loose page']);
    const collect = async () => {
      const uploads = await store.uploads.find({ _id: uploadId }).lean();
      return collectResult(store, { districtId: district, uploads, skipped: [], today: '2026-01-15' });
    };
    expect((await collect()).errors).toEqual([]);
    const failure = { code: 'timeout' as const, message: 'This took too long and was stopped.' };
    await store.documents.updateMany({ uploadId }, { $set: { state: 'failed', failure } });
    await store.pages.updateOne({ uploadId, number: 2 }, { $set: { state: 'failed', failure } });
    const { documents, errors } = await collect();
    expect(documents).toEqual([]);
    expect(errors.map(({ code, message }) => `${code} ${message}`)).toContain(
      'timeout Page 2: This took too long and was stopped.',
    );
    expect(errors.length).toBeGreaterThanOrEqual(2);
    expect(errors.every(({ file }) => file.endsWith('notes.txt'))).toBe(true);
  });
});
