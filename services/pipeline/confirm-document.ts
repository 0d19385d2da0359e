/** The second reading of what a document says, from the original that is kept. */
import type { Caseload } from '../domain/caseload.ts';
import type { Day } from '../domain/dates.ts';
import type { EvidenceDocument } from '../domain/evidence.ts';
import type { Page } from '../domain/page.ts';
import type { DocumentPlan } from '../domain/proposed-plan.ts';
import type { DocumentRecord } from '../domain/records.ts';
import { confirmProposedPlan } from '../extraction/confirm/confirm-proposed-plan.ts';
import { readAgainFrom } from '../extraction/confirm/read-from-file.ts';
import { needsSecondReading, type ReadAgain } from '../extraction/confirm/second-look.ts';
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

type Placed = Pick<DocumentRecord, 'uploadId' | 'districtId'>;

/** `given` after `look` has read its places again; as it is where nothing of `pages` was read from a picture. */
async function readAgain<Given>(
  context: PipelineContext,
  { uploadId, districtId }: Placed,
  pages: readonly Page[],
  given: Given,
  look: (readAgain: ReadAgain) => Promise<Given>,
): Promise<Given> {
  if (!pages.some(needsSecondReading)) return given;
  const upload = await context.store.uploads.findOne({ _id: uploadId, districtId }).lean();
  if (!upload?.kind || !upload.mediaType || !upload.pageCount) return given;
  const { kind, mediaType, pageCount, sha256 } = upload;
  const info = { kind, mediaType, pageCount };
  return inTurn(context.reading, () =>
    context.blobs.withFile(sha256, (path) => look(readAgainFrom(context.reading, path, info))),
  );
}

/** `found` after its values were read a second time; what has no picture comes back as it is. */
export async function confirmDocument(
  context: PipelineContext,
  document: Placed,
  found: EvidenceDocument,
  pages: readonly Page[],
  understood: { readonly caseload: Caseload; readonly uploadDate: Day },
): Promise<EvidenceDocument> {
  if (found.dataPoints.length + found.services.length === 0) return found;
  return readAgain(context, document, pages, found, (again) => confirmDataPoints(found, pages, understood, again));
}

/** `plan` after its numbers were read a second time; one that a person has confirmed is not looked at again. */
export async function confirmDocumentPlan(
  context: PipelineContext,
  document: Placed,
  plan: DocumentPlan | null,
  pages: readonly Page[],
): Promise<DocumentPlan | null> {
  if (plan?.state !== 'proposed') return plan;
  return readAgain(context, document, pages, plan, async (again) => ({
    ...plan,
    proposal: await confirmProposedPlan(plan.proposal, pages, again),
  }));
}
