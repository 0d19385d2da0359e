/** The options of an operation: what is understood is read, what would change its meaning and is not done throws. */
import { serverError, unsupported } from './errors.ts';
import type { FindOptions } from './find.ts';
import { toSort } from './sort.ts';
import { toPlain } from './values.ts';

export type Options = Readonly<Record<string, unknown>>;

/** Options of the driver that would change what comes out. */
const refused = [
  'session',
  'collation',
  'let',
  'maxTimeMS',
  'tailable',
  'awaitData',
  'min',
  'max',
  'returnKey',
  'showRecordId',
  'pipeline',
  'capped',
  'timeseries',
  'viewOn',
  'validator',
  'clusteredIndex',
  'raw',
] as const;

/** Throws for an option that is not understood here and cannot be passed over. */
export function checkOptions(options: Options): void {
  for (const name of refused) {
    const value = options[name];
    if (value !== undefined && value !== null && value !== false) throw unsupported(`the option "${name}"`);
  }
}

function wholeNumber(options: Options, name: string): number {
  const value = options[name] ?? 0;
  if (!Number.isInteger(value) || (value as number) < 0) {
    throw serverError('BadValue', `${name} must be a whole number of 0 or more, but it is ${String(value)}`);
  }
  return value as number;
}

/** Sort, skip, limit and hint. */
export function toFindOptions(options: Options): FindOptions {
  checkOptions(options);
  const hint = options.hint === undefined || options.hint === null ? undefined : toPlain(options.hint);
  return {
    sort: toSort(options.sort),
    skip: wholeNumber(options, 'skip'),
    limit: wholeNumber(options, 'limit'),
    ...(hint === undefined ? {} : { hint }),
  };
}
