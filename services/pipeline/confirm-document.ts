/** The second reading of a document's values, from the original that is kept. */
import type { Caseload } from '../domain/caseload.ts';
import type { Day } from '../domain/dates.ts';
import type { EvidenceDocument } from '../domain/evidence.ts';
import type { Page } from '../domain/page.ts';
import type { DocumentRecord } from '../domain/records.ts';
import { readAgainFrom } from '../extraction/confirm/read-from-file.ts';
import { needsSecondReading } from '../extraction/confirm/second-look.ts';
import { confirmDataPoints } from '../extraction/confirm-data-points.ts';
import type { Reading } from '../reading/reading.ts';
import type { PipelineContext } from './context.ts';

/**
 * One document at a time: a reading child keeps the page that it looked at last, clean and straight, and two documents
 * whose values come in turns would make it open a page anew for every number.
 */
const turns = new WeakMap<Reading, Promise<unknown>>();

function inTurn<Result>(reading: Reading, work: () => Promise<Result>): Promise<Result> {
  const mine = (turns.get(reading) ?? Promise.resolve()).then(work);
  turns.set(
    reading,
    mine.catch(() => undefined),
  );
  return mine;
}

/** `found` after its values were read a second time; what has no picture comes back as it is. */
export async function confirmDocument(
  context: PipelineContext,
  { uploadId, districtId }: Pick<DocumentRecord, 'uploadId' | 'districtId'>,
  found: EvidenceDocument,
  pages: readonly Page[],
  understood: { readonly caseload: Caseload; readonly uploadDate: Day },
): Promise<EvidenceDocument> {
  if (found.dataPoints.length + found.services.length === 0 || !pages.some(needsSecondReading)) return found;
  const upload = await context.store.uploads.findOne({ _id: uploadId, districtId }).lean();
  if (!upload?.kind || !upload.mediaType || !upload.pageCount) return found;
  const { kind, mediaType, pageCount, sha256 } = upload;
  return inTurn(context.reading, () =>
    context.blobs.withFile(sha256, (path) =>
      confirmDataPoints(found, pages, understood, readAgainFrom(context.reading, path, { kind, mediaType, pageCount })),
    ),
  );
}
