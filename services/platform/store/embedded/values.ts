/**
 * The values that the embedded driver keeps: null, booleans, numbers, strings, dates, object ids, arrays and plain
 * objects. Everything that comes in passes through `toPlain`, so that no code behind it meets anything else.
 */
import type mongoose from 'mongoose';
import { serverError, unsupported } from './errors.ts';

export type PlainObject = Record<string, unknown>;
type ObjectIdValue = InstanceType<typeof mongoose.Types.ObjectId>;

/** MongoDB's own limit to nesting. */
const MAX_DEPTH = 100;

export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function isObjectId(value: unknown): value is ObjectIdValue {
  return typeof value === 'object' && value !== null && (value as { _bsontype?: unknown })._bsontype === 'ObjectId';
}

function ofBsonType(value: { _bsontype: string }): unknown {
  if (value._bsontype === 'ObjectId') return value;
  if (value._bsontype === 'Int32' || value._bsontype === 'Double') return Number(value.valueOf());
  throw unsupported(`values of the type ${value._bsontype}`);
}

/** What is being read: a document to be stored, a filter, or something else that the application wrote. */
type Purpose = 'stored' | 'filter' | 'other';

function checkKey(key: string, purpose: Purpose): void {
  if (key === '__proto__') throw unsupported('a field named "__proto__"');
  if (key.includes('\0')) throw serverError('BadValue', 'A field name cannot contain a null byte.');
  if (purpose === 'stored' && key.startsWith('$')) {
    throw serverError('DollarPrefixedFieldName', `The field '${key}' cannot be stored: it starts with '$'.`);
  }
}

function ofObject(value: object, purpose: Purpose, depth: number): unknown {
  if (depth > MAX_DEPTH) throw serverError('BadValue', `A document is nested more than ${MAX_DEPTH} levels deep.`);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw serverError('BadValue', 'A date is not valid.');
    return new Date(value.getTime());
  }
  if (value instanceof RegExp) {
    if (purpose === 'stored') throw unsupported('storing a regular expression');
    return value;
  }
  if (typeof (value as { _bsontype?: unknown })._bsontype === 'string') {
    return ofBsonType(value as { _bsontype: string });
  }
  if (typeof (value as { toBSON?: unknown }).toBSON === 'function') {
    return plain((value as { toBSON(): unknown }).toBSON(), purpose, depth + 1);
  }
  if (ArrayBuffer.isView(value)) throw unsupported('binary values');
  if (Array.isArray(value)) return Array.from(value, (item) => plain(item, purpose, depth + 1) ?? null);
  const entries = value instanceof Map ? value.entries() : Object.entries(value);
  const result: PlainObject = {};
  for (const [key, item] of entries) {
    checkKey(key, purpose);
    const kept = plain(item, purpose, depth + 1);
    if (kept !== undefined) result[key] = kept;
  }
  return result;
}

function plain(value: unknown, purpose: Purpose, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'number':
      return value;
    case 'undefined':
      // Left out of a filter, it would find every record instead of none.
      if (purpose === 'filter') throw serverError('BadValue', 'A filter cannot hold undefined.');
      return undefined;
    case 'function':
      return undefined;
    case 'object':
      return value === null ? null : ofObject(value, purpose, depth);
    default:
      throw unsupported(`values of the type ${typeof value}`);
  }
}

/**
 * A copy of a document to be stored, in plain values. As over the wire with `ignoreUndefined`, fields that are
 * undefined are left out, and undefined in an array becomes null. Throws for values and names that cannot be kept.
 */
export function toStored(document: unknown): PlainObject {
  return objectOf(plain(document, 'stored', 0), 'A document');
}

/** A copy of a filter in plain values. Throws for undefined anywhere in it. */
export function toFilter(filter: unknown): PlainObject {
  return objectOf(plain(filter ?? {}, 'filter', 0), 'A filter');
}

/** A copy of an update, a projection or a stage in plain values. */
export function toPlain(value: unknown): unknown {
  return plain(value, 'other', 0);
}

function objectOf(value: unknown, what: string): PlainObject {
  if (!isPlainObject(value)) throw serverError('BadValue', `${what} must be an object.`);
  return value;
}

/** A deep copy of a value that is plain already. */
export function copyOf<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || value instanceof RegExp || isObjectId(value)) return value;
  if (value instanceof Date) return new Date(value.getTime()) as Value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  const result: PlainObject = {};
  for (const [key, item] of Object.entries(value)) result[key] = copyOf(item);
  return result as Value;
}
