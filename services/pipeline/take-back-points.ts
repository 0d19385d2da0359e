/** Taking back what only the machine has said, without losing sight of the statements that rested on it. */
import type { DataPointRecord } from '../domain/records.ts';
import type { DataPointState } from '../domain/states.ts';
import type { PipelineContext } from './context.ts';

/** A person's decisions: never taken back by the machine. */
export const decidedStates: readonly DataPointState[] = ['confirmed', 'corrected', 'rejected'];

/**
 * Removes the undecided points that match `filter`. Whose and of which day they were is first written to the document
 * `rememberOn`, so that their statements are drafted anew even if this process ends in between.
 */
export async function takeBackPoints(
  context: PipelineContext,
  rememberOn: string,
  filter: { documentId: string; _id?: { $nin: string[] } },
): Promise<void> {
  const { dataPoints, documents } = context.store;
  const undecided = { ...filter, state: { $nin: [...decidedStates] } };
  const going = await dataPoints.find(undecided, { studentId: 1, date: 1 }).lean<DataPointRecord[]>();
  if (going.length === 0) return;
  const touched = going.map(({ studentId, date }) => ({ studentId, date }));
  await documents.updateOne({ _id: rememberOn }, { $addToSet: { touched: { $each: touched } } });
  await dataPoints.deleteMany(undecided);
}
