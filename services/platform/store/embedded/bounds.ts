/**
 * Which stretches of an index can hold what a filter asks for. A stretch may hold too much, since every record that is
 * found is tested against the whole filter, but never too little.
 */
import type { Index } from './catalog.ts';
import { compareValues } from './order.ts';
import { encodeValue, inverted, PAST_ALL, typeRange } from './order-key.ts';
import { isPlainObject, type PlainObject } from './values.ts';

/** From `low` to just before `past`. */
export interface Interval {
  readonly low: Buffer;
  readonly past: Buffer;
}

type Predicate =
  | { readonly kind: 'points'; readonly values: readonly unknown[] }
  | { readonly kind: 'range'; readonly low?: unknown; readonly high?: unknown };

/** More points than this are not worth enumerating for the fields behind them. */
const MAX_INTERVALS = 500;

function isPoint(value: unknown): boolean {
  return !Array.isArray(value) && !(value instanceof RegExp) && !Number.isNaN(value);
}

function hasOperators(value: unknown): value is PlainObject {
  return isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'));
}

function ofOperator(operator: string, operand: unknown): Predicate | undefined {
  switch (operator) {
    case '$eq':
      return isPoint(operand) ? { kind: 'points', values: [operand] } : undefined;
    case '$in':
      return (operand as unknown[]).every(isPoint) ? { kind: 'points', values: operand as unknown[] } : undefined;
    case '$gt':
    case '$gte':
      return operand !== null && isPoint(operand) ? { kind: 'range', low: operand } : undefined;
    case '$lt':
    case '$lte':
      return operand !== null && isPoint(operand) ? { kind: 'range', high: operand } : undefined;
    default:
      return undefined;
  }
}

/** What every record that passes must fulfil, by path. */
export function predicatesOf(conditions: PlainObject): Map<string, Predicate[]> {
  const found = new Map<string, Predicate[]>();
  const add = (path: string, predicate: Predicate | undefined): void => {
    if (predicate) found.set(path, [...(found.get(path) ?? []), predicate]);
  };
  for (const [key, value] of Object.entries(conditions)) {
    if (key === '$and') {
      for (const part of value as PlainObject[]) {
        for (const [path, predicates] of predicatesOf(part)) for (const predicate of predicates) add(path, predicate);
      }
    } else if (!key.startsWith('$')) {
      const operators = hasOperators(value) ? value : { $eq: value };
      for (const [operator, operand] of Object.entries(operators)) add(key, ofOperator(operator, operand));
    }
  }
  return found;
}

function intersection(ranges: readonly Predicate[]): Predicate | undefined {
  let low: unknown;
  let high: unknown;
  for (const range of ranges) {
    if (range.kind !== 'range') continue;
    if (range.low !== undefined && (low === undefined || compareValues(range.low, low) > 0)) low = range.low;
    if (range.high !== undefined && (high === undefined || compareValues(range.high, high) < 0)) high = range.high;
  }
  return low === undefined && high === undefined ? undefined : { kind: 'range', low, high };
}

/**
 * The one predicate to use for a field. Where the field has met arrays, two predicates may hold for two different
 * elements, so they cannot be joined.
 */
function chosen(predicates: readonly Predicate[], multikey: boolean): Predicate | undefined {
  const points = predicates
    .filter((predicate) => predicate.kind === 'points')
    .sort((a, b) => a.values.length - b.values.length)[0];
  return points ?? (multikey ? predicates[0] : intersection(predicates));
}

function rangeInterval({ low, high }: { low?: unknown; high?: unknown }, descending: boolean): Interval {
  const type = typeRange(low === undefined ? high : low);
  const first = low === undefined ? type.low : encodeValue(low);
  const last = high === undefined ? type.past : encodeValue(high);
  if (!descending) return { low: first, past: high === undefined ? last : Buffer.concat([last, PAST_ALL]) };
  const turnedLow = inverted(high === undefined ? type.low : last);
  return { low: turnedLow, past: Buffer.concat([inverted(first), PAST_ALL]) };
}

export interface IndexUse {
  readonly intervals: readonly Interval[];
  /** How many leading fields are bound to points. */
  readonly points: number;
  /** Whether each of those is bound to one point, so that the order of the next fields is kept. */
  readonly isSingle: boolean;
  /** Whether the field behind the points is bound to a range. */
  readonly hasRange: boolean;
}

/** How an index can serve a filter; the whole of it where the filter does not bind its first field. */
export function indexUse(index: Index, predicates: ReadonlyMap<string, readonly Predicate[]>): IndexUse {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let points = 0;
  let openedArray = false;
  for (let at = 0; at < index.key.length; at++) {
    const [path, direction] = index.key[at] as readonly [string, 1 | -1];
    const multikey = index.multikey[at] ?? false;
    // Two fields of one array may be fulfilled by two of its elements: only the first of them can be bound.
    const predicate = multikey && openedArray ? undefined : chosen(predicates.get(path) ?? [], multikey);
    if (predicate?.kind === 'range') {
      const { low, past } = rangeInterval(predicate, direction === -1);
      const intervals = prefixes.map((p) => ({ low: Buffer.concat([p, low]), past: Buffer.concat([p, past]) }));
      return { intervals, points, isSingle: prefixes.length === 1, hasRange: true };
    }
    if (predicate?.kind !== 'points' || prefixes.length * predicate.values.length > MAX_INTERVALS) break;
    const keys = predicate.values.map((value) =>
      direction === -1 ? inverted(encodeValue(value)) : encodeValue(value),
    );
    const distinct = [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].sort(Buffer.compare);
    prefixes = prefixes.flatMap((prefix) => distinct.map((key) => Buffer.concat([prefix, key])));
    openedArray ||= multikey;
    points++;
  }
  const intervals = prefixes.map((prefix) => ({ low: prefix, past: Buffer.concat([prefix, PAST_ALL]) }));
  return { intervals, points, isSingle: prefixes.length === 1, hasRange: false };
}
