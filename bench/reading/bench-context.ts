/** What the parts of the benchmark share: the pages, the rooms, and readings that several parts look at. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../../services/domain/page.ts';
import type { Reading } from '../../services/reading/reading.ts';
import { damages } from './damage.ts';
import { isInstalled, runTesseract } from './native.ts';
import { bookPages, letterPages, receiptPages, type TruePage } from './pages.ts';
import { openRoom, readFirstPage } from './rooms.ts';
import type { Row } from './row.ts';

type Read = Omit<Page, 'file'>;

export interface DamagedPage extends TruePage {
  readonly damage: string;
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
  readonly #rooms = new Map<'both' | 'first', Reading>();
  readonly #known = new Map<string, Promise<unknown>>();
  #damaged: Promise<DamagedPage[]> | null = null;

  constructor(scale: number) {
    this.scale = scale;
  }

  /** The page read by both readers, or by the first alone. Every page is read once, whichever parts look at it. */
  read(path: string, readers: 'both' | 'first'): Promise<Read> {
    const room = this.#rooms.get(readers) ?? openRoom(readers, 1);
    this.#rooms.set(readers, room);
    return this.#once(`${readers} ${path}`, () => readFirstPage(room, path));
  }

  /** The same by native tesseract; null where it is not installed. */
  readNatively(path: string): Promise<string | null> {
    if (!this.native) return Promise.resolve(null);
    return this.#once(`native ${path}`, async () => (await runTesseract(path)).text);
  }

  /** Book pages, each with some of the damages, so that every damage is there. */
  damagedBooks(): Promise<DamagedPage[]> {
    this.#damaged ??= this.#damage();
    return this.#damaged;
  }

  async #damage(): Promise<DamagedPage[]> {
    const pages: DamagedPage[] = [];
    const share = Math.min(1, this.scale / 3);
    for (const [index, { name: damage, apply }] of damages.entries()) {
      for (const [at, page] of this.books.entries()) {
        if ((at + index) % Math.round(1 / share) !== 0) continue;
        const other = this.books[(at + 1) % this.books.length]!;
        const bytes = await apply(page.path, page.name, other.path);
        pages.push({ ...page, damage, path: this.put(`${index}-${at}`, bytes) });
      }
    }
    return pages;
  }

  #once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key) ?? work();
    this.#known.set(key, known);
    return known as Promise<T>;
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
    for (const room of this.#rooms.values()) await room.close();
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
