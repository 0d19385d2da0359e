/** The application on an empty data directory with the sample caseload, its pipeline running. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import samples from '../../samples/caseload.json' with { type: 'json' };
import { caseloadSchema } from '../../services/domain/caseload.ts';
import { advance } from '../../services/pipeline/advance.ts';
import { importCaseload } from '../../services/pipeline/load-caseload.ts';
import { openContext } from '../../services/pipeline/open-context.ts';
import { runPipeline } from '../../services/pipeline/run-pipeline.ts';
import { stages } from '../../services/pipeline/stages.ts';
import { submitFile } from '../../services/pipeline/submit-file.ts';
import type { Config } from '../../services/platform/config.ts';
import { createLog } from '../../services/platform/log.ts';
import { temporaryFolder, testConfig } from '../factories/ground.ts';
import { startApi } from '../integration/api-server.ts';

/** `settings` change the configuration: its limits, above all. */
export async function application(settings: Partial<Config> = {}) {
  const folder = await temporaryFolder();
  const opened = await openContext({ ...testConfig(folder), ...settings }, createLog('silent'));
  const { context } = opened;
  const caseload = caseloadSchema.parse(samples);
  await importCaseload(context, caseload);
  const pipeline = await runPipeline(context, stages, { alone: opened.alone });
  onTestFinished(async () => {
    await pipeline.stop();
    await opened.close();
  });
  const district = caseload.district.id;
  const api = await startApi({
    context,
    district,
    onUploadAccepted: (key) => advance(context, [{ stage: 'intake', key, districtId: district }]),
  });
  /** Hands in a typed file of these pages and waits until it is understood; returns the upload's id. */
  const handIn = async (name: string, pages: readonly string[]): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, pages.join('\f'));
    const { upload } = await submitFile(context, district, path);
    await pipeline.idle();
    return upload._id;
  };
  return { ...api, district, pipeline, handIn };
}
