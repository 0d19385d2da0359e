/** Server-sent events of one upload: what it is now, then each change, until it is over or nobody listens. */
import type { Response } from 'express';
import type { UploadProgress } from '../domain/views.ts';
import { isOver, type UploadWatcher } from './upload-watcher.ts';

const KEEP_ALIVE_MS = 15_000;
const RETRY_MS = 2000;

/** Starts the events on `response` with `now`. The stream ends itself after a final state. */
export function sendUploadEvents(response: Response, watcher: UploadWatcher, now: UploadProgress): void {
  response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  response.write(`retry: ${RETRY_MS}\n\n`);
  const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS).unref();
  let stop = (): void => undefined;
  const end = (): void => {
    clearInterval(keepAlive);
    stop();
  };
  response.on('close', end);
  const send = (progress: UploadProgress): void => {
    response.write(`event: ${isOver(progress) ? 'end' : 'progress'}\ndata: ${JSON.stringify(progress)}\n\n`);
    if (isOver(progress)) {
      end();
      response.end();
    }
  };
  if (!isOver(now)) stop = watcher.watch(now.id, now, send);
  send(now);
}
