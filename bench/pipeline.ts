/**
 * How much of the pipeline's wall time is not reading, on the sample binder: the whole pipeline into a fresh data
 * directory, against the time in which at least one page was being read. Prints one JSON line.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readCaseloadFile } from '../services/cli/arguments.ts';
import { processFiles } from '../services/cli/process-files.ts';
import { withPipeline } from '../services/cli/with-pipeline.ts';
import { loadConfig } from '../services/platform/config.ts';
import type { Reading } from '../services/reading/reading.ts';

const sample = (path: string) => fileURLToPath(new URL(`../samples/${path}`, import.meta.url));
const binder = process.argv[2] ?? sample('evidence/binder-fall-2025.pdf');

/** Sums the time in which at least one call to the readers is under way. */
function timeReading(reading: Reading): { reading: Reading; busyMs: () => number } {
  let underWay = 0;
  let since = 0;
  let busy = 0;
  const timed = async <Result>(work: Promise<Result>): Promise<Result> => {
    if (underWay === 0) since = performance.now();
    underWay += 1;
    try {
      return await work;
    } finally {
      underWay -= 1;
      if (underWay === 0) busy += performance.now() - since;
    }
  };
  return {
    reading: {
      inspect: (...args) => timed(reading.inspect(...args)),
      readPage: (...args) => timed(reading.readPage(...args)),
      renderPage: (...args) => timed(reading.renderPage(...args)),
      look: (...args) => timed(reading.look(...args)),
      confirm: (...args) => timed(reading.confirm(...args)),
      close: () => reading.close(),
    },
    busyMs: () => busy,
  };
}

const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
try {
  const caseload = await readCaseloadFile(sample('caseload.json'));
  const config = { ...loadConfig(), dataDir, mongodbUrl: undefined, redisUrl: undefined };
  await withPipeline(config, async (context, pipeline) => {
    const { reading, busyMs } = timeReading(context.reading);
    Object.assign(context, { reading });
    const started = performance.now();
    const silent = { step: () => undefined, set: () => undefined, end: () => undefined };
    const { result } = await processFiles(context, pipeline, { files: [binder], caseload }, silent);
    const wallMs = performance.now() - started;
    if (result.errors.length > 0) throw new Error(`not all was read: ${JSON.stringify(result.errors)}`);
    const outsideMs = wallMs - busyMs();
    console.log(
      JSON.stringify({
        bench: 'pipeline',
        pages: result.pages,
        documents: result.documents.length,
        wallMs: Math.round(wallMs),
        readingMs: Math.round(busyMs()),
        outsideShare: Math.round((outsideMs / wallMs) * 1000) / 1000,
        target: 0.1,
      }),
    );
  });
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
