/** Making due work into job records and ringing for it. */
import type { JobRecord } from '../domain/records.ts';
import type { PipelineContext } from './context.ts';
import { jobIdOf, type Work } from './work.ts';

type Ringing = Pick<PipelineContext, 'store' | 'clock' | 'bell' | 'log'>;

/**
 * Rings for a job that is due at `dueAt` (its `runAt`, or the end of a lease that ran out), and lets a bell that does
 * not answer be: the sweeper rings again.
 */
export async function ringFor(context: Ringing, stage: string, jobId: string, dueAt: Date): Promise<void> {
  const delayMs = Math.max(0, dueAt.getTime() - context.clock.now().getTime());
  try {
    await context.bell.ring(stage, jobId, { delayMs, occasion: String(dueAt.getTime()) });
  } catch (error) {
    context.log.warn({ stage, jobId, reason: String(error) }, 'could not ring; the sweeper will');
  }
}

/**
 * Sees to it that each piece of work has an open job, and rings. A job that is waiting stays as it is, one that is
 * running will run once more, one that is over is opened again.
 */
export async function advance(context: Ringing, works: readonly Work[]): Promise<void> {
  const { jobs } = context.store;
  for (const work of works) {
    const _id = jobIdOf(work);
    const now = context.clock.now();
    const fresh: Omit<JobRecord, '_id'> = {
      districtId: work.districtId,
      stage: work.stage,
      key: work.key,
      state: 'waiting',
      attempts: 0,
      runAt: now,
      leaseUntil: null,
      owner: null,
      again: false,
      failure: null,
      ms: null,
      doneAt: null,
    };
    const made = await jobs.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true });
    if (made.upsertedCount > 0) {
      await ringFor(context, work.stage, _id, now);
      continue;
    }
    await jobs.updateOne({ _id, state: 'active' }, { $set: { again: true } });
    const { attempts, runAt, leaseUntil, owner, again, failure, state } = fresh;
    const reopened = await jobs.updateOne(
      { _id, state: { $in: ['done', 'failed'] } },
      { $set: { state, attempts, runAt, leaseUntil, owner, again, failure } },
    );
    if (reopened.matchedCount > 0) await ringFor(context, work.stage, _id, now);
  }
}
