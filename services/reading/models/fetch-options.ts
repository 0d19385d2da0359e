/** What a fetch of models is told. */
import type { ModelSet } from './model-sets.ts';

export interface FetchOptions {
  readonly dir: string;
  readonly set: ModelSet;
  /** The address of the model hub, or of a mirror of it. */
  readonly hub: string;
  readonly signal: AbortSignal;
  /** Bytes that have arrived, of so many. */
  readonly onProgress?: (done: number, total: number) => void;
}
