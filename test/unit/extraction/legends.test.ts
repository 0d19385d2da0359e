import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const goal = (
  id: string,
  area: string,
  statement: string,
  kind = 'percent',
  unit = 'percent',
  more = {},
): TestGoal => ({
  id,
  area,
  statement: `Ottoline will ${statement}`,
  kind,
  unit,
  ...more,
});
const ramp = goal('ramp', 'Mobility', 'put on the brakes of her chair without a reminder in 90% of the stops.');
const sounds = goal('r', 'Articulation - /r/', 'say /r/ in sentences with 80% accuracy, without a model.');
const lisp = goal('s', 'Articulation - /s/', 'say /s/ in sentences with 80% accuracy, without a model.');

describe('the legend of a page', () => {
  it.each([
    ['y = set them herself, no reminder', 'r = after a reminder', 'n = would not'],
    ['y = brakes on, without being told', 'r = told once', 'n = did not'],
    ['y = did it on her own', 'r = I pointed', 'n = I did it for her'],
    ['y = unprompted', 'r = needed a nudge', 'n = refused'],
  ])('says what its marks mean: %s', (yes, reminded, no) => {
    const text = `STOPS - brakes of the chair     Ottoline Marsh     11/13/25
each time she stopped:   ${yes}
                         ${reminded}      ${no}

library    y        ramp       y        lunch line   r        nurse   y
bus        r        hall       n        art          y        gym     y
`;
    expect(pointsIn(text, [ramp])).toEqual(['ramp 2025-11-13 62.5']);
  });

  it('calls everything else wrong where it explains one mark', () => {
    const text = `SENTENCE DRILL   Ottoline Marsh   11/11/25
+  right the first time, no model        -  anything else

/r/      + + - + - + + - + +     + - + + - + + + - +
/s/      - + - - + - + - - +     - - + - + - - + - -
`;
    expect(pointsIn(text, [sounds, lisp])).toEqual(['r 2025-11-11 70', 's 2025-11-11 35']);
  });

  it('counts the few trials of each day, and the week as a whole', () => {
    const asks = goal('ask', 'Asking for Help', 'ask for help without a prompt in 80% of the opportunities of a week.');
    const days = `A = asked, unprompted     P = asked after a prompt     0 = did not ask

Mon    A  P  A
Tue    P  A
Wed    A  A  0
Thu    P  A  A  P
Fri    A  0  A
`;
    const head = 'ASKING FOR HELP, trials      Ottoline Marsh\nweek Mon 11/10/25 to Fri 11/14/25\n\n';
    expect(pointsIn(`${head}${days}`, [asks])).toEqual(['ask 2025-11-14 60']);
    expect(pointsIn(`${head}${days}\n   unprompted, whole week:   9 of 15\n`, [asks])).toEqual(['ask 2025-11-14 60']);
  });
});

describe('exercises', () => {
  const borrowing = goal(
    'sub',
    'Computation',
    'solve two-digit subtraction problems with regrouping with 85% accuracy.',
  );
  const facts = goal('facts', 'Subtraction Facts', 'write 24 correct digits per minute.', 'rate', 'digits/min');

  it('hold signs that are no marks, and a blank over its whole is no score', () => {
    const text = `Name  Ottoline Marsh            Date  11/08/25            p. 64
SUBTRACT.  Regroup when you need to.         (C = correct   X = wrong)

 1)  52 - 27 = 25   C         5)  60 - 23 = 37   C
 2)  61 - 34 = 27   C         6)  82 - 55 = 37   X
 3)  80 - 46 = 34   C         7)  71 - 38 = 33   C
 4)  73 - 58 = 25   X         8)  90 - 14 = 76   C

Score:  ____ / 8
`;
    expect(pointsIn(text, [borrowing, facts])).toEqual(['sub 2025-11-08 75']);
  });

  it('stand under the name of their part, which heads no column', () => {
    const proportions = goal('prop', 'Proportions', 'solve proportion word problems with 75% accuracy.');
    const integers = goal('int', 'Integers', 'add and subtract integers with 80% accuracy.');
    const text = `EXIT TICKET   Math 7
Ottoline Marsh                                      Nov 14, 2025

Part A   integers
  -8 + 4 = -4   ✓       -36 - 9 = -4   ✗       5 - 12 = -7   ✓      -6 + 15 = 9   ✓
  A:  3/4

Part B   proportion stories
  1  6 pens cost $9, 10 pens?   $15    ✓
  2  map 2 cm = 25 km, 7 cm?    75 km  ✗
  3  3 of 8 are red, 40 tiles?  15     ✓
  4  8 oz $2.40, 5 oz?          $1.20  ✗
  5  45 min 3 mi, 2 hr?         6 mi   ✗
  B:  2/5

All  5/9        (class 78%)
`;
    expect(pointsIn(text, [integers, proportions])).toEqual(['int 2025-11-14 75', 'prop 2025-11-14 40']);
  });
});

describe('a key of how much help was given', () => {
  const brushing = goal('teeth', 'Self-Care - Toothbrushing', 'brush her teeth with 85% of the steps independent.');
  const steps = (key: string, note: string) => `TASK ANALYSIS   BRUSHING TEETH      Ottoline Marsh     10/20/25
${key}

 1   get brush             I
 2   wet brush             I
 3   open paste            S
 4   paste on brush        P
 5   brush top             S
 6   rinse                 I
${note}
`;

  it('leaves what was said or done for her to help, whatever words it is told in', () => {
    expect(pointsIn(steps('I by herself     S I said it     P hand help', ''), [brushing])).toEqual([
      'teeth 2025-10-20 50',
    ]);
    expect(pointsIn(steps('I alone     S said it     P pointed', ''), [brushing])).toEqual(['teeth 2025-10-20 50']);
  });

  it('may say at the beginning of a sentence what alone counts', () => {
    expect(pointsIn(steps('I in order     S said it     P hand help', 'Only I counts.'), [brushing])).toEqual([
      'teeth 2025-10-20 50',
    ]);
  });
});
