/** What a form leaves to be worked out is made of its parts; what only says when, or is a remark, is no part. */
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

const onTask = goal('task', 'Attention', 'be on task in 80% of observed intervals.', 'percent', 'percent');
const accuracy = goal(
  'acc',
  'Reading Accuracy',
  'read a third-grade text with 97% accuracy on a running record.',
  'percent',
  'percent',
);
const laundry = goal('wash', 'Daily Living - Laundry', 'do 90% of the laundry steps alone.', 'percent', 'percent');
const hits = goal('hits', 'Behavior', 'hit others 1 or fewer times per day.', 'count', 'hits', { per: 'day' });
const arriving = goal(
  'arr',
  'Arrival Routine',
  'hang up her bag at prompt level 3 (3 alone, 2 verbal, 1 gesture, 0 physical).',
  'level',
  'level',
  { max: 3 },
);
const crying = goal('cry', 'Crying', 'cry for 6 minutes or less per day.', 'duration', 'minutes', { per: 'day' });
const talking = goal('talk', 'Talk-outs', 'reduce talk-outs to 3 per class session.', 'count', 'talk-outs', {
  per: 'session',
});
const tardy = goal('late', 'Attendance', 'be tardy once a week at most.', 'count', 'tardies', { per: 'week' });
const starting = goal(
  'start',
  'Task Initiation',
  'begin the warm-up within an average of 40 seconds.',
  'latency',
  'seconds',
);
const card = goal('card', 'Expectations', 'earn 85% of the points on her daily point card.', 'percent', 'percent');

describe('a percent that is left blank', () => {
  it.each([
    ['Intervals on task: 21      Intervals off task: 9'],
    ['On task   21        Off task   9'],
    ['total intervals 30     on task 21     off task 9'],
  ])('is made of its parts: %s', (parts) => {
    expect(pointsIn(`OBSERVATION     Ottoline Marsh     11/18/25\n\n${parts}\npercent ____\n`, [onTask])).toEqual([
      'task 2025-11-18 70',
    ]);
  });

  it('is what the errors leave of the words', () => {
    const text = `Running record     Ottoline Marsh     11/18/25
Words in text      200
Errors              10
Self corrections     4
Accuracy          ____ %
`;
    expect(pointsIn(text, [accuracy])).toEqual(['acc 2025-11-18 95']);
  });

  it.each(['Only 3s count.', 'count 3s only', ''])('is the share of the steps that the key calls alone %s', (rule) => {
    const text = `LAUNDRY     Ottoline Marsh     11/18/25
3 = by herself   2 = told   1 = shown   ${rule}

 1 carry basket     3      4 add soap       3
 2 open lid         3      5 close lid      3
 3 load             2      6 press start    1
`;
    expect(pointsIn(text, [laundry])).toEqual(['wash 2025-11-18 66.7']);
  });
});

describe('a list of the parts of the day', () => {
  it('says when, and nothing of what was counted', () => {
    const text = `HITS - daily grid     Ottoline Marsh

                  Mon 11/10   Tue 11/11   Wed 11/12
Arrival               2           0           1
Circle                1           2           0
Table work            3           1           2
Lunch                 0           0           0
`;
    expect(pointsIn(text, [hits, arriving])).toEqual(['hits 2025-11-10 6', 'hits 2025-11-11 3', 'hits 2025-11-12 3']);
  });
});

describe('the line of a day', () => {
  it.each(['no episodes all day', 'none', 'no crying today', '0 episodes'])(
    'may say that there was nothing: %s',
    (none) => {
      const text = `CRYING     Ottoline Marsh

Date         Began     Ended     Min
Mon 11/10    8:50      8:57       7
Tue 11/11    ${none}
Wed 11/12    9:30      9:36       6
`;
      expect(pointsIn(text, [crying])).toEqual(['cry 2025-11-10 7', 'cry 2025-11-11 0', 'cry 2025-11-12 6']);
    },
  );

  it.each([
    ['M  10', 'T  11', 'Th 13'],
    ['Mon 10', 'Tue 11', 'Thu 13'],
  ])('may give the weekday and the day of a month that the page names: %s', (a, b, c) => {
    const text = `TALK-OUT TALLY     Ottoline Marsh     Nov. 2025

${a}       ///// ///
${b}       ///// /
${c}       //

Raised hand  M 4  T 6  Th 2
`;
    expect(pointsIn(text, [talking])).toEqual(['talk 2025-11-10 8', 'talk 2025-11-11 6', 'talk 2025-11-13 2']);
  });
});

describe('columns beside the one that counts', () => {
  it('hold what was excused', () => {
    const text = `TARDY SUMMARY     Ottoline Marsh

WEEK                      TARDY    EXCUSED TARDY
11/03/25 - 11/07/25         3           0
11/10/25 - 11/14/25         2           1
`;
    expect(pointsIn(text, [tardy])).toEqual(['late 2025-11-07 3', 'late 2025-11-14 2']);
  });

  it('hold times of the clock, which are no stretch of time', () => {
    const text = `WARM-UP LATENCY     Ottoline Marsh     11/18/25

Class        Bell         Pencil moving     Sec
Math         8:10:00      8:11:05           65
Science      9:02:00      9:02:40           40
ELA         10:50:00     10:51:15           75
                          Average ______
`;
    expect(pointsIn(text, [starting])).toEqual(['start 2025-11-18 60']);
  });
});

it('a total told in words stands under none of the columns', () => {
  const text = `DAILY POINT CARD     Ottoline Marsh     11/18/25

Per   Class     On time    Work    Points
1     ELA          2         2        4
2     Math         2         1        3
DAY TOTAL   7 of 8 possible        percent ____
Warm-up timing today, all 2 classes:   average 52 sec
`;
  expect(pointsIn(text, [card, starting])).toEqual(['card 2025-11-18 87.5', 'start 2025-11-18 52']);
});
