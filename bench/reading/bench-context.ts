/** What the parts of the benchmark share: the pages, the rooms, and readings that several parts look at. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../../services/domain/page.ts';
import type { Reading } from '../../services/reading/reading.ts';
import { isInstalled, runTesseract } from './native.ts';
import { bookPages, letterPages, receiptPages, type TruePage } from './pages.ts';
import { openRoom, readFirstPage } from './rooms.ts';
import type { Row } from './row.ts';

type Read = Omit<Page, 'file'>;

export interface Readings {
  readonly both: Read;
  readonly first: Read;
  /** Null where tesseract is not installed. */
  readonly native: string | null;
}

export class BenchContext {
  readonly books = bookPages();
  readonly receipts = receiptPages();
  readonly letters = letterPages();
  readonly native = isInstalled('tesseract');
  readonly ocrmypdf = isInstalled('ocrmypdf') && isInstalled('unpaper');
  /** How much to do: 1 is the quick run. */
  readonly scale: number;
  readonly folder = mkdtempSync(join(tmpdir(), 'bench-reading-'));
  #rooms: { both: Reading; first: Reading } | null = null;
  readonly #known = new Map<string, Promise<Readings>>();

  constructor(scale: number) {
    this.scale = scale;
  }

  get rooms(): { both: Reading; first: Reading } {
    this.#rooms ??= { both: openRoom('both', 1), first: openRoom('first', 1) };
    return this.#rooms;
  }

  /** The page read by both readers, by the first alone and by native tesseract, one after the other. */
  readings(path: string): Promise<Readings> {
    const known = this.#known.get(path) ?? this.#readThrice(path);
    this.#known.set(path, known);
    return known;
  }

  async #readThrice(path: string): Promise<Readings> {
    const both = await readFirstPage(this.rooms.both, path);
    const first = await readFirstPage(this.rooms.first, path);
    const native = this.native ? (await runTesseract(path)).text : null;
    return { both, first, native };
  }

  put(name: string, bytes: Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  say(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  async close(): Promise<void> {
    await this.#rooms?.both.close();
    await this.#rooms?.first.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A part of the benchmark: rows for the table; none where its data is absent, which it says. */
export type Part = (context: BenchContext) => Promise<Row[]>;

/** Pages are absent: says so. */
export function skipped(context: BenchContext, what: string, pages: readonly TruePage[]): boolean {
  if (pages.length === 0) context.say(`skipped: ${what} (../shared/eval is not here)`);
  return pages.length === 0;
}
