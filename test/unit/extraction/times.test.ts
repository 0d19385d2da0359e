import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal, understand } from '../../factories/measured-paper.ts';

const begins: TestGoal = {
  id: 'begins',
  area: 'Task Initiation',
  statement:
    'Given a direction to begin work, Ottoline will begin within an average of 30 seconds across the directions of a session.',
  kind: 'latency',
  unit: 'seconds',
};
const rug: TestGoal = {
  id: 'rug',
  area: 'Group Participation',
  statement: 'Ottoline will stay seated on the rug with her group for 12 minutes.',
  kind: 'duration',
  unit: 'minutes',
};
const job: TestGoal = {
  id: 'job',
  area: 'Vocational Stamina',
  statement: 'Ottoline will work on an assigned job task for 30 minutes before asking for a break.',
  kind: 'duration',
  unit: 'minutes',
};

describe('what a page says of a wait', () => {
  it('takes the mean that the page gives, in a table, behind a list and in running text', () => {
    expect(
      pointsIn(
        `START-UP TIMES     Ottoline Marsh     11/5/25     observer T.O.
direction given            sec until she began
take out your journal           41
open to page 12                 25
line up problems                54
mean                            40
aim 30
`,
        [begins],
      ),
    ).toEqual(['begins 2025-11-05 40']);
    expect(
      pointsIn(
        'Latency, Ottoline Marsh, 11/13/25: 22, 18, 50 and 30 seconds; average 30 s. Longest 50. In September it averaged 95.\n',
        [begins],
      ),
    ).toEqual(['begins 2025-11-13 30']);
  });

  it('works the mean out where the goal asks for one and the page gives none', () => {
    expect(
      pointsIn(
        `11/12/25 Ottoline Marsh - how long to begin after direction
1) 20 sec
2) 35 sec
3) 65 sec
`,
        [begins],
      ),
    ).toEqual(['begins 2025-11-12 40']);
  });

  it('takes no figure that reading has blurred for seconds', () => {
    expect(pointsIn('Ottoline Marsh  11/18/25\nGroup Participation on the rug, level 4-S\n', [rug])).toEqual([]);
  });

  it('reads minutes and seconds on a clock', () => {
    expect(
      pointsIn(
        `Time from direction to first work (m:ss)       Ottoline Marsh
Mon 11/10    0:45   1:05   0:40     avg 0:50
Wed 11/12    0:30   0:20   0:25     avg 0:25
`,
        [begins],
      ),
    ).toEqual(['begins 2025-11-10 50', 'begins 2025-11-12 25']);
  });
});

describe('what a page says of a stretch of time', () => {
  it('works it out from its start and its end', () => {
    expect(
      pointsIn(
        `ON-THE-JOB LOG     Ottoline Marsh
Task: shelving (assigned job task)
Date       Started    Asked for break
11/3/25    10:02      10:19
11/5/25    10:00      10:22
`,
        [job],
      ),
    ).toEqual(['job 2025-11-03 17', 'job 2025-11-05 22']);
    expect(
      pointsIn(
        `Ottoline Marsh: rug, seated with group
11/10   9:02 - 9:10
11/12   9:05 - 9:16
`,
        [rug],
      ),
    ).toEqual(['rug 2025-11-10 8', 'rug 2025-11-12 11']);
  });

  it('takes neither the length of the visit nor that of a ride or a class for it', () => {
    expect(
      pointsIn(
        'Site visit 11/12/25. Ottoline Marsh kept at the assigned task for twenty-four minutes before she asked for a break. Bus ride was 35 min each way. Shift was 60 min.\n',
        [job],
      ),
    ).toEqual(['job 2025-11-12 24']);
    expect(
      pointsIn(
        `WORKSITE TIMES      Ottoline Marsh        coach R. Diaz
Date       In      Out     Total on site    Worked before break
11/3/25    9:00    10:00   60 min           14 min
11/5/25    9:00    10:00   60 min           18 min
11/7/25    coach out, no work
`,
        [job],
      ),
    ).toEqual(['job 2025-11-03 14', 'job 2025-11-05 18']);
  });

  it('asks about the times of a sheet whose kind is not known', () => {
    const sulking: TestGoal = {
      id: 'sulking',
      area: 'Sulking',
      statement: 'Ottoline will reduce the total length of her sulking to 5 minutes or less per day.',
      kind: 'duration',
      unit: 'minutes',
      per: 'day',
    };
    const paper = understand(
      `Sulking      Ottoline Marsh        Tues 11/18/25
8:50 - 8:56     wanted the door
11:20 - 11:24   lining up
Sum 10 min
`,
      [sulking],
    );
    expect(paper.documentType).toBe('other');
    expect(paper.dataPoints.map((p) => [p.value, p.status])).toEqual([[10, 'needs_review']]);
  });

  it('takes no span of minutes for a time', () => {
    expect(pointsIn('11/12/25 Ottoline Marsh sat with her group on the rug for 5 to 10 minutes.\n', [rug])).toEqual([]);
  });
});

