/** A person's judgement of a data point. What the machine read stays; each step is kept with who took it and when. */

import { DomainError } from '../domain/errors.ts';
import type { Measure } from '../domain/measure.ts';
import type { DataPointDecision, DataPointRecord } from '../domain/records.ts';
import { assertMayFollow, type DataPointState, dataPointTransitions } from '../domain/states.ts';
import type { DecisionRequest } from '../domain/views.ts';
import type { Ground } from '../platform/ground.ts';
import { found } from './not-found.ts';
import { DetailedError } from './problem.ts';

const outcome = { confirm: 'confirmed', reject: 'rejected', correct: 'corrected' } as const satisfies Record<
  DecisionRequest['decision'],
  DataPointState
>;

/** Throws `invalid_request` for a value that the goal's measure cannot have. */
function assertPossible(measure: Measure | undefined, value: number): void {
  const most = measure?.kind === 'percent' ? 100 : measure?.max;
  const field = { field: 'value' };
  if (value < 0) throw new DetailedError('invalid_request', 'value: cannot be less than 0', field);
  if (most !== undefined && value > most) {
    throw new DetailedError('invalid_request', `value: cannot be more than ${most}`, field);
  }
}

export interface Judgement {
  readonly districtId: string;
  readonly dataPointId: string;
  readonly by: string;
  readonly request: DecisionRequest;
}

/**
 * Records the decision and returns the point as it was and as it is. Throws `not_found`, `invalid_transition`,
 * `invalid_request` (a value out of the measure's range), `conflict` (someone else decided meanwhile).
 */
export async function decideDataPoint(
  { store, clock }: Pick<Ground, 'store' | 'clock'>,
  { districtId, dataPointId, by, request }: Judgement,
): Promise<{ before: DataPointRecord; after: DataPointRecord }> {
  const before = found(await store.dataPoints.findOne({ _id: dataPointId, districtId }).lean(), 'data point');
  const to = outcome[request.decision];
  assertMayFollow(dataPointTransitions, before.state, to, 'The data point');
  const corrected =
    request.decision === 'correct' ? { value: request.value, ...(request.date && { date: request.date }) } : null;
  if (corrected) {
    const student = await store.students.findOne({ districtId, id: before.studentId }).lean();
    assertPossible(student?.goals.find((goal) => goal.id === before.goalId)?.measure, corrected.value);
  }
  const at = clock.now();
  const decision: DataPointDecision = {
    at,
    by,
    from: before.state,
    to,
    value: corrected?.value ?? null,
    date: corrected?.date ?? null,
    comment: request.comment?.trim() || null,
  };
  const after = await store.dataPoints
    .findOneAndUpdate(
      { _id: dataPointId, districtId, state: before.state, decidedAt: before.decidedAt },
      { $set: { state: to, corrected, decidedBy: by, decidedAt: at }, $push: { decisions: decision } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!after) throw new DomainError('conflict', 'Someone else decided on this number first. Please look again.');
  return { before, after };
}
