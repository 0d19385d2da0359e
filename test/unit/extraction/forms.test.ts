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

describe('what the page says of its short names', () => {
  it('names the columns', () => {
    const text = `FLUENCY LOG        Ottoline Marsh    one minute each
WR = words read   E = errors   WCPM = WR minus E

Date       WR     E     WCPM
11/3/25    71     4     67
11/10/25   75     3     ____
11/17/25   78     6
aimline    80           80
class avg               94
`;
    const goals = [goal('orf', 'Oral Reading Fluency', 'read 90 words correct per minute.', 'rate', 'wcpm')];
    expect(pointsIn(text, goals).sort()).toEqual(['orf 2025-11-03 67', 'orf 2025-11-10 72', 'orf 2025-11-17 72']);
  });

  it('names the figures of a line', () => {
    const text = `Reading timings - O. Marsh
A = attempted, M = missed, N = net in 1 minute

11/4    A 66   M 5   N 61
11/11   A 70   M 3   N 67
11/18   A 73   M 5   N __
goal    N 90
`;
    const goals = [goal('orf', 'Oral Reading Fluency', 'read 90 words correct per minute.', 'rate', 'wcpm')];
    expect(pointsIn(text, goals).sort()).toEqual(['orf 2025-11-04 61', 'orf 2025-11-11 67', 'orf 2025-11-18 68']);
  });

  it('names the things that are counted', () => {
    const text = `BEHAVIOR COUNTS - O. Marsh           EL = leaves area   AG = hits or kicks

           EL    AG    notes
Mon 11/10   2     3    sub today
Tue 11/11   0     1
Wed 11/12   1     4    fire drill
avg         1    2.7
limit       1     2
`;
    const goals = [
      goal('elope', 'Elopement', 'leave the assigned area no more than 1 time per day.', 'count', 'elopements', {
        per: 'day',
      }),
      goal('agg', 'Aggression', 'hit or kick others no more than 2 times per day.', 'count', 'aggressions', {
        per: 'day',
      }),
    ];
    expect(pointsIn(text, goals).sort()).toEqual([
      'agg 2025-11-10 3',
      'agg 2025-11-11 1',
      'agg 2025-11-12 4',
      'elope 2025-11-10 2',
      'elope 2025-11-11 0',
      'elope 2025-11-12 1',
    ]);
  });

  it('names the marks, and the one that is left over', () => {
    const text = `WAITING DATA (Ottoline Marsh)
key: W waited 3 min, X did not

Date     1  2  3  4  5   total
11/4     W  X  W  X  W   3/5
11/6     W  W  X  W  W   ___
11/11    W  W  W  W  X   ___
`;
    const goals = [
      goal('toler', 'Tolerating Delay', 'wait 3 minutes without a tantrum in 80% of trials.', 'percent', 'percent'),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['toler 2025-11-04 60', 'toler 2025-11-06 80', 'toler 2025-11-11 80']);
  });

  it('names marks that stand behind their dates', () => {
    const text = `Greetings - Ottoline                     K = kept to herself, G = greeted on her own, T = greeted when told
11/10   G G T K G      11/11   G T T G     11/12   G G G T G
`;
    const goals = [
      goal(
        'greet',
        'Social Skills - Greetings',
        'greet an adult without a prompt in 80% of opportunities.',
        'percent',
        'percent',
      ),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['greet 2025-11-10 60', 'greet 2025-11-11 50', 'greet 2025-11-12 80']);
  });

  it('says which steps count', () => {
    const text = `HAND WASHING      Ottoline Marsh
I = did it   V = told   P = hand over hand       only the I steps count

               11/3    11/5    11/7
water on         I       I       I
soap             V       I       I
scrub            P       V       V
rinse            I       I       I
water off        V       V       I
dry              I       I       I
`;
    const goals = [
      goal(
        'wash',
        'Self-Care - Hand Washing',
        'complete the 6 steps of hand washing with 100% of the steps independent.',
        'percent',
        'percent',
      ),
    ];
    expect(pointsIn(text, goals).sort()).toEqual([
      'wash 2025-11-03 50',
      'wash 2025-11-05 66.7',
      'wash 2025-11-07 83.3',
    ]);
  });
});

