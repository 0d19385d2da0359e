/**
 * The queue is only a bell: it carries ids of job records, may ring twice and may lose a ring. Whether there is work
 * to do, and who does it, is decided in the database (pipeline/run-job.ts); the sweeper rings again for what is left.
 */
export interface Bell {
  /**
   * Rings for a job, after `delayMs` at the earliest. Rings of the same `occasion` that are not answered yet are one
   * ring; a job that is due once more (a retry, a lost worker) is another occasion.
   */
  ring(stage: string, jobId: string, options?: { delayMs?: number; occasion?: string }): Promise<void>;
  /** Starts to answer: at most `concurrency` rings of `stage` are answered at once in this process. */
  answer(stage: string, concurrency: number, handler: (jobId: string) => Promise<void>): void;
  /** Resolves when the bell can ring, rejects when not. */
  ping(): Promise<void>;
  /** Stops answering, waits for what is being answered, at most `graceMs`. */
  close(graceMs?: number): Promise<void>;
}
