import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal, understand } from '../../factories/measured-paper.ts';

const callOuts: TestGoal = {
  id: 'calls',
  area: 'Behavior - Calling Out',
  statement: 'Ottoline will call out (speak without raising her hand) 3 or fewer times per school day.',
  kind: 'count',
  unit: 'call-outs',
  per: 'day',
};
const leaving: TestGoal = {
  id: 'leaves',
  area: 'Safety - Leaving the Room',
  statement: 'Ottoline will leave the classroom without permission 1 or fewer times per school week.',
  kind: 'count',
  unit: 'elopements',
  per: 'week',
};
const prompts: TestGoal = {
  id: 'prompts',
  area: 'Independence - Writing',
  statement: 'Ottoline will need 2 or fewer adult prompts in a writing session.',
  kind: 'count',
  unit: 'prompts',
  per: 'session',
};
const goals = [callOuts, leaving, prompts];

const upset: TestGoal = {
  id: 'upset',
  area: 'Behavior - Crying',
  statement: 'Ottoline will reduce the total length of crying episodes to 5 minutes or less per school day.',
  kind: 'duration',
  unit: 'minutes',
  per: 'day',
};

describe('a log with a line for every incident', () => {
  const log = `Incident log      Ottoline Marsh      Thursday 11/6/25
clock            what she did                  adult
8:40             called out during the story   ignored
9:05 - 9:12      crying, wanted the red chair  waited
10:30            called out twice in a row     reminder card
1:15 - 1:18      crying at clean-up            offered a choice
`;

  it('is added up where the page does not do it, and a person is asked whether that is all of the day', () => {
    const { dataPoints } = understand(log, [callOuts, upset]);
    expect(dataPoints.map((p) => [p.goalId, p.date, p.value, p.status])).toEqual([
      ['calls', '2025-11-06', 2, 'needs_review'],
      ['upset', '2025-11-06', 10, 'needs_review'],
    ]);
  });

  it('is summed up by a line of words, which is no row of it, for the day and not for the week', () => {
    const text = `A - B - C  LOG      Ottoline Marsh      Thursday 11/6/25
-----------------------------------------------------------------------
time          before                  what she did              after
9:05-9:12     math quiz passed out    crying, under table       quiet space
10:30         line for lunch          left the room             reminder
1:15-1:18     lost a game             crying by the coats       waited
-----------------------------------------------------------------------
TODAY     crying  14 min in all (2 episodes)         left room 2x (week total on Fri)
`;
    const waits: TestGoal = {
      id: 'starts',
      area: 'Task Initiation',
      statement: 'Told to start a task, Ottoline will start within 30 seconds.',
      kind: 'latency',
      unit: 'seconds',
    };
    expect(pointsIn(text, [upset, leaving, waits])).toEqual(['upset 2025-11-06 14']);
  });

  it('is not added up where the page states the total itself', () => {
    const { dataPoints } = understand(`${log}\nTOTAL TODAY     call-outs 5     crying 10 minutes\n`, [callOuts, upset]);
    expect(dataPoints.map((p) => [p.goalId, p.value, p.status])).toEqual([
      ['calls', 5, 'proposed'],
      ['upset', 10, 'proposed'],
    ]);
  });
});

describe('a sheet that is called after what it counts', () => {
  it('counts it, whatever it says of minutes beside it', () => {
    expect(
      pointsIn(
        `PROMPTS DURING WRITING        Ottoline Marsh
one stroke = one adult prompt      one session = 20 minutes
Mon 11/3/25       ////        4
Tue 11/4/25       //          2
`,
        goals,
      ),
    ).toEqual(['prompts 2025-11-03 4', 'prompts 2025-11-04 2']);
  });

  it('reads the last number of a row as a count, though the next row is called Minutes', () => {
    expect(
      pointsIn(
        `DAILY SHEET      Ottoline Marsh
                     Mon 11/3   Tue 11/4   Wed 11/5
Call-outs               2          4          3
Minutes of crying       6          0          9
`,
        [callOuts, upset],
      ).sort(),
    ).toEqual([
      'calls 2025-11-03 2',
      'calls 2025-11-04 4',
      'calls 2025-11-05 3',
      'upset 2025-11-03 6',
      'upset 2025-11-04 0',
      'upset 2025-11-05 9',
    ]);
  });

  it('takes a week total on a line of its own for the row above it, not for the heading over both', () => {
    expect(
      pointsIn(
        `WEEKLY SHEET         Ottoline Marsh        11/3/25 - 11/7/25
                  Mon 11/3   Tue 11/4   Wed 11/5   Thu 11/6   Fri 11/7
Calling out
   until recess   ////       //         ///        absent     /
   after recess   //         ///        //         absent     /
   total          6          5          5          --         2
Left the room     /          0          /          absent     //
                                              week total  4
`,
        goals,
      ).filter((point) => point.startsWith('leaves')),
    ).toEqual(['leaves 2025-11-07 4']);
  });

  it('takes no count that was broken off, and "not once" for none', () => {
    expect(
      pointsIn(
        `11/13/25   Ottoline Marsh
I heard her call out 3 times before 9:30 and then I stopped counting, so there is no number for today.
`,
        goals,
      ),
    ).toEqual([]);
    expect(pointsIn('11/13/25   Ottoline Marsh\nNot once did she call out without raising her hand.\n', goals)).toEqual(
      ['calls 2025-11-13 0'],
    );
  });
});

describe('a day that ended early', () => {
  it('is no day to count', () => {
    expect(
      pointsIn(
        `CALL-OUTS      Ottoline Marsh
Mon 11/3/25      4
Tue 11/4/25      2      went home at noon
Wed 11/5/25      3      left at 10:12 for speech, back 10:40
`,
        [callOuts],
      ),
    ).toEqual(['calls 2025-11-03 4', 'calls 2025-11-05 3']);
  });

  it('is not taken for the week that a goal asks for', () => {
    expect(
      pointsIn('LOG   Ottoline Marsh   11/4/25\nDAY:   call-outs 4      elopements 1\n', [callOuts, leaving]),
    ).toEqual(['calls 2025-11-04 4']);
  });
});