describe('what a form leaves blank', () => {
  it('is the correct ones, from those that were missed', () => {
    const text = `SPELLING TESTS   Marsh, Ottoline
List    Date     missed    correct
5       11/7       8         12
6       11/14      6       ____
`;
    const goals = [
      goal('spell', 'Spelling', 'spell 18 of 20 words on the weekly list.', 'score', 'words', { max: 20 }),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['spell 2025-11-07 12', 'spell 2025-11-14 14']);
  });

  it('is a rate, from its parts', () => {
    const text = `3-MINUTE WRITES          O. Marsh
           TWW     WSC     CWS
11/3        51      47      33
11/10       60      55      39
`;
    const goals = [
      goal('cws', 'Written Expression', 'write 12 correct word sequences per minute.', 'rate', 'CWS/min'),
      goal('tww', 'Writing Output', 'write 25 total words per minute.', 'rate', 'words written/min'),
    ];
    expect(pointsIn(text, goals).sort()).toEqual([
      'cws 2025-11-03 11',
      'cws 2025-11-10 13',
      'tww 2025-11-03 17',
      'tww 2025-11-10 20',
    ]);
  });

  it('is how long it was, from its beginning and end', () => {
    const text = `STAYING IN AREA     Ottoline Marsh
date        from      to       minutes
11/12/25    9:05      9:17       12
11/13/25    9:02      9:20      ____
11/14/25    9:10      9:31
goal                              20
`;
    const goals = [goal('stay', 'Staying in Area', 'stay in the assigned area for 20 minutes.', 'duration', 'minutes')];
    expect(pointsIn(text, goals).sort()).toEqual(['stay 2025-11-12 12', 'stay 2025-11-13 18', 'stay 2025-11-14 21']);
  });

  it('is an average', () => {
    const text = `Seconds to respond     Ottoline Marsh     11/13/25
trial 1    4
trial 2    9
trial 3    6
trial 4    5
average  _____
last week averaged 9.5
`;
    const goals = [
      goal(
        'wait',
        'Response Latency',
        'respond within 5 seconds of a direction (average of the day).',
        'latency',
        'seconds',
      ),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['wait 2025-11-13 6']);
  });

  it('is the total of a rubric', () => {
    const text = `WRITING RUBRIC      Ottoline Marsh     11/14/25
Ideas            3
Organization     2
Word choice      2
Conventions      1
TOTAL          ____ / 16
`;
    const goals = [
      goal('rub', 'Writing', 'score a total of 12 of 16 on the writing rubric.', 'rubric', 'points', { max: 16 }),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['rub 2025-11-14 8']);
  });

  it('is the share of two rows', () => {
    const text = `Reading group results, 11/14/25     Ottoline
                 comp    vocab
questions          10       8
right               7       6
%                 ____    ____
`;
    const goals = [
      goal('comp', 'Comprehension', 'answer comprehension questions with 80% accuracy.', 'percent', 'percent'),
      goal('voc', 'Vocabulary', 'define grade-level vocabulary words with 75% accuracy.', 'percent', 'percent'),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['comp 2025-11-14 70', 'voc 2025-11-14 75']);
  });
});

describe('lines that are set in', () => {
  const add: TestGoal = {
    id: 'add',
    area: 'Math - Addition with Regrouping',
    statement: 'Ottoline will solve 85% of two-digit addition problems.',
    kind: 'percent',
    unit: 'percent',
  };
  const subtract: TestGoal = {
    id: 'sub',
    area: 'Math - Subtraction with Regrouping',
    statement: 'Ottoline will solve 80% of two-digit subtraction problems.',
    kind: 'percent',
    unit: 'percent',
  };
  it.each([
    ['Subtraction with regrouping.', 'Addition with regrouping.'],
    ['Goal 3, subtraction with regrouping.', 'Goal 2, addition with regrouping.'],
    ['3. Subtraction with regrouping:', '2. Addition with regrouping:'],
  ])('belong to what opens their entry: %s', (own, other) => {
    const text = `REPORT OF PROGRESS ON ANNUAL GOALS                    November 14, 2025
Ottoline Marsh        Grade 3        MP 2

${other}  Baseline 40%, target 85%. Average on file 73%. On track.
${own}  Baseline 25%, target 80%. The sheets on file average 46%.
  NEW, given for this report and not on any sheet: 11/12/2025, 11 of 20 correct.
`;
    expect(pointsIn(text, [add, subtract])).toEqual(['sub 2025-11-12 55']);
  });
});

describe('a heading that ends in a key of its own', () => {
  const money: TestGoal = {
    id: 'money',
    area: 'Money',
    statement: 'Given a price, Ottoline will count out the exact amount in 90% of trials.',
    kind: 'percent',
    unit: 'percent',
  };
  it('says what the marks under it are, and when', () => {
    const text = `LIFE SKILLS SHEET        Ottoline Marsh        handed in F 11/14/25

COUNTS OUT EXACT AMOUNT, Th 11/13, 12 prices, + exact alone, - not
   + - + + + - + + - + + -
`;
    expect(pointsIn(text, [money])).toEqual(['money 2025-11-13 66.7']);
  });
});
