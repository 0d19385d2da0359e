/** Tests that need the second reader's models: they run where the models lie, and say so in one line where they do not. */
import { describe } from 'vitest';
import { loadConfig } from '../../services/platform/config.ts';
import { hasRuntime } from '../../services/reading/models/has-runtime.ts';
import { findAnyModels } from '../../services/reading/models/model-files.ts';

export const modelsDir = loadConfig().modelsDir;
export const models = hasRuntime() ? await findAnyModels(modelsDir) : null;

/** `describe`, skipped where the second reader is not there. */
export const describeWithSecondReader = describe.skipIf(models === null);

if (models === null) {
  console.warn('SKIPPED: tests of the second reader; its models are not there (npx throughline models fetches them)');
}
