/**
 * Files by the SHA-256 of their content. A blob that `put` has acknowledged survives a crash; the same content twice
 * is stored once.
 */
import type { Readable } from 'node:stream';

export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
  /** Whether the same content was there before. */
  readonly existed: boolean;
}

export interface BlobStore {
  /**
   * Streams `content` in; no bytes at all are content too. Throws `DomainError('too_large')` as soon as it passes
   * `maxBytes`, leaving nothing behind.
   */
  put(content: AsyncIterable<Uint8Array>, options?: { maxBytes?: number }): Promise<StoredBlob>;
  /** The content as a stream. Throws `DomainError('not_found')`. */
  open(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /**
   * Calls `use` with a local file that holds the content, for programs that need a path. The file must not be
   * changed and is not valid after `use` has ended.
   */
  withFile<Result>(sha256: string, use: (path: string) => Promise<Result>): Promise<Result>;
  /** Every hash that is stored. */
  list(): AsyncIterable<string>;
  close(): Promise<void>;
}
