/** Prompts are data: `prompts/<task>/v<N>/` holds the instructions, the examples and the limits of one version. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const promptsFolder = fileURLToPath(new URL('../../../prompts/', import.meta.url));

const metaSchema = z.strictObject({
  task: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.number().int().positive(),
  /** What the prompt is for, in one sentence. */
  purpose: z.string().min(1),
  /** Tokens that one answer may take. */
  maxOutputTokens: z.number().int().positive(),
});

const exampleSchema = z.strictObject({
  /** What the example shows. */
  name: z.string().min(1),
  input: z.string().min(1),
  output: z.record(z.string(), z.unknown()),
});
export type PromptExample = z.infer<typeof exampleSchema>;

export interface PromptVersion {
  readonly task: string;
  readonly version: number;
  readonly instructions: string;
  readonly examples: readonly PromptExample[];
  readonly maxOutputTokens: number;
  /** SHA-256 of everything above: part of the key under which replies are kept. */
  readonly fingerprint: string;
}

const loaded = new Map<string, Promise<PromptVersion>>();

async function readPrompt(folder: string): Promise<PromptVersion> {
  const [instructions, examplesText, metaText] = await Promise.all(
    ['prompt.md', 'examples.json', 'meta.json'].map((name) => readFile(`${folder}/${name}`, 'utf8')),
  );
  const meta = metaSchema.parse(JSON.parse(metaText ?? ''));
  const examples = z.array(exampleSchema).parse(JSON.parse(examplesText ?? ''));
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([instructions, examples, meta]))
    .digest('hex');
  const { task, version, maxOutputTokens } = meta;
  return { task, version, instructions: instructions ?? '', examples, maxOutputTokens, fingerprint };
}

/** The prompt of `task` in `version`, read once. Throws where it is missing or not in the form of a prompt. */
export function loadPrompt(task: string, version: number, folder: string = promptsFolder): Promise<PromptVersion> {
  const path = `${folder.replace(/\/$/, '')}/${task}/v${version}`;
  const known = loaded.get(path);
  if (known) return known;
  const reading = readPrompt(path);
  loaded.set(path, reading);
  // A folder that is repaired later can be read later.
  reading.catch(() => loaded.delete(path));
  return reading;
}
