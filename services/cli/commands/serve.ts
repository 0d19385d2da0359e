/** `throughline serve`: the web application and its workers in one process. */
import type { PipelineContext } from '../../pipeline/context.ts';
import { importCaseload } from '../../pipeline/load-caseload.ts';
import { openContext } from '../../pipeline/open-context.ts';
import { runPipeline } from '../../pipeline/run-pipeline.ts';
import { stages } from '../../pipeline/stages.ts';
import { createLog } from '../../platform/log.ts';
import { readCaseloadFile } from '../arguments.ts';
import { tell, UsageError } from '../output.ts';
import { serveApplication } from '../serve-application.ts';
import { configFor } from '../with-pipeline.ts';

export interface ServeOptions {
  readonly data?: string;
  readonly port?: number;
  readonly caseload?: string;
  readonly district?: string;
  readonly work: boolean;
}

/** The district of a data directory without a caseload: what is uploaded there is read and found, and is nobody's yet. */
const NOBODYS = 'no-caseload';

/** The district asked for, else the one that is there. Throws a `UsageError` for one that is not there. */
async function districtToServe(context: PipelineContext, wanted: string | undefined): Promise<string> {
  const { districts } = context.store;
  const known = (await districts.find({}, { _id: 1 }).sort({ _id: 1 }).lean()).map(({ _id }) => _id);
  if (wanted !== undefined) {
    if (!known.includes(wanted)) throw new UsageError(`--district: there is no district "${wanted}" in this data`);
    return wanted;
  }
  const [district] = known.filter((id) => id !== NOBODYS);
  if (district !== undefined) return district;
  tell('There is no caseload yet: files are read and can be searched, but belong to no student. Name one: --caseload');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const record = { _id: NOBODYS, districtId: NOBODYS, id: NOBODYS, name: 'No caseload yet', timeZone };
  await districts.replaceOne({ _id: NOBODYS }, record, { upsert: true });
  return NOBODYS;
}

export async function runServe(options: ServeOptions): Promise<number> {
  const given = configFor(options.data);
  const config = { ...given, port: options.port ?? given.port };
  const caseload = options.caseload === undefined ? null : await readCaseloadFile(options.caseload);
  const opened = await openContext(config, createLog(config.logLevel));
  try {
    const { context } = opened;
    if (caseload) await importCaseload(context, caseload);
    const districtId = await districtToServe(context, options.district ?? caseload?.district.id);
    const pipeline = options.work ? await runPipeline(context, stages, { alone: opened.alone }) : null;
    await serveApplication(context, { districtId, anyPort: false });
    await pipeline?.stop();
    return 0;
  } finally {
    await opened.close();
  }
}
