/**
 * Opening all that the pipeline stands on, in the size that the configuration asks for: everything in one data
 * directory, or MongoDB, GridFS and Redis.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileBlobs } from '../platform/blobs/file-blobs.ts';
import { createGridFsBlobs } from '../platform/blobs/gridfs-blobs.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Ground } from '../platform/ground.ts';
import { openConfiguredLlm } from '../platform/llm/open-configured-llm.ts';
import type { Log } from '../platform/log.ts';
import { createBullmqBell } from '../platform/queue/bullmq-bell.ts';
import { createInProcessBell } from '../platform/queue/in-process-bell.ts';
import { holdDataDirectory } from '../platform/store/data-lock.ts';
import { openStore } from '../platform/store/open-store.ts';
import { openConfiguredReading } from '../reading/open-configured-reading.ts';
import type { PipelineContext } from './context.ts';

export interface Opened<Context> {
  readonly context: Context;
  close(): Promise<void>;
}

/** Records of students: nobody else on the machine may look in. */
async function makeDataDirectory(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
}

/** Opens records and files only: enough to look something up beside a running server. */
export async function openGround(config: Config, log: Log): Promise<Opened<Ground>> {
  const { mongodbUrl, dataDir } = config;
  if (!mongodbUrl) await makeDataDirectory(dataDir);
  const store = await openStore(mongodbUrl ? { mongodbUrl } : { dataDir });
  const blobs = mongodbUrl ? createGridFsBlobs(store.connection) : await createFileBlobs(join(dataDir, 'files'));
  return {
    context: { config, log, clock: systemClock, store, blobs },
    async close() {
      await blobs.close();
      await store.close();
    },
  };
}

/**
 * Opens everything. With embedded records the data directory is held for this process alone; throws `busy` while
 * another one works on it.
 */
export async function openContext(config: Config, log: Log): Promise<Opened<PipelineContext> & { alone: boolean }> {
  const alone = !config.mongodbUrl;
  if (alone) await makeDataDirectory(config.dataDir);
  const hold = alone ? holdDataDirectory(config.dataDir) : null;
  const ground = await openGround(config, log).catch((error: unknown) => {
    hold?.release();
    throw error;
  });
  const bell = config.redisUrl ? createBullmqBell(config.redisUrl, log) : createInProcessBell();
  const reading = openConfiguredReading(config);
  return {
    alone,
    context: {
      ...ground.context,
      bell,
      reading,
      llm: openConfiguredLlm(config, ground.context.store, systemClock, log),
    },
    async close() {
      await bell.close();
      await reading.close();
      await ground.close();
      hold?.release();
    },
  };
}
