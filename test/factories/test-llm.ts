/** A model on a stub endpoint: real libraries and real HTTP on loopback, no waiting between retries. */
import { onTestFinished } from 'vitest';
import { loadConfig } from '../../services/platform/config.ts';
import type { Llm } from '../../services/platform/llm/llm.ts';
import { type LlmParts, openLlm } from '../../services/platform/llm/open-llm.ts';
import { createLog } from '../../services/platform/log.ts';
import { createMemoryLlmCache, createMemoryLlmLedger } from './memory-llm.ts';
import { type StubBehaviour, type StubEndpoint, startStubEndpoint } from './stub-endpoint.ts';

export interface TestLlm {
  readonly llm: Llm;
  readonly stub: StubEndpoint;
  /** Milliseconds that were waited for, in order, had they been waited. */
  readonly waits: readonly number[];
  /** The clock of the model, in milliseconds; tests move it. */
  readonly time: { now: number };
}

/** Opens a model; `environment` holds further `LLM_` variables. Closed after the test. */
export async function testLlm(
  behaviour: StubBehaviour,
  environment: Record<string, string> = {},
  parts: Partial<LlmParts> = {},
): Promise<TestLlm> {
  const stub = await startStubEndpoint(behaviour);
  onTestFinished(() => stub.close());
  const time = { now: Date.parse('2026-01-15T12:00:00Z') };
  const waits: number[] = [];
  const settings = loadConfig({
    LLM_BASE_URL: stub.baseUrl,
    LLM_API_KEY: 'key-that-nobody-may-see-123',
    LLM_MODEL: 'test-model',
    LLM_REQUESTS_PER_MINUTE: '60000',
    ...environment,
  }).llm;
  const llm = openLlm(settings, {
    clock: { now: () => new Date(time.now) },
    log: createLog('silent'),
    cache: createMemoryLlmCache(),
    ledger: createMemoryLlmLedger(),
    wait: async (ms) => {
      waits.push(ms);
    },
    random: () => 0.5,
    ...parts,
  });
  return { llm, stub, waits, time };
}
