/** A real store, real files and a real clock in a temporary folder, closed and removed after the test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PipelineContext } from '../../services/pipeline/context.ts';
import { createFileBlobs } from '../../services/platform/blobs/file-blobs.ts';
import { systemClock } from '../../services/platform/clock.ts';
import { type Config, loadConfig } from '../../services/platform/config.ts';
import { type Llm, noLlm } from '../../services/platform/llm/llm.ts';
import { createLog } from '../../services/platform/log.ts';
import type { Bell } from '../../services/platform/queue/bell.ts';
import { createInProcessBell } from '../../services/platform/queue/in-process-bell.ts';
import { openStore } from '../../services/platform/store/open-store.ts';
import { openReading } from '../../services/reading/open-reading.ts';
import type { Reading } from '../../services/reading/reading.ts';

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  // An answer that nobody waits for any more may still be writing: removing is tried again.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

/** A reading room that must not be entered: for tests of what does not read. */
export const closedReading: Reading = {
  inspect: () => Promise.reject(new Error('this test does not read')),
  readPage: () => Promise.reject(new Error('this test does not read')),
  renderPage: () => Promise.reject(new Error('this test does not read')),
  look: () => Promise.reject(new Error('this test does not read')),
  confirm: () => Promise.resolve(null),
  close: () => Promise.resolve(),
};

export function testConfig(dataDir: string): Config {
  return { ...loadConfig({}), dataDir, logLevel: 'silent' };
}

/** A context on an embedded store of its own. */
export async function testContext(
  parts: { bell?: Bell; reading?: Reading; llm?: Llm; dataDir?: string } = {},
): Promise<PipelineContext> {
  const dataDir = parts.dataDir ?? (await temporaryFolder());
  const store = await openStore({ dataDir });
  const blobs = await createFileBlobs(join(dataDir, 'files'));
  const bell = parts.bell ?? createInProcessBell();
  const reading = parts.reading ?? closedReading;
  onTestFinished(async () => {
    await bell.close();
    await reading.close();
    await blobs.close();
    await store.close();
  });
  return {
    config: testConfig(dataDir),
    clock: systemClock,
    log: createLog('silent'),
    store,
    blobs,
    bell,
    reading,
    llm: parts.llm ?? noLlm,
  };
}

/** The real reading room, with one child. */
export function testReading(): Reading {
  const { readerMemoryBytes, readerMs, maxFileBytes, maxPages } = loadConfig({});
  return openReading({ readers: 1, memoryBytes: readerMemoryBytes, pageMs: readerMs, maxFileBytes, maxPages });
}
