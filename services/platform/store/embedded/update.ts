/** An update, checked and made into a function from a document to what it becomes. */
import { serverError, unsupported } from './errors.ts';
import { checkConditions, type Filter } from './filter.ts';
import { isSame } from './order.ts';
import { isIndex } from './paths.ts';
import { type Operator, updateOperators } from './update-operators.ts';
import { concretePaths, type ElementTests, toElementTests, toUpdatePath, type UpdatePath } from './update-paths.ts';
import { copyOf, isPlainObject, type PlainObject, toFilter, toPlain, toStored } from './values.ts';

/** What a document becomes. `isInsert` where an upsert makes a new one. */
export type Update = (document: PlainObject, filter: Filter, isInsert: boolean) => PlainObject;

interface Change {
  readonly operator: Operator;
  readonly operand: unknown;
  readonly path: UpdatePath;
  readonly onlyOnInsert: boolean;
}

interface Rename {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** An array is not stretched further than this by setting an element behind its end. */
const MAX_STRETCH = 10_000;

type Container = PlainObject | unknown[];

function read(container: Container, part: string): unknown {
  if (Array.isArray(container)) return isIndex(part) ? container[Number(part)] : undefined;
  return Object.hasOwn(container, part) ? container[part] : undefined;
}

function write(container: Container, part: string, value: unknown, path: string): void {
  if (!Array.isArray(container)) {
    container[part] = value;
    return;
  }
  if (!isIndex(part)) notViable(part, path);
  const at = Number(part);
  if (at > container.length + MAX_STRETCH)
    throw serverError('BadValue', `The index ${at} is too far behind the array.`);
  while (container.length < at) container.push(null);
  container[at] = value;
}

function notViable(part: string, path: string): never {
  throw serverError('PathNotViable', `Cannot create field '${part}' in the element at '${path}'`);
}

function isContainer(value: unknown): value is Container {
  return Array.isArray(value) || isPlainObject(value);
}

/** The object or array that holds the last part of `path`; undefined where the way ends before and is not made. */
function holderOf(document: PlainObject, path: readonly string[], makes: boolean): Container | undefined {
  let container: Container = document;
  for (const part of path.slice(0, -1)) {
    const next = read(container, part);
    if (isContainer(next)) {
      container = next;
    } else if (!makes) {
      return undefined;
    } else if (next === undefined) {
      const made: PlainObject = {};
      write(container, part, made, path.join('.'));
      container = made;
    } else {
      notViable(path.at(-1) as string, path.join('.'));
    }
  }
  return container;
}

function applyChange(document: PlainObject, change: Change, path: readonly string[], now: Date): void {
  const holder = holderOf(document, path, change.operator.makes);
  if (!holder) return;
  const last = path.at(-1) as string;
  const shown = path.join('.');
  const outcome = change.operator.apply(
    { path: shown, value: read(holder, last), id: document._id },
    change.operand,
    now,
  );
  if (outcome === 'leave') return;
  if (outcome !== 'unset') write(holder, last, outcome.set, shown);
  else if (Array.isArray(holder)) holder[Number(last)] = null;
  else delete holder[last];
}

function applyRename(document: PlainObject, { from, to }: Rename): void {
  for (const path of [from, to]) {
    let value: unknown = document;
    for (const part of path) {
      if (Array.isArray(value))
        throw serverError('BadValue', `The field of a $rename cannot be an array element: ${path.join('.')}`);
      value = isPlainObject(value) ? value[part] : undefined;
    }
  }
  const source = holderOf(document, from, false);
  const last = from.at(-1) as string;
  if (!source || read(source, last) === undefined) return;
  const value = read(source, last);
  delete (source as PlainObject)[last];
  write(holderOf(document, to, true) as Container, to.at(-1) as string, value, to.join('.'));
}

/** No path may be, or lie within, another one's. */
function checkConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  for (const path of sorted) {
    const other =
      sorted.find((next) => next.startsWith(`${path}.`)) ?? (sorted.filter((p) => p === path).length > 1 ? path : null);
    if (other !== null) {
      throw serverError(
        'ConflictingUpdateOperators',
        `Updating the path '${other}' would create a conflict at '${path}'`,
      );
    }
  }
}

