/** The stages of a pipeline that are known here, each checked before anything is read. */
import { serverError, unsupported } from './errors.ts';
import { accumulatorContext, checkExpression } from './expressions.ts';
import { checkConditions } from './filter.ts';
import { splitPath } from './paths.ts';
import { toSort } from './sort.ts';
import { isPlainObject, type PlainObject, toFilter, toPlain } from './values.ts';

export type Stage = readonly [string, unknown];
function fail(message: string): never {
  throw serverError('BadValue', message);
}

function checkObject(name: string, spec: unknown): PlainObject {
  return isPlainObject(spec) ? spec : fail(`${name} specification must be an object`);
}

function checkGroup(spec: unknown): void {
  const { _id, ...fields } = checkObject('$group', spec);
  if (_id === undefined) fail('a group specification must include an _id');
  checkExpression(_id);
  for (const [field, accumulator] of Object.entries(fields)) {
    const [name, ...others] = isPlainObject(accumulator) ? Object.keys(accumulator) : [];
    if (name === undefined || others.length > 0) fail(`The field '${field}' must be an accumulator object`);
    if (!Object.hasOwn(accumulatorContext, name as string)) fail(`unknown group operator '${name}'`);
    checkExpression(accumulator);
  }
}

function checkCount(name: string, least: number): (spec: unknown) => void {
  return (spec) => {
    if (!Number.isInteger(spec) || (spec as number) < least) fail(`${name} must be a whole number of ${least} or more`);
  };
}

function checkUnwind(spec: unknown): void {
  const path = isPlainObject(spec) ? spec.path : spec;
  if (typeof path !== 'string' || !path.startsWith('$'))
    fail("path option to $unwind stage should be prefixed with a '$'");
}

function checkLookup(spec: unknown): void {
  const given = checkObject('$lookup', spec);
  for (const name of ['from', 'localField', 'foreignField', 'as']) {
    if (typeof given[name] !== 'string') throw unsupported(`$lookup without "${name}"`);
  }
  const other = Object.keys(given).find((name) => !['from', 'localField', 'foreignField', 'as'].includes(name));
  if (other) throw unsupported(`"${other}" in $lookup`);
}

const stageChecks: Record<string, (spec: unknown) => void> = {
  $match: (spec) => checkConditions(toFilter(spec)),
  $project: (spec) => {
    if (Object.keys(checkObject('$project', spec)).length === 0) fail('$project requires at least one field');
    checkExpression(spec);
  },
  $addFields: (spec) => checkExpression(checkObject('$addFields', spec)),
  $set: (spec) => checkExpression(checkObject('$set', spec)),
  $unset: (spec) => {
    for (const path of [spec].flat()) splitPath(String(path));
  },
  $group: checkGroup,
  $sort: (spec) => {
    if (toSort(checkObject('$sort', spec)).byScore) throw unsupported('a $sort by the text score behind other stages');
  },
  $limit: checkCount('$limit', 1),
  $skip: checkCount('$skip', 0),
  $unwind: checkUnwind,
  $count: (spec) => {
    if (typeof spec !== 'string' || spec === '' || /[$.\0]/.test(spec)) fail('the count field must be a plain name');
  },
  $sortByCount: checkExpression,
  $replaceRoot: (spec) => checkExpression(checkObject('$replaceRoot', spec).newRoot),
  $replaceWith: checkExpression,
  $facet: (spec) => {
    for (const part of Object.values(checkObject('$facet', spec))) {
      if (toStages(part).some(([name]) => name === '$facet' || name === '$lookup')) {
        throw unsupported('$facet or $lookup within $facet');
      }
    }
  },
  $lookup: checkLookup,
};

/** Reads a pipeline but for a leading `$match`. Throws for a stage or an operator that is not known here. */
export function toStages(given: unknown): Stage[] {
  if (!Array.isArray(given)) fail('A pipeline must be an array');
  return (given as unknown[]).map((stage) => {
    const plain = checkObject('A pipeline stage', toPlain(stage));
    const [name, ...others] = Object.keys(plain);
    if (name === undefined || others.length > 0) {
      fail('A pipeline stage specification object must contain exactly one field.');
    }
    const check = Object.hasOwn(stageChecks, name) ? stageChecks[name] : undefined;
    if (!check) throw unsupported(`the pipeline stage ${name}`);
    const spec = name === '$match' ? toFilter((stage as PlainObject).$match) : plain[name];
    check(spec);
    return [name, spec] as const;
  });
}
