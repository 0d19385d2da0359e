/** One child process as its parent sees it: started on demand, asked one thing at a time, killed without mercy. */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import pidusage from 'pidusage';
import { DomainError } from '../../domain/errors.ts';
import { ChildFailure } from './child-failure.ts';
import { typescriptArguments } from './node-arguments.ts';
import type { FromChild, ToChild } from './sandbox-messages.ts';

export interface SandboxOptions {
  /** The `.ts` file that the child runs; it calls `serveRequests`. */
  readonly entry: URL;
  /** Given to the child once, before its first request. */
  readonly settings: unknown;
  /** Resident memory above which the child is killed. */
  readonly memoryBytes: number;
  /** How often resident memory is looked at while the child works. */
  readonly pollMs?: number;
}

interface Waiting {
  readonly id: number;
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A child that has not come up by then never will; on a busy machine loading its modules takes seconds. */
const STARTING_MS = 60_000;
/** Children of a machine that also serves people step back a little. */
const NICENESS = 5;
/**
 * The child needs no more of the environment than this; secrets of the server are not among it. Pictures and what models
 * make of them come and go by the dozen megabytes: where the C library is GNU's, it keeps such blocks for the next page
 * instead of giving them back to the system, which would hand them out again page by page (a sixth of the time of looking
 * for text).
 */
const ENVIRONMENT = {
  NODE_ENV: 'production',
  UV_THREADPOOL_SIZE: '2',
  OMP_NUM_THREADS: '1',
  VIPS_CONCURRENCY: '1',
  MALLOC_MMAP_THRESHOLD_: `${32 * 1024 ** 2}`,
  MALLOC_TRIM_THRESHOLD_: `${256 * 1024 ** 2}`,
};

export class SandboxChild {
  readonly #options: SandboxOptions;
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;
  /** Settles once the child can be asked. */
  readonly #ready: Promise<void>;
  #isReady: () => void = () => {};
  #waiting: Waiting | null = null;
  #requests = 0;
  #resident = 0;
  #dead = false;

  constructor(options: SandboxOptions) {
    this.#options = options;
    const heapMegabytes = Math.max(64, Math.floor((options.memoryBytes / 1024 ** 2) * 0.75));
    this.#process = fork(fileURLToPath(options.entry), [], {
      execArgv: [...typescriptArguments(), `--max-old-space-size=${heapMegabytes}`],
      env: ENVIRONMENT,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#exited = new Promise((resolve) => {
      const lost = () => {
        this.#dead = true;
        this.#fail(new ChildFailure('died', 'The reading process ended unexpectedly.'));
        resolve();
      };
      this.#process.once('exit', lost);
      this.#process.once('error', lost);
    });
    this.#ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    this.#process.on('message', (message) => this.#take(message as FromChild));
    this.#send({ kind: 'start', settings: options.settings });
    if (availableParallelism() > 1) this.#stepBack();
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Requests answered so far. */
  get requests(): number {
    return this.#requests;
  }

  /** Resident memory in bytes when it was last looked at. */
  get resident(): number {
    return this.#resident;
  }

  /**
   * Asks the child one thing; the time that it takes to come up does not count. Throws the child's own `DomainError`,
   * or a `ChildFailure` when it took longer than `timeMs` milliseconds, grew past its memory limit or died; in those
   * cases the child is gone.
   */
  async ask(body: unknown, timeMs: number): Promise<unknown> {
    const id = ++this.#requests;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting = { id, resolve, reject };
    });
    if (this.#dead) this.#fail(new ChildFailure('died', 'The reading process ended unexpectedly.'));
    let timer = setTimeout(() => this.#abort('time', 'The reading process did not come up.'), STARTING_MS);
    const count = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#abort('time', `No answer within ${timeMs} ms.`), timeMs);
    };
    const watch = setInterval(() => void this.#weigh(), this.#options.pollMs ?? 250);
    try {
      await Promise.race([this.#ready, answer]);
      count();
      this.#send({ kind: 'request', id, body });
      return await answer;
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      this.#waiting = null;
    }
  }

  /** Looks at the child's resident memory and kills it when that is past the limit. */
  async #weigh(): Promise<void> {
    const { pid } = this.#process;
    if (pid === undefined || this.#dead) return;
    try {
      this.#resident = (await pidusage(pid)).memory;
    } catch {
      return; // It ended between two looks; its exit is reported by the process itself.
    }
    if (this.#resident > this.#options.memoryBytes) {
      this.#abort('memory', `The reading process held ${Math.round(this.#resident / 1024 ** 2)} MB.`);
    }
  }

  async kill(): Promise<void> {
    this.#dead = true;
    this.#process.kill('SIGKILL');
    await this.#exited;
  }

  #abort(reason: ChildFailure['reason'], message: string): void {
    this.#dead = true;
    this.#process.kill('SIGKILL');
    this.#fail(new ChildFailure(reason, message));
  }

  #take(message: FromChild): void {
    const waiting = this.#waiting;
    if (message.kind === 'ready') this.#isReady();
    if (message.kind === 'ready' || !waiting || message.id !== waiting.id) return;
    if (message.kind === 'answer') waiting.resolve(message.body);
    else waiting.reject(new DomainError(message.code, message.message));
  }

  #send(message: ToChild): void {
    // A child that is just dying refuses messages; its exit event rejects what waits.
    this.#process.send(message, () => {});
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
  }

  #stepBack(): void {
    try {
      if (this.#process.pid !== undefined) setPriority(this.#process.pid, NICENESS);
    } catch {
      // Not allowed everywhere, and nothing depends on it.
    }
  }
}
