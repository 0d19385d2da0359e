/** Keeping a draft: the same evidence changes nothing, and what a person has seen or approved is never overwritten. */
import type { StatementRecord } from '../domain/records.ts';
import type { Statement } from '../domain/statement.ts';
import type { PipelineContext } from './context.ts';

export interface Draft extends Statement {
  /** Fingerprint of the evidence and the rules. */
  readonly basis: string;
}

const maker = 'throughline';

/**
 * Writes the draft. A statement nobody has acted on is replaced; one that was returned or is in review gets a new
 * version beside the old; an approved one stays as it is.
 */
export async function saveDraft(
  context: PipelineContext,
  statementId: string,
  districtId: string,
  draft: Draft,
  madeAt: Date,
): Promise<void> {
  const { statements } = context.store;
  const fresh: Omit<StatementRecord, '_id'> = {
    ...draft,
    districtId,
    version: 1,
    madeAt,
    madeBy: maker,
    versions: [],
    events: [],
  };
  const made = await statements.updateOne({ _id: statementId }, { $setOnInsert: fresh }, { upsert: true });
  if (made.upsertedCount > 0) return;
  const current = await statements.findOne({ _id: statementId }).lean();
  if (!current || current.basis === draft.basis || current.state === 'approved' || current.state === 'sent') return;
  const { _id, districtId: _district, basis: _basis, versions, events, ...seen } = current;
  const touched = events.length > 0;
  await statements.updateOne(
    { _id: statementId, version: current.version, state: current.state },
    {
      $set: {
        ...draft,
        version: current.version + 1,
        madeAt,
        madeBy: maker,
        versions: touched ? [...versions, seen] : versions,
        events: touched
          ? [
              ...events,
              { at: madeAt, by: maker, from: current.state, to: 'draft' as const, comment: 'New evidence came in.' },
            ]
          : events,
      },
    },
  );
}
