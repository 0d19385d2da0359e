import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const goal = (id: string, area: string, statement: string, kind: string, unit: string, more = {}): TestGoal => ({
  id,
  area,
  statement: `Ottoline will ${statement}`,
  kind,
  unit,
  ...more,
});
const level = goal('level', 'Reading Level', 'reach an instructional reading level of P.', 'level', 'level');
const arrival = goal(
  'arrival',
  'Arrival Routine',
  'go from the bus to her table at prompt level 5 (5 independent, 4 verbal, 3 gesture, 2 partial physical, 1 full physical).',
  'level',
  'level',
  { max: 5 },
);
const opening = goal(
  'opens',
  'Getting Started',
  'open the assignment in her screen reader within an average of 60 seconds.',
  'latency',
  'seconds',
);
const turnedIn = goal(
  'in',
  'Assignment Completion',
  'turn in 85% of her assignments each week.',
  'percent',
  'percent',
  {
    per: 'week',
  },
);

describe('a running record with a column for each text', () => {
  it.each([
    ['Result               independent     INSTRUCTIONAL'],
    ['Reads at             easy            instr.'],
    ['Accuracy             98%             93%'],
    ['Errors               3               12'],
  ])('takes the level whose own column says so: %s', (row) => {
    const text = `Running Record      Ottoline Marsh      9/30/25

                     Text A          Text B
Level                K               L
Running words        151             164
${row}
`;
    expect(pointsIn(text, [level])).toEqual(['level 2025-09-30 12']);
  });

  it('takes none where nothing says how a text was read', () => {
    const text = `Running Record      Ottoline Marsh      9/30/25

                     Text A          Text B
Level                K               L
Running words        151             164
`;
    expect(pointsIn(text, [level])).toEqual([]);
  });
});

describe('weekdays with a value behind each', () => {
  it.each([['M 2     T 2     W abs (cast check)     Th 3     F 4'], ['M 2, T 2, W - (no bus), Th 3, F 4']])(
    'may be of levels, whatever the length of the weekday: %s',
    (week) => {
      const text = `Arrival routine, prompt level      Ottoline Marsh
wk of 10/27/25

${week}
`;
      expect(pointsIn(text, [arrival])).toEqual([
        'arrival 2025-10-27 2',
        'arrival 2025-10-28 2',
        'arrival 2025-10-30 3',
        'arrival 2025-10-31 4',
      ]);
    },
  );
});

describe('what stands before a figure', () => {
  it('names it over the number of times that an average is of', () => {
    const text = `Ottoline Marsh     11/04/25
Opening an assignment in the screen reader, 3 assignments, avg 80 sec
`;
    expect(pointsIn(text, [opening])).toEqual(['opens 2025-11-04 80']);
  });

  it('is not set aside by a remark on one other kind of thing', () => {
    const text = `FREQUENCY CHART - out of class      Ottoline Marsh

 ns = no school.    a pass to get a drink does not count
 from the portal, assignments turned in 10/27 - 10/31/25:   9 of 14    (plan 85%)
 signed RT 10/31/25
`;
    expect(pointsIn(text, [turnedIn])).toEqual(['in 2025-10-31 64.3']);
  });
});

describe('a form with choices', () => {
  const facts = (id: string, operation: string) =>
    goal(
      id,
      `Math Fluency - ${operation}`,
      `write 40 correct digits per minute of ${operation} facts.`,
      'rate',
      'digits/min',
    );

  it.each([
    ['[X] multiplication     [ ] division      (division not given today)'],
    ['Multiplication ✓     Division: not given, ran out of time'],
  ])('is about what was given, not about what it says was not: %s', (choice) => {
    const text = `3-MINUTE FACT SHEET        form C-17
Name   Ottoline Marsh          Date  November 5, 2025

Operation   ${choice}

   Digits written           78
   Digits wrong              6
   DIGITS CORRECT, 3 MIN    72
`;
    expect(pointsIn(text, [facts('mult', 'Multiplication'), facts('div', 'Division')])).toEqual(['mult 2025-11-05 24']);
  });
});
