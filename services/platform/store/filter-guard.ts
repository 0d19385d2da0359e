/**
 * What no filter may say, whichever driver is below. Undefined in a filter asks for every record where one was meant.
 * And the district is always named by its id: were it an operator, a value that slipped in from outside could reach
 * across districts. (mongoose's own `sanitizeFilter` forbids operators everywhere, also those of our own code.)
 */
import type mongoose from 'mongoose';

const queries = [
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'replaceOne',
  'updateMany',
  'updateOne',
] as const;

function undefinedIn(filter: unknown, path: string): string | null {
  if (filter === undefined) return path;
  if (typeof filter !== 'object' || filter === null) return null;
  const prototype = Object.getPrototypeOf(filter);
  if (!Array.isArray(filter) && prototype !== Object.prototype && prototype !== null) return null;
  for (const [key, value] of Object.entries(filter)) {
    const found = undefinedIn(value, path ? `${path}.${key}` : key);
    if (found !== null) return found;
  }
  return null;
}

function namesDistrictLoosely(filter: object): boolean {
  return Object.entries(filter).some(([key, value]) =>
    key === 'districtId'
      ? typeof value !== 'string'
      : /^\$(and|or|nor)$/.test(key) && Array.isArray(value) && value.some(namesDistrictLoosely),
  );
}

function check(filter: unknown): void {
  if (typeof filter !== 'object' || filter === null) return;
  const path = undefinedIn(filter, '');
  if (path !== null) throw new TypeError(`The filter's "${path}" is undefined: it would find every record.`);
  if (namesDistrictLoosely(filter)) throw new TypeError('A filter names its district by one id.');
}

/** A plugin for a schema: every query whose filter says such a thing throws a `TypeError` before it is sent. */
export function guardFilters(schema: mongoose.Schema): void {
  schema.pre([...queries] as never, function (this: mongoose.Query<unknown, unknown>) {
    check(this.getFilter());
  });
  schema.pre('bulkWrite', (operations: Iterable<object>) => {
    for (const operation of operations) {
      for (const { filter } of Object.values(operation)) check(filter);
    }
  });
  schema.pre('aggregate', function (this: mongoose.Aggregate<unknown>) {
    for (const stage of this.pipeline()) if ('$match' in stage) check(stage.$match);
  });
}
