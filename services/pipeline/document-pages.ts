/** The pages of a document, or of a whole upload, as they were read. */
import type { Page } from '../domain/page.ts';
import { pageRecordId } from '../domain/records.ts';
import type { PipelineContext } from './context.ts';

/** The given pages with their words, in order; pages that could not be read are left out. */
export async function pagesOf(context: PipelineContext, uploadId: string, numbers: readonly number[]): Promise<Page[]> {
  const ids = numbers.map((number) => pageRecordId(uploadId, number));
  const records = await context.store.pages
    .find({ _id: { $in: ids }, state: 'read' })
    .sort({ number: 1 })
    .lean();
  return records.flatMap((record) => (record.content ? [record.content] : []));
}

/** Every page of an upload that was read, without its words: a binder of 1,500 pages stays small. */
export async function pageTextsOf(context: PipelineContext, uploadId: string): Promise<Page[]> {
  const records = context.store.pages
    .find({ uploadId, state: 'read' }, { 'content.words': 0 })
    .sort({ number: 1 })
    .lean()
    .cursor();
  const pages: Page[] = [];
  for await (const record of records) {
    if (record.content) pages.push({ ...record.content, words: [] });
  }
  return pages;
}
