/** Content on its way into a store: counted, hashed and held to a limit while it passes. */
import { createHash } from 'node:crypto';
import { DomainError } from '../../domain/errors.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** Whether a text is a hash in the form that names a blob; nothing else may become part of a path. */
export function isSha256(text: string): boolean {
  return SHA256.test(text);
}

export class MeasuredContent {
  readonly #content: AsyncIterable<Uint8Array>;
  readonly #maxBytes: number;
  readonly #hash = createHash('sha256');
  #size = 0;

  constructor(content: AsyncIterable<Uint8Array>, maxBytes = Number.POSITIVE_INFINITY) {
    this.#content = content;
    this.#maxBytes = maxBytes;
  }

  /** The content, piece by piece. Throws `too_large` as soon as it passes the limit. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#content) {
      this.#size += piece.byteLength;
      if (this.#size > this.#maxBytes) {
        throw new DomainError('too_large', `The file is larger than ${Math.floor(this.#maxBytes / 1024 / 1024)} MB.`);
      }
      this.#hash.update(piece);
      if (piece.byteLength > 0) yield piece;
    }
  }

  /** To be asked once, when all pieces have passed. */
  finish(): { sha256: string; size: number } {
    return { sha256: this.#hash.digest('hex'), size: this.#size };
  }
}

export function notFound(sha256: string): DomainError {
  return new DomainError('not_found', `There is no file with the hash ${sha256}.`);
}
