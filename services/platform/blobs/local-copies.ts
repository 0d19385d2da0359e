/**
 * Local copies of blobs that live elsewhere. The pages of a binder are read one by one: its file is fetched once and
 * kept while it is in use and a little longer, not fetched for every page.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

interface Copy {
  readonly path: Promise<string>;
  /** Bytes on disk; 0 until the copy is complete. */
  size: number;
  users: number;
}

export class LocalCopies {
  readonly #open: (sha256: string) => Promise<Readable>;
  readonly #mostBytes: number;
  /** Least recently used first. */
  readonly #copies = new Map<string, Copy>();
  #folder: Promise<string> | null = null;
  #fetched = 0;

  /** `mostBytes`: what idle copies may take up on disk; what is in use stays however large it is. */
  constructor(open: (sha256: string) => Promise<Readable>, mostBytes = 2 * 2 ** 30) {
    this.#open = open;
    this.#mostBytes = mostBytes;
  }

  /** Calls `use` with the path of a copy; calls for the same blob at the same time share one. Throws what opening throws. */
  async use<Result>(sha256: string, use: (path: string) => Promise<Result>): Promise<Result> {
    const copy = this.#copies.get(sha256) ?? { path: this.#fetch(sha256), size: 0, users: 0 };
    this.#copies.delete(sha256);
    this.#copies.set(sha256, copy);
    copy.users += 1;
    try {
      return await use(await copy.path);
    } finally {
      copy.users -= 1;
      await this.#tidy();
    }
  }

  async close(): Promise<void> {
    this.#copies.clear();
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #fetch(sha256: string): Promise<string> {
    try {
      const content = await this.#open(sha256);
      this.#folder ??= mkdtemp(join(tmpdir(), 'throughline-copies-'));
      // A name of its own: an older copy of the same blob may be on its way out.
      this.#fetched += 1;
      const path = join(await this.#folder, `${sha256}-${this.#fetched}`);
      const file = createWriteStream(path, { mode: 0o444 });
      await pipeline(content, file);
      const copy = this.#copies.get(sha256);
      if (copy) copy.size = file.bytesWritten;
      return path;
    } catch (error) {
      this.#copies.delete(sha256);
      throw error;
    }
  }

  async #tidy(): Promise<void> {
    let bytes = [...this.#copies.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [sha256, copy] of this.#copies) {
      if (bytes <= this.#mostBytes) return;
      if (copy.users > 0) continue;
      this.#copies.delete(sha256);
      bytes -= copy.size;
      await rm(await copy.path, { force: true });
    }
  }
}
