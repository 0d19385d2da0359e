/**
 * The sweeper: finds what is due and not in hand, and rings for it. It makes up for every ring that was lost, every
 * worker that died and every crash between two writes.
 */
import { advance, ringFor } from './advance.ts';
import type { PipelineContext } from './context.ts';
import type { StageTable } from './run-job.ts';
import { jobIdOf, type Work } from './work.ts';

const batch = 200;

/** Rings again for jobs that wait, and for jobs whose worker is gone. Returns how many. */
export async function sweepJobs(context: PipelineContext): Promise<number> {
  const now = context.clock.now();
  const stuck = await context.store.jobs
    .find({
      $or: [
        { state: 'waiting', runAt: { $lte: now } },
        { state: 'active', leaseUntil: { $lte: now } },
      ],
    })
    .limit(batch)
    .lean();
  for (const job of stuck) await ringFor(context, job.stage, job._id, job.leaseUntil ?? job.runAt);
  return stuck.length;
}

/** Makes jobs for everything whose state says that a stage is due but which has no open job. Returns how many. */
export async function sweepStates(context: PipelineContext, table: StageTable): Promise<number> {
  let made = 0;
  for (const stage of Object.values(table)) {
    let works: Work[] = [];
    const flush = async () => {
      const ids = works.map(jobIdOf);
      const open = await context.store.jobs
        .find({ _id: { $in: ids }, state: { $in: ['waiting', 'active'] } }, { _id: 1 })
        .lean();
      const openIds = new Set(open.map((job) => job._id));
      const missing = works.filter((work) => !openIds.has(jobIdOf(work)));
      await advance(context, missing);
      made += missing.length;
      works = [];
    };
    for await (const work of stage.due(context)) {
      works.push(work);
      if (works.length >= batch) await flush();
    }
    if (works.length > 0) await flush();
  }
  return made;
}

/** Takes back every running job: only when it is certain that no other worker is alive (embedded store, at boot). */
export async function takeBackJobs(context: PipelineContext): Promise<void> {
  await context.store.jobs.updateMany(
    { state: 'active' },
    { $set: { state: 'waiting', owner: null, leaseUntil: null, runAt: context.clock.now() } },
  );
}
