/** An upload is done once all its documents are. */
import { finalDocumentStates } from '../domain/states.ts';
import type { PipelineContext } from './context.ts';
import { moveUpload } from './move-upload.ts';

/** Ends the upload if nothing of it is left to do. */
export async function closeUpload(context: PipelineContext, uploadId: string): Promise<void> {
  const open = await context.store.documents.exists({ uploadId, state: { $nin: [...finalDocumentStates] } });
  if (!open) await moveUpload(context, uploadId, 'understanding', 'done');
}
