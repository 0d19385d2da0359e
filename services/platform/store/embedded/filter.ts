/** A filter, checked and made into a test. What is not known in it is an error with the server's code. */
import { Context } from 'mingo/core';
import { Query } from 'mingo/query';
import { serverError, unsupported } from './errors.ts';
import { accumulatorContext, checkExpression, expressionContext } from './expressions.ts';
import { splitPath } from './paths.ts';
import { queryOperators, typeNames } from './query-operators.ts';
import { isPlainObject, type PlainObject, toFilter } from './values.ts';

export interface Filter {
  /** Everything but `$text`, in plain values. */
  readonly conditions: PlainObject;
  /** The `$search` of `$text`. */
  readonly search: string | null;
  /** Whether a document passes the conditions. */
  test(document: PlainObject): boolean;
}

/** What mingo's engine is given: only the operators that are known here, and no scripts. */
export const mingoOptions = {
  context: Context.init()
    .addQueryOps(queryOperators)
    .addExpressionOps(expressionContext)
    .addAccumulatorOps(accumulatorContext),
  scriptEnabled: false,
};

function fail(message: string): never {
  throw serverError('BadValue', message);
}

function checkRegularExpression(value: unknown): void {
  if (value instanceof RegExp && /[gyv]/.test(value.flags)) throw unsupported(`the flags of ${value}`);
}

function checkValue(operator: string, operand: unknown): void {
  if (operand instanceof RegExp) fail(`Can't have a regular expression as the argument of ${operator}.`);
}

function checkList(operator: string, operand: unknown): unknown[] {
  return Array.isArray(operand) ? operand : fail(`${operator} needs an array`);
}

const operandChecks: Record<string, (operand: unknown, operators: PlainObject) => void> = {
  $eq: checkRegularExpression,
  $ne: (operand) => checkValue('$ne', operand),
  $gt: (operand) => checkValue('$gt', operand),
  $gte: (operand) => checkValue('$gte', operand),
  $lt: (operand) => checkValue('$lt', operand),
  $lte: (operand) => checkValue('$lte', operand),
  $in: (operand) => checkMembers('$in', operand),
  $nin: (operand) => checkMembers('$nin', operand),
  $all: (operand) => {
    for (const item of checkList('$all', operand)) {
      if (isPlainObject(item) && '$elemMatch' in item) checkOperators({ $elemMatch: item.$elemMatch });
    }
  },
  $exists: (operand) => {
    if (typeof operand !== 'boolean' && operand !== 1 && operand !== 0) fail('$exists needs true or false');
  },
  $type: (operand) => {
    for (const name of [operand].flat()) {
      if (!typeNames.includes(String(name))) fail(`Unknown type name alias: ${String(name)}`);
    }
  },
  $regex: (operand, operators) => {
    if (typeof operand !== 'string' && !(operand instanceof RegExp)) fail('$regex has to be a string');
    checkRegularExpression(operand);
    const flags = operators.$options ?? '';
    if (typeof flags !== 'string' || !/^[ims]*$/.test(flags)) fail(`invalid flag in regex options: ${String(flags)}`);
    try {
      new RegExp(operand as string, flags);
    } catch (error) {
      fail(`Regular expression is invalid: ${(error as Error).message}`);
    }
  },
  $options: (_, operators) => {
    if (!('$regex' in operators)) fail('$options needs a $regex');
  },
  $mod: (operand) => {
    const pair = checkList('$mod', operand);
    if (pair.length !== 2 || pair.some((item) => typeof item !== 'number')) fail('malformed mod, needs two numbers');
    if (Math.trunc(pair[0] as number) === 0) fail('divisor cannot be 0');
  },
  $size: (operand) => {
    if (!Number.isInteger(operand) || (operand as number) < 0) fail('$size must be a whole number of 0 or more');
  },
  $elemMatch: (operand) => {
    if (!isPlainObject(operand)) fail('$elemMatch needs an Object');
    const keys = Object.keys(operand as PlainObject);
    const onValue = keys.length > 0 && keys.every((key) => key in operandChecks || key === '$not');
    if (onValue) checkOperators(operand as PlainObject);
    else checkConditions(operand as PlainObject);
  },
  $not: (operand) => {
    if (operand instanceof RegExp) return checkRegularExpression(operand);
    if (!isPlainObject(operand) || Object.keys(operand).length === 0) fail('$not needs a regex or a document');
    checkOperators(operand as PlainObject);
  },
};

function checkMembers(operator: string, operand: unknown): void {
  for (const item of checkList(operator, operand)) {
    checkRegularExpression(item);
    if (isPlainObject(item) && Object.keys(item).some((key) => key.startsWith('$'))) {
      fail(`cannot nest $ under ${operator}`);
    }
  }
}

function checkOperators(operators: PlainObject): void {
  for (const [operator, operand] of Object.entries(operators)) {
    const check = Object.hasOwn(operandChecks, operator) ? operandChecks[operator] : undefined;
    if (!check) fail(`unknown operator: ${operator}`);
    check(operand, operators);
  }
}

/** Throws `BadValue` for what MongoDB would not take, `NotImplemented` for what is not done here. */
export function checkConditions(conditions: PlainObject): void {
  for (const [key, value] of Object.entries(conditions)) {
    if (key === '$and' || key === '$or' || key === '$nor') {
      const list = checkList(key, value);
      if (list.length === 0) fail(`${key} must be a nonempty array`);
      for (const item of list) {
        if (!isPlainObject(item)) fail(`${key} entries need to be full objects`);
        checkConditions(item as PlainObject);
      }
    } else if (key === '$expr') {
      checkExpression(value);
    } else if (key === '$text') {
      throw unsupported('$text anywhere but at the top of a filter');
    } else if (key.startsWith('$')) {
      fail(`unknown top level operator: ${key}`);
    } else {
      splitPath(key);
      if (value instanceof RegExp) checkRegularExpression(value);
      else if (isPlainObject(value) && Object.keys(value).some((name) => name.startsWith('$'))) checkOperators(value);
    }
  }
}

function searchOf(text: unknown): string {
  if (!isPlainObject(text) || typeof text.$search !== 'string') fail('$text needs a string in $search');
  for (const [option, value] of Object.entries(text as PlainObject)) {
    if (option === '$search' || value === false || (option === '$language' && value === 'none')) continue;
    throw unsupported(`the option ${option} of $text`);
  }
  return (text as { $search: string }).$search;
}

/** A test for conditions that are plain and checked already. */
export function testOf(conditions: PlainObject): (document: PlainObject) => boolean {
  if (Object.keys(conditions).length === 0) return () => true;
  const query = new Query(conditions, mingoOptions);
  return (document) => query.test(document);
}

/** Checks a filter as the application gave it. */
export function compileFilter(given: unknown): Filter {
  const { $text, $comment: _, ...conditions } = toFilter(given);
  checkConditions(conditions);
  return { conditions, search: $text === undefined ? null : searchOf($text), test: testOf(conditions) };
}
