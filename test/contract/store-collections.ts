/** Plain collections of a store under test, and what its operations answer. */
import type mongoose from 'mongoose';
import type { OpenedStore } from './store-drivers.ts';

export type Plain = Record<string, unknown>;
export type Collection = mongoose.mongo.Collection<mongoose.AnyObject & { _id: string | number }>;

export function collectionOf(opened: OpenedStore, name: string): Collection {
  return opened.store.connection.collection(name) as unknown as Collection;
}

export function idsOf(found: readonly { _id: unknown }[]): unknown[] {
  return found.map(({ _id }) => _id).sort();
}

/** What a promise is rejected with; throws when it is not. */
export async function errorOf(promise: Promise<unknown>): Promise<Plain & Error> {
  try {
    await promise;
  } catch (error) {
    return error as Plain & Error;
  }
  throw new Error('It was not refused.');
}
