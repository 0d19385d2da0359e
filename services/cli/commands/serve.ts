/** `throughline serve`: the web application and its workers in one process. */
import { importCaseload } from '../../pipeline/load-caseload.ts';
import { openContext } from '../../pipeline/open-context.ts';
import { runPipeline } from '../../pipeline/run-pipeline.ts';
import { stages } from '../../pipeline/stages.ts';
import { createLog } from '../../platform/log.ts';
import { readCaseloadFile } from '../arguments.ts';
import { UsageError } from '../output.ts';
import { serveApplication } from '../serve-application.ts';
import { configFor } from '../with-pipeline.ts';

export interface ServeOptions {
  readonly data?: string;
  readonly port?: number;
  readonly caseload?: string;
  readonly district?: string;
  readonly work: boolean;
}

export async function runServe(options: ServeOptions): Promise<number> {
  const given = configFor(options.data);
  const config = { ...given, port: options.port ?? given.port };
  const caseload = options.caseload === undefined ? null : await readCaseloadFile(options.caseload);
  const opened = await openContext(config, createLog(config.logLevel));
  try {
    const { context } = opened;
    if (caseload) await importCaseload(context, caseload);
    const wanted = options.district ?? caseload?.district.id;
    const district = await context.store.districts.findOne(wanted === undefined ? {} : { _id: wanted }).lean();
    if (!district) throw new UsageError('--caseload: there is no caseload in this data directory yet; name one');
    const pipeline = options.work ? await runPipeline(context, stages, { alone: opened.alone }) : null;
    await serveApplication(context, { districtId: district._id, anyPort: false });
    await pipeline?.stop();
    return 0;
  } finally {
    await opened.close();
  }
}
