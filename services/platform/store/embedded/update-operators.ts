/**
 * What each update operator does to one place. mingo's update operators pass over values of a wrong type in silence,
 * where MongoDB refuses the update; so these are our own.
 */
import { serverError, unsupported } from './errors.ts';
import { mingoOptions, testOf } from './filter.ts';
import { compareValues, isSame } from './order.ts';
import { elementTest } from './query-operators.ts';
import { copyOf, isPlainObject } from './values.ts';

/** A place in a document: a field of an object or an element of an array. */
export interface Place {
  readonly path: string;
  /** Undefined where nothing is there. */
  readonly value: unknown;
  readonly id: unknown;
}

/** What an operator wants done with a place. */
export type Outcome = { readonly set: unknown } | 'unset' | 'leave';

export interface Operator {
  /** Whether the way to a place that is not there is made. */
  readonly makes: boolean;
  /** Throws for an operand that can never be right. */
  check?(operand: unknown, path: string): void;
  apply(place: Place, operand: unknown, now: Date): Outcome;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function needsNumber(name: string, verb: string): Operator['check'] {
  return (operand, path) => {
    if (typeof operand !== 'number') {
      const shown = JSON.stringify(operand);
      throw serverError('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${shown}} (${name})`);
    }
  };
}

function arithmetic(name: string, verb: string, compute: (value: number, operand: number) => number): Operator {
  return {
    makes: true,
    check: needsNumber(name, verb),
    apply: ({ path, value, id }, operand) => {
      if (value !== undefined && typeof value !== 'number') {
        throw serverError(
          'TypeMismatch',
          `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(id)}} has the field '${path}' of non-numeric type ${typeName(value)}`,
        );
      }
      return { set: compute(value ?? 0, operand as number) };
    },
  };
}

function extreme(sign: 1 | -1): Operator {
  return {
    makes: true,
    apply: ({ value }, operand) =>
      value === undefined || compareValues(operand, value) * sign > 0 ? { set: copyOf(operand) } : 'leave',
  };
}

/** The list at a place; undefined where nothing is there. */
function listAt(name: string, { path, value }: Place): unknown[] | undefined {
  if (value === undefined || Array.isArray(value)) return value as unknown[] | undefined;
  throw serverError(
    name === '$pop' ? 'TypeMismatch' : 'BadValue',
    `Cannot apply ${name} to the field '${path}': it must be an array but is of type ${typeName(value)}`,
  );
}

function eachOf(name: string, operand: unknown): unknown[] {
  if (!isPlainObject(operand) || !('$each' in operand)) return [operand];
  if (!Array.isArray(operand.$each)) {
    throw serverError(
      'TypeMismatch',
      `The argument to $each in ${name} must be an array but it was of type ${typeName(operand.$each)}`,
    );
  }
  return operand.$each;
}

function checkModifiers(name: string, allowed: readonly string[]): Operator['check'] {
  return (operand) => {
    if (!isPlainObject(operand) || !Object.keys(operand).some((key) => key.startsWith('$'))) return;
    const unknown = Object.keys(operand).find((key) => !allowed.includes(key));
    if (unknown || !('$each' in operand)) {
      throw serverError('BadValue', `Unrecognized clause in ${name}: ${unknown ?? '$each is missing'}`);
    }
    eachOf(name, operand);
    for (const modifier of ['$slice', '$position']) {
      if (modifier in operand && !Number.isInteger(operand[modifier])) {
        throw serverError('BadValue', `The value for ${modifier} must be an integer value`);
      }
    }
    if ('$sort' in operand) elementOrder(operand.$sort);
  };
}

function fieldOf(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, part) => (isPlainObject(at) ? at[part] : undefined), value);
}

function elementOrder(sort: unknown): (a: unknown, b: unknown) => number {
  if (sort === 1 || sort === -1) return (a, b) => sort * compareValues(a, b);
  const fields = isPlainObject(sort) ? Object.entries(sort) : [];
  if (fields.length === 0 || fields.some(([, direction]) => direction !== 1 && direction !== -1)) {
    throw serverError('BadValue', 'The $sort is invalid: use 1, -1 or an object of them.');
  }
  return (a, b) => {
    for (const [path, direction] of fields) {
      const order = compareValues(fieldOf(a, path), fieldOf(b, path));
      if (order !== 0) return order * (direction as number);
    }
    return 0;
  };
}

const $push: Operator = {
  makes: true,
  check: checkModifiers('$push', ['$each', '$slice', '$sort', '$position']),
  apply: (place, operand) => {
    const list = [...(listAt('$push', place) ?? [])];
    const modifiers = isPlainObject(operand) && '$each' in operand ? operand : {};
    const position = modifiers.$position === undefined ? list.length : Number(modifiers.$position);
    list.splice(position, 0, ...eachOf('$push', operand).map(copyOf));
    if (modifiers.$sort !== undefined) list.sort(elementOrder(modifiers.$sort));
    const slice = modifiers.$slice as number | undefined;
    if (slice === undefined) return { set: list };
    return { set: slice < 0 ? list.slice(slice) : list.slice(0, slice) };
  },
};

const $addToSet: Operator = {
  makes: true,
  check: checkModifiers('$addToSet', ['$each']),
  apply: (place, operand) => {
    const list = [...(listAt('$addToSet', place) ?? [])];
    for (const item of eachOf('$addToSet', operand)) {
      if (!list.some((other) => isSame(other, item))) list.push(copyOf(item));
    }
    return { set: list };
  },
};

/** Whether an element is to be pulled: equal to a value, or fitting conditions on itself or on its fields. */
function pulled(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof RegExp) return (element) => testOf({ element: operand })({ element });
  if (isPlainObject(operand)) return elementTest(operand, mingoOptions);
  return (element) => isSame(element, operand);
}

function removing(name: string, test: (operand: unknown) => (element: unknown) => boolean): Operator {
  return {
    makes: false,
    apply: (place, operand) => {
      const list = listAt(name, place);
      if (!list) return 'leave';
      const gone = test(operand);
      return { set: list.filter((element) => !gone(element)) };
    },
  };
}

export const updateOperators: Readonly<Record<string, Operator>> = {
  $set: { makes: true, apply: (_, operand) => ({ set: copyOf(operand) }) },
  $unset: { makes: false, apply: ({ value }) => (value === undefined ? 'leave' : 'unset') },
  $inc: arithmetic('$inc', 'increment', (value, operand) => value + operand),
  $mul: arithmetic('$mul', 'multiply', (value, operand) => value * operand),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: {
    makes: true,
    check: (operand) => {
      if (operand === true || (isPlainObject(operand) && operand.$type === 'date')) return;
      throw unsupported(`$currentDate with ${JSON.stringify(operand)}`);
    },
    apply: (_, __, now) => ({ set: new Date(now.getTime()) }),
  },
  $push,
  $addToSet,
  $pull: removing('$pull', pulled),
  $pullAll: {
    ...removing('$pullAll', (operand) => (element) => (operand as unknown[]).some((item) => isSame(item, element))),
    check: (operand) => {
      if (!Array.isArray(operand)) throw serverError('BadValue', '$pullAll requires an array argument');
    },
  },
  $pop: {
    makes: false,
    check: (operand) => {
      if (operand !== 1 && operand !== -1) throw serverError('FailedToParse', '$pop expects 1 or -1');
    },
    apply: (place, operand) => {
      const list = listAt('$pop', place);
      if (!list) return 'leave';
      return { set: operand === 1 ? list.slice(0, -1) : list.slice(1) };
    },
  },
};
