/** One suite for both bells: whatever rings, the store decides; nothing is lost, nothing is doubled. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { advance } from '../../services/pipeline/advance.ts';
import type { PipelineContext } from '../../services/pipeline/context.ts';
import { backoffMs, leaseMs, runJob } from '../../services/pipeline/run-job.ts';
import { type Pipeline, runPipeline } from '../../services/pipeline/run-pipeline.ts';
import { sweepJobs } from '../../services/pipeline/sweep.ts';
import { createLog } from '../../services/platform/log.ts';
import { createBullmqBell } from '../../services/platform/queue/bullmq-bell.ts';
import { createInProcessBell } from '../../services/platform/queue/in-process-bell.ts';
import { typescriptArguments } from '../../services/platform/sandbox/node-arguments.ts';
import { temporaryFolder, testContext } from '../factories/ground.ts';
import { outcomes, passing, poisonous, queueStages, register, workOn } from './queue-stages.ts';

const redisUrl = process.env.TEST_REDIS_URL;
if (!redisUrl) console.log('skipped: the queue on Redis (TEST_REDIS_URL is not set)');

const bells = [
  { name: 'inside the process', redis: '', make: () => createInProcessBell() },
  ...(redisUrl
    ? [{ name: 'through Redis', redis: redisUrl, make: () => createBullmqBell(redisUrl, createLog('silent')) }]
    : []),
];

async function emptyRedis(): Promise<void> {
  if (!redisUrl) return;
  const redis = new Redis(redisUrl);
  await redis.flushall();
  redis.disconnect();
}

async function start(context: PipelineContext, table: ReturnType<typeof queueStages>, alone = true): Promise<Pipeline> {
  const pipeline = await runPipeline(context, table, { alone, sweepEveryMs: 200 });
  onTestFinished(() => pipeline.stop());
  return pipeline;
}

describe.each(bells)('the queue $name', ({ redis, make }) => {
  it('does every piece of work once, however often it rings', async () => {
    await emptyRedis();
    const context = await testContext({ bell: make() });
    const runs = new Map<string, number>();
    const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
    await register(context, keys);
    const table = queueStages(async (_context, key) => {
      runs.set(key, (runs.get(key) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    const pipeline = await start(context, table);
    for (const key of keys) for (let ring = 0; ring < 3; ring += 1) await context.bell.ring('read', `read~${key}`);
    await pipeline.idle();
    expect(Object.values(await outcomes(context))).toEqual(keys.map(() => 'done'));
    expect([...runs.values()]).toEqual(keys.map(() => 1));
  });

  it('tries again after a growing pause what fails in passing, and then succeeds', async () => {
    await emptyRedis();
    const context = await testContext({ bell: make() });
    await register(context, ['shaky']);
    const at: number[] = [];
    const table = queueStages(async () => {
      at.push(performance.now());
      if (at.length < 3) throw passing;
    });
    const pipeline = await start(context, table);
    await pipeline.idle();
    expect(await outcomes(context)).toEqual({ shaky: 'done' });
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(backoffMs(1));
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(backoffMs(2));
  });

  it('ends a poison job where a person sees it, and goes on with the others', async () => {
    await emptyRedis();
    const context = await testContext({ bell: make() });
    await register(context, ['good-1', 'hopeless', 'never', 'good-2']);
    const runs: string[] = [];
    const table = queueStages(async (_context, key) => {
      runs.push(key);
      if (key === 'hopeless') throw poisonous;
      if (key === 'never') throw passing;
    }, 2);
    const pipeline = await start(context, table);
    await pipeline.idle();
    expect(await outcomes(context)).toEqual({
      'good-1': 'done',
      'good-2': 'done',
      hopeless: 'gave up: corrupt',
      never: 'gave up: busy',
    });
    expect(runs.filter((key) => key === 'hopeless')).toHaveLength(1);
    expect(runs.filter((key) => key === 'never')).toHaveLength(2);
    const failed = await context.store.jobs.find({ state: 'failed' }).sort({ _id: 1 }).lean();
    expect(failed.map((job) => [job.key, job.failure?.code])).toEqual([
      ['hopeless', 'corrupt'],
      ['never', 'busy'],
    ]);
  });

  it('finishes what a worker was doing when it was killed', async () => {
    await emptyRedis();
    const dataDir = await temporaryFolder();
    const context = await testContext({ bell: make(), dataDir });
    await register(context, ['a', 'b-deadly', 'c']);
    const script = fileURLToPath(new URL('./queue-worker.ts', import.meta.url));
    const worker = spawn(process.execPath, [...typescriptArguments(), script, dataDir, redis], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      worker.kill('SIGKILL');
    });
    let said = '';
    worker.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    await vi.waitFor(() => expect(said).toContain('holding b-deadly'), 30_000);
    worker.kill('SIGKILL');
    await once(worker, 'close');
    expect((await context.store.jobs.findOne({ key: 'b-deadly' }).lean())?.state).toBe('active');
    // The leases of the dead worker run out; nobody has to wait half a minute for that here.
    await context.store.jobs.updateMany({ state: 'active' }, { $set: { leaseUntil: new Date(Date.now() - leaseMs) } });
    const pipeline = await start(
      context,
      queueStages(async () => undefined),
      false,
    );
    await pipeline.idle();
    expect(await outcomes(context)).toEqual({ a: 'done', 'b-deadly': 'done', c: 'done' });
  });

  it('loses nothing when the whole queue is lost in the middle', async () => {
    await emptyRedis();
    const lost = await testContext({ bell: make() });
    const keys = Array.from({ length: 20 }, (_, index) => `k${String(index).padStart(2, '0')}`);
    await register(lost, keys);
    await advance(lost, keys.map(workOn));
    await emptyRedis();
    await lost.bell.close();
    const bell = make();
    onTestFinished(() => bell.close());
    const context = { ...lost, bell };
    const pipeline = await start(
      context,
      queueStages(async () => undefined),
    );
    await vi.waitFor(
      async () => expect(await context.store.uploads.countDocuments({ state: 'reading' })).toBe(0),
      20_000,
    );
    await pipeline.idle();
    expect(Object.values(await outcomes(context))).toEqual(keys.map(() => 'done'));
  });

  it('runs a job once more that was asked for again while it ran', async () => {
    await emptyRedis();
    const context = await testContext({ bell: make() });
    await register(context, ['again']);
    let runs = 0;
    const table = queueStages(async () => {
      runs += 1;
      if (runs === 1) await advance(context, [workOn('again')]);
    });
    const pipeline = await start(context, table);
    await pipeline.idle();
    expect(runs).toBe(2);
  });
});

describe('a job', () => {
  it('is held by one worker only, even when fifty claim it at once', async () => {
    const context = await testContext();
    await register(context, ['one']);
    await advance(context, [workOn('one')]);
    let runs = 0;
    const table = queueStages(async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 30));
    });
    await Promise.all(
      Array.from({ length: 50 }, (_, worker) => runJob(context, table, `worker-${worker}`, 'read~one')),
    );
    expect(runs).toBe(1);
  });

  it('is given up when every worker that takes it dies', async () => {
    const context = await testContext();
    await register(context, ['killer']);
    await advance(context, [workOn('killer')]);
    const dead = { state: 'active' as const, owner: 'dead', leaseUntil: new Date(0), attempts: 4 };
    await context.store.jobs.updateOne({ key: 'killer' }, { $set: dead });
    const table = queueStages(async () => expect.unreachable('it has killed its workers often enough'), 4);
    expect(await sweepJobs(context)).toBe(1);
    await runJob(context, table, 'me', 'read~killer');
    expect(await outcomes(context)).toEqual({ killer: 'gave up: internal' });
  });
});
