/** Which documents a search may find, and which pages they hold. */
import type { Day } from '../domain/dates.ts';
import type { DocumentType } from '../domain/evidence.ts';
import { type DocumentRecord, pageRecordId } from '../domain/records.ts';
import type { Store } from '../platform/store/store.ts';

export interface ArchiveFilter {
  readonly districtId: string;
  /** Documents that speak of this student, group sheets too. */
  readonly studentId?: string | undefined;
  readonly documentType?: DocumentType | undefined;
  /** Documents dated within these days, both included; undated ones are left out. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

export type Holder = Pick<
  DocumentRecord,
  '_id' | 'uploadId' | 'file' | 'pages' | 'studentId' | 'documentType' | 'date' | 'studentIds'
>;

const holderFields = { file: 1, uploadId: 1, pages: 1, studentId: 1, studentIds: 1, documentType: 1, date: 1 } as const;

export function isFiltered({ studentId, documentType, from, to }: ArchiveFilter): boolean {
  return [studentId, documentType, from, to].some((condition) => condition !== undefined);
}

function documentConditions({ districtId, studentId, documentType, from, to }: ArchiveFilter): Record<string, unknown> {
  return {
    districtId,
    documentType: documentType ? { $eq: documentType, $ne: 'separator' } : { $ne: 'separator' },
    ...(studentId && { studentIds: studentId }),
    ...((from || to) && { date: { ...(from && { $gte: from }), ...(to && { $lte: to }) } }),
  };
}

function byPage(documents: readonly Holder[]): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  for (const document of documents) {
    for (const page of document.pages) holders.set(pageRecordId(document.uploadId, page), document);
  }
  return holders;
}

/** The documents of these uploads that pass the filter, by the ids of their pages. */
export async function holdersIn(
  store: Store,
  filter: ArchiveFilter,
  uploadIds: readonly string[],
): Promise<Map<string, Holder>> {
  const conditions = { ...documentConditions(filter), uploadId: { $in: [...new Set(uploadIds)] } };
  return byPage(await store.documents.find(conditions, holderFields).lean());
}

/** Every document that passes the filter, by the ids of its pages; null where these are more than `most`. */
export async function allHolders(
  store: Store,
  filter: ArchiveFilter,
  most: number,
): Promise<Map<string, Holder> | null> {
  const documents: Holder[] = await store.documents
    .find(documentConditions(filter), holderFields)
    .limit(most + 1)
    .lean();
  const pages = documents.reduce((sum, document) => sum + document.pages.length, 0);
  return pages > most ? null : byPage(documents);
}
