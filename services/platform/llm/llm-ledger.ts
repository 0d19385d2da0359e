/** What each district has spent on the model, day by day. */
export interface LlmLedger {
  /** Adds `tokens` to what `districtId` spent on `day`, unless that would pass `limit`; says whether it did. Atomic. */
  reserve(districtId: string, day: string, tokens: number, limit: number): Promise<boolean>;
  /** Corrects a reservation by `difference` tokens (negative: less was spent). */
  settle(districtId: string, day: string, difference: number): Promise<void>;
}

/** A ledger that lasts as long as the process. */
export function createMemoryLlmLedger(): LlmLedger {
  const spent = new Map<string, number>();
  const keyOf = (districtId: string, day: string) => JSON.stringify([districtId, day]);
  return {
    async reserve(districtId, day, tokens, limit) {
      const key = keyOf(districtId, day);
      const total = (spent.get(key) ?? 0) + tokens;
      if (total > limit) return false;
      spent.set(key, total);
      return true;
    },
    async settle(districtId, day, difference) {
      const key = keyOf(districtId, day);
      spent.set(key, Math.max(0, (spent.get(key) ?? 0) + difference));
    },
  };
}
