/** What a stage of the pipeline is. */
import type { Failure } from '../domain/records.ts';
import type { PipelineContext } from './context.ts';
import type { Work } from './work.ts';

export interface Stage {
  /** Runs before it is given up, the first included. */
  readonly attempts: number;
  readonly timeoutMs: number;
  /** How many run at once in one process. */
  readonly concurrency: (context: PipelineContext) => number;
  /**
   * Does the work on `key` and records it. A second run on the same key finds it done and changes nothing.
   * Throws a `DomainError`; only a retryable one is tried again.
   */
  readonly run: (context: PipelineContext, key: string) => Promise<void>;
  /** Records that the work was given up, so that a person sees it. */
  readonly giveUp: (context: PipelineContext, key: string, failure: Failure) => Promise<void>;
  /** What is due after `key` was run or given up. */
  readonly next: (context: PipelineContext, key: string) => Promise<Work[]>;
  /** Everything in the store that waits for this stage. */
  readonly due: (context: PipelineContext) => AsyncIterable<Work>;
}
