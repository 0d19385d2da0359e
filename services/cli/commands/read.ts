/** `throughline read`: pages to text, one JSON line per page. */
import { loadConfig } from '../../platform/config.ts';
import { openConfiguredReading } from '../../reading/open-configured-reading.ts';
import { openLlmFor } from '../open-llm-for.ts';
import { printJson, printLine } from '../output.ts';
import { showProgress } from '../progress.ts';
import { isFailure, readFiles } from '../read-files.ts';

export interface ReadOptions {
  readonly jobs?: number;
  readonly json?: boolean;
}

/** `read` knows of no district; what a model costs it is put to this name. */
const NO_DISTRICT = 'command-line';

export async function runRead(files: string[], options: ReadOptions): Promise<number> {
  const config = loadConfig();
  const atOnce = options.jobs ?? config.readers;
  const reading = openConfiguredReading(config, atOnce);
  const { llm, close } = await openLlmFor(config);
  const progress = showProgress('pages read');
  let failures = 0;
  try {
    for await (const result of readFiles(reading, files, atOnce, { llm, districtId: NO_DISTRICT })) {
      progress.step();
      if (isFailure(result)) {
        failures += 1;
        await (options.json ? printJson(result) : printLine(`${result.file}: ${result.error.message}`));
      } else if (options.json) {
        await printJson(result.page);
      } else {
        const { file, page, source, confidence, text } = result.page;
        await printLine(`== ${file}, page ${page} (${source}, ${Math.round(confidence * 100)} % sure)\n${text}\n`);
      }
    }
  } finally {
    progress.end();
    await reading.close();
    await close();
  }
  return failures > 0 ? 1 : 0;
}
