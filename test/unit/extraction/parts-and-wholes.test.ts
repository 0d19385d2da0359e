/** Papers of several parts: which score is of which part, and which is only the sum of them or older than the goal. */
import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const percent = (id: string, area: string, statement: string): TestGoal => ({
  id,
  area,
  statement: `Ottoline will ${statement}`,
  kind: 'percent',
  unit: 'percent',
});
const integers = percent('int', 'Math - Integers', 'add and subtract integers with 85% accuracy.');
const ratios = percent('prop', 'Math - Proportions', 'solve proportions for an unknown with 75% accuracy.');
const compare = percent('comp', 'Fractions - Comparing', 'compare two fractions with 90% accuracy.');
const adding = percent('add', 'Fractions - Adding', 'add and subtract fractions with unlike denominators, 80%.');
const inferences = percent('infer', 'Reading - Inferential', 'answer inferential questions with 75% accuracy.');
const essay: TestGoal = {
  id: 'essay',
  area: 'Written Expression',
  statement: 'Ottoline will earn a total of 24 of 30 points on the argument essay rubric.',
  kind: 'rubric',
  unit: 'points',
  max: 30,
};
const tardies: TestGoal = {
  id: 'late',
  area: 'Attendance - Tardies',
  statement: 'Ottoline will be tardy to class no more than 1 time per week.',
  kind: 'count',
  unit: 'tardies',
  per: 'week',
};
const sentBack: TestGoal = {
  id: 'back',
  area: 'Return From Break',
  statement: 'Told that a break is over, Ottoline will be back in class within 120 seconds.',
  kind: 'latency',
  unit: 'seconds',
};

describe('a score behind the name of a part', () => {
  it('is of what is headed by that letter, however far the letter stands from its words', () => {
    const text = `"The Night Ferry" - questions     Ottoline Marsh     11/12/25
A.  Right there in the text
B.  Read between the lines (inferential)
A 4/4      B 5/8      all 9/12
`;
    expect(pointsIn(text, [inferences])).toEqual(['infer 2025-11-12 62.5']);
  });

  it('may be called a section by its number, in short', () => {
    const text = `Math quiz     Ottoline Marsh     11/12/25
Section 1 - adding and subtracting integers
Section 2 - proportions
Sec 1:  6/8
Sec 2:  3/7
Total: 9/15
`;
    expect(pointsIn(text, [integers, ratios])).toEqual(['int 2025-11-12 75', 'prop 2025-11-12 42.9']);
  });

  it('stands beside exercises that are no scores themselves', () => {
    const text = `EXIT TICKET     Ottoline Marsh     11/12/25
Part A   write <  >  or  =
   1/2 __ 3/8    >    C            2/3 __ 4/6    =    C
   5/6 __ 7/8    >    X            3/5 __ 1/4    >    C
   2/9 __ 1/3    <    C                              A:  4 / 5

Part B   add or subtract (unlike denominators)
   1/2 + 1/3     5/6   C           3/4 - 1/8     2/4   X
   2/5 + 1/2     3/7   X           5/6 - 1/3     3/6   C
   1/4 + 2/3     3/7   X                             B:  2 / 5

Total  6/10
`;
    expect(pointsIn(text, [compare, adding]).sort()).toEqual(['add 2025-11-12 40', 'comp 2025-11-12 80']);
  });

  it('follows the last mark of its list, where an answer put right stands behind the marks of others', () => {
    const text = `EXIT SLIP     Ottoline Marsh     11/12/25

II. Add
   1/6 + 1/2  =  2/3      ok
   3/4 + 1/5  =  4/9      X               19/20
   2/7 + 1/3  =  3/10     X               1/3
`;
    expect(pointsIn(text, [adding])).toEqual(['add 2025-11-12 33.3']);
  });
});

describe('the numbered answers of a list', () => {
  it('end where a heading begins another part, though the numbers run on', () => {
    const text = `Reading check "Salt Road"     Ottoline Marsh     11/12/25

Part 1   On the page
 1. Who owns the mill?       the aunt             ✓
 2. Where is the well?       by the barn          ✓
 3. What broke?              the pump             ✗
Part 2   Between the lines (inferential)
 4. Why does she lie?        to protect him       ✓
 5. What does the gate mean? dont know            ✗
 6. How does he feel?        lonely               ✓
 7. Why the storm?           weather              ✗
`;
    expect(pointsIn(text, [inferences])).toEqual(['infer 2025-11-12 50']);
  });
});

describe('no result', () => {
  it('is the most that a rubric gives, said by its rows, as a product or as what is possible', () => {
    const scores = ' claim              4\n evidence           3\n reasoning          3\n';
    for (const most of ['5 rows x 6 = 30', 'possible total: 30', '30 points possible'])
      expect(
        pointsIn(`ARGUMENT ESSAY RUBRIC  Ottoline Marsh  11/12/25\n${most}\n${scores}   17 /30\n`, [essay]),
      ).toEqual(['essay 2025-11-12 17']);
  });

  it('stands on a line that a season or a year opens which is over', () => {
    const text = (before: string) => `WEEKLY ATTENDANCE AND BREAKS     Ottoline Marsh     week of 11/10/25
tardies this week  4
${before}  tardies 7 a week,  break 420 sec
`;
    for (const before of ["Spring '25:", 'Last spring -', 'Spring 2025 ', 'Prior year:'])
      expect(pointsIn(text(before), [tardies, sentBack])).toEqual(['late 2025-11-14 4']);
  });

  it('is dated before the baseline of its goal', () => {
    const text = `PROPORTIONS     Ottoline Marsh
date        score
3/14/25     4/10
11/5/25     6/10
11/12/25    7/10
`;
    expect(pointsIn(text, [ratios])).toEqual(['prop 2025-11-05 60', 'prop 2025-11-12 70']);
  });

  it('is of a row whose last column calls it the baseline or of a year that is over', () => {
    const text = `PROPORTIONS     Ottoline Marsh
date        score    note
9/5/25      4/10     BASELINE
11/5/25     6/10
9/8/25      9/10     archived
11/12/25    7/10
`;
    expect(pointsIn(text, [ratios])).toEqual(['prop 2025-11-05 60', 'prop 2025-11-12 70']);
  });
});
