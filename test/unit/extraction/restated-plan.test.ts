/** Figures that say again what the plan says: where a goal began and where it should end. */
import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal, understand } from '../../factories/measured-paper.ts';

const hands: TestGoal = {
  id: 'hands',
  area: 'Behavior - Safe Hands',
  statement: 'Ottoline will push or hit peers 1 time or less per school day.',
  kind: 'count',
  unit: 'pushes',
  per: 'day',
  baseline: 6,
  target: 1,
};
const arrival: TestGoal = {
  id: 'arrival',
  area: 'Arrival',
  statement: 'Ottoline will be inside within 60 seconds of saying goodbye.',
  kind: 'latency',
  unit: 'seconds',
  baseline: 300,
  target: 60,
};
const fluency: TestGoal = {
  id: 'fluency',
  area: 'Reading Fluency',
  statement: 'Ottoline will read 95 words correct per minute.',
  kind: 'rate',
  unit: 'wcpm',
  per: 'minute',
  baseline: 48,
  target: 95,
};

describe('a figure that equals the starting point of its goal', () => {
  it('is none of a chart whose rows hold others', () => {
    const text = `SAFE HANDS CHART   Ottoline Marsh   week of Nov. 3, 2025
             pushes
Mon 11/3     5
Tue 11/4     4
Fri 11/7     0

Hands: 6 a day in September
`;
    expect(pointsIn(text, [hands])).toEqual(['hands 2025-11-03 5', 'hands 2025-11-04 4', 'hands 2025-11-07 0']);
  });

  it('does not dispute the last row above it, whatever words go with it', () => {
    for (const words of ['beg. of yr 300 sec', 'used to take 300 sec', '300 sec when we met']) {
      const text = `DROP-OFF CHART    Ottoline Marsh
              seconds, goodbye to inside
Mon 9/29          240
Fri 10/3          150

${words}
`;
      expect(pointsIn(text, [arrival])).toEqual(['arrival 2025-09-29 240', 'arrival 2025-10-03 150']);
    }
  });

  it('is a result in a row of its own date', () => {
    const text = `Seconds from goodbye to inside     Ottoline Marsh
Mon 9/29          300
Fri 10/3          150
`;
    expect(pointsIn(text, [arrival])).toEqual(['arrival 2025-09-29 300', 'arrival 2025-10-03 150']);
  });

  it('is asked about where it stands alone', () => {
    const { dataPoints } = understand('Ottoline Marsh 11/12/25\nOne-minute probe: 48 words correct\n', [fluency]);
    expect(dataPoints).toMatchObject([{ value: 48, status: 'needs_review' }]);
    expect(dataPoints[0]?.reason).toMatch(/starting point of this goal/);
    const other = understand('Ottoline Marsh 11/12/25\nOne-minute probe: 51 words correct\n', [fluency]);
    expect(other.dataPoints).toMatchObject([{ value: 51, status: 'proposed' }]);
  });
});

describe('small counts', () => {
  it('equal the starting point by chance, and stay', () => {
    const text =
      'pushes and hits, Ottoline      Wed 11/12\narrival   1    (Cassidy)\nlunch     2\nPE        0\nbus       1\n= 4!\n';
    expect(pointsIn(text, [{ ...hands, baseline: 1, target: 4 }])).toEqual(['hands 2025-11-12 4']);
  });
});

describe('what says how to read a sheet', () => {
  it('is no count, wherever on its line it stands', () => {
    const text = `PUSHES           Ottoline Marsh
Room 4, both classes          1 mark = 1 push

11/10      ///// /
11/12      ///
`;
    expect(pointsIn(text, [hands])).toEqual(['hands 2025-11-10 6', 'hands 2025-11-12 3']);
  });
});