function checkArrayFiltersUsed(tests: ElementTests, paths: readonly string[]): void {
  for (const name of tests.keys()) {
    if (!paths.some((path) => path.split('.').includes(`$[${name}]`))) {
      throw serverError('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
    }
  }
}

function compileOperators(update: PlainObject, tests: ElementTests): Update {
  const changes: Change[] = [];
  const renames: Rename[] = [];
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const onlyOnInsert = name === '$setOnInsert';
    const operator = onlyOnInsert ? updateOperators.$set : updateOperators[name];
    if (!operator && name !== '$rename') {
      throw serverError(
        'FailedToParse',
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isPlainObject(fields)) {
      throw serverError('FailedToParse', `Modifiers operate on fields but we found another type for ${name}.`);
    }
    for (const [path, operand] of Object.entries(fields)) {
      paths.push(path);
      if (operator) {
        operator.check?.(operand, path);
        const stored = name === '$pull' || name === '$unset' ? operand : toStoredOperand(operand, name);
        changes.push({ operator, operand: stored, path: toUpdatePath(path, tests), onlyOnInsert });
        continue;
      }
      if (typeof operand !== 'string')
        throw serverError('BadValue', `The 'to' field for $rename must be a string: ${path}`);
      paths.push(operand);
      const [from, to] = [path, operand].map((given) => toUpdatePath(given, new Map()));
      if (![from, to].every((steps) => steps?.every((step) => typeof step === 'string'))) {
        throw serverError('BadValue', `The fields of a $rename may not be dynamic: ${path}`);
      }
      renames.push({ from: from as string[], to: to as string[] });
    }
  }
  checkConflicts(paths);
  checkArrayFiltersUsed(tests, paths);
  return (document, filter, isInsert) => {
    const now = new Date();
    const result = copyOf(document);
    for (const rename of renames) applyRename(result, rename);
    for (const change of changes) {
      if (change.onlyOnInsert && !isInsert) continue;
      for (const path of concretePaths(change.path, result, filter)) applyChange(result, change, path, now);
    }
    return result;
  };
}

/** An operand with its modifiers, in values that can be stored. */
function toStoredOperand(operand: unknown, name: string): unknown {
  if ((name === '$push' || name === '$addToSet') && isPlainObject(operand) && '$each' in operand) {
    return { ...operand, $each: toStored({ each: operand.$each }).each };
  }
  return name === '$currentDate' ? operand : toStored({ operand }).operand;
}

function keepingId(update: Update): Update {
  return (document, filter, isInsert) => {
    const result = update(document, filter, isInsert);
    if (document._id !== undefined && !isSame(result._id, document._id)) {
      throw serverError(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return result;
  };
}

/** Reads an update of operators. Throws for a pipeline, for a replacement and for what no document could take. */
export function compileUpdate(given: unknown, arrayFilters: unknown): Update {
  if (Array.isArray(given)) throw unsupported('an update by a pipeline');
  const update = toPlain(given) as PlainObject;
  if (
    !isPlainObject(update) ||
    Object.keys(update).length === 0 ||
    !Object.keys(update).every((key) => key.startsWith('$'))
  ) {
    throw serverError('FailedToParse', 'Update document requires atomic operators');
  }
  const filters = ((arrayFilters ?? []) as unknown[]).map(toFilter);
  return keepingId(compileOperators(update, toElementTests(filters, checkConditions)));
}

/** Reads a replacement: the whole new document, which keeps the `_id` of the old one. */
export function compileReplacement(given: unknown): Update {
  const replacement = toStored(given);
  return keepingId((document) => {
    const { _id = document._id, ...rest } = copyOf(replacement);
    return _id === undefined ? rest : { _id, ...rest };
  });
}
