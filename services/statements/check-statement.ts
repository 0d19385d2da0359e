/** The check that no draft gets past: every number in the text is a fact or rests on a cited data point. */
import type { Statement } from '../domain/statement.ts';

const numberPattern = /\d+(?:[.,]\d+)*/g;

function numbersIn(value: unknown): string[] {
  if (typeof value === 'number') return [plain(String(Math.abs(value)))];
  if (typeof value === 'string') return [...value.matchAll(numberPattern)].map(([token]) => plain(token));
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (value && typeof value === 'object') return Object.values(value).flatMap(numbersIn);
  return [];
}

function plain(token: string): string {
  return String(Number(token.replaceAll(',', '')));
}

export interface CitedValue {
  readonly dataPointId: string;
  readonly value: number;
}

/**
 * The numbers in a statement's text that are neither facts nor the value of a data point cited for just those words.
 * Empty means that the text may be stored.
 */
export function ungroundedNumbers(
  statement: Pick<Statement, 'text' | 'facts' | 'citations'>,
  values: readonly CitedValue[],
): string[] {
  const facts = new Set(numbersIn(statement.facts));
  return [...statement.text.matchAll(numberPattern)]
    .filter((match) => {
      const number = plain(match[0]);
      if (facts.has(number)) return false;
      const cited = statement.citations.filter((c) => c.start <= match.index && match.index + match[0].length <= c.end);
      return !cited.some((c) =>
        values.some((v) => v.dataPointId === c.dataPointId && plain(String(v.value)) === number),
      );
    })
    .map(([token]) => token);
}
