/** The driver that mongoose is given: its own connection and collections, with a client that has no server. */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type mongoose from 'mongoose';
import { RECORDS_FILE } from '../holds-records.ts';
import { Catalog } from './catalog.ts';
import { EmbeddedCollection } from './collection.ts';
import { EmbeddedCursor } from './cursor.ts';
import { serverError, unsupported } from './errors.ts';
import { nativeDriver } from './native-driver.ts';
import { checkOptions, type Options } from './options.ts';
import { RecordsFile } from './records-file.ts';
import type { Ground } from './table.ts';
import type { PlainObject } from './values.ts';

const DATABASE = 'throughline';
const CONNECTING = 2;

/** The methods of the driver's that are not there answer with what they are called. */
function refusingTheRest<Target extends object>(target: Target, what: string): Target {
  return new Proxy(target, {
    get(object, name) {
      const value = Reflect.get(object, name, object);
      if (value !== undefined || typeof name === 'symbol' || name === 'then') {
        return typeof value === 'function' ? value.bind(object) : value;
      }
      return () => {
        throw unsupported(`${what}.${name}()`);
      };
    },
  });
}

class EmbeddedDatabase {
  readonly databaseName = DATABASE;
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  collection(name: string): EmbeddedCollection {
    return refusingTheRest(new EmbeddedCollection({ ground: this.#ground, name }), 'collection');
  }

  async createCollection(name: string, options: Options = {}): Promise<EmbeddedCollection> {
    checkOptions(options);
    const { file, catalog } = this.#ground;
    const mustBeNew = () => {
      if (catalog.get(name)) throw serverError('NamespaceExists', `Collection ${DATABASE}.${name} already exists.`);
    };
    file.read(mustBeNew);
    await file.write(() => {
      mustBeNew();
      catalog.ensure(name);
    });
    return this.collection(name);
  }

  async dropCollection(name: string): Promise<boolean> {
    return this.collection(name).drop();
  }

  async dropDatabase(): Promise<boolean> {
    for (const name of this.#ground.file.read(() => this.#ground.catalog.names())) await this.dropCollection(name);
    return true;
  }

  listCollections(filter: PlainObject = {}): EmbeddedCursor {
    if (Object.keys(filter).length > 0) throw unsupported('a filter on the list of collections');
    const { file, catalog } = this.#ground;
    return new EmbeddedCursor({
      async *open() {
        for (const name of file.read(() => catalog.names())) yield { name, type: 'collection' };
      },
      explain: () => Promise.reject(unsupported('explaining a list of collections')),
    });
  }

  async command(command: PlainObject): Promise<PlainObject> {
    if (Object.keys(command)[0] !== 'ping') throw unsupported(`the command ${JSON.stringify(command)}`);
    this.#ground.file.read(() => this.#ground.catalog.names());
    return { ok: 1 };
  }

  admin(): Pick<EmbeddedDatabase, 'command'> & { ping(): Promise<PlainObject> } {
    return { command: (command) => this.command(command), ping: () => this.command({ ping: 1 }) };
  }
}

class EmbeddedClient extends EventEmitter {
  readonly #file: RecordsFile;
  readonly #database: EmbeddedDatabase;

  constructor(ground: Ground) {
    super();
    this.#file = ground.file;
    this.#database = refusingTheRest(new EmbeddedDatabase(ground), 'db');
  }

  db(): EmbeddedDatabase {
    return this.#database;
  }

  startSession(): never {
    throw unsupported('sessions and transactions');
  }

  withSession(): never {
    throw unsupported('sessions and transactions');
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** Opens the records of a data directory, which must be there. */
async function openClient(dataDir: string): Promise<EmbeddedClient> {
  const file = new RecordsFile(join(dataDir, RECORDS_FILE));
  try {
    return new EmbeddedClient({ file, catalog: await Catalog.open(file), databaseName: DATABASE });
  } catch (error) {
    await file.close();
    throw error;
  }
}

class EmbeddedConnection extends nativeDriver.Connection {
  /** `uri` is `embedded:` and the data directory. */
  async createClient(uri: string, options?: PlainObject): Promise<this> {
    if (!uri.startsWith('embedded:')) throw new Error(`This connection opens "embedded:DIRECTORY", not "${uri}".`);
    const dataDir = uri.slice('embedded:'.length);
    this.readyState = CONNECTING;
    this._connectionString = uri;
    if (options && 'autoIndex' in options) this.config.autoIndex = options.autoIndex;
    if (options && 'autoCreate' in options) this.config.autoCreate = options.autoCreate;
    const client = await openClient(dataDir);
    this.client = client as never;
    this.db = client.db() as never;
    this.name = DATABASE;
    this.host = pathToFileURL(dataDir).href;
    this.onOpen();
    return this;
  }

  override useDb(): never {
    throw unsupported('a second database');
  }
}

/** For `mongoose.setDriver`, on an instance of mongoose that is used for nothing else. */
export const embeddedDriver = {
  ...nativeDriver,
  Connection: EmbeddedConnection as unknown as typeof mongoose.Connection,
};
