/**
 * Workers alone: any number of these beside any number of servers, on MongoDB and Redis. Started as
 * `node --import tsx workers/main.ts` (or without tsx on a Node that strips types by itself).
 */
import { openContext } from '../services/pipeline/open-context.ts';
import { runPipeline } from '../services/pipeline/run-pipeline.ts';
import { stages } from '../services/pipeline/stages.ts';
import { loadConfig } from '../services/platform/config.ts';
import { createLog } from '../services/platform/log.ts';
import { showAlive } from './show-alive.ts';

const config = loadConfig();
const log = createLog(config.logLevel);
if (!config.mongodbUrl || !config.redisUrl) {
  log.fatal('workers alone need MONGODB_URL and REDIS_URL; without them the server does the work itself');
  process.exit(2);
}
const opened = await openContext(config, log);
const pipeline = await runPipeline(opened.context, stages, { alone: false });
const hide = showAlive();
log.info('working');

const stop = async (signal: string) => {
  log.info({ signal }, 'stopping: what is under way is finished, the rest waits for another worker');
  await pipeline.stop();
  await opened.close();
  hide();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
