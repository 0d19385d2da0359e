/** Making, listing and dropping indexes. */
import type { Collection, Index, IndexDefinition } from './catalog.ts';
import { decodeDocument } from './codec.ts';
import { serverError, unsupported } from './errors.ts';
import { isIndex, splitPath } from './paths.ts';
import { type Ground, indexRecord } from './table.ts';
import { isPlainObject, type PlainObject, toPlain } from './values.ts';

/** Options that say nothing which would have to be done here. */
const harmless = new Set([
  'background',
  'v',
  'default_language',
  'language_override',
  'weights',
  'w',
  'j',
  'writeConcern',
]);

function pairsOf(spec: unknown): [string, unknown][] {
  if (typeof spec === 'string') return [[spec, 1]];
  if (spec instanceof Map) return [...spec.entries()];
  if (Array.isArray(spec))
    return spec.flatMap((part) => (typeof part === 'string' ? [[part, 1]] : pairsOf(part))) as [string, unknown][];
  return Object.entries(spec as PlainObject);
}

function checkTextOptions(options: PlainObject): void {
  if (options.default_language !== 'none')
    throw unsupported('a text index with a language: use default_language "none"');
  const weights = isPlainObject(options.weights) ? Object.values(options.weights) : [];
  if (weights.some((weight) => weight !== 1)) throw unsupported('weights in a text index');
}

/** Reads what an index is to be. Throws for kinds and options that are not done here. */
export function toIndexDefinition(spec: unknown, given: unknown): IndexDefinition {
  const { name, unique, ...options } = (toPlain(given ?? {}) ?? {}) as PlainObject;
  for (const [option, value] of Object.entries(options)) {
    if (!harmless.has(option) && value !== undefined && value !== null && value !== false) {
      throw unsupported(`the index option "${option}"`);
    }
  }
  const key = pairsOf(spec).map(([path, direction]) => {
    if (splitPath(path).some((part) => isIndex(part) || part.startsWith('$')))
      throw unsupported(`an index on "${path}"`);
    if (direction !== 1 && direction !== -1 && direction !== 'text')
      throw unsupported(`an index of the kind ${String(direction)}`);
    return [path, direction] as const;
  });
  if (key.length === 0) throw serverError('BadValue', 'Index keys cannot be an empty object');
  const texts = key.filter(([, direction]) => direction === 'text');
  if (texts.length > 0) {
    if (texts.length < key.length) throw unsupported('a text index that has other fields');
    checkTextOptions(options);
  }
  const madeName = key.map(([path, direction]) => `${path}_${direction}`).join('_');
  return { name: typeof name === 'string' ? name : madeName, key, unique: unique === true, options };
}

function isSameKey(a: IndexDefinition, b: IndexDefinition): boolean {
  return JSON.stringify(a.key) === JSON.stringify(b.key);
}

/** The index that is there already. Throws where one of the same name or key is another one. */
function existing(collection: Collection, wanted: IndexDefinition): Index | undefined {
  const byName = collection.indexes.find((index) => index.name === wanted.name);
  if (byName && (!isSameKey(byName, wanted) || byName.unique !== wanted.unique)) {
    throw serverError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index, but is another one: ${wanted.name}`,
    );
  }
  const byKey = collection.indexes.find(
    (index) => isSameKey(index, wanted) || (index.isText && wanted.key[0]?.[1] === 'text'),
  );
  if (byKey && byKey.name !== wanted.name) {
    throw serverError('IndexOptionsConflict', `Index already exists with a different name: ${byKey.name}`);
  }
  return byName;
}

/** Whether this very index is there. Throws where one of the same name or key is another one. */
export function hasIndex(ground: Ground, name: string, definition: IndexDefinition): boolean {
  const collection = ground.catalog.get(name);
  return collection !== undefined && existing(collection, definition) !== undefined;
}

/** Makes an index and enters every record that is there. To be called within a transaction. */
export function createIndexStep(ground: Ground, name: string, definition: IndexDefinition): string {
  const collection = ground.catalog.ensure(name);
  if (definition.key.length === 1 && definition.key[0]?.[0] === '_id') return '_id_';
  if (existing(collection, definition)) return definition.name;
  const index = ground.catalog.addIndex(collection, definition);
  let last = 0;
  for (;;) {
    const sql = `SELECT rid, doc FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT 200`;
    const rows = ground.file.all(sql, [last]);
    for (const [rid, doc] of rows) indexRecord(ground, collection, index, Number(rid), decodeDocument(String(doc)));
    if (rows.length < 200) return definition.name;
    last = Number(rows.at(-1)?.[0]);
  }
}

/** The indexes as the server lists them, the one on `_id` first. */
export function listIndexes(collection: Collection): PlainObject[] {
  const described = collection.indexes.map((index) => {
    const shown = { name: index.name, ...(index.unique ? { unique: true } : {}), ...index.options };
    if (!index.isText) return { v: 2, key: Object.fromEntries(index.key), ...shown };
    const weights = Object.fromEntries(index.key.map(([path]) => [path, 1]));
    return { v: 2, key: { _fts: 'text', _ftsx: 1 }, ...shown, weights, textIndexVersion: 3 };
  });
  return [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...described];
}

/** Drops one index by name or key. To be called within a transaction. */
export function dropIndexStep(ground: Ground, name: string, which: unknown): void {
  const collection = ground.catalog.get(name);
  if (which === '_id_') throw serverError('BadValue', 'cannot drop _id index');
  const index = collection?.indexes.find((known) =>
    typeof which === 'string' ? known.name === which : JSON.stringify(known.key) === JSON.stringify(pairsOf(which)),
  );
  if (!collection || !index) throw serverError('IndexNotFound', `index not found with name [${JSON.stringify(which)}]`);
  ground.catalog.dropIndex(collection, index);
}
