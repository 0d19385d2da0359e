/** Handing a local file to the pipeline, in a way that may be repeated. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline as pipeStreams } from 'node:stream/promises';
import type { UploadRecord } from '../domain/records.ts';
import { acceptUpload } from '../intake/accept-upload.ts';
import { advance } from './advance.ts';
import type { PipelineContext } from './context.ts';

export interface Submission {
  readonly upload: UploadRecord;
  /** The same file, with the same content, had been handed in before. */
  readonly known: boolean;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeStreams(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Accepts the file at `path`, unless this file with this content was accepted before. */
export async function submitFile(
  context: PipelineContext,
  districtId: string,
  path: string,
  options: { studentId?: string; uploadDate?: string | undefined } = {},
): Promise<Submission> {
  const sha256 = await hashOf(path);
  const earlier = await context.store.uploads.findOne({ districtId, sha256, file: path }).sort({ _id: 1 }).lean();
  if (earlier) return { upload: earlier, known: true };
  const upload = await acceptUpload(context, { districtId, file: path, ...options }, createReadStream(path));
  await advance(context, [{ stage: 'intake', key: upload._id, districtId }]);
  return { upload, known: false };
}
