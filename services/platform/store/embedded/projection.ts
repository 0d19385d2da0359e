/** Which fields of a document are given out. */
import { serverError, unsupported } from './errors.ts';
import { checkConditions, mingoOptions } from './filter.ts';
import { splitPath } from './paths.ts';
import { elementTest } from './query-operators.ts';
import { isPlainObject, type PlainObject, toPlain } from './values.ts';

export type Projection = (document: PlainObject, score: number | undefined) => PlainObject;

/** The paths of a projection as a tree; a leaf is null. */
interface Tree {
  [part: string]: Tree | null;
}

function addTo(tree: Tree, path: string): void {
  const parts = splitPath(path);
  let node = tree;
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    if (node[part] === null || (isLast && node[part])) {
      throw serverError('BadValue', `Path collision at ${path}`);
    }
    if (isLast) node[part] = null;
    else node = node[part] ??= {};
  }
}

function including(value: PlainObject, tree: Tree): PlainObject {
  const result: PlainObject = {};
  for (const [key, item] of Object.entries(value)) {
    const node = Object.hasOwn(tree, key) ? tree[key] : undefined;
    if (node === null) result[key] = item;
    else if (node && Array.isArray(item)) result[key] = includedIn(item, node);
    else if (node && isPlainObject(item)) result[key] = including(item, node);
  }
  return result;
}

function includedIn(list: readonly unknown[], tree: Tree): unknown[] {
  return list.flatMap((item) => {
    if (Array.isArray(item)) return [includedIn(item, tree)];
    return isPlainObject(item) ? [including(item, tree)] : [];
  });
}

function excluding(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => excluding(item, tree));
  if (!isPlainObject(value)) return value;
  const result: PlainObject = {};
  for (const [key, item] of Object.entries(value)) {
    const node = Object.hasOwn(tree, key) ? tree[key] : undefined;
    if (node === undefined) result[key] = item;
    else if (node) result[key] = excluding(item, node);
  }
  return result;
}

type Operator = (document: PlainObject, result: PlainObject, score: number | undefined) => void;

function sliceOf(list: readonly unknown[], operand: unknown): unknown[] {
  if (Number.isInteger(operand)) {
    const count = operand as number;
    return count < 0 ? list.slice(count) : list.slice(0, count);
  }
  const [skip, limit] = Array.isArray(operand) ? operand : [];
  if (!Number.isInteger(skip) || !Number.isInteger(limit) || limit <= 0) {
    throw serverError('BadValue', '$slice needs a number, or a number to skip and a number of elements');
  }
  const start = skip < 0 ? Math.max(0, list.length + skip) : skip;
  return list.slice(start, start + limit);
}

function operatorOf(path: string, spec: PlainObject): Operator {
  const [name, operand] = Object.entries(spec)[0] ?? [];
  if (name === '$meta' && operand === 'textScore') {
    return (_, result, score) => {
      if (score === undefined)
        throw serverError('BadValue', 'query requires text score metadata, but it is not available');
      result[path] = score;
    };
  }
  if (path.includes('.')) throw unsupported(`${name} on a nested path in a projection`);
  if (name === '$slice') {
    return (document, result) => {
      if (Array.isArray(document[path])) result[path] = sliceOf(document[path], operand);
    };
  }
  if (name === '$elemMatch' && isPlainObject(operand)) {
    if (!Object.keys(operand).every((key) => key.startsWith('$'))) checkConditions(operand);
    const test = elementTest(operand, mingoOptions);
    return (document, result) => {
      delete result[path];
      const list = document[path];
      const at = Array.isArray(list) ? list.findIndex(test) : -1;
      if (at >= 0) result[path] = [(list as unknown[])[at]];
    };
  }
  throw unsupported(`${name} in a projection`);
}

/** Reads a projection; null when everything is given. Throws for a mixture of inclusion and exclusion. */
export function toProjection(given: unknown): Projection | null {
  const spec = (toPlain(given ?? {}) ?? {}) as PlainObject;
  const entries = Object.entries(spec);
  if (entries.length === 0) return null;
  const included: Tree = {};
  const excluded: Tree = {};
  const operators: Operator[] = [];
  let idFlag: boolean | undefined;
  let hasMatch = false;
  for (const [path, value] of entries) {
    if (path.split('.').some((part) => part.startsWith('$'))) throw unsupported(`the projection of ${path}`);
    if (isPlainObject(value)) {
      operators.push(operatorOf(path, value));
      hasMatch ||= '$elemMatch' in value;
    } else if (typeof value !== 'number' && typeof value !== 'boolean') {
      throw unsupported(`the projection of ${path} to ${JSON.stringify(value)}`);
    } else if (path === '_id') idFlag = Boolean(value);
    else addTo(value ? included : excluded, path);
  }
  const isInclusion = Object.keys(included).length > 0 || hasMatch || (idFlag === true && operators.length === 0);
  if (Object.keys(excluded).length > 0 && (Object.keys(included).length > 0 || idFlag === true)) {
    throw serverError('BadValue', 'Cannot do exclusion in inclusion projection');
  }
  if (isInclusion && idFlag !== false) included._id = null;
  if (!isInclusion && idFlag === false) excluded._id = null;
  return (document, score) => {
    const result = isInclusion ? including(document, included) : (excluding(document, excluded) as PlainObject);
    for (const operator of operators) operator(document, result, score);
    return result;
  };
}
