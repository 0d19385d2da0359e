/** Opening the whole pipeline for a command, and closing it however the command ends. */

import type { PipelineContext } from '../pipeline/context.ts';
import { openContext } from '../pipeline/open-context.ts';
import { type Pipeline, runPipeline } from '../pipeline/run-pipeline.ts';
import { stages } from '../pipeline/stages.ts';
import { type Config, loadConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';

/** The configuration with the data directory of the command line, which means embedded records. */
export function configFor(dataDir: string | undefined): Config {
  const config = loadConfig();
  return dataDir === undefined ? config : { ...config, dataDir, mongodbUrl: undefined, redisUrl: undefined };
}

export async function withPipeline<Result>(
  config: Config,
  use: (context: PipelineContext, pipeline: Pipeline) => Promise<Result>,
): Promise<Result> {
  // What a command has to say goes to the terminal; the log tells of errors only, unless it is asked for more.
  const opened = await openContext(config, createLog(config.logLevel === 'info' ? 'error' : config.logLevel));
  try {
    const pipeline = await runPipeline(opened.context, stages, { alone: opened.alone });
    try {
      return await use(opened.context, pipeline);
    } finally {
      await pipeline.stop();
    }
  } finally {
    await opened.close();
  }
}
