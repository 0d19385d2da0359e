/** `throughline process`: the whole pipeline into a data directory, to drafted statements. */
import { readCaseloadFile } from '../arguments.ts';
import { findFiles } from '../find-files.ts';
import { printJson, printLine, tell, UsageError } from '../output.ts';
import { processFiles } from '../process-files.ts';
import { showProgress } from '../progress.ts';
import { summarise } from '../summary.ts';
import { configFor, withPipeline } from '../with-pipeline.ts';

export interface ProcessOptions {
  readonly caseload: string;
  readonly data: string;
  readonly period?: string;
  readonly date?: string;
  readonly json?: boolean;
}

export async function runProcess(paths: string[], options: ProcessOptions): Promise<number> {
  const caseload = await readCaseloadFile(options.caseload);
  if (options.period !== undefined && !caseload.periods.some(({ id }) => id === options.period)) {
    throw new UsageError(`--period: no period "${options.period}" in this caseload`);
  }
  const files = await findFiles(paths);
  return withPipeline(configFor(options.data), async (context, pipeline) => {
    const progress = showProgress('pages read');
    const { result, nothingNew } = await processFiles(
      context,
      pipeline,
      { files, caseload, periodId: options.period, uploadDate: options.date },
      progress,
    ).finally(() => progress.end());
    if (nothingNew) tell('Everything was processed before: nothing has changed.');
    if (options.json) await printJson(result);
    else for (const line of summarise(result, caseload)) await printLine(line);
    return result.errors.length > 0 ? 1 : 0;
  });
}
