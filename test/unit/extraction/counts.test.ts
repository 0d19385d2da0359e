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

describe('what a sheet says of a count', () => {
  it('takes the total of the day before its parts, and the week from its days', () => {
    expect(
      pointsIn(
        `BEHAVIOR GRID            Ottoline Marsh        week of 11/3/25
CALLING OUT          Mon    Tue    Wed    Thu    Fri
a.m.                 //     ///    /      abs    ////
p.m.                 /      //     //     abs    /
total                3      5      3      -      5

LEFT ROOM            /      //            abs    /
                                   week:         4
`,
        goals,
      ).sort(),
    ).toEqual([
      'calls 2025-11-03 3',
      'calls 2025-11-04 5',
      'calls 2025-11-05 3',
      'calls 2025-11-07 5',
      'leaves 2025-11-07 4',
    ]);
  });

  it('takes a week that is named by its days for a date, not for a score out of so many', () => {
    expect(
      pointsIn(
        `Ottoline Marsh - one line a week
Week of 11/3/2025 - 11/7/2025: 2 elopements, Wednesday. No school Tuesday.
Week of 11/10/2025 - 11/14/2025: 0 elopements!
`,
        goals,
      ).sort(),
    ).toEqual(['leaves 2025-11-07 2', 'leaves 2025-11-14 0']);
  });

  it('adds up the hours of a day that has no total, strokes and words for none alike', () => {
    expect(
      pointsIn(
        `CALL-OUT TALLY      Ottoline Marsh     Ms. Okafor
           Morning      Afternoon
11/10      ///           //
11/11      no school
11/12      //            /
11/13      /             none
`,
        goals,
      ),
    ).toEqual(['calls 2025-11-10 5', 'calls 2025-11-12 3', 'calls 2025-11-13 1']);
  });

  it('reads a week that is written as weekdays with their values', () => {
    expect(
      pointsIn(
        `Ottoline M. - leaving the room without asking, week of 11/3/25
Mon 1, Tues 0, Wed absent, Thurs 2, Fri 0 = 3 this week
Last wk 4. Goal 1.
`,
        goals,
      ),
    ).toEqual(['leaves 2025-11-07 3']);
    expect(
      pointsIn(
        `Left the room without permission, one X for each     Ottoline Marsh
Mon 11/3   X     Tue 11/4         Wed 11/5  XX
Thu 11/6         Fri 11/7  X      week  4
`,
        goals,
      ),
    ).toEqual(['leaves 2025-11-07 4']);
  });

  it('dates a weekly total by the end of its week, and takes no running total', () => {
    expect(
      pointsIn(
        `LEAVING THE ROOM     Ottoline Marsh     from the office
Week ending     Count     Excused
10/24/25          3           1
10/31/25          2           0
11/07/25          0           0
To date           5
`,
        goals,
      ),
    ).toEqual(['leaves 2025-10-24 3', 'leaves 2025-10-31 2', 'leaves 2025-11-07 0']);
  });

  it('counts the prompts of a session beside its length and other numbers', () => {
    expect(
      pointsIn(
        `Adult prompts in writing           Ottoline Marsh
Date     Session length   Prompts given   Sentences written
11/3       25 min             5                4
11/5       25 min             3                6
11/6       no session
`,
        goals,
      ),
    ).toEqual(['prompts 2025-11-03 5', 'prompts 2025-11-05 3']);
  });

  it('takes the column of the count before the columns that tell of it', () => {
    expect(
      pointsIn(
        `LEAVING THE ROOM, counted by week     Ottoline Marsh
Week ending    During which hours    Count
10/24/25       1, 1, 6               3
10/31/25       6                     1
`,
        goals,
      ),
    ).toEqual(['leaves 2025-10-24 3', 'leaves 2025-10-31 1']);
  });

  it('asks where the strokes and the number beside them differ', () => {
    const points = understand(
      `calling out  Ottoline Marsh
11/10   ////    5
11/12   //      2
`,
      goals,
    ).dataPoints;
    expect(points.map((p) => [p.value, p.status])).toEqual([
      [5, 'needs_review'],
      [2, 'proposed'],
    ]);
  });

  it('takes neither a starting point nor an aim', () => {
    expect(
      pointsIn(
        `Call-outs, Ottoline Marsh
11/3  4
11/5  no class
11/6  5
Starting point 9/5: 10.   Objective: 3 or fewer.
`,
        goals,
      ),
    ).toEqual(['calls 2025-11-03 4', 'calls 2025-11-06 5']);
  });
});

