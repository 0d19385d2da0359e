/**
 * A worker process for the tests of the queue: works on a data directory (and a Redis, when its URL is given) until it
 * is killed. The first run of a key that ends in `-deadly` never ends, so that the test can kill it in the middle.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPipeline } from '../../services/pipeline/run-pipeline.ts';
import { createFileBlobs } from '../../services/platform/blobs/file-blobs.ts';
import { systemClock } from '../../services/platform/clock.ts';
import { loadConfig } from '../../services/platform/config.ts';
import { noLlm } from '../../services/platform/llm/llm.ts';
import { createLog } from '../../services/platform/log.ts';
import { createBullmqBell } from '../../services/platform/queue/bullmq-bell.ts';
import { createInProcessBell } from '../../services/platform/queue/in-process-bell.ts';
import { openStore } from '../../services/platform/store/open-store.ts';
import { queueStages } from './queue-stages.ts';

const [dataDir = '', redisUrl = ''] = process.argv.slice(2);
const log = createLog('silent');
const store = await openStore({ dataDir });
const blobs = await createFileBlobs(join(dataDir, 'files'));
const bell = redisUrl ? createBullmqBell(redisUrl, log) : createInProcessBell();
const reading = {} as never;
const context = {
  config: { ...loadConfig({}), dataDir },
  clock: systemClock,
  log,
  store,
  blobs,
  bell,
  reading,
  llm: noLlm,
};
const table = queueStages(async (_context, key) => {
  const mark = join(dataDir, `${key}.started`);
  const first = !existsSync(mark);
  writeFileSync(mark, '');
  if (first && key.endsWith('-deadly')) {
    process.stdout.write(`holding ${key}\n`);
    await new Promise(() => undefined);
  }
});
await runPipeline(context, table, { alone: false, sweepEveryMs: 300 });
process.stdout.write('working\n');
setInterval(() => undefined, 1000);
