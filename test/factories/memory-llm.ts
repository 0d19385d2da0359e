/** Budget and replies of a model that last as long as a test. */
import type { LlmCache } from '../../services/platform/llm/llm-cache.ts';
import type { LlmLedger } from '../../services/platform/llm/llm-ledger.ts';

export function createMemoryLlmCache(): LlmCache {
  const replies = new Map<string, string>();
  return {
    async get(_districtId, key) {
      const kept = replies.get(key);
      return kept === undefined ? undefined : JSON.parse(kept);
    },
    async put(_districtId, key, reply) {
      replies.set(key, JSON.stringify(reply));
    },
  };
}

export function createMemoryLlmLedger(): LlmLedger {
  const spent = new Map<string, number>();
  const keyOf = (districtId: string, day: string) => JSON.stringify([districtId, day]);
  return {
    async reserve(districtId, day, tokens, limit) {
      const total = (spent.get(keyOf(districtId, day)) ?? 0) + tokens;
      if (total > limit) return false;
      spent.set(keyOf(districtId, day), total);
      return true;
    },
    async settle(districtId, day, difference) {
      spent.set(keyOf(districtId, day), (spent.get(keyOf(districtId, day)) ?? 0) + difference);
    },
  };
}
