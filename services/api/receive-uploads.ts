/** Takes the files of a multipart request one by one, straight from the socket into the blobs. */
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { DomainError } from '../domain/errors.ts';
import type { UploadResult } from '../domain/views.ts';
import { acceptUpload, type UploadRequest } from '../intake/accept-upload.ts';
import type { ApiContext } from './api-context.ts';
import { DetailedError, toProblem } from './problem.ts';
import { uploadView } from './views.ts';

const MAX_FILES = 500;
const MAX_NAME = 255;

/** A name to show: without characters that a terminal or a page could stumble over. */
function shownName(name: string | undefined): string {
  const plain = (name ?? '').replace(/\p{C}/gu, '').trim();
  return plain.slice(0, MAX_NAME) || 'unnamed';
}

/** The parser of one request. Throws `invalid_request` where the request is no multipart form. */
function parserFor(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: MAX_FILES, fields: 10, fieldSize: 1000, headerPairs: 100 },
    });
  } catch (error) {
    throw new DomainError('invalid_request', 'Please send the files as multipart/form-data.', { cause: error });
  }
}

/**
 * Lets the parser read the whole request. Where the form is broken, the rest is read and dropped, so that the sender
 * gets to see the answer; where the sender is gone, the file that was under way is told.
 */
function readAll(request: Request, parser: busboy.Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('close', resolve);
    parser.once('error', (error) => {
      request.unpipe(parser);
      request.resume();
      reject(error);
    });
    request.once('error', (error) => parser.destroy(error));
    request.pipe(parser);
  });
}

/**
 * Accepts every file of the request. A file that fails does not cost the others: each has its own result, in the order
 * of the request. Throws `invalid_request` for a form that is not one, or that names the student after a file; and
 * the first file's error, with all the results, where no file at all was kept.
 */
export async function receiveUploads(context: ApiContext, request: Request): Promise<UploadResult[]> {
  const actor = context.actor();
  const parser = parserFor(request);
  const results: Promise<UploadResult>[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let studentId: string | null = null;
  let wrong: DomainError | undefined;

  // The file is kept: where this fails, the sweeper finds it.
  const announce = (uploadId: string): Promise<void> =>
    context.onUploadAccepted(uploadId).catch((error) => {
      context.log.warn({ uploadId, name: (error as Error).name }, 'the pipeline was not told of an upload');
    });
  const accept = async (wish: UploadRequest, content: Readable): Promise<UploadResult> => {
    const { file } = wish;
    try {
      // Left open when reading it is given up: a part that is closed would stop the whole request.
      const upload = await acceptUpload(context, wish, content.iterator({ destroyOnReturn: false }));
      await announce(upload._id);
      return { file, upload: uploadView(upload), error: null };
    } catch (error) {
      const { code, detail } = toProblem(error);
      if (code === 'internal') context.log.error({ name: (error as Error).name }, 'a file could not be accepted');
      return { file, upload: null, error: { code, message: detail } };
    } finally {
      // What was not read of this file is skipped, so that the next one is reached.
      content.resume();
    }
  };
  parser.on('file', (_field, content, info) => {
    // Without a listener, a broken connection would end the process; reading the file sees the error all the same.
    content.on('error', () => undefined);
    const wish = { districtId: actor.districtId, file: shownName(info.filename), studentId, receivedBy: actor.id };
    // One after another, in the order of the form; the parser waits for the file that is being read.
    const accepted = last.then(() => accept(wish, content));
    last = accepted;
    results.push(accepted);
  });
  parser.on('field', (name, value) => {
    if (name !== 'studentId') wrong ??= new DomainError('invalid_request', `${name}: is not a field of this form`);
    else if (results.length > 0) wrong ??= new DomainError('invalid_request', 'studentId: must stand before the files');
    else studentId = value || null;
  });
  parser.on('filesLimit', () => {
    wrong ??= new DomainError('too_large', `Please send at most ${MAX_FILES} files at once.`);
  });
  try {
    await readAll(request, parser);
  } catch (error) {
    await Promise.allSettled(results);
    throw new DomainError('invalid_request', 'The upload broke off before it was complete.', { cause: error });
  }
  const done = await Promise.all(results);
  if (wrong) throw wrong;
  if (done.length === 0) throw new DomainError('invalid_request', 'The request holds no file.');
  const refused = done[0]?.error;
  if (refused && done.every((result) => result.upload === null)) {
    throw new DetailedError(refused.code, refused.message, { results: done });
  }
  return done;
}
