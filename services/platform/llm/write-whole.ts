/** A small file that is there whole or not at all. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from '../ids.ts';

/** Writes `text` beside `path` and puts it in place in one step. Folders that are missing are made. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${newId()}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}
