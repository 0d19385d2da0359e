/** Writes evidence, expectations and the README. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { evidenceFiles } from './catalogue.ts';
import { fullExpectation } from './evidence-file.ts';
import { readme } from './readme.ts';

const samples = new URL('../', import.meta.url);

/** Removes what no sample of the catalogue made. */
async function sweep(folder: URL, wanted: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(new URL(name, folder));
}

/** Draws the samples whose names contain one of `only`, or all of them. */
export async function generateSamples(only: readonly string[]): Promise<void> {
  const evidence = new URL('evidence/', samples);
  const expected = new URL('expected/', samples);
  await mkdir(evidence, { recursive: true });
  await mkdir(expected, { recursive: true });
  for (const file of evidenceFiles) {
    const expectation = `${JSON.stringify(fullExpectation(file), null, 2)}\n`;
    await writeFile(new URL(`${file.name}.json`, expected), expectation);
    if (only.length && !only.some((part) => file.name.includes(part))) continue;
    const bytes = await file.bytes();
    await writeFile(new URL(file.name, evidence), bytes);
    console.error(`${file.name}  ${Math.ceil(bytes.length / 1024)} KB`);
  }
  await writeFile(new URL('README.md', samples), readme(evidenceFiles));
  await sweep(evidence, new Set(evidenceFiles.map((file) => file.name)));
  await sweep(expected, new Set(evidenceFiles.map((file) => `${file.name}.json`)));
}
