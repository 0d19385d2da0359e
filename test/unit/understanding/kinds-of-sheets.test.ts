import { describe, expect, it } from 'vitest';
import { type TestGoal, understand } from '../../factories/measured-paper.ts';

const goals: TestGoal[] = [
  {
    id: 'sub',
    area: 'Computation - Regrouping',
    statement: 'Ottoline will solve two-digit subtraction problems with regrouping with 85% accuracy.',
    kind: 'percent',
    unit: 'percent',
  },
  {
    id: 'level',
    area: 'Reading Level',
    statement: 'Ottoline will reach an instructional reading level of F on a running record.',
    kind: 'level',
    unit: 'level',
  },
];

describe('the kind of a sheet', () => {
  it('is trials where right and wrong are counted side by side, whatever it calls itself', () => {
    const text = `STATION 2 TALLY  -  two-digit subtraction with regrouping
Tues 11/18/25            para: K. D.           20 problems on every card

                        right       wrong
Ottoline Marsh           13           7
Marlo F.                  9          11
`;
    expect(understand(text, goals).documentType).toBe('trial_sheet');
  });

  it('is trials where the page explains its marks, though a row of it names a menu', () => {
    const text = `Which words were read     Ottoline Marsh     11/13
y = by herself, no help      n = with help

menu       y        map key     y        page title   n
atlas      n        label       n        caption      y
`;
    expect(understand(text, goals).documentType).toBe('trial_sheet');
  });

  it('is a running record where errors, self-corrections and accuracy lead to a judgement', () => {
    const text = `quick check                                    name:  Ottoline Marsh

                 words      errors      SC      accuracy
C   Hats On!       70          2         0       97.1%        easy
D   Frog's Day     77          6         1       92.2%        just right = instructional
`;
    expect(understand(text, goals).documentType).toBe('running_record');
  });
});
