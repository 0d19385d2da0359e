/**
 * The audit trail: who touched which student's record, when, and what they did. Each event bears the hash of the one
 * before it, so that an event that was changed or taken out of the middle shows. What was cut off at the end shows only
 * against a hash that was kept elsewhere, which is why `verifyAuditChain` hands out the last one.
 */
import { createHash } from 'node:crypto';
import type { AuditEventRecord } from '../domain/records.ts';
import type { Ground } from '../platform/ground.ts';
import type { Store } from '../platform/store/store.ts';

export interface AuditEvent {
  readonly districtId: string;
  /** Who: a staff id. */
  readonly actor: string;
  /** What was done: `document.read`, `statement.approved`. */
  readonly action: string;
  /** On what: `documents/…`. */
  readonly resource: string;
  readonly studentId: string | null;
  readonly detail?: AuditEventRecord['detail'];
}

/** What the first event of a district follows. */
export const auditGenesis = '0'.repeat(64);

const DUPLICATE_KEY = 11000;
const MAX_TRIES = 200;

function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256, in hex, of the previous hash and the event as JSON with its keys in order. */
export function auditHash(event: Omit<AuditEventRecord, 'hash'>): string {
  const { _id, districtId, sequence, at, actor, action, resource, studentId, detail, previousHash } = event;
  const content = canonicalJson({ _id, districtId, sequence, at, actor, action, resource, studentId, detail });
  return createHash('sha256').update(previousHash).update(content).digest('hex');
}

/** The id of a district's nth event: two writers of the same place in the chain collide on it. */
function auditEventId(districtId: string, sequence: number): string {
  return `${districtId}~${String(sequence).padStart(12, '0')}`;
}

async function append(ground: Pick<Ground, 'store' | 'clock'>, event: AuditEvent): Promise<AuditEventRecord> {
  const { auditEvents } = ground.store;
  for (let attempt = 1; ; attempt += 1) {
    const last = await auditEvents.findOne({ districtId: event.districtId }).sort({ sequence: -1 }).lean();
    const sequence = (last?.sequence ?? 0) + 1;
    const unsigned = {
      _id: auditEventId(event.districtId, sequence),
      districtId: event.districtId,
      sequence,
      at: ground.clock.now(),
      actor: event.actor,
      action: event.action,
      resource: event.resource,
      studentId: event.studentId,
      detail: event.detail ?? {},
      previousHash: last?.hash ?? auditGenesis,
    };
    const record: AuditEventRecord = { ...unsigned, hash: auditHash(unsigned) };
    try {
      await auditEvents.create(record);
      return record;
    } catch (error) {
      const taken = (error as { code?: unknown }).code === DUPLICATE_KEY;
      if (!taken || attempt >= MAX_TRIES) throw error;
    }
  }
}

/** The last append of this process to each store: they go one after another, so that they do not race each other. */
const tails = new WeakMap<Store, Promise<unknown>>();

/** Appends an event to its district's chain; resolves once it is durable. Safe beside other processes. */
export function recordAudit(ground: Pick<Ground, 'store' | 'clock'>, event: AuditEvent): Promise<AuditEventRecord> {
  const before = tails.get(ground.store) ?? Promise.resolve();
  const appended = before.then(() => append(ground, event));
  tails.set(
    ground.store,
    appended.catch(() => undefined),
  );
  return appended;
}

export interface AuditVerdict {
  readonly events: number;
  /** Hash of the last event, the genesis where there is none. */
  readonly lastHash: string;
  /** One line for each place where the chain does not hold; empty when it does. */
  readonly problems: readonly string[];
}

const BATCH = 500;

/** Walks a district's chain from its first event and says where it does not hold. */
export async function verifyAuditChain(store: Store, districtId: string): Promise<AuditVerdict> {
  const problems: string[] = [];
  let previousHash = auditGenesis;
  let sequence = 0;
  let events = 0;
  for (;;) {
    const batch: AuditEventRecord[] = await store.auditEvents
      .find({ districtId, sequence: { $gt: sequence } })
      .sort({ sequence: 1 })
      .limit(BATCH)
      .lean();
    for (const event of batch) {
      if (event.sequence !== sequence + 1) {
        problems.push(`events ${sequence + 1} to ${event.sequence - 1} are missing`);
      } else if (event.previousHash !== previousHash) {
        problems.push(`event ${event.sequence} does not follow the one before it`);
      }
      if (auditHash(event) !== event.hash) problems.push(`event ${event.sequence} was changed`);
      previousHash = event.hash;
      sequence = event.sequence;
    }
    events += batch.length;
    if (batch.length < BATCH) return { events, lastHash: previousHash, problems };
  }
}
