/** The order of results, by keys that sort as bytes. */
import { serverError, unsupported } from './errors.ts';
import { encodeKey } from './order-key.ts';
import { indexEntries, splitPath } from './paths.ts';
import type { SortKey } from './planner.ts';
import { isPlainObject, type PlainObject } from './values.ts';

export interface Sort {
  readonly key: SortKey;
  /** Whether the best fit of a text search comes first, before everything else. */
  readonly byScore: boolean;
}

function directionOf(path: string, given: unknown): 1 | -1 {
  if (given === 1 || given === 'asc' || given === 'ascending') return 1;
  if (given === -1 || given === 'desc' || given === 'descending') return -1;
  throw serverError('BadValue', `Illegal sort direction for '${path}': ${JSON.stringify(given)}. It must be 1 or -1.`);
}

function pairsOf(given: unknown): [string, unknown][] {
  if (given === null || given === undefined) return [];
  if (typeof given === 'string') return [[given, 1]];
  if (given instanceof Map) return [...given.entries()];
  if (Array.isArray(given)) return given.map((pair) => (Array.isArray(pair) ? [String(pair[0]), pair[1]] : [pair, 1]));
  if (typeof given === 'object') return Object.entries(given);
  throw serverError('BadValue', 'A sort must be an object.');
}

/** Reads a sort in the forms that the driver takes: an object, a map, pairs or a name. */
export function toSort(given: unknown): Sort {
  const pairs = pairsOf(given);
  const scores = pairs.map(([, value]) => isPlainObject(value) && value.$meta === 'textScore');
  if (scores.lastIndexOf(true) > 0) throw unsupported('a sort by the text score behind another field');
  const byScore = scores[0] === true;
  const key = pairs.slice(byScore ? 1 : 0).map(([path, value]) => {
    splitPath(path);
    return [path, directionOf(path, value)] as const;
  });
  return { key, byScore };
}

/** Gives the key of a document: of an array its least value counts, or its greatest in descending order. */
export function sortKeyOf(sort: SortKey): (document: PlainObject) => Buffer {
  const paths = sort.map(([path]) => path.split('.'));
  const directions = sort.map(([, direction]) => direction);
  return (document) =>
    indexEntries(document, paths)
      .rows.map((row) => encodeKey(row, directions))
      .reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}
