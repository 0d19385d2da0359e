/** Finding models in a folder, by what the files are: a folder filled by hand may name them as it likes. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ModelFile, type ModelRole, type ModelSet, type ModelSize, modelRoles, modelSets } from './model-sets.ts';

/** Paths of the three files of one size. */
export interface FoundModels {
  readonly size: ModelSize;
  readonly detection: string;
  readonly recognition: string;
  readonly dictionary: string;
}

const DEEPEST = 6;
/** A folder that holds more than this is not one of models. */
const MOST_FILES = 2000;

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const queue = [{ path: folder, depth: 1 }];
  for (let next = queue.shift(); next && found.length < MOST_FILES; next = queue.shift()) {
    const entries = await readdir(next.path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(next.path, entry.name);
      if (entry.isDirectory() && next.depth < DEEPEST) queue.push({ path, depth: next.depth + 1 });
      else if (!entry.isDirectory() && !entry.name.endsWith('.part')) found.push(path);
    }
  }
  return found.slice(0, MOST_FILES);
}

async function isFile(path: string, file: ModelFile): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || (file.bytes !== null && found.size !== file.bytes)) return false;
  return (await sha256Of(path)) === file.sha256;
}

/** The files of `set` in `folder` or in the folders within it, each checked against its SHA-256. */
export async function findFiles(folder: string, set: ModelSet): Promise<Partial<Record<ModelRole, string>>> {
  const byName = modelRoles.map((role) => join(folder, set[role].name));
  const found: Partial<Record<ModelRole, string>> = {};
  let others: string[] | null = null;
  for (const [index, role] of modelRoles.entries()) {
    const likely = byName[index]!;
    if (await isFile(likely, set[role])) {
      found[role] = likely;
      continue;
    }
    others ??= await listFiles(folder);
    for (const path of others) {
      if (/\.(onnx|txt|dict)$/i.test(path) && (await isFile(path, set[role]))) {
        found[role] = path;
        break;
      }
    }
  }
  return found;
}

/** The models of `set` in `folder`, or null where one is missing or is not the one expected. */
export async function findModels(folder: string, set: ModelSet): Promise<FoundModels | null> {
  const { detection, recognition, dictionary } = await findFiles(folder, set);
  return detection && recognition && dictionary ? { size: set.size, detection, recognition, dictionary } : null;
}

/** The models that a folder holds: a larger size was put there on purpose, so it goes first. */
export async function findAnyModels(folder: string): Promise<FoundModels | null> {
  for (const size of ['medium', 'small', 'tiny'] as const) {
    const found = await findModels(folder, modelSets[size]);
    if (found) return found;
  }
  return null;
}
