/**
 * How a document is written into its row: JSON, in which the values that JSON lacks are objects with one `$` key, as in
 * extended JSON. Measured against BSON on a page of 350 words it is smaller (37 KB to 49 KB) and twice as fast to read.
 */
import mongoose from 'mongoose';
import { serverError } from './errors.ts';
import { isObjectId, type PlainObject } from './values.ts';

/** MongoDB's limit to a document. */
const MAX_LENGTH = 16 * 1024 * 1024;

function tagged(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $number: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $date: value.getTime() };
  if (isObjectId(value)) return { $oid: value.toHexString() };
  if (Array.isArray(value)) return value.map(tagged);
  const result: PlainObject = {};
  for (const key in value) result[key] = tagged((value as PlainObject)[key]);
  return result;
}

function revived(value: PlainObject | unknown[]): unknown {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (typeof item === 'object' && item !== null) value[index] = revived(item as PlainObject);
    }
    return value;
  }
  if ('$date' in value) return new Date(value.$date as number);
  if ('$oid' in value) return mongoose.Types.ObjectId.createFromHexString(value.$oid as string);
  if ('$number' in value) return Number(value.$number);
  for (const key in value) {
    const item = value[key];
    if (typeof item === 'object' && item !== null) value[key] = revived(item as PlainObject);
  }
  return value;
}

/** The text of a row. Throws `BSONObjectTooLarge`. */
export function encodeDocument(document: PlainObject): string {
  const text = JSON.stringify(tagged(document));
  if (text.length > MAX_LENGTH) {
    throw serverError('BSONObjectTooLarge', `A document of ${text.length} bytes is larger than ${MAX_LENGTH}.`);
  }
  return text;
}

/** The document of a row; a new one each time, so that the caller may keep and change it. */
export function decodeDocument(text: string): PlainObject {
  const value = JSON.parse(text) as PlainObject;
  // A quote inside a string is escaped, so this finds a tag and nothing else.
  return text.includes('{"$') ? (revived(value) as PlainObject) : value;
}
