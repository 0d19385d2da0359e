import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const goal = (
  id: string,
  area: string,
  statement: string,
  kind = 'percent',
  unit = 'percent',
  more = {},
): TestGoal => ({ id, area, statement: `Ottoline will ${statement}`, kind, unit, ...more });
const main = goal('main', 'Comprehension - Main Idea', 'answer main idea questions with 80% accuracy.');
const details = goal('details', 'Comprehension - Details', 'answer questions on details with 80% accuracy.');
const yelling = goal('yells', 'Yelling', 'yell 2 or fewer times per day.', 'count', 'yells', { per: 'day' });
const refusal = goal('refuses', 'Work Refusal', 'refuse work for 10 minutes or less per day.', 'duration', 'minutes', {
  per: 'day',
});
const first = goal('first', 'Articulation - Initial /k/', 'produce /k/ at the beginning of words with 80% accuracy.');
const last = goal('last', 'Articulation - Final /k/', 'produce /k/ at the end of words with 80% accuracy.');

describe('names that stand over the same columns again', () => {
  it('name what is under each of them', () => {
    const text = `Ottoline Marsh       comprehension checks
                 Main idea              Details
 date         right   out of        right   out of
 9/25/25        3       5             6       10
 10/2/25        2       4             7       10
`;
    expect(pointsIn(text, [main, details]).sort()).toEqual([
      'details 2025-09-25 60',
      'details 2025-10-02 70',
      'main 2025-09-25 60',
      'main 2025-10-02 50',
    ]);
  });

  it('may be ruled off, over signs, with the percent beside them', () => {
    const text = `Ottoline Marsh   /k/ trials
          --- beginning ---     ----- end -----
           +     -    %           +    -    %
10/2/25   12     8   60           4   11   27
10/9/25   14     6   70           5   10   33
`;
    expect(pointsIn(text, [first, last]).sort()).toEqual([
      'first 2025-10-02 60',
      'first 2025-10-09 70',
      'last 2025-10-02 26.7',
      'last 2025-10-09 33.3',
    ]);
  });
});

describe('a line of words among the rows of a table', () => {
  it('names the parts of a day that stand under it', () => {
    const text = `DAILY TALLY / MINUTES        Ottoline Marsh      Week: Nov 3 - Nov 5, 2025

                      Mon 11/3   Tue 11/4   Wed 11/5
Yelling
   a.m.                 //         ///        ////
   p.m.                 ///        /          //
Work refusal (minutes)
   a.m.                 12         8          15
   p.m.                 10         7          16
   minutes, day         22         15         31
`;
    expect(pointsIn(text, [yelling, refusal]).sort()).toEqual([
      'refuses 2025-11-03 22',
      'refuses 2025-11-04 15',
      'refuses 2025-11-05 31',
      'yells 2025-11-03 5',
      'yells 2025-11-04 4',
      'yells 2025-11-05 6',
    ]);
  });

  it('is one label with the row that goes on with it', () => {
    const text = `Ottoline Marsh   weekly reading checks
                                             10/24/25     10/31/25
Main idea questions from the science
reader, 5 each week                           2/5            3/5
Questions on details from the same
reader, 10 each week                          6/10           7/10
`;
    expect(pointsIn(text, [main, details]).sort()).toEqual([
      'details 2025-10-24 60',
      'details 2025-10-31 70',
      'main 2025-10-24 40',
      'main 2025-10-31 60',
    ]);
  });
});

describe('items over the marks that they got', () => {
  it('go on in the next two lines where those have no label of their own', () => {
    const text = `/k/ CARDS    Ottoline Marsh    10/14/25      + right    - not right

 k at START      cat  key  cow  can  cup
                  +    +    -    +    -
                 comb cake car  cape kick
                  +    +    +    -    +

 k at END        book duck sock bike rake
                  -    +    -    -    +
                 hook lake block chick snack
                  -    -    +     -     -
`;
    expect(pointsIn(text, [first, last]).sort()).toEqual(['first 2025-10-14 70', 'last 2025-10-14 30']);
  });
});
