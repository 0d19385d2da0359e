/** Taking back what only the machine has said, without losing sight of the statements that rested on it. */
import type { DataPointRecord } from '../domain/records.ts';
import type { DataPointState } from '../domain/states.ts';
import type { PipelineContext } from './context.ts';

/** A person's decisions: never taken back by the machine. */
export const decidedStates: readonly DataPointState[] = ['confirmed', 'corrected', 'rejected'];

/** What is asked about a number that an approved report cites and that is no longer found. */
const citedReason = 'An approved report cites this number, but it was not found again when its document was corrected.';

/** Those of `points` that statements cite which a person has approved: such a statement keeps what it rests on. */
async function citedIds(
  context: PipelineContext,
  districtId: string,
  points: readonly DataPointRecord[],
): Promise<Set<string>> {
  const ids = points.map(({ _id }) => _id);
  const approved = await context.store.statements
    .find(
      {
        districtId,
        state: { $in: ['approved', 'sent'] },
        'citations.dataPointId': { $in: ids },
      },
      { citations: 1 },
    )
    .lean();
  const known = new Set(ids);
  return new Set(
    approved.flatMap(({ citations }) => citations.map((c) => c.dataPointId)).filter((id) => known.has(id)),
  );
}

/**
 * Removes the undecided points that match `filter`. Whose and of which day they were is first written to the document
 * `rememberOn`, so that their statements are drafted anew even if this process ends in between. A number that an
 * approved report cites stays and is asked about instead.
 */
export async function takeBackPoints(
  context: PipelineContext,
  rememberOn: string,
  filter: { documentId: string; _id?: { $nin: string[] } },
): Promise<void> {
  const { dataPoints, documents } = context.store;
  const undecided = { ...filter, state: { $nin: [...decidedStates] } };
  const going = await dataPoints.find(undecided, { districtId: 1, studentId: 1, date: 1 }).lean<DataPointRecord[]>();
  const [first] = going;
  if (!first) return;
  const touched = going.map(({ studentId, date }) => ({ studentId, date }));
  await documents.updateOne({ _id: rememberOn }, { $addToSet: { touched: { $each: touched } } });
  const cited = await citedIds(context, first.districtId, going);
  if (cited.size > 0) {
    const kept = { _id: { $in: [...cited] }, state: { $nin: [...decidedStates] } };
    await dataPoints.updateMany(kept, { $set: { state: 'needs_review', reason: citedReason, documentId: rememberOn } });
  }
  await dataPoints.deleteMany({
    ...undecided,
    _id: { ...filter._id, $nin: [...(filter._id?.$nin ?? []), ...cited] },
  });
}
