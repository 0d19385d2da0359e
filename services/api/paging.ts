/** Lists in pages: ordered by id, newest first, a cursor being the last id that was handed out. */
import { z } from 'zod';
import { DomainError } from '../domain/errors.ts';

export const pagingShape = {
  cursor: z.string().min(1).max(400).optional().meta({ description: '`nextCursor` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export interface Paging {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function idOf(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (Buffer.from(id, 'utf8').toString('base64url') !== cursor) {
    throw new DomainError('invalid_request', 'cursor: is not one that was handed out');
  }
  return id;
}

/** How far a query reaches: what follows the cursor, one record more than the page holds. */
export interface Window {
  readonly after: { _id?: { $lt: string } };
  readonly order: { readonly _id: -1 };
  readonly count: number;
}

/** One page of the records that `find` finds. Throws `invalid_request` for a cursor that is none. */
export async function pageOf<Stored extends { _id: string }>(
  paging: Paging,
  find: (window: Window) => PromiseLike<Stored[]>,
): Promise<{ items: Stored[]; nextCursor: string | null }> {
  const after = paging.cursor === undefined ? {} : { _id: { $lt: idOf(paging.cursor) } };
  const found = await find({ after, order: { _id: -1 }, count: paging.limit + 1 });
  const items = found.slice(0, paging.limit);
  const last = items.at(-1);
  const more = found.length > paging.limit && last !== undefined;
  return { items, nextCursor: more ? Buffer.from(last._id, 'utf8').toString('base64url') : null };
}
