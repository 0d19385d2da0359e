/** Marks, strokes and crosses as teachers set them down: what they are parts of, and which day they are of. */
import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const goal = (
  id: string,
  area: string,
  statement: string,
  kind: string,
  unit: string,
  more: Partial<TestGoal> = {},
): TestGoal => ({ id, area, statement: `Ottoline will ${statement}`, kind, unit, ...more });

const requests = goal(
  'ask',
  'Communication',
  'request with her talker without a model in 75% of chances.',
  'percent',
  'percent',
);
const laundry = goal(
  'wash',
  'Daily Living - Laundry',
  'do the 10-step laundry routine with 90% of steps independent.',
  'percent',
  'percent',
);
const onTask = goal('task', 'Attention', 'be on task in 80% of observed intervals.', 'percent', 'percent');
const clocks = goal('time', 'Telling Time', 'tell time to the hour with 80% accuracy.', 'percent', 'percent');
const directions = goal('dir', 'Following Directions', 'follow directions in 80% of trials.', 'percent', 'percent');
const homework = goal('hw', 'Homework', 'turn in 90% of the homework of each week.', 'percent', 'percent');
const washing = goal(
  'hands',
  'Self-Care - Hand Washing',
  'wash her hands at prompt level 4 (4 independent, 3 verbal, 2 gesture, 1 physical).',
  'level',
  'level',
  { max: 4 },
);
const hits = goal('hits', 'Behavior', 'hit others 1 or fewer times per day.', 'count', 'hits', { per: 'day' });

describe('rows of marks', () => {
  it('are one result where none of them names a goal and their heading does', () => {
    const text = `Ottoline Marsh     talker requests     11/18/25
S = spontaneous   M = after model   N = no request
snack   S S M S
blocks  S M M
bubbles S S N
`;
    expect(pointsIn(text, [requests])).toEqual(['ask 2025-11-18 60']);
  });

  it('are each of the day that leads them, whatever mark stands first', () => {
    const text = `Following directions     Ottoline Marsh
+ = first time   0 = did not

         sit   stop   come   line up
11/17    +     0      +      +
11/18    0     +      0      +
`;
    expect(pointsIn(text, [directions])).toEqual(['dir 2025-11-17 75', 'dir 2025-11-18 50']);
  });
});

describe('strokes', () => {
  it('are parts of a whole as numbers are', () => {
    const text = `Laundry (10)     Ottoline Marsh     11/18/25
Independent      ||||| ||
Verbal           ||
Physical         |
`;
    expect(pointsIn(text, [laundry])).toEqual(['wash 2025-11-18 70']);
  });

  it('in bundles of four are left to a person', () => {
    const text = `Laundry     Ottoline Marsh     11/18/25
steps  IIII IIII II  alone     IIII II  helped
`;
    expect(pointsIn(text, [laundry])).toEqual([]);
  });
});

describe('what went wrong', () => {
  it('is taken from the whole, and that of a peer is nobody’s', () => {
    const text = `On-task observation     Ottoline Marsh     11/18/25
off task in 6 of the 20 intervals
peer:  off task in 2 of 20
`;
    expect(pointsIn(text, [onTask])).toEqual(['task 2025-11-18 70']);
  });

  it('may be named item by item', () => {
    const text = 'Clock page     Ottoline Marsh     11/18/25     10 clocks\nwrong: numbers 4, 6 and 9\n';
    expect(pointsIn(text, [clocks])).toEqual(['time 2025-11-18 70']);
  });
});

describe('a table of a week', () => {
  it('gives its last row, dated by the end of the stretch that the paper names', () => {
    const text = `Missing work     Ottoline Marsh     11/17-11/21/25
Class      Due   In   Missing
Math       4     4    0
Science    4     2    2
ALL        8     6    2
`;
    expect(pointsIn(text, [homework])).toEqual(['hw 2025-11-21 75']);
  });
});

describe('a level', () => {
  it('is the column under which a cross stands in the row of its day', () => {
    const text = `Hand washing     Ottoline Marsh     X = what she needed
         Indep (4)   Verbal (3)   Gesture (2)   Physical (1)
11/17                             X
11/18                X
11/19                X
`;
    expect(pointsIn(text, [washing])).toEqual(['hands 2025-11-17 2', 'hands 2025-11-18 3', 'hands 2025-11-19 3']);
  });

  it('is the one entry of the key that is marked', () => {
    const text = `HAND WASHING     Ottoline Marsh     11/18/25     most help she needed
4 indep     [3] verbal     2 gesture     1 physical
`;
    expect(pointsIn(text, [washing])).toEqual(['hands 2025-11-18 3']);
  });

  it('in parentheses counts where the words before it say the same', () => {
    const text = 'Nov. 18, 2025. Ottoline Marsh washed her hands with one gesture after snack (a 2).\n';
    expect(pointsIn(text, [washing])).toEqual(['hands 2025-11-18 2']);
  });
});

