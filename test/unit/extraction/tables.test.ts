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
const away = goal(
  'away',
  'Time Out of Class',
  'keep the total time she is out of class to 15 minutes a day.',
  'duration',
  'minutes',
  { per: 'day' },
);
const level = goal(
  'level',
  'Reading Level',
  'reach an instructional reading level of F on a running record.',
  'level',
  'level',
);
const ideas = goal(
  'ideas',
  'Writing - Ideas & Elaboration',
  'score 3 of 4 on the Ideas & Elaboration trait.',
  'rubric',
  'points',
  { max: 4 },
);
const language = goal(
  'lang',
  'Writing - Language & Conventions',
  'score 3 of 4 on the Language & Conventions trait.',
  'rubric',
  'points',
  { max: 4 },
);

describe('a row that leaves the place of its date empty', () => {
  const sheet = (sum: string) => `OUT OF CLASS WITHOUT PERMISSION  -  tally of minutes       Ottoline Marsh
              left       back       min      found
Tue 11/11/25  8:52       9:01        9       stairwell
              10:40      10:58      18       gym lobby
              1:15       1:22        7       stairwell
                        ${sum}
Thu 11/13/25  9:10       9:21       11       library door
              11:46      11:59      13       gym lobby
`;

  it('is of the day above it, however many rows stand between', () => {
    expect(pointsIn(sheet('for the day  34'), [away])).toEqual(['away 2025-11-11 34', 'away 2025-11-13 24']);
    expect(pointsIn(sheet('day total    34'), [away])).toEqual(['away 2025-11-11 34', 'away 2025-11-13 24']);
  });

  it('adds up where the total was left blank', () => {
    expect(pointsIn(sheet('for the day  ____'), [away])).toEqual(['away 2025-11-11 34', 'away 2025-11-13 24']);
  });
});

describe('the head of a table', () => {
  it('may hold short names among others', () => {
    const text = `LEVELING RECORD                              Low Fell Elementary
Child: Ottoline Marsh                        Nov 6, 2025

          Title               Lvl     RW     E     SC     Acc.       Result
Book 1    My Red Sled          C      58     4     1      93.1%      instructional
Book 2    Bees at Work         D      74     12    2      83.8%      frustration
`;
    expect(pointsIn(text, [level])).toEqual(['level 2025-11-06 3']);
  });

  it('may break its names over two lines, with one more on the second', () => {
    const text = `OPINION PIECE SCORES (district rubric, 4 pts a trait)      11/17/2025

                         Purpose     Organi-     Ideas &     Language &
                         & Focus     zation      Elabor.     Convent.      TOTAL
Prewitt, Aldous             4           3           4            3           14
Marsh, Ottoline             3           3           2            1            9
Ybarrondo, Torvald          3           3           3            4           13
class mean                                                                   13
`;
    expect(pointsIn(text, [ideas, language])).toEqual(['ideas 2025-11-17 2', 'lang 2025-11-17 1']);
  });

  it('is no line of a name and a date over two lists', () => {
    const integers = goal('int', 'Integers', 'add and subtract integers with 80% accuracy.', 'percent', 'percent');
    const text = `Workbook p. 61   adding and subtracting integers
O. Marsh, Math 7                                   Nov 9, 2025

1)  -4 + 9 = 5           ✓        5)  -11 + 11 = 0         ✓
2)  7 - 12 = -5          ✓        6)  -9 - 6 = -15         ✓
3)  -6 - 3 = -9          ✓        7)  4 + (-13) = -9       ✓
4)  -8 + 2 = -10         ✗        8)  -2 - (-2) = -4       ✗
`;
    expect(pointsIn(text, [integers])).toEqual(['int 2025-11-09 75']);
  });
});

describe('the level to be reported', () => {
  it.each([
    'Instructional level to report:  C',
    'INSTRUCTIONAL AT:   C',
    'Level for the report card:  C',
    'C is her instructional level.',
  ])('is read from: %s', (line) => {
    expect(pointsIn(`Running record     Ottoline Marsh     11/6/25\n\n${line}\n`, [level])).toEqual(
      line.startsWith('Level for') ? [] : ['level 2025-11-06 3'],
    );
  });
});

