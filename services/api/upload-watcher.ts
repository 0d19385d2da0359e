/**
 * How far uploads are, told to everyone who watches. One poller asks the store for all watched uploads together, so
 * it makes no difference which process does the reading, nor how many browsers look on.
 */
import type { UploadRecord } from '../domain/records.ts';
import { finalUploadStates } from '../domain/states.ts';
import type { UploadProgress } from '../domain/views.ts';
import type { Log } from '../platform/log.ts';
import type { Store } from '../platform/store/store.ts';

const POLL_MS = 400;

type Listener = (progress: UploadProgress) => void;

export interface UploadWatcher {
  /** Calls `listener` when the upload has changed since `seen`, until the returned function is called. */
  watch(uploadId: string, seen: UploadProgress, listener: Listener): () => void;
}

/** Whether nothing more will happen to the upload by itself. */
export function isOver(progress: UploadProgress): boolean {
  return finalUploadStates.includes(progress.state);
}

/** How far an upload is now. */
export async function progressOf(store: Store, upload: UploadRecord): Promise<UploadProgress> {
  const count = (state: 'read' | 'failed') => store.pages.countDocuments({ uploadId: upload._id, state });
  const started = upload.pageCount !== null;
  return {
    id: upload._id,
    state: upload.state,
    failure: upload.failure && { code: upload.failure.code, message: upload.failure.message },
    duplicateOf: upload.duplicateOf,
    pageCount: upload.pageCount,
    pagesRead: started ? await count('read') : 0,
    pagesFailed: started ? await count('failed') : 0,
  };
}

interface Watch {
  last: string;
  readonly listener: Listener;
}

export function createUploadWatcher(store: Store, log: Log): UploadWatcher {
  const watches = new Map<string, Set<Watch>>();
  let timer: NodeJS.Timeout | undefined;

  const tell = (progress: UploadProgress): void => {
    const now = JSON.stringify(progress);
    for (const watch of watches.get(progress.id) ?? []) {
      if (watch.last === now) continue;
      watch.last = now;
      watch.listener(progress);
    }
  };
  const poll = async (): Promise<void> => {
    try {
      const uploads = await store.uploads.find({ _id: { $in: [...watches.keys()] } }).lean();
      for (const upload of uploads) tell(await progressOf(store, upload));
    } catch (error) {
      log.warn({ name: error instanceof Error ? error.name : 'unknown' }, 'could not ask how far uploads are');
    }
    schedule();
  };
  const schedule = (): void => {
    timer = watches.size > 0 ? setTimeout(poll, POLL_MS).unref() : undefined;
  };

  return {
    watch(uploadId, seen, listener) {
      const watch: Watch = { last: JSON.stringify(seen), listener };
      const all = watches.get(uploadId) ?? new Set();
      watches.set(uploadId, all.add(watch));
      if (!timer) schedule();
      return () => {
        all.delete(watch);
        if (all.size === 0 && watches.get(uploadId) === all) watches.delete(uploadId);
      };
    },
  };
}
