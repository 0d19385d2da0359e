/** The steps of writing, each to be called within one transaction. */
import mongoose from 'mongoose';
import type { Collection } from './catalog.ts';
import { decodeDocument } from './codec.ts';
import { serverError } from './errors.ts';
import type { Filter } from './filter.ts';
import { findFirst } from './find.ts';
import { isSame } from './order.ts';
import type { Found } from './scan.ts';
import type { Sort } from './sort.ts';
import { type Ground, insertRecord, removeRecord, replaceRecord } from './table.ts';
import type { Update } from './update.ts';
import { startOfUpsert, withId } from './upsert.ts';
import type { PlainObject } from './values.ts';

export interface Target {
  readonly ground: Ground;
  /** The collection's name; it is made when something is first written to it. */
  readonly name: string;
}

/** An id for a record that comes without one; as with the driver, the document that was given gets it too. */
export const makeId = () => new mongoose.Types.ObjectId();

/** Inserts a document in stored values; gives its id. */
export function insertStep({ ground, name }: Target, document: PlainObject): unknown {
  const complete = withId(document, makeId);
  if (Array.isArray(complete._id)) throw serverError('BadValue', "The '_id' value cannot be of type array");
  insertRecord(ground, ground.catalog.ensure(name), complete);
  return complete._id;
}

export interface UpdateCommand {
  readonly filter: Filter;
  readonly update: Update;
  readonly upsert: boolean;
  readonly sort: Sort;
  readonly hint?: unknown;
}

export interface Updated {
  /** As it was; null where an upsert made it, or where nothing was found. */
  readonly before: PlainObject | null;
  readonly after: PlainObject | null;
  readonly modified: boolean;
  readonly score?: number;
}

function replaceFound(target: Target, collection: Collection, found: Found, after: PlainObject): boolean {
  if (isSame(found.document, after)) return false;
  replaceRecord(target.ground, collection, found.rid, found.document, after);
  return true;
}

/** Updates the first record that fits, or makes one. */
export function updateStep(target: Target, { filter, update, upsert, sort, hint }: UpdateCommand): Updated {
  const { ground, name } = target;
  const collection = upsert ? ground.catalog.ensure(name) : ground.catalog.get(name);
  const found = collection ? findFirst(ground, collection, filter, sort, hint) : null;
  if (collection && found) {
    const before = found.document;
    const after = update(before, filter, false);
    return { before, after, modified: replaceFound(target, collection, found, after), score: found.score };
  }
  if (!upsert) return { before: null, after: null, modified: false };
  const made = withId(update(startOfUpsert(filter.conditions), filter, true), makeId);
  insertStep(target, made);
  return { before: null, after: made, modified: false };
}

/** Removes the first record that fits and gives it, or null. */
export function removeStep({ ground, name }: Target, filter: Filter, sort: Sort, hint?: unknown): Found | null {
  const collection = ground.catalog.get(name);
  const found = collection ? findFirst(ground, collection, filter, sort, hint) : null;
  if (collection && found) removeRecord(ground, collection, found.rid, found.document);
  return found;
}

/** Those of the records that are still there and still fit. */
export function stillFitting(
  { ground }: Target,
  collection: Collection,
  rids: readonly number[],
  filter: Filter,
): Found[] {
  return rids.flatMap((rid) => {
    const [row] = ground.file.all(`SELECT doc FROM ${collection.table} WHERE rid = ?`, [rid]);
    const document = row && decodeDocument(String(row[0]));
    return document && filter.test(document) ? [{ rid, document }] : [];
  });
}

/** Updates these records; gives how many of them changed. */
export function updateManyStep(
  target: Target,
  collection: Collection,
  found: readonly Found[],
  { filter, update }: UpdateCommand,
): number {
  let modified = 0;
  for (const one of found) if (replaceFound(target, collection, one, update(one.document, filter, false))) modified++;
  return modified;
}

export function removeManyStep({ ground }: Target, collection: Collection, found: readonly Found[]): void {
  for (const { rid, document } of found) removeRecord(ground, collection, rid, document);
}
