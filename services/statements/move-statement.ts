/**
 * The review of a statement: a person moves it from state to state. What is approved is locked; every step is kept
 * with who took it, when, and what they said.
 */
import { DomainError } from '../domain/errors.ts';
import type { StatementRecord } from '../domain/records.ts';
import type { StatementState } from '../domain/statement.ts';
import { assertMayFollow, statementTransitions } from '../domain/states.ts';
import type { Ground } from '../platform/ground.ts';

export interface StatementMove {
  readonly districtId: string;
  readonly statementId: string;
  readonly to: StatementState;
  readonly by: string;
  /** Required when a statement is returned. */
  readonly comment?: string | null;
  /** The version that the person saw: moving another one is a `conflict`. */
  readonly version: number;
}

/**
 * Moves a statement. Throws `not_found`, `invalid_transition`, `locked` (nothing but sending follows approval),
 * `conflict` (someone else was faster or the text changed), `invalid_request` (returned without a comment).
 */
export async function moveStatement(ground: Ground, move: StatementMove): Promise<StatementRecord> {
  const { statements } = ground.store;
  const comment = move.comment?.trim() || null;
  if (move.to === 'returned' && !comment) {
    throw new DomainError('invalid_request', 'Please say what should change before you return a statement.');
  }
  const current = await statements.findOne({ _id: move.statementId, districtId: move.districtId }).lean();
  if (!current) throw new DomainError('not_found', 'This statement does not exist.');
  if (['approved', 'sent'].includes(current.state) && move.to !== 'sent') {
    throw new DomainError('locked', 'This statement is approved and can no longer be changed.');
  }
  assertMayFollow(statementTransitions, current.state, move.to, 'The statement');
  if (current.version !== move.version) {
    throw new DomainError('conflict', 'The statement was rewritten since you opened it. Please read it again.');
  }
  const event = { at: ground.clock.now(), by: move.by, from: current.state, to: move.to, comment };
  const moved = await statements
    .findOneAndUpdate(
      { _id: move.statementId, districtId: move.districtId, state: current.state, version: move.version },
      { $set: { state: move.to }, $push: { events: event } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!moved) throw new DomainError('conflict', 'Someone else changed this statement first. Please read it again.');
  return moved;
}
