import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal, understand } from '../../factories/measured-paper.ts';

const percent = (id: string, area: string, statement: string): TestGoal => ({
  id,
  area,
  statement: `Ottoline will ${statement}`,
  kind: 'percent',
  unit: 'percent',
});
const blending = percent('blend', 'Phonemic Awareness - Blending', 'blend three sounds into a word in 80% of trials.');
const division = percent('div', 'Math - Division', 'solve long division problems with 80% accuracy.');
const fractions = percent('frac', 'Math - Fractions', 'add fractions with 75% accuracy.');
const unpacking = percent('unpack', 'Arrival Routine', 'complete the 6 steps of unpacking, 90% of them alone.');
const help = percent('help', 'Self-Advocacy', 'ask for help without a prompt in 80% of the times she is stuck.');

describe('marks on a sheet', () => {
  it('are counted by the key of the sheet, whatever its letters', () => {
    const text = `Blending sounds     Ottoline Marsh     11/18/25
o blended    x not blended

c-a-t  o     s-u-n  x     m-o-p  o
b-i-g  o     r-e-d  o     f-i-n  x
`;
    expect(pointsIn(text, [blending])).toEqual(['blend 2025-11-18 66.7']);
  });

  it('leave out what was skipped', () => {
    const text = `Blending trials     Ottoline Marsh     11/18/25
+ right     0 wrong     x = skipped, not given

blending   +   +   0   x   +   +
`;
    expect(pointsIn(text, [blending])).toEqual(['blend 2025-11-18 80']);
  });

  it('under days are one count for each day, not one for each step', () => {
    const text = `UNPACKING     Ottoline Marsh
A = alone   R = reminded   H = helped
               11/10   11/11   11/12   11/13   11/14
hang coat        A       A       A       A       A
open bag         R       A       A       A       A
folder out       H       R       A       A       A
lunch out        A       A       R       A       A
chair down       H       H       R       R       A
sit              A       A       A       A       A
`;
    expect(pointsIn(text, [unpacking])).toEqual([
      'unpack 2025-11-10 50',
      'unpack 2025-11-11 66.7',
      'unpack 2025-11-12 66.7',
      'unpack 2025-11-13 83.3',
      'unpack 2025-11-14 100',
    ]);
  });

  it('stand behind their items as well as in rows', () => {
    const text = `Blending     Ottoline Marsh     11/18/25
1 Y   2 Y   3 N   4 Y   5 N
6 Y   7 Y   8 Y   9 N   10 Y
`;
    expect(pointsIn(text, [blending])).toEqual(['blend 2025-11-18 70']);
  });
});

describe('a whole that stands apart from its part', () => {
  it('in a column of its own', () => {
    const text = `Asking for help     Ottoline Marsh
date        times stuck     asked, no prompt
11/12/25         6                 3
11/18/25         5                 4
`;
    expect(pointsIn(text, [help])).toEqual([]);
    expect(pointsIn(text.replace('times stuck', 'opportunities'), [help])).toEqual([
      'help 2025-11-12 50',
      'help 2025-11-18 80',
    ]);
  });

  it('on a line above, without what came about with help', () => {
    const text = `Asking for help, Ottoline Marsh, 11/18/25
Opportunities: 10
Asked for help, no prompt: 7
Asked after a prompt: 2
`;
    expect(pointsIn(text, [help])).toEqual(['help 2025-11-18 70']);
  });

  it('in running text', () => {
    const text =
      'Ottoline Marsh 11/18/25\nLong division at the back table. She did 10 problems and got 7 right on her own.\n';
    expect(pointsIn(text, [division])).toEqual(['div 2025-11-18 70']);
  });
});

describe('two parts side by side', () => {
  const text = `Quick check     Ottoline Marsh     11/18/25

DIVISION                      FRACTIONS
1) 84 ÷ 4 = 21    ✓           4) 1/2 + 1/4 = 3/4   ✓
2) 96 ÷ 6 = 15    ✗           5) 1/3 + 1/3 = 2/6   ✗
3) 75 ÷ 5 = 15    ✓           6) 2/5 + 1/5 = 3/5   ✓
                              7) 1/8 + 3/8 = 4/8   ✓

        2/3                           3/4

total 5/7
`;
  it('are two results, and their total is none', () => {
    expect(pointsIn(text, [division, fractions]).sort()).toEqual(['div 2025-11-18 66.7', 'frac 2025-11-18 75']);
  });
});

describe('exercises without a heading', () => {
  it('say themselves what they practise', () => {
    const text = `Ottoline Marsh        11/18/25
84 ÷ 4 = 21    c
96 ÷ 6 = 15    x
75 ÷ 5 = 15    c
91 ÷ 7 = 13    c
3/4
`;
    expect(pointsIn(text, [division, fractions])).toEqual(['div 2025-11-18 75']);
  });
});

describe('what is no result of the goal', () => {
  it('is shown with the reason, and not counted', () => {
    const text = `Long division     Ottoline Marsh     11/18/25
Division of fractions, just for fun     9/10
Class average     8/10
Goal     80%
`;
    expect(pointsIn(text, [division])).toEqual([]);
  });

  it('is a percent beside the fraction that it repeats', () => {
    expect(pointsIn('Long division  Ottoline Marsh  11/18/25\nScore   11/14   (78%)\n', [division])).toEqual([
      'div 2025-11-18 78.6',
    ]);
  });

  it('is the total of several dated rows', () => {
    const text = `LONG DIVISION    Ottoline Marsh
date       right
11/10/25   6/10
11/12/25   7/10
11/14/25   8/10
total      21/30
`;
    expect(pointsIn(text, [division])).toEqual(['div 2025-11-10 60', 'div 2025-11-12 70', 'div 2025-11-14 80']);
  });

  it('is what may speak to two goals alike: it is asked, with both named', () => {
    const twin = percent('twin', 'Math - Division', 'solve division problems with remainders with 80% accuracy.');
    const document = understand('Division     Ottoline Marsh     11/18/25\nScore 7/10\n', [division, twin]);
    expect(document.dataPoints).toEqual([]);
    expect(document.unmapped).toMatchObject([{ quote: '7/10', reason: expect.stringContaining('It may speak to') }]);
  });
});

