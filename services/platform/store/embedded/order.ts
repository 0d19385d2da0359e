/**
 * MongoDB's order of values, twice: as a comparison and as bytes that sort the same way. The bytes are the keys of
 * indexes and of sorting; the comparison serves filters and updates. A property test holds the two together.
 */
import { isObjectId, type PlainObject } from './values.ts';

/** What an index holds for an empty array; sorts before null. */
export const EMPTY_ARRAY = Symbol('empty array');

const brackets = {
  emptyArray: 3,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  objectId: 35,
  boolean: 40,
  date: 45,
  regularExpression: 50,
} as const;

/** The place of a value's type in the order of types. Missing counts as null. */
export function bracketOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return brackets.number;
    case 'string':
      return brackets.string;
    case 'boolean':
      return brackets.boolean;
    case 'symbol':
      return brackets.emptyArray;
    default:
      if (value === null || value === undefined) return brackets.null;
      if (Array.isArray(value)) return brackets.array;
      if (value instanceof Date) return brackets.date;
      if (value instanceof RegExp) return brackets.regularExpression;
      return isObjectId(value) ? brackets.objectId : brackets.object;
  }
}

/** Strings in the order of their UTF-8 bytes, which differs from JavaScript's for characters beyond U+FFFF. */
function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left === right) continue;
    const leftIsPair = left >= 0xd800 && left <= 0xdfff;
    const rightIsPair = right >= 0xd800 && right <= 0xdfff;
    return leftIsPair === rightIsPair ? left - right : leftIsPair ? 1 : -1;
  }
  return a.length - b.length;
}

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : 1;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareObjects(a: PlainObject, b: PlainObject): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const leftKey = left[index] as string;
    const rightKey = right[index] as string;
    const order =
      bracketOf(a[leftKey]) - bracketOf(b[rightKey]) ||
      compareStrings(leftKey, rightKey) ||
      compareValues(a[leftKey], b[rightKey]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Negative, zero or positive as `a` sorts before, with or after `b`. */
export function compareValues(a: unknown, b: unknown): number {
  const bracket = bracketOf(a);
  const order = bracket - bracketOf(b);
  if (order !== 0) return order;
  switch (bracket) {
    case brackets.number:
      return compareNumbers(a as number, b as number);
    case brackets.string:
      return compareStrings(a as string, b as string);
    case brackets.boolean:
      return Number(a) - Number(b);
    case brackets.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case brackets.objectId:
      return compareStrings(String(a), String(b));
    case brackets.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case brackets.object:
      return compareObjects(a as PlainObject, b as PlainObject);
    case brackets.regularExpression:
      return compareStrings(String(a), String(b));
    default:
      return 0;
  }
}

/** Whether two values are the same to MongoDB: the order of an object's fields counts. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || compareValues(a, b) === 0;
}
