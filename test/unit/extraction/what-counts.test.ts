/** Which figures of a paper are results of its student, and which are keys, aims, other people's or the work itself. */
import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const goal = (
  id: string,
  kind: TestGoal['kind'],
  unit: string,
  area: string,
  statement: string,
  more = {},
): TestGoal => ({
  id,
  area,
  statement: `Ottoline will ${statement}`,
  kind,
  unit,
  ...more,
});
const fluency = goal('orf', 'rate', 'wcpm', 'Reading Fluency', 'read 90 words correct per minute.');
const digits = goal(
  'digits',
  'rate',
  'digits/min',
  'Math Facts',
  'write 25 correct digits per minute on addition facts.',
);
const meal = goal(
  'meal',
  'percent',
  'percent',
  'Daily Living - Meal',
  'complete 90% of the 12 steps of the meal routine alone.',
);
const money = goal('money', 'percent', 'percent', 'Math - Counting Money', 'count coins with 90% accuracy.');
const integers = goal('int', 'percent', 'percent', 'Math - Integers', 'add and subtract integers with 85% accuracy.');
const work = goal('work', 'percent', 'percent', 'Work Completion', 'turn in 90% of the assignments due each week.');
const card = goal('card', 'percent', 'percent', 'Point Card', 'earn 85% of the points on the daily point card.');
const outbursts = goal('out', 'count', 'outbursts', 'Outbursts', 'have 4 or fewer outbursts per week.', {
  per: 'week',
});
const seated = goal('seat', 'duration', 'minutes', 'Carpet Time', 'stay seated at carpet time for 12 minutes.');
const upset = goal(
  'upset',
  'duration',
  'minutes',
  'Escalation',
  'have 8 minutes or less of escalations per day in total.',
  { per: 'day' },
);
const back = goal(
  'back',
  'latency',
  'seconds',
  'Return From Break',
  'be in her seat within 60 seconds after a break is over.',
);
const arrival = goal(
  'arrive',
  'percent',
  'percent',
  'Arrival Routine',
  'complete the 5-step arrival routine, 90% of it alone.',
);
const sounds = goal(
  'clear',
  'percent',
  'percent',
  'Articulation - /th/ in Conversation',
  'say /th/ in conversation with 80% accuracy.',
);

describe('a table', () => {
  it('may have short forms for headings', () => {
    const text = `Ottoline Marsh     FLUENCY LOG
1 min cold reads

date        psg      WR     E      WCPM
9/18/25     2-1      31     5      26
9/25/25     2-2      35     6      29
10/2/25     2-3      --     --     NS
`;
    expect(pointsIn(text, [fluency])).toEqual(['orf 2025-09-18 26', 'orf 2025-09-25 29']);
  });

  it('gives the median of the probes that stand side by side', () => {
    const text = `TIMED READS (1 min each, wcpm)     11/4/25

                       P1     P2     P3     keep
MARSH, OTTOLINE        71     78     74     (middle)
`;
    expect(pointsIn(text, [fluency])).toEqual(['orf 2025-11-04 74']);
  });

  it('has days that are named by weekday and number', () => {
    const text = `POINT CARD        Ottoline Marsh        11/10/25 to 11/13/25

            Mon 10     Tue 11     Wed 12     Thu 13
points      30/50      38/50      22/50      44/50

week 134/200 = 67%
`;
    expect(pointsIn(text, [card])).toEqual([
      'card 2025-11-10 60',
      'card 2025-11-11 76',
      'card 2025-11-12 44',
      'card 2025-11-13 88',
    ]);
  });

  it('is not made of the fields of a form', () => {
    const text = `MATH FACT PROBE
Name:  Ottoline Marsh        Date:  11/13/2025
Time given:   2 minutes        Form C

   Problems attempted            19
   Digits correct                28
   Digits wrong                   3
   Digits correct per minute    ____
`;
    expect(pointsIn(text, [digits])).toEqual(['digits 2025-11-13 14']);
  });
});

