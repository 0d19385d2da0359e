/**
 * The archive: pages found by the words on them. The store's text index finds the pages, the documents that hold them
 * say what they are; blank pages have no words and separators are nobody's evidence, so neither is ever a hit.
 */
import type { SearchHit } from '../domain/search-hit.ts';
import type { Store } from '../platform/store/store.ts';
import { type ArchiveFilter, allHolders, type Holder, holdersIn, isFiltered } from './archive-filter.ts';
import { type Alike, highlightsOf, holdsAll, snippetOf, standIns } from './hit-words.ts';
import { indexMatches, type Match, matchesAmong } from './matches.ts';
import { misreadingsOf } from './misreadings.ts';
import { type Term, termsOf } from './search-words.ts';

export interface ArchiveSearch extends ArchiveFilter {
  /** What a person typed: words, and words in double quotes that stand together. Never read as anything else. */
  readonly query: string;
  readonly limit: number;
}

/** A filter that few of many matches pass stops after this many pages rather than reading the whole archive. */
const MAX_SCANNED = 3000;
/** After so many matches, a filter that leaves few pages is asked for these pages instead. */
const PATIENCE = 300;
/** So many pages are read one by one in less than half a second. */
const FEW_PAGES = 2000;

const nothingAlike: Alike = new Map();

/** What the pages must hold, and how the index is asked for them. */
interface Wanted {
  readonly terms: readonly Term[];
  readonly $search: string;
  readonly needsAll: boolean;
  readonly alike: Alike;
}

function hitOf(match: Match, holder: Holder, { terms, alike }: Wanted): SearchHit {
  const text = match.content?.text ?? '';
  const near = standIns(terms, text, alike);
  return {
    documentId: holder._id,
    uploadId: match.uploadId,
    file: holder.file,
    page: match.number,
    studentId: holder.studentId,
    documentType: holder.documentType,
    date: holder.date,
    score: match.score,
    snippet: snippetOf(terms, text, alike),
    highlights: match.content ? highlightsOf(terms, match.content, alike) : [],
    ...(near.length > 0 && { near }),
  };
}

/** Best first, read one by one among the few pages that the filter leaves; null where they are many. */
async function hitsAmongFew(store: Store, search: ArchiveSearch, wanted: Wanted): Promise<SearchHit[] | null> {
  const holders = await allHolders(store, search, FEW_PAGES);
  if (!holders) return null;
  const matches = await matchesAmong(store, [...holders.keys()], wanted.terms, wanted);
  return matches.slice(0, search.limit).flatMap((match) => {
    const holder = holders.get(match._id);
    return holder ? [hitOf(match, holder, wanted)] : [];
  });
}

async function hitsFor(store: Store, search: ArchiveSearch, wanted: Wanted): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  let scanned = 0;
  let mayAskForFew = isFiltered(search);
  for await (const matches of indexMatches(store, search.districtId, wanted.$search)) {
    const holders = await holdersIn(
      store,
      search,
      matches.map(({ uploadId }) => uploadId),
    );
    for (const match of matches) {
      const holder = holders.get(match._id);
      if (!holder || (wanted.needsAll && !holdsAll(wanted.terms, match.content?.text ?? '', wanted.alike))) continue;
      hits.push(hitOf(match, holder, wanted));
      if (hits.length === search.limit) return hits;
    }
    scanned += matches.length;
    if (mayAskForFew && scanned >= PATIENCE) {
      mayAskForFew = false;
      const few = await hitsAmongFew(store, search, wanted);
      if (few) return few;
    }
    if (scanned >= MAX_SCANNED) break;
  }
  return hits;
}

/** For each of `words` that stands on no page of the district, what it may have been read as. */
async function misread(store: Store, districtId: string, words: readonly string[]): Promise<Alike> {
  const alike = new Map<string, ReadonlySet<string>>();
  for (const word of words) {
    const others = misreadingsOf(word);
    if (others.length === 0) continue;
    const known = await store.pages
      .find({ districtId, $text: { $search: `"${word}"` } }, { _id: 1 })
      .limit(1)
      .lean();
    if (known.length === 0) alike.set(word, new Set(others));
  }
  return alike;
}

/**
 * Pages that hold every word of the query, best first. Where there is none, a word that stands nowhere is taken for
 * what it may have been read as; and where that finds nothing either, pages that hold some of the words. A query
 * without a word finds nothing.
 */
export async function searchPages(store: Store, search: ArchiveSearch): Promise<SearchHit[]> {
  const terms = termsOf(search.query);
  const words = [...new Set(terms.flat())];
  if (words.length === 0) return [];
  // Quoted, so that each must be there; what stands next to what is looked at here, alike for every store.
  const all = words.map((word) => `"${word}"`).join(' ');
  const strict = await hitsFor(store, search, { terms, $search: all, needsAll: true, alike: nothingAlike });
  if (strict.length > 0) return strict;

  const alike = await misread(store, search.districtId, words);
  const others = [...alike.values()].flatMap((set) => [...set]);
  if (others.length > 0) {
    const near = await hitsFor(store, search, { terms, $search: others.join(' '), needsAll: true, alike });
    if (near.length > 0) return near;
  }
  if (words.length === 1 && terms.length === 1) return [];
  const $search = [...words, ...others].join(' ');
  return hitsFor(store, search, { terms: words.map((word) => [word]), $search, needsAll: false, alike });
}
