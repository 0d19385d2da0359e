/**
 * The comparisons of a filter, as MongoDB makes them. They take the place of mingo's own in its query engine, which
 * differ in what they do with null, with arrays of arrays, with values of another type and with astral characters.
 */
import type { Context } from 'mingo/core';
import { $expr } from 'mingo/operators/query/evaluation';
import { $and, $nor, $not, $or } from 'mingo/operators/query/logical';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { bracketOf, compareValues, isSame } from './order.ts';
import { leavesAt, MISSING, splitPath, valuesAt } from './paths.ts';
import { isObjectId, isPlainObject } from './values.ts';

type Test = (value: unknown) => boolean;
type Operator = (path: string, operand: unknown, options: Options) => (document: unknown) => boolean;

function isAbsent(value: unknown): boolean {
  return value === MISSING || value === null;
}

/** The test for being equal to `operand`, which is a regular expression, null or a value. */
function equalTo(operand: unknown): Test {
  if (operand instanceof RegExp) return (value) => typeof value === 'string' && operand.test(value);
  if (operand === null) return isAbsent;
  return (value) => value !== MISSING && isSame(value, operand);
}

function some(test: (operand: never) => Test): Operator {
  return (path, operand) => {
    const parts = splitPath(path);
    const passes = test(operand as never);
    return (document) => valuesAt(document, parts).some(passes);
  };
}

function negated(operator: Operator): Operator {
  return (path, operand, options) => {
    const test = operator(path, operand, options);
    return (document) => !test(document);
  };
}

/** Compares with values of the operand's own type only. */
function ordered(accepts: (order: number) => boolean): Operator {
  return some((operand: unknown) => {
    if (operand === null) return accepts(0) ? isAbsent : () => false;
    if (Number.isNaN(operand)) return (value) => accepts(0) && Number.isNaN(value);
    const bracket = bracketOf(operand);
    return (value) =>
      value !== MISSING &&
      bracketOf(value) === bracket &&
      !Number.isNaN(value) &&
      accepts(compareValues(value, operand));
  });
}

const $eq = some(equalTo);
function isPrimitive(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const $in = some((operands: unknown[]) => {
  const primitives = new Set(operands.filter(isPrimitive));
  const tests = operands.filter((operand) => !isPrimitive(operand)).map(equalTo);
  return (value) => primitives.has(value) || tests.some((test) => test(value));
});

const $exists: Operator = (path, operand) => {
  const parts = splitPath(path);
  return (document) => leavesAt(document, parts).some((value) => value !== MISSING) === Boolean(operand);
};

const isInt32 = (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
const typeTests: Record<string, Test> = {
  double: (value) => typeof value === 'number' && !isInt32(value),
  int: isInt32,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  object: isPlainObject,
  array: Array.isArray,
  objectId: isObjectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
};
/** The names that `$type` knows here. */
export const typeNames: readonly string[] = Object.keys(typeTests);

const $type = some((operand: unknown) => {
  const tests = [operand].flat().map((name) => typeTests[String(name)] as Test);
  return (value) => value !== MISSING && tests.some((test) => test(value));
});

const $mod = some(([divisor, remainder]: [number, number]) => (value) => {
  return typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder);
});

const $size: Operator = (path, operand) => {
  const parts = splitPath(path);
  return (document) => leavesAt(document, parts).some((value) => Array.isArray(value) && value.length === operand);
};

/** Whether an element fits: criteria of operators look at the element itself, others at its fields. */
export function elementTest(criteria: Record<string, unknown>, options: Partial<Options>): Test {
  const keys = Object.keys(criteria);
  const onValue = keys.length > 0 && keys.every((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key));
  const query = new Query(onValue ? { element: criteria } : criteria, options);
  if (onValue) return (element) => query.test({ element });
  return (element) => isPlainObject(element) && query.test(element);
}

const $elemMatch: Operator = (path, operand, options) => {
  const parts = splitPath(path);
  const test = elementTest(operand as Record<string, unknown>, options);
  return (document) => leavesAt(document, parts).some((value) => Array.isArray(value) && value.some(test));
};

const $all: Operator = (path, operand, options) => {
  const tests = (operand as unknown[]).map((item) =>
    isPlainObject(item) && '$elemMatch' in item ? $elemMatch(path, item.$elemMatch, options) : $eq(path, item, options),
  );
  return (document) => tests.length > 0 && tests.every((test) => test(document));
};

const leaves = {
  $eq,
  $ne: negated($eq),
  $in,
  $nin: negated($in),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $exists,
  $type,
  $regex: $eq,
  $mod,
  $size,
  $elemMatch,
  $all,
};

/** What a filter may say, for mingo's query engine. */
export const queryOperators = { ...leaves, $and, $or, $nor, $not, $expr } as unknown as Parameters<
  Context['addQueryOps']
>[0];
