/**
 * Replies that were paid for already, by everything that shaped them, in the store: what one process was told, all know.
 * What is kept is disguised, as it was sent; readings of pictures are not, so nothing is kept for longer than needed.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

export interface LlmCache {
  /** The reply kept for `districtId` under `key`; undefined where there is none. */
  get(districtId: string, key: string): Promise<unknown>;
  put(districtId: string, key: string, reply: unknown): Promise<void>;
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

/** Days that a reply may be used again: long enough for corrections and reports of one marking period. */
const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

/** The replies of everyone who works on `store`. One that has expired counts as not there. */
export function createStoreLlmCache({ llmReplies }: Pick<Store, 'llmReplies'>, clock: Clock): LlmCache {
  return {
    async get(districtId, key) {
      const kept = await llmReplies.findOne({ _id: key, districtId, expiresAt: { $gt: clock.now() } }).lean();
      return kept ? JSON.parse(kept.reply) : undefined;
    },
    async put(districtId, key, reply) {
      const expiresAt = new Date(clock.now().getTime() + KEPT_DAYS * DAY_MS);
      const record = { _id: key, districtId, reply: JSON.stringify(reply), expiresAt };
      await llmReplies.replaceOne({ _id: key }, record, { upsert: true });
    },
  };
}

/** Removes the replies that have expired by `now`; says how many. The embedded store removes nothing by itself. */
export async function forgetExpiredReplies({ llmReplies }: Pick<Store, 'llmReplies'>, now: Date): Promise<number> {
  const { deletedCount } = await llmReplies.deleteMany({ expiresAt: { $lte: now } });
  return deletedCount;
}
