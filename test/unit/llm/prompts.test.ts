import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../../../services/extraction/model/derive-figures.ts';
import { locateQuotes, placesOf } from '../../../services/extraction/model/locate-quote.ts';
import { type Proposals, proposalRoles, proposalsSchema } from '../../../services/extraction/model/proposal.ts';
import { loadPrompt } from '../../../services/platform/llm/prompt.ts';
import { transcriptionSchema } from '../../../services/platform/llm/transcribe.ts';

const root = new URL('../../../prompts/', import.meta.url);
const schemas = { extract: proposalsSchema, 'read-handwriting': transcriptionSchema };

describe('the prompts', () => {
  it('are each in a folder of their task and version, and the shape of their answers is known', async () => {
    for (const entry of await readdir(root, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      expect(Object.keys(schemas)).toContain(entry.name);
      for (const version of await readdir(new URL(`${entry.name}/`, root))) {
        const prompt = await loadPrompt(entry.name, Number(version.slice(1)));
        expect([prompt.task, `v${prompt.version}`]).toEqual([entry.name, version]);
        for (const example of prompt.examples) {
          expect(
            schemas[entry.name as keyof typeof schemas].strict().safeParse(example.output).error,
            example.name,
          ).toBeUndefined();
        }
      }
    }
  });

  it('have a fingerprint that follows from their content', async () => {
    const [a, b] = await Promise.all([loadPrompt('extract', 1), loadPrompt('read-handwriting', 1)]);
    expect(a.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(a.fingerprint).not.toBe(b.fingerprint);
    await expect(loadPrompt('extract', 999)).rejects.toThrow();
  });

  it('tell of every role that an answer may name', async () => {
    const { instructions } = await loadPrompt('extract', 1);
    for (const role of proposalRoles) expect(instructions).toContain(`"${role}"`);
  });
});

const examples = (await loadPrompt('extract', 1)).examples;

describe.each(examples.map((example) => [example.name, example] as const))('the example of %s', (_name, example) => {
  const { measurements } = example.output as Proposals;

  it('quotes only what stands in its own text, at a place that can be told', () => {
    const places = locateQuotes(example.input, measurements);
    for (const [at, m] of measurements.entries()) {
      expect(example.input).toContain(m.quote);
      expect(example.input.split('\n')).toContain(m.line);
      expect(places[at], m.quote).not.toBeNull();
      for (const words of [m.date, m.student, m.measured, m.value]) {
        if (words !== null) expect(placesOf(example.input, words), words).not.toEqual([]);
      }
    }
  });

  it('gives only values that follow from their quotes', () => {
    for (const m of measurements) expect(deriveFigures(m, m.quote), m.quote).not.toBeNull();
  });
});
