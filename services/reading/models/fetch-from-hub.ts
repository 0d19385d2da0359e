/** Models from their publisher's repositories on the model hub. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dictionaryFrom } from './dictionary.ts';
import { downloadFile, putInPlace } from './download-file.ts';
import type { FetchOptions } from './fetch-options.ts';
import type { ModelRole } from './model-sets.ts';

/** A description is a few hundred kilobytes; more is something else. */
const MOST_DESCRIPTION = 4 * 1024 * 1024;

async function fetchDictionary(url: string, target: string, sha256: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MOST_DESCRIPTION) throw new Error('The description of the model is too large to be one');
  const part = `${target}.part`;
  await writeFile(part, dictionaryFrom(new TextDecoder().decode(bytes)));
  await putInPlace(part, target, sha256).catch(async (error: unknown) => {
    await rm(part, { force: true });
    throw error;
  });
}

/** Fetches the files named by `missing`. Rejects with the reason where one cannot be had. */
export async function fetchFromHub(missing: readonly ModelRole[], options: FetchOptions): Promise<void> {
  const { dir, set, hub, signal, onProgress } = options;
  await mkdir(dir, { recursive: true });
  const total = missing.reduce((sum, role) => sum + (set[role].bytes ?? 0), 0);
  let done = 0;
  for (const role of missing) {
    const file = set[role];
    const url = `${hub.replace(/\/$/, '')}/${file.hub}`;
    const target = join(dir, file.name);
    if (role === 'dictionary') await fetchDictionary(url, target, file.sha256, signal);
    else {
      await downloadFile({
        url,
        target,
        sha256: file.sha256,
        signal,
        onBytes: (bytes) => {
          done += bytes;
          onProgress?.(done, Math.max(total, done));
        },
      });
    }
  }
}
