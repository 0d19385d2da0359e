/** Whether what the service stands on answers. */
import type { ApiContext } from './api-context.ts';

const TIMEOUT_MS = 3000;

async function answersInTime(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), TIMEOUT_MS);
  });
  try {
    await Promise.race([ask(), tooLate]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

export interface Readiness {
  readonly store: boolean;
  readonly queue: boolean;
  readonly blobs: boolean;
}

/** Asks store, queue and blobs; none of them is waited for longer than three seconds. */
export async function readiness({ store, bell, blobs }: ApiContext): Promise<Readiness> {
  const [storeUp, queueUp, blobsUp] = await Promise.all([
    answersInTime(() => store.ping()),
    answersInTime(() => bell.ping()),
    answersInTime(() => blobs.has('0'.repeat(64))),
  ]);
  return { store: storeUp, queue: queueUp, blobs: blobsUp };
}
