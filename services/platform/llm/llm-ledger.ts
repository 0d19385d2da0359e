/**
 * What each district has spent on the model, day by day, in the store: every process that works for a district spends
 * from one budget. A process that dies between reserving and settling leaves its reservation spent.
 */
import { llmSpendingRecordId } from '../../domain/records.ts';
import type { Store } from '../store/store.ts';

export interface LlmLedger {
  /** Adds `tokens` to what `districtId` spent on `day`, unless that would pass `limit`; says whether it did. Atomic. */
  reserve(districtId: string, day: string, tokens: number, limit: number): Promise<boolean>;
  /** Corrects a reservation by `difference` tokens (negative: less was spent). */
  settle(districtId: string, day: string, difference: number): Promise<void>;
}

const DUPLICATE_KEY = 11000;

/** The ledger of everyone who works on `store`. */
export function createStoreLlmLedger({ llmSpending }: Pick<Store, 'llmSpending'>): LlmLedger {
  const beginDay = async (districtId: string, day: string) => {
    const _id = llmSpendingRecordId(districtId, day);
    try {
      await llmSpending.updateOne({ _id }, { $setOnInsert: { districtId, day, tokens: 0 } }, { upsert: true });
    } catch (error) {
      // Somebody else began the day at the same moment: that is as good.
      if ((error as { code?: unknown }).code !== DUPLICATE_KEY) throw error;
    }
  };
  return {
    async reserve(districtId, day, tokens, limit) {
      const _id = llmSpendingRecordId(districtId, day);
      // One step on one record: whoever comes second finds the first one's tokens already there.
      const spend = async () => {
        const left = { _id, districtId, tokens: { $lte: limit - tokens } };
        return (await llmSpending.updateOne(left, { $inc: { tokens } })).matchedCount > 0;
      };
      if (tokens > limit) return false;
      if (await spend()) return true;
      await beginDay(districtId, day);
      return spend();
    },
    async settle(districtId, day, difference) {
      const _id = llmSpendingRecordId(districtId, day);
      await llmSpending.updateOne({ _id, districtId }, { $inc: { tokens: difference } });
    },
  };
}
