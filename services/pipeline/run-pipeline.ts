/** A process that works: answers the bell for every stage, and sweeps. */
import { performance } from 'node:perf_hooks';
import { newId } from '../platform/ids.ts';
import { forgetExpiredReplies } from '../platform/llm/llm-cache.ts';
import type { PipelineContext } from './context.ts';
import { runJob, type StageTable } from './run-job.ts';
import { sweepJobs, sweepStates, takeBackJobs } from './sweep.ts';

export interface Pipeline {
  /** Sweeps now instead of at the next turn. */
  sweep(): Promise<void>;
  /** Resolves when no job waits or runs any more. */
  idle(): Promise<void>;
  /** Stops sweeping; the bell is closed by whoever made it. */
  stop(): Promise<void>;
}

export interface PipelineOptions {
  /** No other process works on this store: jobs that a crash left behind are taken back at once. */
  readonly alone: boolean;
  readonly sweepEveryMs?: number;
}

/** Starts to work on `table` and returns once the first sweep is done. */
export async function runPipeline(
  context: PipelineContext,
  table: StageTable,
  options: PipelineOptions,
): Promise<Pipeline> {
  const owner = newId();
  const { log, store } = context;
  if (options.alone) await takeBackJobs(context);
  for (const [name, stage] of Object.entries(table)) {
    context.bell.answer(name, stage.concurrency(context), async (jobId) => {
      try {
        await runJob(context, table, owner, jobId);
      } catch (error) {
        // The store itself failed: the job stays as it is and is swept up again.
        log.error({ jobId, reason: String(error) }, 'a job could not be recorded');
      }
    });
  }

  const everyMs = options.sweepEveryMs ?? 5_000;
  let lastFull = Number.NEGATIVE_INFINITY;
  let current: Promise<void> | null = null;
  const sweepOnce = async (full: boolean) => {
    await sweepJobs(context);
    if (full) {
      await sweepStates(context, table);
      await forgetExpiredReplies(store, context.clock.now());
      lastFull = performance.now();
    }
  };
  const sweep = (full: boolean): Promise<void> => {
    current ??= sweepOnce(full)
      .catch((error: unknown) => log.error({ reason: String(error) }, 'the sweep did not end'))
      .finally(() => {
        current = null;
      });
    return current;
  };
  const timer = setInterval(() => void sweep(performance.now() - lastFull > 6 * everyMs), everyMs);
  timer.unref();
  await sweep(true);

  return {
    sweep: () => sweep(true),
    async idle() {
      for (;;) {
        const open = await store.jobs.exists({ state: { $in: ['waiting', 'active'] } });
        if (!open) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}
