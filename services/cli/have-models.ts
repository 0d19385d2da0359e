/** The second reader's models at the first start: tried once, in a short time, and said in one line how it went. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { fetchModels } from '../reading/models/fetch-models.ts';
import { findAnyModels } from '../reading/models/model-files.ts';
import { tell } from './output.ts';

/** About what 31 MB take on a slow line; a first start waits no longer for a better reader. */
const PATIENCE_MS = 60_000;
/** A file in the data directory that says that fetching was tried. */
const TRIED = 'models-tried';

/** Fetches the models where they are missing and this was not tried before. Never fails. */
export async function haveModels(config: Config): Promise<void> {
  if (await findAnyModels(config.modelsDir)) {
    tell('Readers: tesseract.js and PP-OCRv6.');
    return;
  }
  const without =
    'Readers: tesseract.js alone, so handwriting is only marked and numbers on scans are read once ' +
    '(`npx throughline models` fetches the second reader).';
  const tried = join(config.dataDir, TRIED);
  if (await stat(tried).catch(() => null)) {
    tell(without);
    return;
  }
  tell('Fetching the second reader, 31 MB, once …');
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    await fetchModels({ dir: config.modelsDir, size: 'small', hub: config.modelsHub, signal });
    tell('Readers: tesseract.js and PP-OCRv6.');
  } catch {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    await writeFile(tried, '').catch(() => undefined);
    tell(without);
  }
}
