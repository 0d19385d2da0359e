/** Opens the store: MongoDB where an address is given, else the records file of a data directory. */
import { mkdir } from 'node:fs/promises';
import mongoose from 'mongoose';
import { collections } from './collections.ts';
import { embeddedDriver } from './embedded/driver.ts';
import { guardFilters } from './filter-guard.ts';
import { schemaFrom } from './schema-from.ts';
import type { Models, Store } from './store.ts';

export interface StoreOptions {
  /** `mongodb://…` or `mongodb+srv://…`. */
  readonly mongodbUrl?: string | undefined;
  /** Where the records file lies; used where there is no address. Made if it is not there. */
  readonly dataDir?: string | undefined;
}

/** What was acknowledged is on the disks of a majority; undefined is left out of records, never stored as null. */
const mongodbOptions: mongoose.ConnectOptions = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  ignoreUndefined: true,
  serverSelectionTimeoutMS: 10_000,
  appName: 'throughline',
};

function newInstance(): mongoose.Mongoose {
  const instance = new mongoose.Mongoose({ strict: 'throw', strictQuery: 'throw' });
  instance.plugin(guardFilters);
  return instance;
}

async function connect(options: StoreOptions): Promise<mongoose.Connection> {
  const instance = newInstance();
  if (options.mongodbUrl) return instance.createConnection(options.mongodbUrl, mongodbOptions).asPromise();
  if (!options.dataDir) throw new Error('The store needs the address of a MongoDB or a data directory.');
  // Records of students: nobody else on the machine may look in.
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  instance.setDriver(embeddedDriver);
  return instance.createConnection(`embedded:${options.dataDir}`).asPromise();
}

function modelsOf(connection: mongoose.Connection): Models {
  const entries = Object.entries(collections).map(([name, { collection, record, ...options }]) => [
    name,
    connection.model(name, schemaFrom(record, options), collection),
  ]);
  return Object.fromEntries(entries) as unknown as Models;
}

/**
 * Opens a store with its collections and indexes in place. It shares nothing with another store of the same process;
 * several processes may open the same one.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const connection = await connect(options);
  const models = modelsOf(connection);
  try {
    const all = Object.values(models) as mongoose.Model<unknown>[];
    await Promise.all(
      all.map(async (model) => {
        await model.createCollection();
        await model.createIndexes();
      }),
    );
  } catch (error) {
    await connection.close();
    throw error;
  }
  return {
    ...models,
    kind: options.mongodbUrl ? 'mongodb' : 'embedded',
    connection,
    ping: async () => {
      await connection.db?.command({ ping: 1 });
    },
    close: () => connection.close(),
  };
}