describe('a count', () => {
  it('is the ticked one of several boxes', () => {
    const text = `Daily card     Ottoline Marsh     11/18/25\nHits     [ ] 0   [x] 1   [ ] 2   [ ] 3+\n`;
    expect(pointsIn(text, [hits])).toEqual(['hits 2025-11-18 1']);
  });

  it('is of the weekday before it, in capitals and beside a remark', () => {
    const text = `Ottoline Marsh     week of 11/17/25
HITS: MON 2  TUE 0  WED 1  THU 3     (F no school)
`;
    expect(pointsIn(text, [hits])).toEqual([
      'hits 2025-11-17 2',
      'hits 2025-11-18 0',
      'hits 2025-11-19 1',
      'hits 2025-11-20 3',
    ]);
  });
});

describe('a list of exercises', () => {
  const subtraction = goal('sub', 'Math - Subtraction', 'subtract with 80% accuracy.', 'percent', 'percent');
  const equations = goal(
    'eq',
    'Algebra - Equations',
    'solve linear equations with 80% accuracy.',
    'percent',
    'percent',
  );

  it('may be numbered across its lines', () => {
    const text = `Ottoline Marsh     11/18/25     Subtraction

1.  52 - 27 = 25   ✓      2.  81 - 46 = 45   ✗      3.  63 - 38 = 25   ✓
4.  74 - 19 = 55   ✓      5.  90 - 53 = 47   ✗
`;
    expect(pointsIn(text, [subtraction])).toEqual(['sub 2025-11-18 60']);
  });

  it('has answers that are no numbers of its items, and an x that is no mark', () => {
    const text = `Ottoline Marsh     11/18/25     Solving equations

 1   3x = 27          9       C
 2   x - 8 = 3        11      C
 3   2x + 7 = 19      5       X
 4   5x - 4 = 21      5       C

C = right   X = wrong
`;
    expect(pointsIn(text, [equations])).toEqual(['eq 2025-11-18 75']);
  });
});

describe('a table of results', () => {
  it('may say how many were looked at beside how many were right', () => {
    const letters = goal('form', 'Letter Formation', 'form letters legibly with 85% accuracy.', 'percent', 'percent');
    const text = `Handwriting     Ottoline Marsh     11/18/25

                     right    scored
Letter formation      18        30
Spacing                8        10
`;
    expect(pointsIn(text, [letters])).toEqual(['form 2025-11-18 60']);
  });
});

describe('parts of a whole', () => {
  const capitals = goal(
    'cap',
    'Writing Conventions',
    'write sentences with capital letters, 85% of them.',
    'percent',
    'percent',
  );
  const crossing = goal(
    'street',
    'Community - Street Crossing',
    'stop and look before crossing a street without prompts in 100% of crossings.',
    'percent',
    'percent',
  );
  const sounds = goal('snd', 'Letter Sounds', 'give the sounds of 26 letters.', 'score', 'sounds', { max: 26 });

  it('may be told by their sum alone', () => {
    const text = `Sentence check     Ottoline Marsh     11/18/25
Sentences written        10
Begin with a capital      7
Missing a capital         3
`;
    expect(pointsIn(text, [capitals])).toEqual(['cap 2025-11-18 70']);
  });

  it('may stand behind one another in a line', () => {
    const text = 'Street crossing  Ottoline Marsh  11/18/25\n\nCrossings: 6. Alone w/out prompt: 4. Prompted: 2.\n';
    expect(pointsIn(text, [crossing])).toEqual(['street 2025-11-18 66.7']);
  });

  it('may be lists to be counted', () => {
    const text = `Letter sounds     Ottoline Marsh     11/18/25
Got: a b c d f h k l m n o p r s t z
Missed: e g i j q u v w x y
`;
    expect(pointsIn(text, [sounds])).toEqual(['snd 2025-11-18 16']);
  });

  it('may be told by which items of a stretch were missed', () => {
    const text = 'Ottoline Marsh     11/18/25     Clocks\nTelling time  #1-8: missed 2 and 5\n';
    expect(pointsIn(text, [clocks])).toEqual(['time 2025-11-18 75']);
  });

  it('are all but some', () => {
    const text = '11/18/25. Ottoline Marsh told time at her desk: all but three of the fifteen clocks were right.\n';
    expect(pointsIn(text, [clocks])).toEqual(['time 2025-11-18 80']);
  });
});

describe('the name of a class', () => {
  it('says where, under the heading of another goal', () => {
    const algebra = goal('alg', 'Algebra', 'solve equations with 80% accuracy.', 'percent', 'percent');
    const text = `Homework turned in, week of 11/17/25     Ottoline Marsh
Algebra 4 of 5
English 3 of 3
Biology 2 of 4
`;
    expect(pointsIn(text, [algebra, homework])).toEqual(['hw 2025-11-21 75']);
  });
});

describe('a column of elapsed minutes', () => {
  it('is of what its own row names, not of the row above', () => {
    const crying = goal('cry', 'Crying', 'cry for 6 minutes or less per day.', 'duration', 'minutes', { per: 'day' });
    const group = goal('grp', 'Group Participation', 'stay in the group area for 10 minutes.', 'duration', 'minutes');
    const text = `Ottoline Marsh     week of 11/17/25
             Mon  Tue  Wed
cry min      6    3    0
group min    5    5    7
`;
    expect(pointsIn(text, [crying, group])).toEqual([
      'cry 2025-11-17 6',
      'cry 2025-11-18 3',
      'cry 2025-11-19 0',
      'grp 2025-11-17 5',
      'grp 2025-11-18 5',
      'grp 2025-11-19 7',
    ]);
  });
});
