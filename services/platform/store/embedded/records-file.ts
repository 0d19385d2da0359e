/**
 * The one SQLite file. Writes that arrive in the same turn of the event loop share a transaction, each within a
 * savepoint of its own, and none is acknowledged before the COMMIT has been flushed to the disk. Other processes may
 * have the file open at the same time: readers never wait, and a writer waits its turn.
 */
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';

export type Parameter = string | number | Buffer | null;
export type Row = readonly unknown[];

interface Waiting {
  run(): void;
  settle(failure: unknown): void;
}

/** A transaction takes further work for this long before it commits, so that the event loop is not held up. */
const SHARE_MS = 15;
/** How long a write waits for another process in all. */
const BUSY_MS = 30_000;
/** How long one attempt may hold up the event loop. */
const BUSY_ATTEMPT_MS = 100;

function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
}

export class RecordsFile {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #waiting: Waiting[] = [];
  #turn: Promise<void> | null = null;
  #closed = false;
  /** Called when work was undone, so that what is remembered of the file can be read again. */
  onUndone: () => void = () => {};

  /** Opens or makes the file. */
  constructor(path: string) {
    this.#database = new Database(path);
    this.#database.exec('PRAGMA busy_timeout = 10000');
    this.#database.exec('PRAGMA journal_mode = WAL');
    this.#database.exec('PRAGMA synchronous = FULL');
    this.#database.exec('PRAGMA temp_store = MEMORY');
    this.#database.exec('PRAGMA cache_size = -65536');
    this.#database.exec(`PRAGMA busy_timeout = ${BUSY_ATTEMPT_MS}`);
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  #prepared(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Every row of a query. (The library's `get` answers with an old row after `all`, so there is only this.) */
  all(sql: string, parameters: readonly Parameter[]): Row[] {
    return this.#prepared(sql)
      .raw()
      .all([...parameters]) as Row[];
  }

  run(sql: string, parameters: readonly Parameter[]): number {
    return Number(this.#prepared(sql).run([...parameters]).lastInsertRowid);
  }

  /** Calls `work` with one unchanging view of the file. */
  read<Result>(work: () => Result): Result {
    this.#assertOpen();
    if (this.#database.inTransaction) return work();
    this.exec('BEGIN');
    try {
      return work();
    } finally {
      this.exec('COMMIT');
    }
  }

  /** Calls `work` in a transaction, wholly or not at all; resolves when its result is on the disk. */
  write<Result>(work: () => Result): Promise<Result> {
    this.#assertOpen();
    return new Promise((resolve, reject) => {
      let result: Result;
      this.#waiting.push({
        run: () => {
          result = work();
        },
        settle: (failure) => (failure === undefined ? resolve(result) : reject(failure)),
      });
      this.#turn ??= this.#takeTurns();
    });
  }

  async #takeTurns(): Promise<void> {
    await new Promise(setImmediate);
    let since = Date.now();
    while (this.#waiting.length > 0) {
      try {
        this.exec('BEGIN IMMEDIATE');
      } catch (error) {
        if (isBusy(error) && Date.now() - since < BUSY_MS) {
          await pause(5 + Math.random() * 20);
          continue;
        }
        for (const waiting of this.#waiting.splice(0)) waiting.settle(error);
        break;
      }
      this.#share();
      since = Date.now();
      await new Promise(setImmediate);
    }
    this.#turn = null;
  }

  /** One transaction: as many of the waiting writes as fit into its time. */
  #share(): void {
    const until = performance.now() + SHARE_MS;
    const done: { waiting: Waiting; failure: unknown }[] = [];
    do {
      const waiting = this.#waiting.shift() as Waiting;
      done.push({ waiting, failure: this.#attempt(waiting) });
    } while (this.#waiting.length > 0 && performance.now() < until && this.#database.inTransaction);
    const lost = this.#commit();
    for (const { waiting, failure } of done) waiting.settle(failure ?? lost);
  }

  #attempt(waiting: Waiting): unknown {
    try {
      this.exec('SAVEPOINT work');
      waiting.run();
      this.exec('RELEASE work');
      return undefined;
    } catch (error) {
      this.onUndone();
      this.#undo();
      return error ?? new Error('A write failed.');
    }
  }

  /** Takes back one piece of work. A full disk undoes the whole transaction by itself. */
  #undo(): void {
    if (!this.#database.inTransaction) return;
    try {
      this.exec('ROLLBACK TO work; RELEASE work');
    } catch {
      if (this.#database.inTransaction) this.exec('ROLLBACK');
    }
  }

  #commit(): unknown {
    if (!this.#database.inTransaction)
      return new Error('The records could not be written: the transaction was undone.');
    try {
      this.exec('COMMIT');
      return undefined;
    } catch (error) {
      this.onUndone();
      if (this.#database.inTransaction) this.exec('ROLLBACK');
      return error;
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new Error('The records are closed.');
  }

  /** Waits for the writes that were accepted, then closes the file. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#turn;
    this.#statements.clear();
    this.#database.close();
  }
}
