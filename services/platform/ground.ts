/** What every use case stands on: configuration, time, log, records and files. */
import type { BlobStore } from './blobs/blob-store.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

export interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly blobs: BlobStore;
}
