/** The model for commands that keep nothing: what it may spend and has said already is shared with the pipeline. */
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { type Llm, noLlm } from '../platform/llm/llm.ts';
import { openConfiguredLlm } from '../platform/llm/open-configured-llm.ts';
import { createLog } from '../platform/log.ts';

export interface OpenedLlm {
  readonly llm: Llm;
  close(): Promise<void>;
}

/** Opens the store only where a model is configured. */
export async function openLlmFor(config: Config): Promise<OpenedLlm> {
  if (!config.llm) return { llm: noLlm, close: async () => undefined };
  const { openStore } = await import('../platform/store/open-store.ts');
  const store = await openStore(config);
  return { llm: openConfiguredLlm(config, store, systemClock, createLog('error')), close: () => store.close() };
}
