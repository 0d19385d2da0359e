/** Which collections and indexes the file has. Read once, and again when another process has changed it. */
import { serverError } from './errors.ts';
import type { RecordsFile } from './records-file.ts';

export interface IndexDefinition {
  readonly name: string;
  /** Paths with 1, -1 or 'text', in their order. */
  readonly key: readonly (readonly [string, 1 | -1 | 'text'])[];
  readonly unique: boolean;
  /** Options that are kept only to be shown and compared. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Index extends IndexDefinition {
  /** The table that holds its entries. */
  readonly table: string;
  readonly paths: readonly (readonly string[])[];
  readonly directions: readonly (1 | -1)[];
  readonly isText: boolean;
  /** Which of its fields have ever met an array. */
  readonly multikey: readonly boolean[];
}

export interface Collection {
  readonly name: string;
  readonly table: string;
  /** The index on `_id` is not among them: it is the table's own. */
  readonly indexes: readonly Index[];
}

const FORMAT = 1;

export class Catalog {
  readonly #file: RecordsFile;
  #version = -1;
  #collections = new Map<string, Collection>();

  /** Makes the tables of the catalog in a new file. Throws for a file that a later version has written. */
  static async open(file: RecordsFile): Promise<Catalog> {
    const format = Number(file.all('PRAGMA user_version', [])[0]?.[0]);
    if (format > FORMAT) {
      throw new Error(`The records were written by a later version (format ${format}; this one knows ${FORMAT}).`);
    }
    if (format < FORMAT) {
      await file.write(() => {
        file.exec(`CREATE TABLE IF NOT EXISTS catalog_version (version INTEGER NOT NULL)`);
        file.exec(`INSERT INTO catalog_version SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM catalog_version)`);
        file.exec(
          `CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)`,
        );
        file.exec(
          `CREATE TABLE IF NOT EXISTS indexes (number INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL,
            name TEXT NOT NULL, definition TEXT NOT NULL, multikey TEXT NOT NULL, UNIQUE (collection, name))`,
        );
        file.exec(`PRAGMA user_version = ${FORMAT}`);
      });
    }
    return new Catalog(file);
  }

  constructor(file: RecordsFile) {
    this.#file = file;
    file.onUndone = () => {
      this.#version = -1;
    };
  }

  /** To be called within `read` or `write`, so that the answer fits what is read there. */
  get(name: string): Collection | undefined {
    this.#refresh();
    return this.#collections.get(name);
  }

  names(): string[] {
    this.#refresh();
    return [...this.#collections.keys()].sort();
  }

  #refresh(): void {
    const version = Number(this.#file.all('SELECT version FROM catalog_version', [])[0]?.[0]);
    if (version === this.#version) return;
    const rows = this.#file.all('SELECT number, collection, definition, multikey FROM indexes ORDER BY number', []);
    this.#collections = new Map(
      this.#file.all('SELECT number, name FROM collections', []).map(([number, name]) => [
        String(name),
        {
          name: String(name),
          table: `c_${number}`,
          indexes: rows
            .filter((row) => row[1] === number)
            .map((row) => toIndex(Number(row[0]), String(row[2]), String(row[3]))),
        },
      ]),
    );
    this.#version = version;
  }

  #changed(): void {
    this.#file.exec('UPDATE catalog_version SET version = version + 1');
  }

  /** The collection, made if it is not there. Only within `write`. */
  ensure(name: string): Collection {
    const existing = this.get(name);
    if (existing) return existing;
    if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('system.')) {
      throw serverError('BadValue', `Invalid collection name: '${name}'.`);
    }
    const number = this.#file.run('INSERT INTO collections (name) VALUES (?)', [name]);
    this.#file.exec(`CREATE TABLE c_${number} (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`);
    this.#changed();
    return this.get(name) as Collection;
  }

  drop(collection: Collection): void {
    for (const index of collection.indexes) this.dropIndex(collection, index);
    this.#file.exec(`DROP TABLE ${collection.table}`);
    this.#file.run('DELETE FROM collections WHERE name = ?', [collection.name]);
    this.#changed();
  }

  addIndex(collection: Collection, definition: IndexDefinition): Index {
    const number = this.#file.run('INSERT INTO indexes (collection, name, definition, multikey) VALUES (?, ?, ?, ?)', [
      Number(collection.table.slice(2)),
      definition.name,
      JSON.stringify(definition),
      JSON.stringify(definition.key.map(() => false)),
    ]);
    const index = toIndex(number, JSON.stringify(definition), '[]');
    if (index.isText) {
      const columns = definition.key.map((_, column) => `t${column}`).join(', ');
      this.#file.exec(
        `CREATE VIRTUAL TABLE ${index.table} USING fts5(${columns}, content='', contentless_delete=1, tokenize='unicode61')`,
      );
    } else {
      this.#file.exec(
        `CREATE TABLE ${index.table} (key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (key, rid)) WITHOUT ROWID`,
      );
    }
    this.#changed();
    return this.get(collection.name)?.indexes.find((candidate) => candidate.name === definition.name) as Index;
  }

  dropIndex(collection: Collection, index: Index): void {
    this.#file.exec(`DROP TABLE ${index.table}`);
    this.#file.run('DELETE FROM indexes WHERE collection = ? AND name = ?', [
      Number(collection.table.slice(2)),
      index.name,
    ]);
    this.#changed();
  }

  /** Remembers that fields of an index have met an array. */
  setMultikey(collection: Collection, index: Index, multikey: readonly boolean[]): void {
    this.#file.run('UPDATE indexes SET multikey = ? WHERE collection = ? AND name = ?', [
      JSON.stringify(multikey),
      Number(collection.table.slice(2)),
      index.name,
    ]);
    this.#changed();
    this.#refresh();
  }
}

function toIndex(number: number, definitionText: string, multikeyText: string): Index {
  const definition = JSON.parse(definitionText) as IndexDefinition;
  const isText = definition.key.some(([, direction]) => direction === 'text');
  return {
    ...definition,
    table: `${isText ? 't' : 'i'}_${number}`,
    paths: definition.key.map(([path]) => path.split('.')),
    directions: definition.key.map(([, direction]) => (direction === -1 ? -1 : 1)),
    isText,
    multikey: JSON.parse(multikeyText) as boolean[],
  };
}
