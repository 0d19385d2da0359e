/** Moving an upload from state to state, in one atomic step. */
import type { Failure, UploadRecord } from '../domain/records.ts';
import { mayFollow, type UploadState, uploadTransitions } from '../domain/states.ts';
import type { PipelineContext } from './context.ts';

/** Moves the upload if it is in `from`; returns whether it was. A move that the states do not allow is a bug: throws. */
export async function moveUpload(
  context: PipelineContext,
  uploadId: string,
  from: UploadState,
  to: UploadState,
  change: Partial<UploadRecord> = {},
): Promise<boolean> {
  if (!mayFollow(uploadTransitions, from, to)) throw new Error(`an upload cannot go from ${from} to ${to}`);
  const moved = await context.store.uploads.updateOne(
    { _id: uploadId, state: from },
    { $set: { ...change, state: to } },
  );
  return moved.matchedCount > 0;
}

/** Ends an upload as failed, from whatever open state it is in. */
export async function failUpload(context: PipelineContext, uploadId: string, failure: Failure): Promise<void> {
  await context.store.uploads.updateOne(
    { _id: uploadId, state: { $in: ['received', 'reading', 'splitting', 'understanding'] } },
    { $set: { state: 'failed', failure } },
  );
}
