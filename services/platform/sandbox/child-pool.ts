/**
 * A pool of sandboxed children. What always holds: a request is answered, refused or failed within its time; a
 * child that failed is never asked again; a hostile input costs one request, never the pool.
 */
import { ChildFailure } from './child-failure.ts';
import { SandboxChild, type SandboxOptions } from './sandbox-child.ts';

export interface ChildPoolOptions extends SandboxOptions {
  /** Children that run at once. */
  readonly size: number;
  /** A child is replaced after this many requests, because decoders and readers never give memory back. */
  readonly recycleAfter: number;
  /** A child that holds more than this after a request is replaced before the next one. */
  readonly recycleBytes: number;
}

interface Task {
  readonly body: unknown;
  readonly timeMs: number;
  readonly urgent: boolean;
  readonly near: string;
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export class ChildPool {
  readonly #options: ChildPoolOptions;
  readonly #queue: Task[] = [];
  #idle: SandboxChild[] = [];
  readonly #lastNear = new WeakMap<SandboxChild, string>();
  readonly #all = new Set<SandboxChild>();
  #closed = false;

  constructor(options: ChildPoolOptions) {
    this.#options = options;
  }

  /**
   * Runs one request in the next free child; a body that is a function is made when a child takes it. `timeMs` counts from the moment a child takes it. `urgent` requests
   * (a person waits for them) go before the others. `near`: of the free children, that which last worked on the same
   * is taken first, because it may still hold it open. Throws what `SandboxChild.ask` throws.
   */
  request<T>(body: unknown, timeMs: number, { urgent = false, near = '' } = {}): Promise<T> {
    if (this.#closed) return Promise.reject(new ChildFailure('closed', 'The reading room is closed.'));
    return new Promise<T>((resolve, reject) => {
      const task: Task = { body, timeMs, urgent, near, resolve: (answer) => resolve(answer as T), reject };
      const place = urgent ? this.#queue.findIndex((other) => !other.urgent) : -1;
      if (place >= 0) this.#queue.splice(place, 0, task);
      else this.#queue.push(task);
      this.#next();
    });
  }

  /** Kills every child; what waits is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#queue.splice(0)) task.reject(new ChildFailure('closed', 'The reading room is closed.'));
    await Promise.all([...this.#all].map((child) => child.kill()));
    this.#all.clear();
  }

  #next(): void {
    while (!this.#closed && this.#queue.length > 0) {
      const child = this.#take(this.#queue[0]!.near);
      if (!child) return;
      const task = this.#queue.shift()!;
      this.#lastNear.set(child, task.near);
      void this.#run(child, task);
    }
  }

  #take(near: string): SandboxChild | undefined {
    for (const child of this.#idle.filter((idle) => idle.dead)) this.#all.delete(child);
    const alive = this.#idle.filter((idle) => !idle.dead);
    const child = alive.find((idle) => this.#lastNear.get(idle) === near) ?? alive.at(-1);
    this.#idle = alive.filter((idle) => idle !== child);
    if (child || this.#all.size >= this.#options.size) return child;
    const fresh = new SandboxChild(this.#options);
    this.#all.add(fresh);
    return fresh;
  }

  async #run(child: SandboxChild, task: Task): Promise<void> {
    try {
      task.resolve(await child.ask(typeof task.body === 'function' ? task.body() : task.body, task.timeMs));
    } catch (error) {
      task.reject(error);
    }
    const worn = child.requests >= this.#options.recycleAfter || child.resident > this.#options.recycleBytes;
    if (child.dead || worn) {
      this.#all.delete(child);
      void child.kill();
    } else {
      this.#idle.push(child);
    }
    this.#next();
  }
}