describe('a table of starts and stops', () => {
  it('has a length worked out where its cell was left open, and only there', () => {
    expect(
      pointsIn(
        `RUG TIME      Ottoline Marsh
Date         Sat down    Got up     Min
11/3/25      9:10        9:18       8
11/5/25      9:12        9:23       ___
`,
        [rug],
      ),
    ).toEqual(['rug 2025-11-03 8', 'rug 2025-11-05 11']);
  });
});

describe('times of a day, each at its hour', () => {
  const starts: TestGoal = {
    id: 'start',
    area: 'Task Initiation',
    statement:
      'When told to begin seatwork, Ottoline will start within an average of 20 seconds across the directions timed in a day.',
    kind: 'latency',
    unit: 'seconds',
  };
  const math: TestGoal = {
    id: 'sub',
    area: 'Math - Subtraction',
    statement: 'Ottoline will subtract, 80% correct.',
    kind: 'percent',
    unit: 'percent',
  };

  it('are of one goal, whatever went on at the hour', () => {
    const text = `HOW LONG TO START?         Ottoline Marsh        Tues 11/18/25
stopwatch: "you may begin" until pencil is on paper

 8:50  warm-up              40 s
10:15  reading response     25 s
11:05  subtraction page     55 s
 1:30  science log          36 s
                 average for today  ____ s
`;
    expect(pointsIn(text, [starts, math])).toEqual(['start 2025-11-18 39']);
  });

  it('are averaged although one of them equals the target', () => {
    const text = `STARTING SEATWORK     Ottoline Marsh     11/18/25    (sec.)
science   70
ELA       120
math      99
`;
    expect(pointsIn(text, [starts, math])).toEqual(['start 2025-11-18 96.3']);
  });
});

describe('several times of one day', () => {
  const tantrums: TestGoal = {
    id: 'tantrums',
    area: 'Behavior - Tantrums',
    statement: 'Ottoline will reduce the total duration of tantrums to 5 minutes or less per school day.',
    kind: 'duration',
    unit: 'minutes',
    per: 'day',
  };
  const outside: TestGoal = {
    id: 'out',
    area: 'Time Out of Class',
    statement: 'Ottoline will keep the total time out of class without permission to 10 minutes per school day.',
    kind: 'duration',
    unit: 'minutes',
    per: 'day',
  };

  it('add up where the goal is of a day: episodes of a list, and two in one sentence', () => {
    expect(
      pointsIn('Ottoline Marsh   11/12/25\ntantrum #1   150 seconds\ntantrum #2   90 seconds\n', [tantrums]),
    ).toEqual(['tantrums 2025-11-12 4']);
    expect(
      pointsIn('11/12/25 Ottoline Marsh had a tantrum for 4 min before lunch and again for 7 min at the end.', [
        tantrums,
      ]),
    ).toEqual(['tantrums 2025-11-12 11']);
  });

  it('are worked out from when somebody left and when they were back', () => {
    expect(
      pointsIn('Ottoline Marsh   out of class   11/12/25\nOUT 8:50   IN 8:54\nOUT 10:31   IN 10:36\n', [outside]),
    ).toEqual(['out 2025-11-12 9']);
  });

  it('are told by their average, even where it is the goal itself', () => {
    expect(
      pointsIn('11/12/25 Ottoline Marsh. She began work in 20, 25, 35 and 40 seconds; mean 30 seconds.', [
        { ...begins, target: 30 },
      ]),
    ).toEqual(['begins 2025-11-12 30']);
  });

  it('take no unit from the line below', () => {
    expect(
      pointsIn('OTTOLINE MARSH  11/12/25\nMINUTES AT JOB TASK BEFORE BREAK: 28\nSECONDS ON ONE FOOT: 13\n', [job]),
    ).toEqual(['job 2025-11-12 28']);
  });
});
