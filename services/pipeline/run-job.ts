/**
 * Running one job. Whoever rings, the database decides: a job is claimed by one atomic step, kept by a lease that is
 * renewed while it runs, and closed only by the one who holds it.
 */
import { performance } from 'node:perf_hooks';
import { DomainError } from '../domain/errors.ts';
import type { Failure, JobRecord } from '../domain/records.ts';
import { advance, ringFor } from './advance.ts';
import type { PipelineContext } from './context.ts';
import type { Stage } from './stage.ts';

/** A worker that has not renewed its lease for this long is taken for dead. */
export const leaseMs = 30_000;
const firstBackoffMs = 500;
const longestBackoffMs = 60_000;

export type StageTable = Readonly<Record<string, Stage>>;

/** Milliseconds to wait before run number `attempts + 1`: doubled each time, at most a minute. */
export function backoffMs(attempts: number): number {
  return Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.max(0, attempts - 1));
}

function failureOf(error: unknown): Failure {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return { code: 'internal', message: 'Something went wrong on our side. The original is kept.' };
}

function isFinal(error: unknown): boolean {
  return error instanceof DomainError && !error.retryable;
}

async function claim(context: PipelineContext, jobId: string, owner: string): Promise<JobRecord | null> {
  const now = context.clock.now();
  return context.store.jobs
    .findOneAndUpdate(
      {
        _id: jobId,
        $or: [
          { state: 'waiting', runAt: { $lte: now } },
          { state: 'active', leaseUntil: { $lte: now } },
        ],
      },
      {
        $set: { state: 'active', owner, leaseUntil: new Date(now.getTime() + leaseMs), again: false },
        $inc: { attempts: 1 },
      },
      { returnDocument: 'after' },
    )
    .lean();
}

function holdLease(context: PipelineContext, jobId: string, owner: string): () => void {
  const timer = setInterval(() => {
    const leaseUntil = new Date(context.clock.now().getTime() + leaseMs);
    context.store.jobs
      .updateOne({ _id: jobId, owner, state: 'active' }, { $set: { leaseUntil } })
      .catch((error: unknown) => context.log.warn({ jobId, reason: String(error) }, 'could not renew a lease'));
  }, leaseMs / 3);
  return () => clearInterval(timer);
}

async function withTimeout(timeoutMs: number, run: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DomainError('timeout', 'This took too long and was stopped.')), timeoutMs);
  });
  try {
    await Promise.race([run, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

type Mine = { _id: string; owner: string; state: 'active' };

/**
 * Sees to what comes next and only then closes the job: a crash in between runs the job once more, and an open job
 * always means that something is still to come.
 */
async function closeJob(
  context: PipelineContext,
  stage: Stage,
  job: JobRecord,
  mine: Mine,
  outcome: Pick<JobRecord, 'state' | 'ms' | 'failure'>,
): Promise<void> {
  const { jobs } = context.store;
  await advance(context, await stage.next(context, job.key));
  const now = context.clock.now();
  const free = { owner: null, leaseUntil: null };
  const closed = await jobs.updateOne({ ...mine, again: false }, { $set: { ...outcome, ...free, doneAt: now } });
  if (closed.matchedCount > 0) return;
  const reopened = await jobs.updateOne(
    { ...mine, again: true },
    { $set: { state: 'waiting', attempts: 0, runAt: now, again: false, ...free } },
  );
  if (reopened.matchedCount > 0) await ringFor(context, job.stage, job._id, now);
}

/**
 * Runs a job if it is due and nobody else holds it; otherwise does nothing. Never throws for what a stage does: a
 * failure is recorded, tried again after a pause, and at the end shown as failed.
 */
export async function runJob(context: PipelineContext, table: StageTable, owner: string, jobId: string): Promise<void> {
  const job = await claim(context, jobId, owner);
  if (!job) return;
  const stage = table[job.stage];
  if (!stage) return;
  const { jobs } = context.store;
  const mine: Mine = { _id: jobId, owner, state: 'active' };
  const letGo = holdLease(context, jobId, owner);
  const started = performance.now();
  try {
    // More claims than allowed runs: whoever held it died each time, the work itself is the likely cause.
    if (job.attempts > stage.attempts) throw new DomainError('internal', 'Reading this stopped the reader each time.');
    await withTimeout(stage.timeoutMs, stage.run(context, job.key));
    await closeJob(context, stage, job, mine, { state: 'done', ms: performance.now() - started, failure: null });
  } catch (error) {
    const failure = failureOf(error);
    context.log.warn(
      { jobId, attempt: job.attempts, code: failure.code, reason: String(error) },
      'a job did not succeed',
    );
    if (!isFinal(error) && job.attempts < stage.attempts) {
      const runAt = new Date(context.clock.now().getTime() + backoffMs(job.attempts));
      await jobs.updateOne(mine, { $set: { state: 'waiting', runAt, owner: null, leaseUntil: null, failure } });
      await ringFor(context, job.stage, jobId, runAt);
      return;
    }
    await stage.giveUp(context, job.key, failure);
    await closeJob(context, stage, job, mine, { state: 'failed', ms: null, failure });
  } finally {
    letGo();
  }
}
