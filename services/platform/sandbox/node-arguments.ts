/** How this Node runs `.ts` files: by itself from 22.18 on, before that through tsx. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Arguments for `node` (or `execArgv` of a fork) that let it run a `.ts` entry from any working directory. */
export function typescriptArguments(): string[] {
  const { typescript } = process.features as { typescript?: false | 'strip' | 'transform' };
  if (typescript) return [];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}
