/**
 * Stages for the tests of the queue. Their only output is a finding per key, written under an id that follows from the
 * key, so that work done twice shows as one finding and lost work as none.
 */
import { DomainError } from '../../services/domain/errors.ts';
import type { FindingRecord } from '../../services/domain/records.ts';
import type { PipelineContext } from '../../services/pipeline/context.ts';
import type { StageTable } from '../../services/pipeline/run-job.ts';
import type { Stage } from '../../services/pipeline/stage.ts';
import type { Work } from '../../services/pipeline/work.ts';

export const district = 'd-queue';

export const workOn = (key: string): Work => ({ stage: 'read', key, districtId: district });

function finding(key: string, detail: string): FindingRecord {
  return {
    _id: key,
    districtId: district,
    kind: 'review_needed',
    severity: 'info',
    studentId: key,
    since: '2025-10-01',
    detail,
  };
}

async function write(context: PipelineContext, key: string, detail: string): Promise<void> {
  await context.store.findings.replaceOne({ _id: key }, finding(key, detail), { upsert: true });
}

/** Everything that has an upload in state `reading` is due; `done` in the store means that it was worked on. */
export function queueStages(run: (context: PipelineContext, key: string) => Promise<void>, attempts = 4): StageTable {
  const read: Stage = {
    attempts,
    timeoutMs: 20_000,
    concurrency: () => 4,
    async run(context, key) {
      await run(context, key);
      await write(context, key, 'done');
      await context.store.uploads.updateOne({ _id: key }, { $set: { state: 'done' } });
    },
    async giveUp(context, key, failure) {
      await write(context, key, `gave up: ${failure.code}`);
      await context.store.uploads.updateOne({ _id: key }, { $set: { state: 'failed' } });
    },
    next: async () => [],
    async *due(context) {
      for (const upload of await context.store.uploads.find({ state: 'reading' }).lean()) yield workOn(upload._id);
    },
  };
  return { read };
}

/** Registers things to work on, as an earlier stage would: the state first, no ring yet. */
export async function register(context: PipelineContext, keys: readonly string[]): Promise<void> {
  await context.store.uploads.insertMany(
    keys.map((_id) => ({
      _id,
      districtId: district,
      file: _id,
      sha256: '0'.repeat(64),
      size: 1,
      mediaType: null,
      kind: null,
      state: 'reading' as const,
      failure: null,
      duplicateOf: null,
      studentId: null,
      uploadDate: '2025-10-01',
      receivedAt: new Date(),
      receivedBy: null,
      pageCount: null,
    })),
  );
}

export async function outcomes(context: PipelineContext): Promise<Record<string, string>> {
  const findings = await context.store.findings.find({ districtId: district }).lean();
  return Object.fromEntries(findings.map((found) => [found._id, found.detail]));
}

export const passing = new DomainError('busy', 'Try again.');
export const poisonous = new DomainError('corrupt', 'This can never work.');
