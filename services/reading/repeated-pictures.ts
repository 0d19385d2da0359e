/** Pictures that were read already: a page that is in a binder twice, or in two files, is read once. */
import type { Page } from '../domain/page.ts';

/** What a child must know of a picture to show it as it was read. */
export interface KnownPicture {
  /** SHA-256 of its size and pixels. */
  readonly hash: string;
  readonly rotation: Page['rotation'];
  readonly skew: number;
}

type Reading = Omit<Page, 'file' | 'page' | 'ms'>;

/** Readings are kept without their images: some tens of kilobytes each. */
const KEPT = 200;

export class RepeatedPictures {
  readonly #readings = new Map<string, Reading>();

  /** Those that are known now. */
  list(): KnownPicture[] {
    return [...this.#readings].map(([hash, { rotation, skew }]) => ({ hash, rotation, skew }));
  }

  /** The words that were read, or null where they were forgotten in the meantime. */
  recall(hash: string): Reading | null {
    const reading = this.#readings.get(hash);
    if (!reading) return null;
    this.#readings.delete(hash);
    this.#readings.set(hash, reading);
    return structuredClone(reading);
  }

  /** Keeps a reading; the one that was used longest ago makes room. */
  keep(hash: string, { page: _page, ms: _ms, ...reading }: Omit<Page, 'file'>): void {
    this.#readings.set(hash, structuredClone(reading));
    if (this.#readings.size > KEPT) this.#readings.delete(this.#readings.keys().next().value ?? hash);
  }
}
