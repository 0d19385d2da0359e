/**
 * A collection with the methods of the driver's, over the records file: what mongoose calls. Every method that writes
 * resolves when its work is on the disk.
 */
import { aggregateSource } from './aggregate.ts';
import { runBulk } from './bulk.ts';
import { toBulkWrite } from './bulk-entries.ts';
import { type CursorSource, EmbeddedCursor } from './cursor.ts';
import { serverError, unsupported } from './errors.ts';
import { compileFilter } from './filter.ts';
import { createIndexStep, dropIndexStep, hasIndex, listIndexes, toIndexDefinition } from './indexes.ts';
import { deleteMany, updateMany } from './many.ts';
import { checkOptions, type Options } from './options.ts';
import { toProjection } from './projection.ts';
import { countMatching, distinctValues, findSource } from './reads.ts';
import { toSort } from './sort.ts';
import { compileReplacement, compileUpdate, type Update } from './update.ts';
import { type PlainObject, toStored } from './values.ts';
import { insertStep, makeId, removeStep, type Target, type UpdateCommand, type Updated, updateStep } from './writes.ts';

function toCommand(filter: unknown, update: Update, options: Options): UpdateCommand {
  checkOptions(options);
  const { upsert, sort, hint } = options;
  return {
    filter: compileFilter(filter),
    update,
    upsert: upsert === true,
    sort: toSort(sort),
    hint: hint ?? undefined,
  };
}

function toUpdateResult({ before, after, modified }: Updated) {
  const upserted = before === null && after !== null;
  return {
    acknowledged: true,
    matchedCount: Number(before !== null),
    modifiedCount: Number(modified),
    upsertedCount: Number(upserted),
    upsertedId: upserted ? after._id : null,
  };
}

export class EmbeddedCollection {
  readonly #target: Target;

  constructor(target: Target) {
    this.#target = target;
  }

  get collectionName(): string {
    return this.#target.name;
  }

  get namespace(): string {
    return `${this.#target.ground.databaseName}.${this.#target.name}`;
  }

