/** Pages that fit the words of a search, best first: from the store's text index, or one by one among few. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { PageRecord } from '../domain/records.ts';
import type { Store } from '../platform/store/store.ts';
import { type Alike, countTerms } from './hit-words.ts';
import { type Term, wordsIn } from './search-words.ts';

export type Match = Pick<PageRecord, '_id' | 'uploadId' | 'number' | 'content'> & { readonly score: number };

const BATCH = 100;
const fields = { uploadId: 1, number: 1, content: 1 } as const;

/** What the text index finds for `$search`, best first, in batches; the last one is the shorter. */
export async function* indexMatches(store: Store, districtId: string, $search: string): AsyncGenerator<Match[]> {
  // Pages that fit equally well come in any order, so one may come again in the next batch.
  const seen = new Set<string>();
  for (let skip = 0; ; skip += BATCH) {
    const found = (await store.pages
      .find({ districtId, $text: { $search } }, { ...fields, score: { $meta: 'textScore' } })
      .sort({ score: { $meta: 'textScore' } })
      .skip(skip)
      .limit(BATCH)
      .lean()) as unknown as Match[];
    yield found.filter((match) => !seen.has(match._id));
    if (found.length < BATCH) return;
    for (const match of found) seen.add(match._id);
  }
}

/** Okapi BM25 of one page without the rarity of the words, which is the same for all that are compared. */
function scoreOf(counts: readonly number[], length: number): number {
  const weight = 1.2 * (0.25 + 0.75 * (length / 300));
  return counts.reduce((sum, count) => sum + (count * 2.2) / (count + weight), 0);
}

/** Those of the pages `ids` that hold the terms, all of them or at least one, best first. Reads every one of them. */
export async function matchesAmong(
  store: Store,
  ids: readonly string[],
  terms: readonly Term[],
  { alike, needsAll }: { readonly alike: Alike; readonly needsAll: boolean },
): Promise<Match[]> {
  const matches: Match[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const pages = await store.pages.find({ _id: { $in: ids.slice(at, at + BATCH) } }, fields).lean();
    for (const page of pages) {
      const words = wordsIn(page.content?.text ?? '').map(({ word }) => word);
      const counts = countTerms(terms, words, alike);
      const fits = needsAll ? counts.every((count) => count > 0) : counts.some((count) => count > 0);
      if (fits) matches.push({ ...page, score: scoreOf(counts, words.length) });
    }
    // Whoever else waits is served in between.
    await breathe();
  }
  return matches.sort((a, b) => b.score - a.score || (a._id < b._id ? -1 : 1));
}
