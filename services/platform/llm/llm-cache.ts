/** Replies that were paid for already, by everything that shaped them. What is kept is disguised, as it was sent. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './write-whole.ts';

export interface LlmCache {
  /** The reply kept under `key`; undefined where there is none. */
  get(key: string): Promise<unknown>;
  put(key: string, reply: unknown): Promise<void>;
}

/** Everything that shapes a reply. A change in any of it makes another key. */
export interface ReplyShape {
  readonly districtId: string;
  readonly promptFingerprint: string;
  readonly input: string | Uint8Array;
  /** The JSON schema that was asked for. */
  readonly schema: unknown;
  readonly model: string;
  readonly baseUrl: string;
}

/** SHA-256, as hexadecimal digits. */
export function replyKey(shape: ReplyShape): string {
  const { input, ...rest } = shape;
  const content = createHash('sha256').update(input).digest('hex');
  const parts = [rest.districtId, rest.promptFingerprint, content, rest.schema, rest.model, rest.baseUrl];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Keeps the latest `most` replies as long as the process lasts. */
export function createMemoryLlmCache(most = 1000): LlmCache {
  const replies = new Map<string, string>();
  return {
    async get(key) {
      const kept = replies.get(key);
      return kept === undefined ? undefined : JSON.parse(kept);
    },
    async put(key, reply) {
      replies.delete(key);
      replies.set(key, JSON.stringify(reply));
      const oldest = replies.keys().next().value;
      if (replies.size > most && oldest !== undefined) replies.delete(oldest);
    },
  };
}

/** Keeps replies as files under `folder`. A file that cannot be read counts as not there. */
export function createFileLlmCache(folder: string): LlmCache {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    async get(key) {
      try {
        return JSON.parse(await readFile(pathOf(key), 'utf8'));
      } catch {
        return undefined;
      }
    },
    put: (key, reply) => writeWhole(pathOf(key), JSON.stringify(reply)),
  };
}
