/**
 * The stores that the contract is run against: the embedded one always, and over the wire what TEST_MONGODB_URL names,
 * each in a database of its own that is dropped afterwards.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../services/platform/store/open-store.ts';
import type { Store } from '../../services/platform/store/store.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Whether the server is MongoDB itself and not something that speaks its protocol. */
  readonly isMongoDb: boolean;
  /** The same records, as another process would hold them open. The caller closes it. */
  openAgain(): Promise<Store>;
  dispose(): Promise<void>;
}

export interface StoreDriver {
  readonly name: string;
  readonly isEmbedded: boolean;
  open(): Promise<OpenedStore>;
}

const embedded: StoreDriver = {
  name: 'the embedded driver',
  isEmbedded: true,
  async open() {
    const dataDir = await mkdtemp(join(tmpdir(), 'throughline-store-'));
    const store = await openStore({ dataDir });
    return {
      store,
      isMongoDb: false,
      openAgain: () => openStore({ dataDir }),
      async dispose() {
        await store.close();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  },
};

/** The address of a database of its own on the server of `url`. */
export function ownDatabase(url: string): string {
  const address = new URL(url);
  address.pathname = `/contract_${randomUUID().slice(0, 8)}`;
  return address.href;
}

function overTheWire(url: string): StoreDriver {
  return {
    name: 'the native driver',
    isEmbedded: false,
    async open() {
      const mongodbUrl = ownDatabase(url);
      const store = await openStore({ mongodbUrl });
      const build = await store.connection.db?.admin().command({ buildInfo: 1 });
      return {
        store,
        isMongoDb: build?.storageEngines !== undefined,
        openAgain: () => openStore({ mongodbUrl }),
        async dispose() {
          // A stand-in may stumble over what a refused index has left; its records go with it anyway.
          await store.connection.dropDatabase().catch(() => undefined);
          await store.close();
        },
      };
    },
  };
}

const url = process.env.TEST_MONGODB_URL;
if (!url) console.log('skipped: the store over the wire (TEST_MONGODB_URL is not set)');

export const storeDrivers: readonly StoreDriver[] = url ? [embedded, overTheWire(url)] : [embedded];
