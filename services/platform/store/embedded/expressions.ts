/** The expressions of aggregation that are known here: mingo's, with comparisons in MongoDB's order of values. */
import { type Context, evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as all from 'mingo/operators/expression';
import type { Options } from 'mingo/types';
import { serverError } from './errors.ts';
import { compareValues, isSame } from './order.ts';
import { isPlainObject } from './values.ts';

type Expression = (document: unknown, expression: unknown, options: Options) => unknown;

/** Missing sorts before null in an expression. */
function compare(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return Math.sign(compareValues(a, b));
}

function comparison(result: (order: number) => unknown): Expression {
  return (document, expression, options) => {
    const [a, b] = evalExpr(document, expression, options) as unknown[];
    return result(compare(a, b));
  };
}

/** mingo's options while it evaluates: they say which document `$$ROOT` is. */
interface Evaluation extends Options {
  readonly local: { readonly root?: unknown };
  update(locals: { root: unknown }): Evaluation;
}

/** What an accumulator sees: the value of its expression for each document, or a list that is there already. */
function valuesOf(documents: unknown, expression: unknown, options: Options): unknown[] {
  const items = documents as unknown[];
  if (expression === null) return items;
  const evaluation = options as Evaluation;
  const { root } = evaluation.local;
  const values = items.map((item) => evalExpr(item, expression, evaluation.update({ root: item })));
  evaluation.update({ root });
  return values;
}

/** The least (-1) or greatest (1) of what is neither null nor missing; null for nothing. */
function extreme(sign: 1 | -1): Expression {
  return (documents, expression, options) => {
    const present = valuesOf(documents, expression, options).filter((value) => value !== null && value !== undefined);
    if (present.length === 0) return null;
    return present.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best));
  };
}

const $push: Expression = (documents, expression, options) =>
  valuesOf(documents, expression, options).filter((value) => value !== undefined);

const $addToSet: Expression = (documents, expression, options) => {
  const set: unknown[] = [];
  for (const value of $push(documents, expression, options) as unknown[]) {
    if (!set.some((other) => isSame(other, value))) set.push(value);
  }
  return set;
};

const names = [
  ...['$abs', '$add', '$ceil', '$divide', '$floor', '$mod', '$multiply', '$round', '$sqrt', '$subtract', '$trunc'],
  ...[
    '$mergeObjects',
    '$arrayElemAt',
    '$concatArrays',
    '$filter',
    '$in',
    '$indexOfArray',
    '$isArray',
    '$map',
    '$range',
    '$reduce',
  ],
  ...['$reverseArray', '$size', '$slice', '$and', '$or', '$not', '$cond', '$ifNull', '$switch', '$literal', '$let'],
  ...['$dateToString', '$year', '$month', '$dayOfMonth', '$dayOfWeek', '$hour', '$minute', '$second'],
  ...['$objectToArray', '$arrayToObject', '$setUnion', '$setIntersection', '$setDifference'],
  ...['$setIsSubset', '$anyElementTrue', '$allElementsTrue', '$concat', '$split', '$strLenCP', '$substrCP'],
  ...['$toLower', '$toUpper', '$trim', '$ltrim', '$rtrim', '$regexMatch', '$toString', '$toInt', '$toDouble'],
] as const;

const chosen = Object.fromEntries(Object.entries(all).filter(([name]) => (names as readonly string[]).includes(name)));
const comparisons: Record<string, Expression> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison((order) => order),
};

export const expressionContext = { ...chosen, ...comparisons } as Parameters<Context['addExpressionOps']>[0];
const { $sum, $avg, $first, $last, $count } = accumulators;
export const accumulatorContext = {
  ...{ $sum, $avg, $first, $last, $count, $push, $addToSet, $min: extreme(-1), $max: extreme(1) },
} as Parameters<Context['addAccumulatorOps']>[0];

const known = new Set([...Object.keys(expressionContext), ...Object.keys(accumulatorContext)]);

/** Throws for an operator that is not known here, before any document is looked at. */
export function checkExpression(expression: unknown): void {
  if (Array.isArray(expression)) {
    for (const item of expression) checkExpression(item);
  } else if (isPlainObject(expression)) {
    for (const [key, value] of Object.entries(expression)) {
      if (key.startsWith('$') && !known.has(key)) {
        throw serverError('BadValue', `Unrecognized expression '${key}'`);
      }
      if (key !== '$literal') checkExpression(value);
    }
  }
}
