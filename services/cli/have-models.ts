/** The second reader's models at the first start: tried once, in a short time, and said in one line how it went. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { fetchModels } from '../reading/models/fetch-models.ts';
import { hasRuntime } from '../reading/models/has-runtime.ts';
import { findAnyModels } from '../reading/models/model-files.ts';
import { modelSets } from '../reading/models/model-sets.ts';
import { tell } from './output.ts';

/** About what 31 MB take on a slow line; a first start waits no longer for a better reader. */
const PATIENCE_MS = 60_000;
/** A file in the data directory that says that fetching was tried. */
const TRIED = 'models-tried';

const BOTH = 'Readers: tesseract.js and PP-OCRv6.';
const ALONE = 'Readers: tesseract.js alone, so handwriting is only marked and numbers on scans are read once';

/** Fetches the models where they are missing and this was not tried before, within `patienceMs`. Never fails. */
export async function haveModels(config: Config, patienceMs = PATIENCE_MS): Promise<void> {
  if (!hasRuntime()) return tell(`${ALONE} (the second reader's runtime was left out: \`npm ci\` installs it).`);
  if (await findAnyModels(config.modelsDir)) return tell(BOTH);
  const without = `${ALONE} (\`npx throughline models\` fetches the second reader).`;
  const tried = join(config.dataDir, TRIED);
  if (await stat(tried).catch(() => null)) return tell(without);
  tell('Fetching the second reader, 31 MB, once …');
  try {
    const signal = AbortSignal.timeout(patienceMs);
    await fetchModels({ dir: config.modelsDir, set: modelSets.small, hub: config.modelsHub, signal });
    tell(BOTH);
  } catch {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 }).catch(() => undefined);
    await writeFile(tried, '').catch(() => undefined);
    tell(without);
  }
}
