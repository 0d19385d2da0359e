/** What the person who handed a file in said about it. */
import type { DocumentRecord } from '../domain/records.ts';
import type { PipelineContext } from './context.ts';

/** The student named for the document, else at upload, and the day of upload, for understanding a document of that upload. */
export async function uploadOptions(
  context: PipelineContext,
  document: Pick<DocumentRecord, 'uploadId' | 'districtId' | 'assignedStudentId'>,
): Promise<{ studentId: string | null; isAssigned: boolean; uploadDate: string }> {
  const upload = await context.store.uploads
    .findOne({ _id: document.uploadId, districtId: document.districtId })
    .lean();
  if (!upload) throw new Error(`the upload ${document.uploadId} is gone`);
  const assigned = document.assignedStudentId ?? null;
  return { studentId: assigned ?? upload.studentId, isAssigned: assigned !== null, uploadDate: upload.uploadDate };
}