  #write<Result>(step: () => Result): Promise<Result> {
    return this.#target.ground.file.write(step);
  }

  find(filter?: unknown, options: Options = {}): EmbeddedCursor {
    return new EmbeddedCursor(findSource(this.#target, filter), { ...options });
  }

  async findOne(filter?: unknown, options: Options = {}): Promise<PlainObject | null> {
    const cursor = this.find(filter, { ...options, limit: 1 });
    if (options.explain) return cursor.explain(options.explain);
    const found = await cursor.next();
    await cursor.close();
    return found;
  }

  aggregate(pipeline: unknown = [], options: Options = {}): EmbeddedCursor {
    checkOptions(options);
    return new EmbeddedCursor(aggregateSource(this.#target.ground, this.#target.name, pipeline));
  }

  async countDocuments(filter?: unknown, options: Options = {}): Promise<number> {
    return countMatching(this.#target, filter, options);
  }

  async estimatedDocumentCount(): Promise<number> {
    return countMatching(this.#target, {}, {});
  }

  async distinct(field: string, filter?: unknown, options: Options = {}): Promise<unknown[]> {
    return distinctValues(this.#target, field, filter, options);
  }

  async insertOne(document: PlainObject, options: Options = {}) {
    checkOptions(options);
    document._id ??= makeId();
    const stored = toStored(document);
    const insertedId = await this.#write(() => insertStep(this.#target, stored));
    return { acknowledged: true, insertedId };
  }

  async insertMany(documents: PlainObject[], options: Options = {}) {
    if (!Array.isArray(documents) || documents.length === 0) {
      throw serverError('BadValue', 'Invalid BulkOperation, Batch cannot be empty');
    }
    const entries = documents.map((document) => {
      document._id ??= makeId();
      return { insertOne: { document } };
    });
    const result = await this.bulkWrite(entries, options);
    return { acknowledged: true, insertedCount: result.insertedCount, insertedIds: result.insertedIds };
  }

  async bulkWrite(entries: readonly unknown[], options: Options = {}) {
    checkOptions(options);
    if (!Array.isArray(entries) || entries.length === 0) {
      throw serverError('BadValue', 'Invalid BulkOperation, Batch cannot be empty');
    }
    const writes = entries.map((entry) => toBulkWrite(this.#target, entry));
    return runBulk(writes, options.ordered !== false, (work) => this.#write(work));
  }

  async updateOne(filter: unknown, update: unknown, options: Options = {}) {
    const command = toCommand(filter, compileUpdate(update, options.arrayFilters), options);
    return toUpdateResult(await this.#write(() => updateStep(this.#target, command)));
  }

  async replaceOne(filter: unknown, replacement: unknown, options: Options = {}) {
    const command = toCommand(filter, compileReplacement(replacement), options);
    return toUpdateResult(await this.#write(() => updateStep(this.#target, command)));
  }

  async updateMany(filter: unknown, update: unknown, options: Options = {}) {
    return updateMany(this.#target, toCommand(filter, compileUpdate(update, options.arrayFilters), options));
  }

  async deleteOne(filter: unknown, options: Options = {}) {
    const { filter: compiled, sort, hint } = toCommand(filter, (document) => document, options);
    const found = await this.#write(() => removeStep(this.#target, compiled, sort, hint));
    return { acknowledged: true, deletedCount: Number(found !== null) };
  }

  async deleteMany(filter?: unknown, options: Options = {}) {
    checkOptions(options);
    return deleteMany(this.#target, compileFilter(filter));
  }

  async findOneAndUpdate(filter: unknown, update: unknown, options: Options = {}) {
    return this.#findAndModify(toCommand(filter, compileUpdate(update, options.arrayFilters), options), options);
  }

  async findOneAndReplace(filter: unknown, replacement: unknown, options: Options = {}) {
    return this.#findAndModify(toCommand(filter, compileReplacement(replacement), options), options);
  }

  async #findAndModify(command: UpdateCommand, options: Options) {
    const project = toProjection(options.projection);
    const updated = await this.#write(() => updateStep(this.#target, command));
    const { before, after, score } = updated;
    const chosen = options.returnDocument === 'after' || options.new === true ? after : before;
    const value = chosen && project ? project(chosen, score) : chosen;
    if (options.includeResultMetadata !== true) return value;
    const upserted = before === null && after !== null;
    const lastErrorObject = {
      n: Number(before !== null || upserted),
      updatedExisting: before !== null,
      ...(upserted ? { upserted: after._id } : {}),
    };
    return { value, lastErrorObject, ok: 1 };
  }

  async findOneAndDelete(filter: unknown, options: Options = {}) {
    const { filter: compiled, sort, hint } = toCommand(filter, (document) => document, options);
    const project = toProjection(options.projection);
    const found = await this.#write(() => removeStep(this.#target, compiled, sort, hint));
    const value = found && project ? project(found.document, found.score) : (found?.document ?? null);
    if (options.includeResultMetadata !== true) return value;
    return { value, lastErrorObject: { n: Number(found !== null) }, ok: 1 };
  }

  async createIndex(spec: unknown, options: Options = {}): Promise<string> {
    const definition = toIndexDefinition(spec, options);
    const { ground, name } = this.#target;
    // Most indexes are there since the first start: then nobody has to wait for a turn to write.
    if (ground.file.read(() => hasIndex(ground, name, definition))) return definition.name;
    return this.#write(() => createIndexStep(ground, name, definition));
  }

  async createIndexes(specs: readonly { key: unknown }[], options: Options = {}): Promise<string[]> {
    const names: string[] = [];
    for (const { key, ...own } of specs) names.push(await this.createIndex(key, { ...options, ...own }));
    return names;
  }

  listIndexes(): EmbeddedCursor {
    const { ground, name } = this.#target;
    const source: CursorSource = {
      async *open() {
        const collection = ground.file.read(() => ground.catalog.get(name));
        if (!collection) throw serverError('NamespaceNotFound', `ns does not exist: ${name}`);
        yield* listIndexes(collection);
      },
      explain: () => Promise.reject(unsupported('explaining a list of indexes')),
    };
    return new EmbeddedCursor(source);
  }

  indexes(): Promise<PlainObject[]> {
    return this.listIndexes().toArray();
  }

  async dropIndex(which: unknown): Promise<PlainObject> {
    await this.#write(() => dropIndexStep(this.#target.ground, this.#target.name, which));
    return { ok: 1 };
  }

  async drop(): Promise<boolean> {
    const { catalog } = this.#target.ground;
    return this.#write(() => {
      const collection = catalog.get(this.#target.name);
      if (collection) catalog.drop(collection);
      return collection !== undefined;
    });
  }
}
