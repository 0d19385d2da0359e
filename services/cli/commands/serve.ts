/** `throughline serve`: the web application and its workers in one process. */
import type { Command } from 'commander';
import { importCaseload } from '../../pipeline/load-caseload.ts';
import { openContext } from '../../pipeline/open-context.ts';
import { runPipeline } from '../../pipeline/run-pipeline.ts';
import { stages } from '../../pipeline/stages.ts';
import { createLog } from '../../platform/log.ts';
import { parseWhole, readCaseloadFile } from '../arguments.ts';
import { UsageError } from '../output.ts';
import { serveApplication } from '../serve-application.ts';
import { configFor } from '../with-pipeline.ts';

interface ServeOptions {
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

export function addServeCommand(program: Command, run: (work: Promise<number>) => Promise<void>): void {
  program
    .command('serve')
    .description('the web application and its workers in one process')
    .option('--data <dir>', 'the data directory (else THROUGHLINE_DATA, or MONGODB_URL and REDIS_URL)')
    .option('--port <n>', 'the port to listen on', parseWhole(0, 65_535))
    .option('--caseload <file>', 'a caseload to load or bring up to date first')
    .option('--district <id>', 'the district to serve, where there are several')
    .option('--no-work', 'serve only; other processes do the work')
    .action((options: ServeOptions) => run(runServe(options)));
}
