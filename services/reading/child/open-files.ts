/** Files that a child keeps open between two pages, so that a binder is not parsed again for each of them. */
import { stat } from 'node:fs/promises';
import { openSource } from '../sources/open-source.ts';
import type { Source } from '../sources/source.ts';

interface Entry {
  readonly key: string;
  readonly source: Source;
}

/** Two: the file being read, and one that a person is looking at. */
const KEPT = 2;

/** Names that tell flavours of text apart, where only the type found at first is known. */
const names: Record<string, string> = {
  'message/rfc822': '.eml',
  'text/markdown': '.md',
  'text/csv': '.csv',
};

export class OpenFiles {
  readonly #entries: Entry[] = [];
  readonly #scratch: string;

  constructor(scratch: string) {
    this.#scratch = scratch;
  }

  /** The open file. Throws what `openSource` throws. */
  async open(path: string, name: string): Promise<Source> {
    const { size, mtimeMs } = await stat(path);
    const key = [path, name, size, mtimeMs].join('\0');
    const index = this.#entries.findIndex((entry) => entry.key === key);
    if (index >= 0) {
      const [entry] = this.#entries.splice(index, 1);
      this.#entries.push(entry!);
      return entry!.source;
    }
    const source = await openSource(path, name, this.#scratch);
    this.#entries.push({ key, source });
    if (this.#entries.length > KEPT) await this.#entries.shift()?.source.close();
    return source;
  }

  /** The same where the file's type is known and its name is not. */
  openAs(path: string, mediaType: string): Promise<Source> {
    return this.open(path, `file${names[mediaType] ?? '.txt'}`);
  }
}
