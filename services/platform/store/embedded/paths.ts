/** How MongoDB follows a dotted path through a document: into objects, and into every object of an array on the way. */
import { serverError } from './errors.ts';
import { EMPTY_ARRAY } from './order.ts';
import { isPlainObject, type PlainObject } from './values.ts';

/** Stands for a field that is not there. */
export const MISSING = Symbol('missing');

export function splitPath(path: string): string[] {
  const parts = path.split('.');
  if (parts.some((part) => part === '')) {
    throw serverError('EmptyFieldName', `The path '${path}' has an empty part.`);
  }
  return parts;
}

export function isIndex(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}

function own(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : MISSING;
}

function visit(value: unknown, parts: readonly string[], at: number, found: unknown[]): void {
  if (at === parts.length) {
    found.push(value);
    return;
  }
  const part = parts[at] as string;
  if (Array.isArray(value)) {
    for (const item of value) if (isPlainObject(item)) visit(item, parts, at, found);
    if (isIndex(part) && Number(part) < value.length) visit(value[Number(part)], parts, at + 1, found);
    return;
  }
  if (!isPlainObject(value)) {
    found.push(MISSING);
    return;
  }
  const next = own(value, part);
  if (next === MISSING) found.push(MISSING);
  else visit(next, parts, at + 1, found);
}

/** Everything that stands at a path; `MISSING` where it ends early. An array at its end stands for itself only. */
export function leavesAt(document: unknown, parts: readonly string[]): unknown[] {
  const found: unknown[] = [];
  visit(document, parts, 0, found);
  return found;
}

/** As `leavesAt`, with the elements of an array at the end of the path beside the array itself. */
export function valuesAt(document: unknown, parts: readonly string[]): unknown[] {
  const leaves = leavesAt(document, parts);
  if (!leaves.some(Array.isArray)) return leaves;
  return leaves.flatMap((leaf) => (Array.isArray(leaf) ? [...leaf, leaf] : [leaf]));
}

/** One field of an index on its way through a document: arrived at a value, or standing before an array. */
type Walker =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'array'; readonly array: readonly unknown[]; readonly rest: readonly string[] };

function walk(start: unknown, path: readonly string[]): Walker {
  let value = start;
  for (let at = 0; ; at++) {
    if (Array.isArray(value)) return { kind: 'array', array: value, rest: path.slice(at) };
    if (at === path.length) return { kind: 'value', value };
    value = isPlainObject(value) ? own(value, path[at] as string) : MISSING;
    if (value === MISSING) return { kind: 'value', value: null };
  }
}

/** From the array into one of its elements; an array within an array is not opened. */
function enter(rest: readonly string[], item: unknown): Walker {
  if (rest.length === 0) return { kind: 'value', value: item };
  return isPlainObject(item) ? walk(item, rest) : { kind: 'value', value: null };
}

function expand(walkers: readonly Walker[]): unknown[][] {
  const array = walkers.find((walker) => walker.kind === 'array')?.array;
  if (!array) return [walkers.map((walker) => (walker.kind === 'value' ? walker.value : null))];
  if (walkers.some((walker) => walker.kind === 'array' && walker.array !== array)) {
    throw serverError('CannotIndexParallelArrays', 'Cannot index two arrays of one document in one index.');
  }
  const step = (into: (rest: readonly string[]) => Walker) =>
    expand(walkers.map((walker) => (walker.kind === 'array' ? into(walker.rest) : walker)));
  if (array.length === 0) return step((rest) => ({ kind: 'value', value: rest.length ? null : EMPTY_ARRAY }));
  return array.flatMap((item) => step((rest) => enter(rest, item)));
}

export interface IndexEntries {
  /** One row of values per entry, in the order of the paths; missing is null. */
  readonly rows: readonly unknown[][];
  /** Which paths met an array. */
  readonly multikey: readonly boolean[];
}

/** What an index on `paths` holds for a document. Throws when two of them are in different arrays. */
export function indexEntries(document: PlainObject, paths: readonly (readonly string[])[]): IndexEntries {
  const walkers = paths.map((path) => walk(document, path));
  return { rows: expand(walkers), multikey: walkers.map((walker) => walker.kind === 'array') };
}
