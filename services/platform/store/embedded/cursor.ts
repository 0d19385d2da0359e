/** A cursor with the driver's methods. It reads only as far as it is asked to. */
import { Readable } from 'node:stream';
import { unsupported } from './errors.ts';
import type { PlainObject } from './values.ts';

/** Long work pauses this often, so that the event loop goes on. */
const PAUSE_MS = 8;

/** Takes a generator's results; gives way to the event loop where it may. */
export async function* paced<Result>(results: Iterable<Result | null>): AsyncGenerator<Result> {
  let since = performance.now();
  for (const result of results) {
    if (result !== null) {
      yield result;
    } else if (performance.now() - since > PAUSE_MS) {
      await new Promise(setImmediate);
      since = performance.now();
    }
  }
}

/** What a cursor reads from, with the options that were chained to it. */
export interface CursorSource {
  open(options: PlainObject): AsyncGenerator<PlainObject>;
  explain(options: PlainObject): Promise<PlainObject>;
}

export class EmbeddedCursor {
  readonly #source: CursorSource;
  readonly #options: PlainObject;
  #results: AsyncGenerator<PlainObject> | null = null;
  #ahead: PlainObject | null = null;
  #closed = false;

  constructor(source: CursorSource, options: PlainObject = {}) {
    this.#source = source;
    this.#options = { ...options };
  }

  get closed(): boolean {
    return this.#closed;
  }

  #with(name: string, value: unknown): this {
    if (this.#results) throw new Error(`Cannot set ${name}: the cursor has been read from already.`);
    this.#options[name] = value;
    return this;
  }

  sort(sort: unknown, direction?: unknown): this {
    return this.#with('sort', typeof sort === 'string' ? { [sort]: direction ?? 1 } : sort);
  }

  skip(count: number): this {
    return this.#with('skip', count);
  }

  limit(count: number): this {
    return this.#with('limit', count);
  }

  project(projection: unknown): this {
    return this.#with('projection', projection);
  }

  hint(hint: unknown): this {
    return this.#with('hint', hint);
  }

  /** Records come one at a time in any case. */
  batchSize(_count: number): this {
    return this;
  }

  comment(_comment: unknown): this {
    return this;
  }

  addCursorFlag(flag: string, value: boolean): this {
    if (value && flag !== 'noCursorTimeout') throw unsupported(`the cursor flag "${flag}"`);
    return this;
  }

  async next(): Promise<PlainObject | null> {
    if (this.#ahead) {
      const ahead = this.#ahead;
      this.#ahead = null;
      return ahead;
    }
    if (this.#closed) return null;
    this.#results ??= this.#source.open(this.#options);
    const { done, value } = await this.#results.next();
    if (!done) return value;
    this.#closed = true;
    return null;
  }

  async hasNext(): Promise<boolean> {
    this.#ahead ??= await this.next();
    return this.#ahead !== null;
  }

  async toArray(): Promise<PlainObject[]> {
    const all: PlainObject[] = [];
    for await (const document of this) all.push(document);
    return all;
  }

  async forEach(use: (document: PlainObject) => boolean | undefined): Promise<void> {
    for await (const document of this) if (use(document) === false) return;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<PlainObject> {
    try {
      for (;;) {
        const document = await this.next();
        if (!document) return;
        yield document;
      }
    } finally {
      await this.close();
    }
  }

  stream(options?: { transform?(document: PlainObject): unknown }): Readable {
    const transform = options?.transform ?? ((document: PlainObject) => document);
    const documents = this[Symbol.asyncIterator]();
    async function* transformed() {
      for await (const document of documents) yield transform(document);
    }
    return Readable.from(transformed(), { objectMode: true, highWaterMark: 16 });
  }

  /** Starts again from the beginning. */
  rewind(): void {
    this.#results = null;
    this.#ahead = null;
    this.#closed = false;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#ahead = null;
    await this.#results?.return(undefined);
  }

  explain(_verbosity?: unknown): Promise<PlainObject> {
    return this.#source.explain(this.#options);
  }
}
