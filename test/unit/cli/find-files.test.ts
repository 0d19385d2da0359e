import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../../services/cli/find-files.ts';
import { temporaryFolder } from '../../factories/ground.ts';

describe('files on the command line', () => {
  it('are found in folders, an original before its numbered copy, hidden ones left out', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'inner'));
    for (const name of ['log (1).pdf', 'log.pdf', '.hidden', 'inner/a.txt']) await writeFile(join(folder, name), name);
    const found = await findFiles([folder, join(folder, 'log.pdf')]);
    expect(found.map((path) => path.slice(folder.length + 1))).toEqual(['inner/a.txt', 'log.pdf', 'log (1).pdf']);
  });

  it('that are not there are told by name', async () => {
    await expect(findFiles(['no-such-path'])).rejects.toThrow(/path.*no-such-path/);
  });
});
