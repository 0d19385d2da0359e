/** What the model may spend and has said already: one budget and one memory for every process on a store. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createStoreLlmCache, forgetExpiredReplies } from '../../services/platform/llm/llm-cache.ts';
import { createStoreLlmLedger, type LlmLedger } from '../../services/platform/llm/llm-ledger.ts';
import type { PromptVersion } from '../../services/platform/llm/prompt.ts';
import { disguise } from '../../services/platform/llm/pseudonyms/disguise.ts';
import { indexNames } from '../../services/platform/llm/pseudonyms/known-names.ts';
import type { Store } from '../../services/platform/store/store.ts';
import { answer } from '../factories/stub-endpoint.ts';
import { testLlm } from '../factories/test-llm.ts';
import { type OpenedStore, storeDrivers } from './store-drivers.ts';

const day = '2026-01-15';
const noon = Date.parse(`${day}T12:00:00Z`);
const someDistrict = () => `d-${randomUUID()}`;
const all = (count: number, ask: () => Promise<boolean>) => Promise.all(Array.from({ length: count }, ask));

describe.each(storeDrivers)('on $name', (driver) => {
  let opened: OpenedStore;
  let store: Store;
  let ledger: LlmLedger;
  const spentBy = async (districtId: string) => (await store.llmSpending.findOne({ districtId, day }).lean())?.tokens;

  beforeAll(async () => {
    opened = await driver.open();
    store = opened.store;
    ledger = createStoreLlmLedger(store);
  });
  afterAll(() => opened.dispose());

  describe('the budget of a district', () => {
    it('is never passed by fifty who spend at once, and is spent to the last of it', async () => {
      const districtId = someDistrict();
      const granted = await all(50, () => ledger.reserve(districtId, day, 100, 2_050));
      expect(granted.filter(Boolean)).toHaveLength(20);
      expect(await spentBy(districtId)).toBe(2_000);
      expect(await ledger.reserve(districtId, day, 50, 2_050)).toBe(true);
      expect(await ledger.reserve(districtId, day, 1, 2_050)).toBe(false);
    });

    it('is one for all who hold the store open', async () => {
      const other = await opened.openAgain();
      onTestFinished(() => other.close());
      const ledgers = [ledger, createStoreLlmLedger(other)];
      const districtId = someDistrict();
      const granted = await Promise.all(
        Array.from({ length: 50 }, (_, at) => (ledgers[at % 2] ?? ledger).reserve(districtId, day, 10, 300)),
      );
      expect(granted.filter(Boolean)).toHaveLength(30);
      expect(await spentBy(districtId)).toBe(300);
    });

    it('is its own, and begins anew each day', async () => {
      const [one, two] = [someDistrict(), someDistrict()];
      expect(await ledger.reserve(one, day, 80, 100)).toBe(true);
      expect(await ledger.reserve(one, day, 80, 100)).toBe(false);
      expect(await ledger.reserve(two, day, 80, 100)).toBe(true);
      expect(await ledger.reserve(one, '2026-01-16', 80, 100)).toBe(true);
    });

    it('gets back what was reserved and not spent', async () => {
      const districtId = someDistrict();
      await ledger.reserve(districtId, day, 90, 100);
      await ledger.settle(districtId, day, -60);
      expect(await spentBy(districtId)).toBe(30);
      expect(await ledger.reserve(districtId, day, 70, 100)).toBe(true);
    });

    it('has no record of a day on which more was asked for than there is', async () => {
      const districtId = someDistrict();
      expect(await ledger.reserve(districtId, day, 101, 100)).toBe(false);
      expect(await spentBy(districtId)).toBeUndefined();
    });

    it('holds in whatever order reservations and settlements come', async () => {
      const steps = fc.array(fc.record({ tokens: fc.nat({ max: 60 }), used: fc.nat({ max: 60 }) }), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(steps, fc.nat({ max: 150 }), async (spenders, limit) => {
          const districtId = someDistrict();
          const kept = await Promise.all(
            spenders.map(async ({ tokens, used }) => {
              if (!(await ledger.reserve(districtId, day, tokens, limit))) return 0;
              const spent = Math.min(used, tokens);
              await ledger.settle(districtId, day, spent - tokens);
              return spent;
            }),
          );
          const spent = (await spentBy(districtId)) ?? 0;
          expect(spent).toBe(kept.reduce((sum, tokens) => sum + tokens, 0));
          expect(spent).toBeLessThanOrEqual(limit);
        }),
        { numRuns: 15 },
      );
    });
  });

  describe('a reply', () => {
    const reply = { measurements: [{ quote: '8/10', $where: 'a.b', 'with.dot': null }] };
    const cacheAt = (time: { now: number }) => createStoreLlmCache(store, { now: () => new Date(time.now) });

    it('comes back as it was given, to its district alone', async () => {
      const cache = cacheAt({ now: noon });
      const [mine, other, key] = [someDistrict(), someDistrict(), randomUUID()];
      await cache.put(mine, key, reply);
      expect(await cache.get(mine, key)).toEqual(reply);
      expect(await cache.get(other, key)).toBeUndefined();
      expect(await cache.get(mine, randomUUID())).toBeUndefined();
      await cache.put(mine, key, { measurements: [] });
      expect(await cache.get(mine, key)).toEqual({ measurements: [] });
    });

    it('may be kept by several at once', async () => {
      const [districtId, key] = [someDistrict(), randomUUID()];
      const cache = cacheAt({ now: noon });
      await Promise.all(Array.from({ length: 20 }, () => cache.put(districtId, key, reply)));
      expect(await store.llmReplies.countDocuments({ districtId })).toBe(1);
    });

    it('expires: it is not used any more, and the sweep removes it', async () => {
      const time = { now: noon };
      const cache = cacheAt(time);
      const [districtId, early, late] = [someDistrict(), randomUUID(), randomUUID()];
      await cache.put(districtId, early, reply);
      time.now += 30 * 86_400_000;
      await cache.put(districtId, late, reply);
      expect(await cache.get(districtId, early)).toEqual(reply);
      time.now += 31 * 86_400_000;
      expect(await cache.get(districtId, early)).toBeUndefined();
      expect(await forgetExpiredReplies(store, new Date(time.now))).toBeGreaterThan(0);
      expect(await store.llmReplies.find({ districtId }, { _id: 1 }).lean()).toEqual([{ _id: late }]);
    });
  });

  it('two processes with a model of their own ask once, and stop together', async () => {
    const prompt: PromptVersion = {
      task: 'count-words',
      version: 1,
      instructions: 'Count the words.',
      examples: [],
      maxOutputTokens: 200,
      fingerprint: 'f1',
    };
    const schema = z.object({ count: z.number() });
    const districtId = someDistrict();
    const kept = { cache: createStoreLlmCache(store, { now: () => new Date(noon) }), ledger };
    const first = await testLlm(answer({ count: 3 }), { LLM_DAILY_TOKENS: '350' }, kept);
    const second = await testLlm(
      answer({ count: 3 }),
      { LLM_DAILY_TOKENS: '350', LLM_BASE_URL: first.stub.baseUrl },
      kept,
    );
    const ask = (words: string, { llm } = second) =>
      llm.complete({ prompt, input: disguise(words, indexNames([])).text, schema, districtId });
    expect(await ask('a', first)).toMatchObject({ ok: true, cached: false, tokens: 120 });
    expect(await ask('a')).toMatchObject({ ok: true, cached: true });
    expect(await ask('b')).toMatchObject({ ok: true, cached: false });
    expect(await spentBy(districtId)).toBe(240);
    expect(await ask('c', first)).toMatchObject({ ok: false, reason: 'budget' });
    expect(await ask('c')).toMatchObject({ ok: false, reason: 'budget' });
  });
});
