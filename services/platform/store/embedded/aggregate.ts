/** Aggregation: the leading stages by the planner, the others by mingo over what is left. */
import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import * as stages from 'mingo/operators/pipeline';
import { type CursorSource, paced } from './cursor.ts';
import { serverError } from './errors.ts';
import { explainSearch } from './explain.ts';
import { compileFilter, type Filter, mingoOptions } from './filter.ts';
import { everything, type FindOptions, type Search, search } from './find.ts';
import { neededFields } from './needed-fields.ts';
import { leavesAt, MISSING } from './paths.ts';
import { sortKeyOf, toSort } from './sort.ts';
import { type Stage, toStages } from './stages.ts';
import type { Ground } from './table.ts';
import { isPlainObject, type PlainObject } from './values.ts';

type Documents = Parameters<typeof stages.$match>[0];

/** Sorting in MongoDB's order of values; what is equal keeps its order. */
function $sort(documents: Documents, spec: unknown): Documents {
  const keyOf = sortKeyOf(toSort(spec).key);
  return documents.transform((list) => {
    const keyed = (list as PlainObject[]).map((document) => ({ document, key: keyOf(document) }));
    return Lazy(keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ document }) => document));
  });
}

/** Counting: as on MongoDB, nothing comes out where nothing goes in. */
function $count(documents: Documents, field: string): Documents {
  return documents.transform(({ length }) => Lazy(length > 0 ? [{ [field]: length }] : []));
}

interface LookupSpec {
  readonly from: string;
  readonly localField: string;
  readonly foreignField: string;
  readonly as: string;
}

/** Joins by the planner, so that an index on the foreign field is used. */
function lookup(ground: Ground) {
  return (documents: Documents, { from, localField, foreignField, as }: LookupSpec): Documents => {
    const path = localField.split('.');
    return documents.map((document) => {
      const leaves = leavesAt(document, path).map((leaf) => (leaf === MISSING ? null : leaf));
      const values = leaves.length > 0 ? leaves.flat() : [null];
      const joined: PlainObject[] = [];
      const collection = ground.file.read(() => ground.catalog.get(from));
      const filter = compileFilter({ [foreignField]: { $in: values } });
      if (collection) {
        for (const found of search(ground, collection, filter, everything).results)
          if (found) joined.push(found.document);
      }
      return { ...(document as PlainObject), [as]: joined };
    });
  };
}

const { $match, $project, $addFields, $set, $unset, $group, $limit, $skip, $unwind } = stages;
const { $sortByCount, $replaceRoot, $replaceWith, $facet } = stages;
const known = {
  ...{ $match, $project, $addFields, $set, $unset, $group, $limit, $skip, $unwind, $count },
  ...{ $sortByCount, $replaceRoot, $replaceWith, $facet, $sort },
};

function runStages(ground: Ground, documents: PlainObject[], rest: readonly Stage[]): PlainObject[] {
  if (rest.length === 0) return documents;
  const context = Context.from(
    Context.init({ pipeline: { ...known, $lookup: lookup(ground) } as never }),
    mingoOptions.context,
  );
  const pipeline = rest.map(([name, spec]) => ({ [name]: spec }) as PlainObject);
  try {
    return new Aggregator(pipeline, { context, scriptEnabled: false }).run(documents) as PlainObject[];
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'MingoError') {
      throw serverError('BadValue', error.message.replace(/^mingo: /, ''));
    }
    throw error;
  }
}

interface Leading {
  readonly filter: Filter;
  readonly options: FindOptions;
  readonly rest: readonly Stage[];
}

/** Takes `$match`, `$sort` and `$limit` off the front, in this order, as far as they are there. */
function leadingOf(pipeline: unknown): Leading {
  const first: unknown = Array.isArray(pipeline) ? pipeline[0] : undefined;
  const isMatch = isPlainObject(first) && '$match' in first && Object.keys(first).length === 1;
  const filter = compileFilter(isMatch ? first.$match : {});
  const rest = toStages(isMatch ? (pipeline as unknown[]).slice(1) : pipeline);
  const sort = rest[0]?.[0] === '$sort' ? toSort(rest.shift()?.[1]) : everything.sort;
  const limit = rest[0]?.[0] === '$limit' ? Number(rest.shift()?.[1]) : 0;
  return { filter, options: { sort, skip: 0, limit }, rest };
}

/** What the cursor of an aggregation reads from. A pipeline that cannot be run is refused before anything is read. */
export function aggregateSource(ground: Ground, name: string, pipeline: unknown): CursorSource {
  const start = ({ filter, options }: Leading): Search | null => {
    const collection = ground.file.read(() => ground.catalog.get(name));
    return collection ? search(ground, collection, filter, options) : null;
  };
  return {
    async *open() {
      const leading = leadingOf(pipeline);
      const { rest } = leading;
      const fields = neededFields(rest);
      const documents: PlainObject[] = [];
      for await (const { document } of paced(start(leading)?.results ?? [])) {
        documents.push(
          fields ? Object.fromEntries(Object.entries(document).filter(([key]) => fields.has(key))) : document,
        );
      }
      yield* runStages(ground, documents, rest);
    },
    async explain() {
      const search = start(leadingOf(pipeline));
      return search ? explainSearch(search) : { queryPlanner: { winningPlan: { stage: 'EOF' } } };
    },
  };
}
