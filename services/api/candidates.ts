/** Whom a document may be about, for a person who is asked. */
import { classifyDocument } from '../classification/classify-document.ts';
import type { DocumentRecord } from '../domain/records.ts';
import type { PipelineContext } from '../pipeline/context.ts';
import { pagesOf } from '../pipeline/document-pages.ts';
import { readCaseload } from '../pipeline/load-caseload.ts';
import { uploadOptions } from '../pipeline/upload-options.ts';

/** Ids of the students whom the pages of a document without a student may mean; none for any other document. */
export async function candidatesOf(context: PipelineContext, document: DocumentRecord): Promise<string[]> {
  if (document.studentId !== null || document.studentIds.length > 0 || document.documentType === 'separator') return [];
  const pages = await pagesOf(context, document.uploadId, document.pages);
  const caseload = await readCaseload(context.store, document.districtId);
  return [...classifyDocument(pages, caseload, await uploadOptions(context, document)).studentIds];
}
