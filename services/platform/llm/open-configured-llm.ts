/** The model that the configuration names, with replies and spending kept in the store, for all who work on it. */
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Llm } from './llm.ts';
import { createStoreLlmCache } from './llm-cache.ts';
import { createStoreLlmLedger } from './llm-ledger.ts';
import { openLlm } from './open-llm.ts';

/** Opens the model; one that is always off where none is configured. */
export function openConfiguredLlm({ llm }: Pick<Config, 'llm'>, store: Store, clock: Clock, log: Log): Llm {
  return openLlm(llm, { clock, log, cache: createStoreLlmCache(store, clock), ledger: createStoreLlmLedger(store) });
}
