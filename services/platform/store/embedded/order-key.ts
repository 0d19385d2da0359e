/**
 * Values as bytes whose order is the order of the values. Each value starts with the number of its type and ends by
 * itself, so that the keys of several fields can stand one behind the other.
 */
import { bracketOf, EMPTY_ARRAY } from './order.ts';
import { isObjectId, type PlainObject } from './values.ts';

const END = 0x00;
/** Greater than the first byte of any value, ascending or descending. */
export const PAST_ALL = Buffer.from([0xff]);

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  // NaN sorts before all numbers: its key is all zeros.
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if ((bytes[0] as number) & 0x80) {
    for (let index = 0; index < 8; index++) bytes[index] = ~(bytes[index] as number);
  } else {
    bytes[0] = (bytes[0] as number) | 0x80;
  }
  return bytes;
}

/**
 * UTF-8 with an end of one null. The null and the 1 within become two bytes each that begin with a 1, so that the end of
 * a shorter string sorts before whatever goes on, and behind it where the order is turned round.
 */
function stringBytes(value: string): Buffer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these two are what has to be told from the end.
  const escaped = value.replace(/[\0\x01]/g, (character) => (character === '\0' ? '\x01\x01' : '\x01\x02'));
  return Buffer.from(`${escaped}\0`);
}

function payload(value: unknown): Buffer {
  if (value === null || value === undefined || value === EMPTY_ARRAY) return Buffer.alloc(0);
  if (typeof value === 'number') return numberBytes(value);
  if (typeof value === 'string') return stringBytes(value);
  if (typeof value === 'boolean') return Buffer.from([Number(value)]);
  if (value instanceof Date) return numberBytes(value.getTime());
  if (isObjectId(value)) return Buffer.from(value.toHexString(), 'hex');
  const parts: Buffer[] = [];
  if (Array.isArray(value)) {
    for (const item of value) parts.push(encodeValue(item));
  } else {
    for (const [key, item] of Object.entries(value as PlainObject)) {
      parts.push(Buffer.from([bracketOf(item)]), stringBytes(key), payload(item));
    }
  }
  return Buffer.concat([...parts, Buffer.from([END])]);
}

/** The key of one value. Missing has the key of null. */
export function encodeValue(value: unknown): Buffer {
  return Buffer.concat([Buffer.from([bracketOf(value)]), payload(value)]);
}

/** What the key of every value of this type begins with. */
export function typePrefix(value: unknown): Buffer {
  return Buffer.from([bracketOf(value)]);
}

/** Turns the order of a key round, for a field that an index holds in descending order. */
export function inverted(key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(key.length);
  for (let index = 0; index < key.length; index++) result[index] = ~(key[index] as number);
  return result;
}

/** The key of several values, each ascending (1) or descending (-1). */
export function encodeKey(values: readonly unknown[], directions: readonly (1 | -1)[]): Buffer {
  return Buffer.concat(
    values.map((value, index) => (directions[index] === -1 ? inverted(encodeValue(value)) : encodeValue(value))),
  );
}
