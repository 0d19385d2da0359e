/** Every labelled set that there is. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EvalSet, loadSet } from './eval-case.ts';
import { loadPapers } from './load-papers.ts';

export const evalsFolder = fileURLToPath(new URL('.', import.meta.url));

export interface SetPlace {
  readonly name: string;
  readonly folder: string;
  /** What goes wrong there is not shown and nothing is learned from it: rules must not be fitted to it. */
  readonly quiet: boolean;
}

const setsIn = (folder: string, prefix: string): SetPlace[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name: `${prefix}${name}`, folder: join(folder, name), quiet: false }));

export const allSets: readonly SetPlace[] = [
  { name: 'dev', folder: join(evalsFolder, '..', '..', '..', 'shared', 'eval', 'dev'), quiet: false },
  ...setsIn(evalsFolder, '').filter(({ name }) => name.startsWith('workshop')),
  ...setsIn(join(evalsFolder, 'families'), 'family-'),
  { name: 'heldout', folder: join(evalsFolder, 'heldout'), quiet: false },
  { name: 'validation', folder: join(evalsFolder, 'validation'), quiet: false },
  { name: 'practice', folder: join(evalsFolder, 'practice'), quiet: false },
  { name: 'unseen', folder: join(evalsFolder, 'unseen'), quiet: true },
];

/** The papers of a set; null where they are not there, as those of `workshop-h`, which holds binders alone. */
export function openSet({ name, folder }: SetPlace): EvalSet | null {
  if (name === 'workshop-h') return null;
  return /^(?:workshop|family)/.test(name) ? loadPapers(name, folder) : loadSet(name, folder);
}
