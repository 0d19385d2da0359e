/**
 * Blobs in a directory: `ab/cdef…`, named by their hash. A blob is written under a temporary name and flushed to the
 * disk before it gets its own name, so that under a hash there is only ever the whole content.
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobStore, StoredBlob } from './blob-store.ts';
import { isSha256, MeasuredContent, notFound } from './measured-content.ts';

const INCOMING = 'incoming';
/** What a crash has left behind is removed after this long; before, it may be another process's work. */
const STALE_MS = 24 * 60 * 60 * 1000;

async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function removeStale(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const since = await stat(path).catch(() => null);
    if (since && Date.now() - since.mtimeMs > STALE_MS) await rm(path, { force: true });
  }
}

class FileBlobs implements BlobStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  #pathOf(sha256: string): string {
    return join(this.#directory, sha256.slice(0, 2), sha256.slice(2));
  }

  async put(content: AsyncIterable<Uint8Array>, options: { maxBytes?: number } = {}): Promise<StoredBlob> {
    const temporary = join(this.#directory, INCOMING, randomUUID());
    const measured = new MeasuredContent(content, options.maxBytes);
    try {
      const file = await open(temporary, 'wx', 0o444);
      try {
        for await (const piece of measured.pieces()) await file.writeFile(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      const { sha256, size } = measured.finish();
      return { sha256, size, existed: await this.#settle(temporary, this.#pathOf(sha256), size) };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Gives the file its name, unless the content is there already; true if it was. */
  async #settle(temporary: string, path: string, size: number): Promise<boolean> {
    // A file of another size was damaged from outside: it is replaced by what it should be.
    const existed = (await sizeOf(path)) === size;
    if (!existed) {
      const made = await mkdir(dirname(path), { recursive: true });
      if (made) await flushDirectory(this.#directory);
      await rename(temporary, path);
    }
    // Also where another process has just put it there and is not done with this yet.
    await flushDirectory(dirname(path));
    return existed;
  }

  async open(sha256: string): Promise<Readable> {
    if (!isSha256(sha256)) throw notFound(sha256);
    let file: FileHandle;
    try {
      file = await open(this.#pathOf(sha256), 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw notFound(sha256);
      throw error;
    }
    return file.createReadStream({ highWaterMark: 256 * 1024 });
  }

  async has(sha256: string): Promise<boolean> {
    return isSha256(sha256) && (await sizeOf(this.#pathOf(sha256))) !== null;
  }

  async withFile<Result>(sha256: string, use: (path: string) => Promise<Result>): Promise<Result> {
    if (!(await this.has(sha256))) throw notFound(sha256);
    return use(this.#pathOf(sha256));
  }

  async *list(): AsyncGenerator<string> {
    const folders = (await readdir(this.#directory)).filter((name) => name.length === 2).sort();
    for (const folder of folders) {
      for (const name of (await readdir(join(this.#directory, folder))).sort()) {
        if (isSha256(folder + name)) yield folder + name;
      }
    }
  }

  async close(): Promise<void> {}
}

/** Blobs in `directory`, which is made if it is not there. Several processes may use it at once. */
export async function createFileBlobs(directory: string): Promise<BlobStore> {
  const incoming = join(directory, INCOMING);
  await mkdir(incoming, { recursive: true });
  await removeStale(incoming);
  return new FileBlobs(directory);
}
