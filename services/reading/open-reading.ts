/** The reading room's door: every call is done in one of a few children and comes back as plain data. */
import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../domain/errors.ts';
import type { Bbox } from '../domain/geometry.ts';
import type { Page } from '../domain/page.ts';
import { ChildFailure } from '../platform/sandbox/child-failure.ts';
import { ChildPool } from '../platform/sandbox/child-pool.ts';
import { countForeign, warnOfHidden } from './pdf/hidden-text.ts';
import type { ReadAnswer, ReaderAnswers, ReaderRequest, ReaderSettings } from './reader-requests.ts';
import type { Confirmation, PageGeometry, PageImage, PageLook, Reading, ReadPage, SourceInfo } from './reading.ts';
import { RepeatedPictures } from './repeated-pictures.ts';

export interface ReadingOptions {
  /** Children that read at once. */
  readonly readers: number;
  /** A child that holds more resident memory than this is killed. */
  readonly memoryBytes: number;
  /** A page that takes longer than this is given up. */
  readonly pageMs: number;
  readonly maxFileBytes: number;
  readonly maxPages: number;
  /** Where the second reader's models lie; without it the first reader works alone. */
  readonly modelsDir?: string;
}

const ENTRY = new URL('../../workers/reader-child.ts', import.meta.url);
/** Looking at a file is quick, however long it is: one that takes longer than this never ends. */
const INSPECT_MS = 30_000;
/** Decoders and engines never give memory back: a child is replaced after so many requests, or when it has grown. */
const RECYCLE_AFTER = 300;
const RECYCLE_SHARE = 0.75;
/** Pages whose turn is remembered, so that showing them does not mean reading them again. */
const REMEMBERED = 5000;

/** What a lost child means for the file that it was reading. */
function toDomainError(error: unknown): unknown {
  if (!(error instanceof ChildFailure)) return error;
  switch (error.reason) {
    case 'time':
      return new DomainError('timeout', 'This page took too long to read.', { cause: error });
    case 'memory':
      return new DomainError('too_large', 'This page needs more memory than reading may use.', { cause: error });
    case 'died':
      return new DomainError('corrupt', 'This file is damaged in a way that stops its reading.', { cause: error });
    case 'closed':
      return new DomainError('busy', 'Reading is being shut down.', { cause: error });
  }
}

class PooledReading implements Reading {
  readonly #pool: ChildPool;
  readonly #pageMs: number;
  readonly #scratch = mkdtempSync(join(tmpdir(), 'throughline-reading-'));
  readonly #geometry = new Map<string, PageGeometry>();
  readonly #pictures = new RepeatedPictures();

  constructor(options: ReadingOptions) {
    const settings: ReaderSettings = {
      maxFileBytes: options.maxFileBytes,
      maxPages: options.maxPages,
      modelsDir: options.modelsDir ?? null,
      scratch: this.#scratch,
    };
    this.#pageMs = options.pageMs;
    this.#pool = new ChildPool({
      entry: ENTRY,
      settings,
      size: options.readers,
      memoryBytes: options.memoryBytes,
      recycleAfter: RECYCLE_AFTER,
      recycleBytes: options.memoryBytes * RECYCLE_SHARE,
    });
  }

  inspect(path: string, name: string): Promise<SourceInfo> {
    return this.#ask({ op: 'inspect', path, name }, path, { timeMs: Math.min(this.#pageMs, INSPECT_MS) });
  }

  async readPage(path: string, info: SourceInfo, page: number): Promise<ReadPage> {
    const known = () => this.#pictures.list();
    let read = this.#takeOver(page, await this.#ask(() => ({ op: 'read', path, info, page, known: known() }), path));
    read ??= this.#takeOver(page, await this.#ask({ op: 'read', path, info, page, known: [] }, path));
    if (!read) throw new DomainError('corrupt', 'This page could not be read.');
    const { width, height, rotation, skew } = read.page;
    this.#remember(await keyOf(path, page), { width, height, rotation, skew });
    return read;
  }

  async renderPage(path: string, info: SourceInfo, page: number, known?: PageGeometry): Promise<PageImage> {
    const geometry = await this.#recall(path, page, known);
    return this.#ask({ op: 'render', path, info, page, geometry }, path, { urgent: true });
  }

  async look(path: string, info: SourceInfo, page: number, part: Bbox | null, known?: PageGeometry): Promise<PageLook> {
    const geometry = await this.#recall(path, page, known);
    return this.#ask({ op: 'look', path, info, page, geometry, part }, path);
  }

  async confirm(
    path: string,
    info: SourceInfo,
    page: number,
    bbox: Bbox,
    known?: PageGeometry & Partial<Pick<Page, 'words'>>,
  ): Promise<Confirmation | null> {
    const words = known?.words?.filter((word) => overlaps(word.bbox, bbox)) ?? [];
    const readers = words.length > 0 ? [...new Set(words.flatMap((word) => word.readers ?? []))] : null;
    const geometry = await this.#recall(path, page, known);
    // A document waits for it, and it takes a hundredth of the time of the pages that may stand before it.
    return this.#ask({ op: 'confirm', path, info, page, bbox, geometry, readers }, `${path} ${page}`, { urgent: true });
  }

  async close(): Promise<void> {
    await this.#pool.close();
    rmSync(this.#scratch, { recursive: true, force: true });
  }

  /** The page as read, now or before; null where a child relied on a reading that was forgotten meanwhile. */
  #takeOver(page: number, answer: ReadAnswer): ReadPage | null {
    if ('read' in answer) {
      const { read, picture } = answer;
      if (picture !== null) this.#pictures.keep(picture, read.page);
      return withWarning(read, answer.hidden);
    }
    const reading = this.#pictures.recall(answer.same);
    if (!reading) return null;
    const { image, ms, hidden } = answer;
    return withWarning({ page: { ...reading, page, ms }, image, repeated: true }, hidden);
  }

  /** A request that is a function is made when a child takes it. */
  async #ask<R extends ReaderRequest>(
    request: R | (() => R),
    near: string,
    { urgent = false, timeMs = this.#pageMs } = {},
  ): Promise<ReaderAnswers[R['op']]> {
    try {
      return await this.#pool.request<ReaderAnswers[R['op']]>(request, timeMs, { urgent, near });
    } catch (error) {
      throw toDomainError(error);
    }
  }

  async #recall(path: string, page: number, known: PageGeometry | undefined): Promise<PageGeometry | null> {
    if (known) return { width: known.width, height: known.height, rotation: known.rotation, skew: known.skew };
    return this.#geometry.get(await keyOf(path, page)) ?? null;
  }

  #remember(key: string, geometry: PageGeometry): void {
    this.#geometry.set(key, geometry);
    if (this.#geometry.size > REMEMBERED) this.#geometry.delete(this.#geometry.keys().next().value ?? key);
  }
}

/** Says so where the file holds other words than those that the eye sees. */
function withWarning(read: ReadPage, hidden: readonly string[]): ReadPage {
  const warnings = warnOfHidden(countForeign(hidden, read.page.words));
  return warnings.length > 0 ? { ...read, page: { ...read.page, warnings } } : read;
}

function overlaps(a: Bbox, b: Bbox): boolean {
  return Math.min(a[2], b[2]) > Math.max(a[0], b[0]) && Math.min(a[3], b[3]) > Math.max(a[1], b[1]);
}

async function keyOf(path: string, page: number): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return `${path}\0${size}\0${mtimeMs}\0${page}`;
}

/** Opens the reading room. Children start with the first request; `close` ends them. */
export function openReading(options: ReadingOptions): Reading {
  return new PooledReading(options);
}
