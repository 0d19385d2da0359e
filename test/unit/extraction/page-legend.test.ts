/** What a page says that its codes mean goes before any usual meaning. */
import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const fluency: TestGoal = {
  id: 'flu',
  area: 'Oral Reading Fluency',
  statement: 'Ottoline will read 90 words correct per minute.',
  kind: 'rate',
  unit: 'wcpm',
};
const routine: TestGoal = {
  id: 'wash',
  area: 'Self-Help - Hand Washing',
  statement: 'Ottoline will complete the hand washing routine with 90% of the steps independent.',
  kind: 'percent',
  unit: 'percent',
};
const requests: TestGoal = {
  id: 'ask',
  area: 'Communication - Requests',
  statement: 'Ottoline will independently make requests with her device in 75% of opportunities.',
  kind: 'percent',
  unit: 'percent',
};

describe('a legend of columns', () => {
  it.each([
    ['with a gap', 'TW total words    E errors    C words correct'],
    ['with signs of equality', 'TW = total words   E = errors   C = words correct'],
    ['on one run', 'TW = total words, E = errors, C = words correct'],
  ])('%s names what stands under them', (_form, legend) => {
    const text = `ONE MINUTE READS     Ottoline Marsh

Date        TW     E     C
11/10/25    88     6     82
11/17/25    91     5     86

${legend}
`;
    expect(pointsIn(text, [fluency])).toEqual(['flu 2025-11-10 82', 'flu 2025-11-17 86']);
  });
});

describe('a legend of marks', () => {
  it('that marks an absence makes no trial of it', () => {
    const text = `HAND WASHING     Ottoline Marsh
I independent   V verbal   P physical   A absent

 step              11/10   11/12   11/14
 1 water on          I       A       I
 2 wet hands         I       A       I
 3 soap              P       A       V
 4 rub               V       A       I
`;
    expect(pointsIn(text, [routine])).toEqual(['wash 2025-11-10 50', 'wash 2025-11-14 75']);
  });

  it.each(['count I only', 'Only I counts for the goal.', 'just the I s are counted', 'I only on the graph'])(
    'of which one alone counts: “%s”',
    (rule) => {
      const text = `REQUEST DATA     Ottoline Marsh     11/18/25
I on her own    G point    M shown    NR no response

  I   M   I   G   NR  I   I   M   I   G

${rule}
`;
      expect(pointsIn(text, [requests])).toEqual(['ask 2025-11-18 50']);
    },
  );

  it('holds no data itself', () => {
    const text = `HAND WASHING     Ottoline Marsh     11/18/25
4 alone   3 verbal   2 gesture   1 physical
steps independent 6 of 8
`;
    expect(pointsIn(text, [routine])).toEqual(['wash 2025-11-18 75']);
  });
});
