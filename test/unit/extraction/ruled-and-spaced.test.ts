/** Tables ruled with bars and pages with double spacing say what they say without. */
import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal, understand } from '../../factories/measured-paper.ts';

const goals: readonly TestGoal[] = [
  {
    id: 'words',
    area: 'Articulation - /s/ in Words',
    statement: 'Ottoline will say /s/ in words with 90% accuracy.',
    kind: 'percent',
    unit: 'percent',
  },
  {
    id: 'phrases',
    area: 'Articulation - /s/ in Phrases',
    statement: 'Ottoline will say /s/ in phrases with 80% accuracy.',
    kind: 'percent',
    unit: 'percent',
  },
  {
    id: 'hits',
    area: 'Behavior - Hitting',
    statement: 'Ottoline will hit 1 time or less per day.',
    kind: 'count',
    unit: 'hits',
    per: 'day',
  },
];
const table = `SPEECH DATA      Ottoline Marsh

date         words      phrases
11/03/25     17/20      10/20
11/10/25     18/20      --
11/17/25     19/20      12/20
`;
const expected = [
  'words 2025-11-03 85',
  'phrases 2025-11-03 50',
  'words 2025-11-10 90',
  'words 2025-11-17 95',
  'phrases 2025-11-17 60',
].toSorted();

describe('a table', () => {
  it('is read alike with bars between its columns, in a frame, or double spaced', () => {
    const ruled = table
      .replace('date         words      phrases', 'date       | words    | phrases')
      .replaceAll(
        /^(11\S+) {5}(\S+)( +)(\S+)$/gm,
        (_, day, a, gap: string, b) => `${day}   | ${a}${gap.slice(2)}| ${b}`,
      );
    expect(ruled).toContain('11/10/25   | 18/20    | --');
    const framed = ruled.replaceAll(/^((?:date|11).*)$/gm, (line) => `| ${line.padEnd(34)} |`);
    for (const text of [table, ruled, framed, table.split('\n').join('\n\n')])
      expect(pointsIn(text, goals).toSorted()).toEqual(expected);
  });

  it('has its values where they stand on the page, whatever was taken out before them', () => {
    const text = table.split('\n').join('\n\n');
    for (const { source } of understand(text, goals).dataPoints)
      expect(text.slice(source.start, source.end)).toBe(source.quote);
  });

  it('keeps its strokes, which stand under words and have none behind them', () => {
    const text = `HITTING     Ottoline Marsh

          Mon 11/3   Tue 11/4   Wed 11/5
hits      |          ||         |
`;
    expect(pointsIn(text, goals)).toEqual(['hits 2025-11-03 1', 'hits 2025-11-04 2', 'hits 2025-11-05 1']);
  });
});

describe('a short form of a word with its point', () => {
  it('heads a column like the word', () => {
    const text = `SPEECH DATA   /s/    Ottoline Marsh

             isol.      words      phrases
11/03/25     20/20      17/20      10/20
11/10/25     --         18/20      11/20
`;
    expect(pointsIn(text, goals).toSorted()).toEqual(
      ['words 2025-11-03 85', 'phrases 2025-11-03 50', 'words 2025-11-10 90', 'phrases 2025-11-10 55'].toSorted(),
    );
  });
});
