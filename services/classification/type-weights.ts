/** Weights of words and shapes by evidence type, as `npm run teach-types` leaves them in type-weights.json. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type DocumentType, documentTypeSchema } from '../domain/evidence.ts';

/** What the whole numbers of the file are divided by. */
export const weightScale = 50;

const rowSchema = z.array(z.int());
const fileSchema = z.object({
  types: z.array(documentTypeSchema),
  start: rowSchema,
  signs: z.record(z.string(), rowSchema),
});
/** As the file holds them: a row has a number for each type, in the order of `types`. */
export interface TypeWeights {
  readonly types: readonly string[];
  readonly start: readonly number[];
  readonly signs: Readonly<Record<string, readonly number[]>>;
}

export interface OpenWeights {
  readonly types: readonly DocumentType[];
  readonly start: readonly number[];
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

/** Throws where `file` has not the shape of the weights' file. */
export function openWeights(file: unknown): OpenWeights {
  const { types, start, signs } = fileSchema.parse(file);
  return { types, start, rows: new Map(Object.entries(signs)) };
}

export const taughtWeights = openWeights(
  JSON.parse(readFileSync(new URL('./type-weights.json', import.meta.url), 'utf8')),
);

/** The logarithm of the odds of each type that was taught, up to a common summand, from a document's signs. */
export function learnedScores(signs: ReadonlyMap<string, number>, weights: OpenWeights): Map<DocumentType, number> {
  const sums = weights.start.map((value) => value / weightScale);
  for (const [sign, strength] of signs) {
    const row = weights.rows.get(sign);
    if (row) for (const [index, weight] of row.entries()) sums[index]! += (strength * weight) / weightScale;
  }
  return new Map(weights.types.map((type, index) => [type, sums[index] ?? 0]));
}
