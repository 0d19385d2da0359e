/**
 * The archive: pages found by the words on them. The store's text index finds the pages, the documents that hold them
 * say what they are; blank pages have no words and separators are nobody's evidence, so neither is ever a hit.
 */
import type { Day } from '../domain/dates.ts';
import type { DocumentType } from '../domain/evidence.ts';
import type { DocumentRecord, PageRecord } from '../domain/records.ts';
import type { SearchHit } from '../domain/search-hit.ts';
import type { Store } from '../platform/store/store.ts';
import { highlightsOf, holdsAll, snippetOf } from './hit-words.ts';
import { type Term, termsOf } from './search-words.ts';

export interface ArchiveSearch {
  readonly districtId: string;
  /** What a person typed: words, and words in double quotes that stand together. Never read as anything else. */
  readonly query: string;
  /** Documents that speak of this student, group sheets too. */
  readonly studentId?: string | undefined;
  readonly documentType?: DocumentType | undefined;
  /** Documents dated within these days, both included; undated ones are left out. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly limit: number;
}

type Match = Pick<PageRecord, '_id' | 'uploadId' | 'number' | 'content'> & { readonly score: number };
type Holder = Pick<
  DocumentRecord,
  '_id' | 'uploadId' | 'file' | 'pages' | 'studentId' | 'documentType' | 'date' | 'studentIds'
>;

const BATCH = 100;
/** A filter that few of many matches pass stops after this many pages rather than reading the whole archive. */
const MAX_SCANNED = 3000;
/** Up to this many uploads, a filter narrows the search itself. */
const MAX_NARROWED = 500;

const holderFields = { file: 1, uploadId: 1, pages: 1, studentId: 1, studentIds: 1, documentType: 1, date: 1 } as const;

function documentFilter(search: ArchiveSearch): Record<string, unknown> {
  const { districtId, studentId, documentType, from, to } = search;
  return {
    districtId,
    documentType: documentType ? { $eq: documentType, $ne: 'separator' } : { $ne: 'separator' },
    ...(studentId && { studentIds: studentId }),
    ...((from || to) && { date: { ...(from && { $gte: from }), ...(to && { $lte: to }) } }),
  };
}

/** The uploads that hold documents which pass the filter; undefined where there is no filter or they are too many. */
async function narrowedUploads(store: Store, search: ArchiveSearch): Promise<string[] | undefined> {
  if (!search.studentId && !search.documentType && !search.from && !search.to) return undefined;
  const documents = await store.documents
    .find(documentFilter(search), { uploadId: 1 })
    .limit(MAX_NARROWED * 4)
    .lean();
  const uploads = [...new Set(documents.map((document) => document.uploadId))];
  return documents.length < MAX_NARROWED * 4 && uploads.length <= MAX_NARROWED ? uploads : undefined;
}

async function matchesAt(
  store: Store,
  districtId: string,
  $search: string,
  uploads: string[] | undefined,
  skip: number,
): Promise<Match[]> {
  const filter = { districtId, $text: { $search }, ...(uploads && { uploadId: { $in: uploads } }) };
  const found = await store.pages
    .find(filter, { uploadId: 1, number: 1, content: 1, score: { $meta: 'textScore' } })
    .sort({ score: { $meta: 'textScore' } })
    .skip(skip)
    .limit(BATCH)
    .lean();
  return found as unknown as Match[];
}

/** The documents that hold these pages and pass the filter, by page id. */
async function holdersOf(store: Store, search: ArchiveSearch, matches: readonly Match[]): Promise<Map<string, Holder>> {
  const uploadIds = [...new Set(matches.map((match) => match.uploadId))];
  const documents: Holder[] = await store.documents
    .find({ ...documentFilter(search), uploadId: { $in: uploadIds } }, holderFields)
    .lean();
  const byPage = new Map<string, Holder>();
  for (const document of documents) {
    for (const page of document.pages) byPage.set(`${document.uploadId}/${page}`, document);
  }
  return byPage;
}

function hitOf(match: Match, holder: Holder, terms: readonly Term[]): SearchHit {
  return {
    documentId: holder._id,
    uploadId: match.uploadId,
    file: holder.file,
    page: match.number,
    studentId: holder.studentId,
    documentType: holder.documentType,
    date: holder.date,
    score: match.score,
    snippet: snippetOf(terms, match.content?.text ?? ''),
    highlights: match.content ? highlightsOf(terms, match.content) : [],
  };
}

async function hitsFor(
  store: Store,
  search: ArchiveSearch,
  terms: readonly Term[],
  $search: string,
  keep: (text: string) => boolean,
): Promise<SearchHit[]> {
  const uploads = await narrowedUploads(store, search);
  if (uploads?.length === 0) return [];
  const hits: SearchHit[] = [];
  // Pages that fit equally well come in any order, so one may come again in the next batch.
  const seen = new Set<string>();
  for (let scanned = 0; scanned < MAX_SCANNED; scanned += BATCH) {
    const matches = await matchesAt(store, search.districtId, $search, uploads, scanned);
    const holders = await holdersOf(store, search, matches);
    for (const match of matches) {
      const holder = holders.get(`${match.uploadId}/${match.number}`);
      if (!holder || seen.has(match._id) || !keep(match.content?.text ?? '')) continue;
      seen.add(match._id);
      hits.push(hitOf(match, holder, terms));
      if (hits.length === search.limit) return hits;
    }
    if (matches.length < BATCH) break;
  }
  return hits;
}

/**
 * Pages that hold every word of the query, best first; where there is none, pages that hold some of them. A query
 * without a word finds nothing.
 */
export async function searchPages(store: Store, search: ArchiveSearch): Promise<SearchHit[]> {
  const terms = termsOf(search.query);
  const words = [...new Set(terms.flat())];
  if (words.length === 0) return [];
  // Quoted, so that each must be there; what stands next to what is looked at here, alike for every store.
  const all = words.map((word) => `"${word}"`).join(' ');
  const strict = await hitsFor(store, search, terms, all, (text) => holdsAll(terms, text));
  if (strict.length > 0 || (words.length === 1 && terms.length === 1)) return strict;
  const loose: Term[] = words.map((word) => [word]);
  return hitsFor(store, search, loose, words.join(' '), () => true);
}