describe('what a note says of a count', () => {
  it('adds up the parts of a day that are told in words', () => {
    expect(
      pointsIn('11/6/25\nOttoline Marsh called out only twice in math and once in art today.\nT. Okafor\n', goals),
    ).toEqual(['calls 2025-11-06 3']);
  });

  it('leaves alone what was seen in a part of the day, at home, or by nobody', () => {
    expect(
      pointsIn(
        `Observation  Ottoline Marsh  Thurs 11/6/25  9:00-9:45
During my 45 minutes she called out 2 times. I was not there for the rest of the day.
`,
        goals,
      ),
    ).toEqual([]);
    expect(
      pointsIn(
        '11/7/25 Call from Mrs. Marsh: Ottoline called out 6 times at dinner and ran out of the house 3 times over the long weekend.\n',
        goals,
      ),
    ).toEqual([]);
    expect(
      pointsIn('11/7/25 Ottoline Marsh - sub notes. She probably called out like 4 or 5 times, I lost count.\n', goals),
    ).toEqual([]);
  });

  it('takes no figure of another lesson, and none of yesterday', () => {
    expect(
      pointsIn(
        '11/6/25 Math: Ottoline Marsh needed 6 prompts to line up for specials. Not a writing session.\n',
        goals,
      ),
    ).toEqual([]);
    expect(pointsIn('11/12/25\nOttoline Marsh had 4 call-outs yesterday. I was out today.\n', goals)).toEqual([]);
  });

  it('takes this week from an e-mail that names the last one as well', () => {
    expect(
      pointsIn(
        `From: Tess Okafor
To: Mrs. Marsh
Date: Fri, Nov 7, 2025
Subject: Ottoline this week

Good news: Ottoline Marsh left the classroom without permission just once this week, on Tuesday. Last week it was 3 times.
`,
        goals,
      ),
    ).toEqual(['leaves 2025-11-07 1']);
  });
});

describe('a remark behind a count', () => {
  const bolts: TestGoal = {
    id: 'bolts',
    area: 'Safety - Bolting',
    statement: 'Ottoline will reduce bolting to 0 per school day.',
    kind: 'count',
    unit: 'bolts',
    per: 'day',
  };
  it.each(['0   yay!', '0   (best day yet)', '0   wow, proud'])('names nothing else: bolts today %s', (told) => {
    const text = `HOME NOTE     Thursday 11/13/25     For: Ottoline Marsh's family

From today's chart:
  goodbye to inside the room      2 min 15 sec
  bolts today                     ${told}
`;
    expect(pointsIn(text, [bolts])).toEqual(['bolts 2025-11-13 0']);
  });
});

describe('strokes of some days of a week and a number of another', () => {
  it('are added up', () => {
    const walks: TestGoal = {
      id: 'walks',
      area: 'Behavior - Leaving Class',
      statement: 'Ottoline will walk out of class without permission 1 or fewer times per week.',
      kind: 'count',
      unit: 'walk-outs',
      per: 'week',
    };
    const text = `WEEKLY BEHAVIOR SHEET                       Ottoline Marsh     Grade 5
Week of November 10 - 14, 2025

                      M 11/10    T 11/11    W 11/12    Th 11/13   F 11/14
Walked out of class   /          //         absent     0          /
`;
    expect(pointsIn(text, [walks])).toEqual(['walks 2025-11-14 4']);
  });
});
