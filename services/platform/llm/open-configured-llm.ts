/** The model that the configuration names, with replies and spending kept in the data directory. */
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { createFileLlmLedger } from './file-llm-ledger.ts';
import type { Llm } from './llm.ts';
import { createFileLlmCache } from './llm-cache.ts';
import { openLlm } from './open-llm.ts';

/**
 * Opens the model; one that is always off where none is configured. The ledger is a file of this process: several
 * processes on one budget need a ledger in the store.
 */
export function openConfiguredLlm(config: Pick<Config, 'llm' | 'dataDir'>, clock: Clock, log: Log): Llm {
  const folder = join(config.dataDir, 'llm');
  return openLlm(config.llm, {
    clock,
    log,
    cache: createFileLlmCache(join(folder, 'replies')),
    ledger: createFileLlmLedger(join(folder, 'spent.json')),
  });
}
