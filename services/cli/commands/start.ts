/** `npm start`: the sample caseload and its evidence through the real pipeline, then the application. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openContext } from '../../pipeline/open-context.ts';
import { runPipeline } from '../../pipeline/run-pipeline.ts';
import { stages } from '../../pipeline/stages.ts';
import { createLog } from '../../platform/log.ts';
import { readCaseloadFile } from '../arguments.ts';
import { findFiles } from '../find-files.ts';
import { haveModels } from '../have-models.ts';
import { printLine, tell } from '../output.ts';
import { processFiles } from '../process-files.ts';
import { showProgress } from '../progress.ts';
import { serveApplication } from '../serve-application.ts';
import { summarise } from '../summary.ts';
import { configFor } from '../with-pipeline.ts';

export interface StartOptions {
  readonly data?: string;
  readonly port?: number;
  readonly serve: boolean;
}

/** The day on which the samples are handed in: dates without a year on them are of the school year before it. */
const SAMPLES_DAY = '2026-01-15';

/** As short a path as there is: it is what people see beside each document. */
const samples = (path: string) =>
  relative(process.cwd(), fileURLToPath(new URL(`../../../samples/${path}`, import.meta.url)));

export async function runStart(options: StartOptions): Promise<number> {
  const given = configFor(options.data);
  const config = { ...given, port: options.port ?? given.port };
  const caseload = await readCaseloadFile(samples('caseload.json'));
  const files = await findFiles([samples('evidence')]);
  await haveModels(config);
  const opened = await openContext(config, createLog(config.logLevel === 'info' ? 'error' : config.logLevel));
  try {
    const { context } = opened;
    const pipeline = await runPipeline(context, stages, { alone: opened.alone });
    tell(`Reading the sample evidence into ${config.dataDir} …`);
    const request = { files, caseload, uploadDate: SAMPLES_DAY };
    const progress = showProgress('pages read');
    const { result, nothingNew } = await processFiles(context, pipeline, request, progress).finally(() =>
      progress.end(),
    );
    if (nothingNew) tell('Everything was processed before: nothing has changed.');
    for (const line of summarise(result, caseload)) await printLine(line);
    if (options.serve) await serveApplication(context, { districtId: caseload.district.id, anyPort: true });
    await pipeline.stop();
    return 0;
  } finally {
    await opened.close();
  }
}