describe('marks', () => {
  it('of help say who was helped, whatever the words for it', () => {
    const text = `ARRIVAL     Ottoline Marsh     11/4/25
I = did it herself    V = told    G = pointed    P = hand on hand

1 hook        I
2 coat        P
3 backpack    I
4 folder      V
5 table       I
`;
    expect(pointsIn(text, [arrival])).toEqual(['arrive 2025-11-04 60']);
  });

  it('are no signs of sums where the answers are ticked', () => {
    const text = `Ottoline Marsh     11/14/25     Integers, student work

 1)  -4 + 9       5     ✓          4)  10 - (-4)     6    ✗
 2)   7 - 12     -5     ✓          5)  -2 x -9      18    ✓
 3)  -6 - 3      -3     ✗          6)  24 - 6       18    ✓
 7)  -8 + (-7)  -15     ✓          8)  -1 - (-1)    -2    ✗
`;
    expect(pointsIn(text, [integers])).toEqual(['int 2025-11-14 62.5']);
  });

  it('that do not count leave the result that counts', () => {
    const text = `COOKING SHEET     Ottoline Marsh     11/6/25

Meal, 12 steps.  Goal counts I and V. G, P do not count.
steps OK:  9 / 12
`;
    expect(pointsIn(text, [meal, money])).toEqual(['meal 2025-11-06 75']);
  });
});

describe('parts of a whole that are told apart', () => {
  it.each([
    ['14 assignments due, Ottoline turned in 9.', work, 'work 2025-11-07 64.3'],
    ['Coins at the store, 9 tries, right amount on 6.', money, 'money 2025-11-06 66.7'],
    ['She had a coin to count 4 times. Three of those times the money came out right.', money, 'money 2025-11-06 75'],
    ['Conversation, 30 th words heard, 12 clear.', sounds, 'clear 2025-11-06 40'],
  ])('%s', (words, own, point) => {
    expect(pointsIn(`11/6/25     Ottoline Marsh\n\n${words} She liked it very much.\n`, [own])).toEqual([point]);
  });
});

describe('a week or a day', () => {
  it('ends where the page says that it does', () => {
    const text = `Ottoline Marsh     WEEK ENDING THURS 11/13/25

outbursts      Mon  ///     Tue  no school     Wed  //     Thu  /
`;
    expect(pointsIn(text, [outbursts])).toEqual(['out 2025-11-13 6']);
  });

  it('is summed up in its own entry', () => {
    const text = `ESCALATION LOG     Ottoline Marsh

Tue 11/11/25    escalated 9:20 - 9:31    pencil taken
                escalated 1:05 - 1:12    lost game
                day: 18 min
                break over called 1:25:00, in seat 1:26:50
Wed 11/12/25    escalated 10:40 - 10:49
`;
    expect(pointsIn(text, [upset, back]).sort()).toEqual([
      'back 2025-11-11 110',
      'upset 2025-11-11 18',
      'upset 2025-11-12 9',
    ]);
  });
});

describe('notes of several days', () => {
  it('give each day what stands in its own paragraph', () => {
    const text = `NOTES     Ottoline Marsh

11/4/25   came in late. She stayed seated at carpet
          for 6 minutes. Then she went to the book corner.
11/6/25   a good day for her. She stayed seated at carpet
          for 9 minutes.
`;
    expect(pointsIn(text, [seated])).toEqual(['seat 2025-11-04 6', 'seat 2025-11-06 9']);
  });

  it('are no table where one of the days has words alone', () => {
    const text = `INTEGERS STRIP     Ottoline Marsh     Week of Nov 10

  Mon   2 / 3
  Tue   1 / 3
  Wed   3 / 3
  Thu   no ticket - fire drill
  Fri   2 / 3
`;
    expect(pointsIn(text, [integers])).toEqual([
      'int 2025-11-10 66.7',
      'int 2025-11-11 33.3',
      'int 2025-11-12 100',
      'int 2025-11-14 66.7',
    ]);
  });
});

describe('a score over several parts', () => {
  it('is none of the goal that one of the parts speaks to', () => {
    const text = `QUICK CHECK     Ottoline Marsh     11/13/25

Integers  4/5         Slope  2/4         Overall  6/9
`;
    expect(pointsIn(text, [integers])).toEqual(['int 2025-11-13 80']);
  });

  it('sums up the rows of marks above it, whatever they are called', () => {
    const text = `Ottoline Marsh     11/11/25     counting coins

dimes and coins   x o o x o
nickels           o x o x x
o right   x wrong
5/10 = 50%
`;
    expect(pointsIn(text, [money])).toEqual(['money 2025-11-11 50']);
  });
});
