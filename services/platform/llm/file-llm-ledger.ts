/** A ledger kept in one small file, so that a restart does not give a district a new budget. For a single process. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LlmLedger } from './llm-ledger.ts';
import { writeWhole } from './write-whole.ts';

const fileSchema = z.object({ day: z.string(), spent: z.record(z.string(), z.number()) });
type Spent = z.infer<typeof fileSchema>;

async function readSpent(path: string): Promise<Spent> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Not there yet, or damaged: at worst a district's day starts anew.
    return { day: '', spent: {} };
  }
}

/** Opens the ledger at `path`. It keeps the latest day only; steps are taken one after the other. */
export function createFileLlmLedger(path: string): LlmLedger {
  let last: Promise<unknown> = Promise.resolve();
  let kept: Spent | null = null;
  const inTurn = <T>(step: (spent: Spent) => Promise<T>): Promise<T> => {
    const run = last.then(async () => {
      kept ??= await readSpent(path);
      return step(kept);
    });
    last = run.catch(() => undefined);
    return run;
  };
  const onDay = (state: Spent, day: string) => {
    if (state.day === day) return;
    state.day = day;
    state.spent = {};
  };
  return {
    reserve: (districtId, day, tokens, limit) =>
      inTurn(async (state) => {
        onDay(state, day);
        const total = (state.spent[districtId] ?? 0) + tokens;
        if (total > limit) return false;
        state.spent[districtId] = total;
        await writeWhole(path, JSON.stringify(state));
        return true;
      }),
    settle: (districtId, day, difference) =>
      inTurn(async (state) => {
        // What was reserved yesterday and settled today changes nothing of today's budget.
        if (state.day !== day) return;
        state.spent[districtId] = Math.max(0, (state.spent[districtId] ?? 0) + difference);
        await writeWhole(path, JSON.stringify(state));
      }),
  };
}
