/** Writing records and the entries of their indexes. Every function is to be called within a transaction. */
import type { Catalog, Collection, Index } from './catalog.ts';
import { encodeDocument } from './codec.ts';
import { duplicateKeyError } from './errors.ts';
import { encodeKey, encodeValue } from './order-key.ts';
import { indexEntries, leavesAt } from './paths.ts';
import type { RecordsFile } from './records-file.ts';
import type { PlainObject } from './values.ts';

export interface Ground {
  readonly file: RecordsFile;
  readonly catalog: Catalog;
  /** The name of the database, for messages. */
  readonly databaseName: string;
}

interface Entry {
  readonly key: Buffer;
  readonly values: readonly unknown[];
}

/** The entries of a document by their bytes, each once. */
function entriesOf(ground: Ground, collection: Collection, index: Index, document: PlainObject): Map<string, Entry> {
  const { rows, multikey } = indexEntries(document, index.paths);
  if (multikey.some((met, at) => met && !index.multikey[at])) {
    ground.catalog.setMultikey(
      collection,
      index,
      multikey.map((met, at) => met || (index.multikey[at] ?? false)),
    );
  }
  const entries = new Map<string, Entry>();
  for (const values of rows) {
    const key = encodeKey(values, index.directions);
    entries.set(key.toString('latin1'), { key, values });
  }
  return entries;
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function textsOf(index: Index, document: PlainObject): string[] {
  // A null character would end the text for the index.
  return index.paths.map((path) => leavesAt(document, path).flatMap(strings).join('\n').replaceAll('\0', ' '));
}

function duplicate(ground: Ground, collection: Collection, index: Index, values: readonly unknown[]): Error {
  return duplicateKeyError(
    `${ground.databaseName}.${collection.name}`,
    index.name,
    Object.fromEntries(index.key),
    Object.fromEntries(index.key.map(([path], at) => [path, values[at]])),
  );
}

function addEntry(ground: Ground, collection: Collection, index: Index, rid: number, entry: Entry): void {
  if (index.unique && ground.file.all(`SELECT 1 FROM ${index.table} WHERE key = ?`, [entry.key]).length > 0) {
    throw duplicate(ground, collection, index, entry.values);
  }
  ground.file.run(`INSERT INTO ${index.table} (key, rid) VALUES (?, ?)`, [entry.key, rid]);
}

function indexText(ground: Ground, index: Index, rid: number, texts: readonly string[]): void {
  const columns = texts.map((_, column) => `t${column}`).join(', ');
  const places = texts.map(() => '?').join(', ');
  ground.file.run(`INSERT INTO ${index.table} (rowid, ${columns}) VALUES (?, ${places})`, [rid, ...texts]);
}

function unindexText(ground: Ground, index: Index, rid: number): void {
  ground.file.run(`DELETE FROM ${index.table} WHERE rowid = ?`, [rid]);
}

/** Enters one document, that is in its table already, into one index. */
export function indexRecord(
  ground: Ground,
  collection: Collection,
  index: Index,
  rid: number,
  document: PlainObject,
): void {
  if (index.isText) {
    indexText(ground, index, rid, textsOf(index, document));
    return;
  }
  for (const entry of entriesOf(ground, collection, index, document).values()) {
    addEntry(ground, collection, index, rid, entry);
  }
}

/** Adds a document that has its `_id`. Throws error 11000 when a unique index has its key already. */
export function insertRecord(ground: Ground, collection: Collection, document: PlainObject): void {
  const id = encodeValue(document._id);
  const { file } = ground;
  if (file.all(`SELECT 1 FROM ${collection.table} WHERE id = ?`, [id]).length > 0) {
    throw duplicateKeyError(`${ground.databaseName}.${collection.name}`, '_id_', { _id: 1 }, { _id: document._id });
  }
  const rid = file.run(`INSERT INTO ${collection.table} (id, doc) VALUES (?, ?)`, [id, encodeDocument(document)]);
  for (const index of collection.indexes) indexRecord(ground, collection, index, rid, document);
}

/** Puts `after` in the place of `before`; both have the same `_id`. */
export function replaceRecord(
  ground: Ground,
  collection: Collection,
  rid: number,
  before: PlainObject,
  after: PlainObject,
): void {
  ground.file.run(`UPDATE ${collection.table} SET doc = ? WHERE rid = ?`, [encodeDocument(after), rid]);
  for (const index of collection.indexes) {
    if (index.isText) {
      const texts = textsOf(index, after);
      if (textsOf(index, before).join('\0') === texts.join('\0')) continue;
      unindexText(ground, index, rid);
      indexText(ground, index, rid, texts);
      continue;
    }
    const gone = entriesOf(ground, collection, index, before);
    const come = entriesOf(ground, collection, index, after);
    for (const [bytes, { key }] of gone) {
      if (!come.has(bytes)) ground.file.run(`DELETE FROM ${index.table} WHERE key = ? AND rid = ?`, [key, rid]);
    }
    for (const [bytes, entry] of come) {
      if (!gone.has(bytes)) addEntry(ground, collection, index, rid, entry);
    }
  }
}

export function removeRecord(ground: Ground, collection: Collection, rid: number, document: PlainObject): void {
  for (const index of collection.indexes) {
    if (index.isText) {
      unindexText(ground, index, rid);
      continue;
    }
    for (const { key } of entriesOf(ground, collection, index, document).values()) {
      ground.file.run(`DELETE FROM ${index.table} WHERE key = ? AND rid = ?`, [key, rid]);
    }
  }
  ground.file.run(`DELETE FROM ${collection.table} WHERE rid = ?`, [rid]);
}
