/** The document that an upsert starts from: what the filter says a record must be equal to. */
import type mongoose from 'mongoose';
import { serverError } from './errors.ts';
import { isPlainObject, type PlainObject } from './values.ts';

function equalities(conditions: PlainObject): [string, unknown][] {
  return Object.entries(conditions).flatMap(([key, value]): [string, unknown][] => {
    if (key === '$and') return (value as PlainObject[]).flatMap(equalities);
    if (key === '$or')
      return (value as PlainObject[]).length === 1 ? equalities((value as PlainObject[])[0] ?? {}) : [];
    if (key.startsWith('$') || value instanceof RegExp) return [];
    if (!isPlainObject(value) || !Object.keys(value).some((name) => name.startsWith('$'))) return [[key, value]];
    return '$eq' in value && !(value.$eq instanceof RegExp) ? [[key, value.$eq]] : [];
  });
}

/** The equalities of a filter as a document. Throws when two of them contradict or overlap. */
export function startOfUpsert(conditions: PlainObject): PlainObject {
  const document: PlainObject = {};
  const seen: string[] = [];
  for (const [path, value] of equalities(conditions)) {
    const clash = seen.find((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`));
    if (clash !== undefined) {
      throw serverError('BadValue', `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    seen.push(path);
    const parts = path.split('.');
    let holder = document;
    for (const part of parts.slice(0, -1)) {
      holder[part] ??= {};
      holder = holder[part] as PlainObject;
    }
    holder[parts.at(-1) as string] = value;
  }
  return document;
}

/** With `_id` first, made where there is none. */
export function withId(document: PlainObject, makeId: () => InstanceType<typeof mongoose.Types.ObjectId>): PlainObject {
  const { _id, ...rest } = document;
  return { _id: _id === undefined ? makeId() : _id, ...rest };
}
