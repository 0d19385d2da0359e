/** `npm run eval -- --only samples [--verbose]`: the sample evidence through the whole pipeline, against what is expected. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readExpected } from '../../samples/generator/expected.ts';
import { readCaseloadFile } from '../../services/cli/arguments.ts';
import { findFiles } from '../../services/cli/find-files.ts';
import { processFiles } from '../../services/cli/process-files.ts';
import { configFor, withPipeline } from '../../services/cli/with-pipeline.ts';
import type { ProcessResult } from '../../services/domain/process-result.ts';
import { scoreSamples, type Tally } from './score-samples.ts';

const sample = (path: string) => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));

async function processSamples(): Promise<ProcessResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-eval-'));
  try {
    const caseload = await readCaseloadFile(sample('caseload.json'));
    const files = await findFiles([sample('evidence')]);
    const { uploadDate } = readExpected('quick-note.txt');
    return await withPipeline(configFor(dataDir), async (context, pipeline) => {
      const silent = { step: () => undefined, set: () => undefined, end: () => undefined };
      return (await processFiles(context, pipeline, { files, caseload, uploadDate }, silent)).result;
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Prints one row per kind of thing: expected, given, right, and what is wrong or missed. */
export async function evalSamples(verbose: boolean): Promise<void> {
  const score = scoreSamples(await processSamples());
  const row = (name: string, { gold, given, right }: Tally) =>
    console.log(
      name.padEnd(26) + [gold, given, right, given - right, gold - right].map((n) => `${n}`.padStart(10)).join(''),
    );
  console.log(''.padEnd(26) + ['expected', 'given', 'right', 'wrong', 'missed'].map((h) => h.padStart(10)).join(''));
  row('points in print', score.print);
  row('points by hand', score.handwriting);
  row('sessions of services', score.services);
  row('documents', score.documents);
  row('types of documents', score.types);
  row('students of documents', score.students);
  row('files that cannot be read', score.errors);
  console.log(`wrong and not asked about: ${score.sureAndWrong}`);
  console.log(`by hand and not asked about: ${score.handwrittenUnasked}`);
  if (verbose) for (const note of score.notes) console.log(`  ${note}`);
}
