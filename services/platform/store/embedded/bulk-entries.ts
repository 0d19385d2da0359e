/** The operations that an entry of `bulkWrite` can be. */
import { type BulkWrite, entryOf, type WriteCounts } from './bulk.ts';
import { serverError } from './errors.ts';
import { compileFilter } from './filter.ts';
import { deleteMany, updateMany } from './many.ts';
import { checkOptions } from './options.ts';
import { toSort } from './sort.ts';
import { compileReplacement, compileUpdate, type Update } from './update.ts';
import { type PlainObject, toStored } from './values.ts';
import { insertStep, removeStep, type Target, type UpdateCommand, updateStep } from './writes.ts';

function toCommand({ filter, upsert, sort, hint }: PlainObject, update: Update): UpdateCommand {
  return {
    filter: compileFilter(filter),
    update,
    upsert: upsert === true,
    sort: toSort(sort),
    hint: hint ?? undefined,
  };
}

function updating(target: Target, command: UpdateCommand): () => WriteCounts {
  return () => {
    const { before, after, modified } = updateStep(target, command);
    if (before === null) return after === null ? {} : { upserted: after._id };
    return { matched: 1, modified: Number(modified) };
  };
}

/** Reads an entry. Throws at once for a filter or an update that cannot be run. */
export function toBulkWrite(target: Target, entry: unknown): BulkWrite {
  const [name, operation] = entryOf(entry);
  checkOptions(operation);
  switch (name) {
    case 'insertOne': {
      const document = toStored(operation.document ?? operation);
      return { operation: document, step: () => ({ inserted: insertStep(target, document) }) };
    }
    case 'updateOne': {
      const command = toCommand(operation, compileUpdate(operation.update, operation.arrayFilters));
      return { operation, step: updating(target, command) };
    }
    case 'replaceOne':
      return { operation, step: updating(target, toCommand(operation, compileReplacement(operation.replacement))) };
    case 'deleteOne': {
      const { filter, sort, hint } = toCommand(operation, (document) => document);
      return { operation, step: () => ({ deleted: Number(removeStep(target, filter, sort, hint) !== null) }) };
    }
    case 'updateMany': {
      const command = toCommand(operation, compileUpdate(operation.update, operation.arrayFilters));
      const many = async () => {
        const { matchedCount, modifiedCount, upsertedCount, upsertedId } = await updateMany(target, command);
        return { matched: matchedCount, modified: modifiedCount, ...(upsertedCount ? { upserted: upsertedId } : {}) };
      };
      return { operation, many };
    }
    case 'deleteMany': {
      const filter = compileFilter(operation.filter);
      return { operation, many: async () => ({ deleted: (await deleteMany(target, filter)).deletedCount }) };
    }
    default:
      throw serverError('FailedToParse', `bulkWrite does not know the operation "${name}"`);
  }
}
