/**
 * Which stretches of an index can hold what a filter asks for. A stretch may hold too much, since every record that is
 * found is tested against the whole filter, but never too little.
 */
import type { Index } from './catalog.ts';
import { compareValues } from './order.ts';
import { encodeValue, inverted, PAST_ALL, typePrefix } from './order-key.ts';
import { isPlainObject, type PlainObject } from './values.ts';

/** From `low` to just before `past`. */
export interface Interval {
  readonly low: Buffer;
  readonly past: Buffer;
  /** How many bytes the leading fields take that are bound to points. */
  readonly bound: number;
}

/** One end of a range. */
interface End {
  readonly value: unknown;
  readonly isIncluded: boolean;
}

interface Range {
  readonly kind: 'range';
  readonly low?: End | undefined;
  readonly high?: End | undefined;
}

type Predicate = { readonly kind: 'points'; readonly values: readonly unknown[] } | Range;

/** More stretches than this are not worth looking up one by one. */
const MAX_INTERVALS = 20_000;

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
    case '$lt':
    case '$lte': {
      if (operand === null || !isPoint(operand)) return undefined;
      const end = { value: operand, isIncluded: operator.endsWith('e') };
      return operator.startsWith('$g') ? { kind: 'range', low: end } : { kind: 'range', high: end };
    }
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

/** The stricter of two ends: the greater of two low ones (1), the lesser of two high ones (-1). */
function stricter(a: End | undefined, b: End | undefined, sign: 1 | -1): End | undefined {
  if (!a || !b) return a ?? b;
  const order = compareValues(a.value, b.value) * sign;
  return order > 0 || (order === 0 && !a.isIncluded) ? a : b;
}

function intersection(predicates: readonly Predicate[]): Predicate | undefined {
  let low: End | undefined;
  let high: End | undefined;
  for (const predicate of predicates) {
    if (predicate.kind !== 'range') continue;
    low = stricter(low, predicate.low, 1);
    high = stricter(high, predicate.high, -1);
  }
  return low || high ? { kind: 'range', low, high } : undefined;
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

/** From the first key of a range, or of its type, to just behind the last. */
function rangeInterval({ low, high }: Range, descending: boolean): { low: Buffer; past: Buffer } {
  const prefix = typePrefix((low ?? high)?.value);
  const [from, to] = descending ? [high, low] : [low, high];
  const keyOf = ({ value }: End) => (descending ? inverted(encodeValue(value)) : encodeValue(value));
  const behind = (key: Buffer) => Buffer.concat([key, PAST_ALL]);
  const start = descending ? inverted(prefix) : prefix;
  return {
    low: from ? (from.isIncluded ? keyOf(from) : behind(keyOf(from))) : start,
    past: to ? (to.isIncluded ? behind(keyOf(to)) : keyOf(to)) : Buffer.from([(start[0] as number) + 1]),
  };
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
      const intervals = prefixes.map((prefix) => ({
        low: Buffer.concat([prefix, low]),
        past: Buffer.concat([prefix, past]),
        bound: prefix.length,
      }));
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
  const intervals = prefixes.map((prefix) => ({
    low: prefix,
    past: Buffer.concat([prefix, PAST_ALL]),
    bound: prefix.length,
  }));
  return { intervals, points, isSingle: prefixes.length === 1, hasRange: false };
}
