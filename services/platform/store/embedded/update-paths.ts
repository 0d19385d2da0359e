/** Where an update strikes: the paths of an update with their positional parts, made concrete for one document. */
import { serverError } from './errors.ts';
import { type Filter, testOf } from './filter.ts';
import { isIndex, splitPath } from './paths.ts';
import { isPlainObject, type PlainObject } from './values.ts';

/** A step of a path: a field or an index, or each element that a test lets pass. */
type Step = string | { readonly each: (element: unknown) => boolean } | { readonly matched: string };
export type UpdatePath = readonly Step[];

export type ElementTests = ReadonlyMap<string, (element: unknown) => boolean>;

/** The tests of `arrayFilters`, by identifier. */
export function toElementTests(
  arrayFilters: readonly PlainObject[],
  check: (filter: PlainObject) => void,
): ElementTests {
  const tests = new Map<string, (element: unknown) => boolean>();
  for (const filter of arrayFilters) {
    check(filter);
    const names = new Set(identifiersIn(filter));
    const [name] = names;
    if (names.size !== 1 || !name || !/^[a-z][A-Za-z0-9]*$/.test(name)) {
      throw serverError(
        'FailedToParse',
        'Each array filter must name one identifier, which begins with a small letter.',
      );
    }
    if (tests.has(name)) throw serverError('FailedToParse', `Found multiple array filters with the same name ${name}`);
    const test = testOf(filter);
    tests.set(name, (element) => test({ [name]: element }));
  }
  return tests;
}

function identifiersIn(filter: PlainObject): string[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith('$') && Array.isArray(value)
      ? value.flatMap((part) => identifiersIn(part))
      : [key.split('.')[0] ?? ''],
  );
}

/** Reads a path. Positional parts stand for elements: `$` the one that matched, `$[]` each, `$[name]` each that fits. */
export function toUpdatePath(path: string, tests: ElementTests): UpdatePath {
  return splitPath(path).map((part, at, parts) => {
    if (part === '$') {
      if (at === 0) throw serverError('BadValue', `Cannot have a positional element in the first position: ${path}`);
      return { matched: parts.slice(0, at).join('.') };
    }
    if (part === '$[]') return { each: () => true };
    const name = /^\$\[(.+)\]$/.exec(part)?.[1];
    if (name !== undefined) {
      const each = tests.get(name);
      if (!each) throw serverError('BadValue', `No array filter found for identifier '${name}' in path '${path}'`);
      return { each };
    }
    if (part.startsWith('$')) {
      throw serverError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${part}' in '${path}' is not allowed.`,
      );
    }
    return part;
  });
}

const NEGATIVE = new Set(['$ne', '$nin', '$not']);

function conditionsOn(conditions: PlainObject, path: string): [string, unknown][] {
  return Object.entries(conditions).flatMap(([key, value]): [string, unknown][] => {
    if (key === '$and') return (value as PlainObject[]).flatMap((part) => conditionsOn(part, path));
    if (key !== path && !key.startsWith(`${path}.`)) return [];
    if (isPlainObject(value) && Object.keys(value).some((operator) => NEGATIVE.has(operator))) return [];
    return [[key, value]];
  });
}

function positionOf(list: readonly unknown[], path: string, filter: Filter): number {
  const conditions = conditionsOn(filter.conditions, path);
  const tests = conditions.map(([key, value]) => {
    const test = testOf({ [`element${key.slice(path.length)}`]: value });
    return (element: unknown) => test({ element: [element] });
  });
  const at = tests.length > 0 ? list.findIndex((element) => tests.every((test) => test(element))) : -1;
  if (at < 0) throw serverError('BadValue', 'The positional operator did not find the match needed from the query.');
  return at;
}

function valueAt(document: PlainObject, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const part of path) {
    if (Array.isArray(value)) value = isIndex(part) ? value[Number(part)] : undefined;
    else value = isPlainObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value;
}

/** The concrete paths in one document. Throws where a positional part meets no array. */
export function concretePaths(path: UpdatePath, document: PlainObject, filter: Filter): string[][] {
  let paths: string[][] = [[]];
  for (const step of path) {
    if (typeof step === 'string') {
      paths = paths.map((so) => [...so, step]);
      continue;
    }
    paths = paths.flatMap((so) => {
      const list = valueAt(document, so);
      if (list === undefined) {
        throw serverError(
          'BadValue',
          `The path '${so.join('.')}' must exist in the document in order to apply array updates.`,
        );
      }
      if (!Array.isArray(list)) {
        throw serverError('BadValue', `Cannot apply array updates to non-array element ${so.join('.')}`);
      }
      if ('matched' in step) return [[...so, String(positionOf(list, step.matched, filter))]];
      return list.flatMap((element, at) => (step.each(element) ? [[...so, String(at)]] : []));
    });
  }
  return paths;
}