describe('two results of one note', () => {
  it('have each the words before it', () => {
    const s = goal(
      's',
      'Articulation - /s/ Blends',
      'say /s/ blends in phrases with 85% accuracy.',
      'percent',
      'percent',
    );
    const l = goal(
      'l',
      'Articulation - /l/ Blends',
      'say /l/ blends in phrases with 85% accuracy.',
      'percent',
      'percent',
    );
    for (const note of [
      '/s/ blends 15/20, /l/ blends 8/20',
      '/s/ blends 15/20 and /l/ blends 8/20',
      '/s/ blends 15/20; /l/ blends 8/20',
    ]) {
      const text = `SPEECH DATA     Ottoline Marsh

date        what we did
11/05/25    phrases: ${note}
11/06/25    games
`;
      expect(pointsIn(text, [s, l])).toEqual(['s 2025-11-05 75', 'l 2025-11-05 40']);
    }
  });
});

describe('figures of others and of other days', () => {
  const adding = goal('add', 'Addition Facts', 'write 32 correct digits per minute.', 'rate', 'digits/min');

  it.each([
    'Room median, addition: 31 per min.',
    'class avg (addition) 31 digits/min',
    'average for the grade: 31 per min',
    "Homeroom's median 31 per min",
  ])('a figure of the group is none of the student: %s', (line) => {
    const text = `ADDITION FACTS, 2 minutes     Ottoline Marsh     11/12/25\n\ndigits correct  44\n\n${line}\n`;
    expect(pointsIn(text, [adding])).toEqual(['add 2025-11-12 22']);
  });

  it('an earlier day beside the one that is told of', () => {
    const prompts = goal(
      'p',
      'On-Task',
      'need 3 or fewer prompts to return to task in a math session.',
      'count',
      'prompts',
      { per: 'session' },
    );
    const text = `O. - math, Tues 11/18/25

whole session: had to prompt her back to task 5 x. it was 9 x the day of the
fire drill so better.
`;
    expect(pointsIn(text, [prompts])).toEqual(['p 2025-11-18 5']);
  });

  it('what was measured yesterday, told alone, is of yesterday', () => {
    const words = goal(
      'w',
      'Science Vocabulary',
      'define 16 words on a 20-word science vocabulary quiz.',
      'score',
      'words',
      { max: 20 },
    );
    for (const told of [
      "On yesterday's science vocabulary quiz she defined 15 of the 20 words.",
      'Yesterday on the vocabulary quiz she defined 15 of 20 words.',
    ]) {
      expect(pointsIn(`Nov 12, 2025\nNote on Ottoline Marsh. ${told}\n`, [words])).toEqual(['w 2025-11-11 15']);
    }
  });

  it('the time that a probe ran is no result of a goal about time', () => {
    const starts = goal('start', 'Task Initiation', 'begin within 45 seconds of the direction.', 'latency', 'seconds');
    const writing = goal(
      'cws',
      'Written Expression',
      'write 15 correct word sequences (CWS) per minute.',
      'rate',
      'CWS/min',
    );
    const text = `WRITING PROBE  -  STORY STARTER             (1 min. to think, 3 min. to write)
Writer: Ottoline Marsh               11-13-25

                                     in 3 minutes
Total words written (TWW)                 45
Correct word sequences (CWS)              36
Incorrect sequences                        9
`;
    expect(pointsIn(text, [starts, writing])).toEqual(['cws 2025-11-13 12']);
  });

  it('minutes out of class are no length of a class', () => {
    const text =
      'Wed 11/12/25\n\nOttoline Marsh. So 22 min out of class without permission for the whole day (timed, both).\n';
    expect(pointsIn(text, [away])).toEqual(['away 2025-11-12 22']);
  });
});

describe('a lone letter in a column of numbers', () => {
  const bolts = goal('bolts', 'Safety - Bolting', 'reduce bolting to 0 per school day.', 'count', 'bolts', {
    per: 'day',
  });
  it.each(['l', 'I'])('is a misread 1: %s', (letter) => {
    const text = `SAFETY CHART     Ottoline Marsh     filed 11/14/2025

              seconds to      bolts,
              the room        all day
Mon 11/10       240             3
Tue 11/11       195             4
Fri 11/14       150             ${letter}
`;
    expect(pointsIn(text, [bolts])).toEqual(['bolts 2025-11-10 3', 'bolts 2025-11-11 4', 'bolts 2025-11-14 1']);
  });
});
