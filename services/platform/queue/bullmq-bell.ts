/** The bell across machines: BullMQ on Redis, one queue per stage. Only ids of job records travel. */
import { once } from 'node:events';
import { type ConnectionOptions, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import type { Bell } from './bell.ts';

const prefix = 'throughline';
/** How long a ring waits for the first connection, or for one that was lost, before it fails. */
const connectMs = 1_000;

/**
 * Makes a bell on `redisUrl`. Ringing fails fast while Redis is away (the sweeper rings again later); answering waits
 * for it to come back.
 */
export function createBullmqBell(redisUrl: string, log: Log): Bell {
  const producer = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  producer.on('error', (error) => log.warn({ reason: error.message }, 'the queue does not answer'));
  const queues = new Map<string, Queue>();
  const workers: Worker[] = [];
  const consumers: Redis[] = [];

  const queueOf = (stage: string): Queue => {
    const known = queues.get(stage);
    if (known) return known;
    const queue = new Queue(stage, { connection: producer as ConnectionOptions, prefix, skipWaitingForReady: true });
    queue.on('error', (error) => log.warn({ stage, reason: error.message }, 'the queue does not answer'));
    queues.set(stage, queue);
    return queue;
  };

  /** A queue that is made while Redis is away never recovers: so none is made before it answers. */
  const untilReady = async (): Promise<void> => {
    if (producer.status === 'ready') return;
    await once(producer, 'ready', { signal: AbortSignal.timeout(connectMs) });
  };

  return {
    async ring(stage, jobId, options) {
      await untilReady();
      await queueOf(stage).add(
        'ring',
        { jobId },
        {
          // BullMQ forbids ":" in an id, and takes the same id, waiting or being answered, for the same ring.
          jobId: encodeURIComponent(`${jobId}~${options?.occasion ?? ''}`),
          delay: Math.max(0, options?.delayMs ?? 0),
          removeOnComplete: true,
          removeOnFail: true,
        },
      );
    },
    answer(stage, concurrency, handler) {
      const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
      connection.on('error', (error) => log.warn({ stage, reason: error.message }, 'the queue does not answer'));
      consumers.push(connection);
      const worker = new Worker<{ jobId: string }>(stage, async (job) => handler(job.data.jobId), {
        connection: connection as ConnectionOptions,
        prefix,
        concurrency,
        stalledInterval: 15_000,
        maxStalledCount: 100,
      });
      worker.on('error', (error) => log.warn({ stage, reason: error.message }, 'the queue does not answer'));
      workers.push(worker);
    },
    async ping() {
      await untilReady();
      await producer.ping();
    },
    async close(graceMs = 10_000) {
      const grace = new Promise<void>((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([Promise.allSettled(workers.map((worker) => worker.close())), grace]);
      await Promise.race([Promise.allSettled([...queues.values()].map((queue) => queue.close())), grace]);
      for (const connection of [...consumers, producer]) connection.disconnect();
    },
  };
}
