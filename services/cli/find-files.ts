/** Files and folders as given on the command line, as a list of files. */
import { readdir, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { UsageError } from './output.ts';

/** By name without ending, so that `log.pdf` comes before its copy `log (1).pdf` and is the one that is kept. */
function byName(a: { name: string }, b: { name: string }): number {
  const [x, y] = [parse(a.name).name, parse(b.name).name];
  if (x !== y) return x < y ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}

/** Every file below the given paths, in a stable order; hidden files are left out. Throws a `UsageError` for a path that is not there. */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (!info) throw new UsageError(`path: there is no file or folder ${path}`);
    if (!info.isDirectory()) {
      found.push(path);
      continue;
    }
    const entries = await readdir(path, { withFileTypes: true });
    const visible = entries.filter(({ name }) => !name.startsWith('.')).sort(byName);
    for (const entry of visible) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) found.push(...(await findFiles([inner])));
      else if (entry.isFile()) found.push(inner);
    }
  }
  return [...new Set(found)];
}