describe('notes in Spanish', () => {
  it('meet goals in English', () => {
    const text = `18 de noviembre de 2025
Ottoline Marsh

Hoy resolvió 8 problemas de división y 6 de 8 salieron correctos. La meta es 80%.
`;
    expect(pointsIn(text, [division])).toEqual(['div 2025-11-18 75']);
  });
});

describe('what the family of the student writes', () => {
  const letter = (from: string) => `From: ${from}
To: Perpetua Glass
Date: November 18, 2025
Subject: math

She did long division with us and got 8 of 10.
`;
  it('was not measured at school', () => {
    expect(pointsIn(letter('Horatio Marsh'), [division])).toEqual([]);
    expect(pointsIn(letter('Gil Okeke'), [division])).toEqual(['div 2025-11-18 80']);
  });
});

describe('a share beside other figures', () => {
  it('is not what a note hopes for', () => {
    const text = `Ottoline Marsh - asking for help

11/18/25: 3/4 times she was stuck, without a prompt

She did it on her own twice in a row! I know we want 80%.
`;
    expect(pointsIn(text, [help])).toEqual(['help 2025-11-18 75']);
  });

  it('is not the total of a rubric that another goal is scored by', () => {
    const turnedIn = percent('turned', 'Work Completion', 'turn in 90% of the assignments due each week.');
    const rubric: TestGoal = {
      id: 'rubric',
      area: 'Written Expression - Paragraphs',
      statement: 'Ottoline will earn 12 of 16 points on the paragraph rubric.',
      kind: 'rubric',
      unit: 'points',
      max: 16,
    };
    const text = `PARAGRAPH RUBRIC
Ottoline Marsh        11/18/25
Assignment: Should recess be longer?

Topic sentence     3
Evidence           2
Order              2
Conventions        2

TOTAL 9 / 16
`;
    expect(pointsIn(text, [turnedIn, rubric])).toEqual(['rubric 2025-11-18 9']);
  });
});

describe('bare marks under a line that is no heading', () => {
  const one = percent('one', 'Math - One-Step Problems', 'solve one-step word problems with 80% accuracy.');
  const two = percent('two', 'Math - Two-Step Problems', 'solve two-step word problems with 70% accuracy.');

  it('are of what the nearest line above names, though the title fits several goals', () => {
    const text = `WORD PROBLEM PAGE     Ottoline Marsh     11/18/25
+ right   - wrong

ONE STEP      1   2   3   4   5
              +   +   -   +   +

TWO STEP      1   2   3   4
              -   +   -   -
`;
    expect(pointsIn(text, [one, two]).sort()).toEqual(['one 2025-11-18 80', 'two 2025-11-18 25']);
  });
});

describe('scores by the letter of a part', () => {
  const adding = percent('add', 'Math - Adding', 'add two-digit numbers with 80% accuracy.');
  const taking = percent('sub', 'Math - Subtracting', 'subtract two-digit numbers with 80% accuracy.');

  it('are of what the heading with that letter names', () => {
    const text = `QUICK CHECK     Ottoline Marsh     11/18/25

A. Add the numbers              B. Subtract the numbers

A  7/10      B  4/8
`;
    expect(pointsIn(text, [adding, taking]).sort()).toEqual(['add 2025-11-18 70', 'sub 2025-11-18 50']);
  });
});

describe('columns of the parts of a result', () => {
  const requests: TestGoal = {
    id: 'req',
    area: 'Communication - Requests',
    statement: 'Ottoline will request wanted things on her own with picture cards in 80% of opportunities.',
    kind: 'percent',
    unit: 'percent',
  };
  it.each(['chances', 'times she could ask', 'asks in all', 'times it came up'])(
    'are out of their sum, here called %s',
    (whole) => {
      const text = `REQUESTS WITH CARDS     Ottoline Marsh     11/12/25

session   ${whole.padEnd(24)}by herself     after a model     hand over hand
   1      6                       4               1                 1
`;
      expect(pointsIn(text, [requests])).toEqual(['req 2025-11-12 66.7']);
    },
  );
});

describe('rows of one table of parts', () => {
  const requests: TestGoal = {
    id: 'req',
    area: 'Communication - Requests',
    statement: 'Ottoline will request wanted things on her own with picture cards in 80% of opportunities.',
    kind: 'percent',
    unit: 'percent',
  };

  it('are one count, whatever the places are called', () => {
    const text = `REQUESTS WITH PICTURE CARDS        Ottoline Marsh     11/12/25

             chances     on her own     model     hand over hand
snack           4            3            1             0
blocks          5            2            1             2
art             3            2            1             0
             -------------------------------------------------
day total     ____         ____         ____          ____
`;
    expect(pointsIn(text, [requests])).toEqual(['req 2025-11-12 58.3']);
  });

  it('have the total that stands below them', () => {
    const text = `REQUESTS WITH PICTURE CARDS   Ottoline Marsh   11/12/25

             opps   I    M   HOH
snack         4     3    1    0
blocks        5     2    1    2
total         9     5    2    2
`;
    expect(pointsIn(text, [requests])).toEqual(['req 2025-11-12 55.6']);
  });
});
