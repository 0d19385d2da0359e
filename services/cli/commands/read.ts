/** `throughline read`: pages to text, one JSON line per page; on request a report to look at. */
import { loadConfig } from '../../platform/config.ts';
import { openConfiguredReading } from '../../reading/open-configured-reading.ts';
import type { Reading } from '../../reading/reading.ts';
import { openLlmFor } from '../open-llm-for.ts';
import { printJson, printLine } from '../output.ts';
import { showProgress } from '../progress.ts';
import { isFailure, type ReadResult, readFiles } from '../read-files.ts';
import { openReport, type Report } from '../read-report/open-report.ts';

export interface ReadOptions {
  readonly jobs?: number;
  readonly json?: boolean;
  /** Where the report goes. */
  readonly html?: string;
}

/** `read` knows of no district; what a model costs it is put to this name. */
const NO_DISTRICT = 'command-line';

async function print(result: ReadResult, json: boolean): Promise<void> {
  if (json) return printJson(isFailure(result) ? result : result.page);
  if (isFailure(result)) return printLine(`${result.file}: ${result.error.message}`);
  const { file, page, source, confidence, text } = result.page;
  await printLine(`== ${file}, page ${page} (${source}, ${Math.round(confidence * 100)} % sure)\n${text}\n`);
}

async function report(to: Report, reading: Reading, result: ReadResult): Promise<void> {
  if (isFailure(result)) return to.failure(result.file, result.page, result.error.message);
  const { page, info, image } = result;
  await to.page(page, image ?? (await reading.renderPage(page.file, info, page.page, page)));
}

export async function runRead(files: string[], options: ReadOptions): Promise<number> {
  const config = loadConfig();
  const html = options.html === undefined ? null : await openReport(options.html);
  const atOnce = options.jobs ?? config.readers;
  const reading = openConfiguredReading(config, atOnce);
  const { llm, close } = await openLlmFor(config);
  const progress = showProgress('pages read');
  let failures = 0;
  try {
    for await (const result of readFiles(reading, files, atOnce, { llm, districtId: NO_DISTRICT })) {
      progress.step();
      if (isFailure(result)) failures += 1;
      if (html) await report(html, reading, result);
      if (options.json || !html) await print(result, options.json ?? false);
    }
    await html?.close();
    if (html && !options.json) await printLine(html.path);
  } finally {
    progress.end();
    await reading.close();
    await close();
  }
  return failures > 0 ? 1 : 0;
}
