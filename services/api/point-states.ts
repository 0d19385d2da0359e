/** The states of the numbers that were filed from documents. */
import type { DataPointRecord } from '../domain/records.ts';
import type { Store } from '../platform/store/store.ts';

/** By document, a list for each of `documents`. */
export async function pointStatesOf(
  store: Store,
  districtId: string,
  documents: readonly { readonly _id: string }[],
): Promise<Map<string, DataPointRecord['state'][]>> {
  const ids = documents.map((document) => document._id);
  const points = await store.dataPoints
    .find({ districtId, documentId: { $in: ids } }, { documentId: 1, state: 1 })
    .lean();
  const states = new Map<string, DataPointRecord['state'][]>(ids.map((id) => [id, []]));
  for (const point of points) states.get(point.documentId)?.push(point.state);
  return states;
}
