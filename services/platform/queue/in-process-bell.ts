/** The bell inside one process: a list per stage, answered in order, at most `concurrency` at once. */
import type { Bell } from './bell.ts';

interface Line {
  readonly waiting: Set<string>;
  running: number;
  concurrency: number;
  handler: ((jobId: string) => Promise<void>) | null;
}

/** Makes a bell for one process. Rings for a job that is already waiting are the same ring. */
export function createInProcessBell(): Bell {
  const lines = new Map<string, Line>();
  const timers = new Set<NodeJS.Timeout>();
  const answering = new Set<Promise<void>>();
  let closed = false;

  const lineOf = (stage: string): Line => {
    const known = lines.get(stage);
    if (known) return known;
    const line: Line = { waiting: new Set(), running: 0, concurrency: 0, handler: null };
    lines.set(stage, line);
    return line;
  };

  const answerNext = (line: Line): void => {
    while (!closed && line.handler && line.running < line.concurrency) {
      const [jobId] = line.waiting;
      if (jobId === undefined) return;
      line.waiting.delete(jobId);
      line.running += 1;
      const answered = line
        .handler(jobId)
        .catch(() => undefined)
        .finally(() => {
          line.running -= 1;
          answering.delete(answered);
          answerNext(line);
        });
      answering.add(answered);
    }
  };

  const add = (stage: string, jobId: string): void => {
    if (closed) return;
    const line = lineOf(stage);
    line.waiting.add(jobId);
    answerNext(line);
  };

  return {
    async ring(stage, jobId, options) {
      const delayMs = options?.delayMs ?? 0;
      if (delayMs <= 0) return add(stage, jobId);
      const timer = setTimeout(() => {
        timers.delete(timer);
        add(stage, jobId);
      }, delayMs);
      timers.add(timer);
    },
    answer(stage, concurrency, handler) {
      const line = lineOf(stage);
      line.concurrency = concurrency;
      line.handler = handler;
      answerNext(line);
    },
    async ping() {
      if (closed) throw new Error('the bell is closed');
    },
    async close(graceMs = 10_000) {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      const grace = new Promise<void>((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([Promise.allSettled(answering), grace]);
    },
  };
}
