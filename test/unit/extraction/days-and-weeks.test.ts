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

describe('a day or a week', () => {
  it('has its own total before the parts of it', () => {
    const text = `CALL OUTS   Ottoline Marsh    week of 11/10/25
          Mon   Tue   Wed   Thu   Fri
AM         3     2     4     1     0
PM         2     2     1     0     1
total      5     4     5     1     1
week total 16
goal 2 a day
`;
    const goals = [
      goal('calls', 'Call-Outs', 'reduce call-outs to 2 or fewer per day.', 'count', 'call-outs', { per: 'day' }),
    ];
    expect(pointsIn(text, goals).sort()).toEqual([
      'calls 2025-11-10 5',
      'calls 2025-11-11 4',
      'calls 2025-11-12 5',
      'calls 2025-11-13 1',
      'calls 2025-11-14 1',
    ]);
  });

  it('has its own total before the parts of it, for a goal of the week', () => {
    const text = `CALL OUTS   Ottoline Marsh    week of 11/10/25
          Mon   Tue   Wed   Thu   Fri
AM         3     2     4     1     0
PM         2     2     1     0     1
total      5     4     5     1     1
week total 16
goal 8 a week
`;
    const goals = [
      goal('calls', 'Call-Outs', 'reduce call-outs to 8 or fewer per week.', 'count', 'call-outs', { per: 'week' }),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['calls 2025-11-14 16']);
  });

  it('of each line that names its own', () => {
    const text = `Call-out count, Ottoline Marsh
wk of 11/3     M 4  T 3  W 2  Th 1  F 0     total 10
wk of 11/10    M 2  T 3  W -  Th 1  F 1     total ___
`;
    const goals = [
      goal('calls', 'Call-Outs', 'reduce call-outs to 8 or fewer per week.', 'count', 'call-outs', { per: 'week' }),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['calls 2025-11-07 10', 'calls 2025-11-14 7']);
  });
});

describe('the head of a table of days', () => {
  it('has a name over each of them', () => {
    const text = `GRADE 3 PROBES       Fall to winter 2025       Glass
              ORF        ORF        maze
              11/5       11/12      11/12
Tamsin Q.     88         93         21
Ottoline M.   54         57         12
Theo B.       102        99         25
50th %ile     83         83         14
`;
    const goals = [
      goal(
        'maze',
        'Reading Comprehension - Maze',
        'choose 18 correct words on a 3-minute maze.',
        'score',
        'correct choices',
        { max: 40 },
      ),
      goal('orf', 'Oral Reading Fluency', 'read 90 words correct per minute.', 'rate', 'wcpm'),
    ];
    expect(pointsIn(text, goals).sort()).toEqual(['maze 2025-11-12 12', 'orf 2025-11-05 54', 'orf 2025-11-12 57']);
  });

  it('has columns behind them', () => {
    const text = `ACADIENCE PM         Ottoline Marsh      Gr 1
                 wk 10      wk 11     benchmark
                 11/5       11/12
PSF               28         33          40
NWF-CLS           22         25          27
NWF-WRC            5          7           8
`;
    const goals = [
      goal('seg', 'Phoneme Segmentation', 'segment 45 phonemes correctly per minute.', 'rate', 'phonemes/min'),
      goal(
        'nwf',
        'Nonsense Word Fluency',
        'say 40 correct letter sounds per minute in nonsense words.',
        'rate',
        'letter sounds/min',
      ),
    ];
    expect(pointsIn(text, goals).sort()).toEqual([
      'nwf 2025-11-05 22',
      'nwf 2025-11-12 25',
      'seg 2025-11-05 28',
      'seg 2025-11-12 33',
    ]);
  });
});

describe('digits that reading broke', () => {
  it('are mended by their column', () => {
    const text = `FACT QUIZ SCORES    (out of 25)      Mrs. Glass
                     11/4    11/6    11/11   11/13
Quill, Tamsin          20      21      19      22
Marsh, Ottoline        15      l7      1 8     2O
Brand, Theo            11      12      14      13
class mean             18      19      18      20
`;
    const goals = [
      goal('math', 'Multiplication Facts', 'answer multiplication facts with 90% accuracy.', 'percent', 'percent'),
    ];
    expect(pointsIn(text, goals).sort()).toEqual([
      'math 2025-11-04 60',
      'math 2025-11-06 68',
      'math 2025-11-11 72',
      'math 2025-11-13 80',
    ]);
  });
});

describe('dates and values by turns behind a label', () => {
  const words: TestGoal = {
    id: 'words',
    area: 'Articulation - /l/ Blends in Words',
    statement: 'Ottoline will say /l/ blends in single words with 90% accuracy.',
    kind: 'percent',
    unit: 'percent',
  };
  const sentences: TestGoal = {
    ...words,
    id: 'sent',
    area: 'Articulation - /l/ Blends in Sentences',
    statement: 'Ottoline will say /l/ blends in sentences with 80% accuracy.',
  };

  it('are dated each by the date before it, where a score could be a date as well', () => {
    const text = `Ottoline Marsh     /l/ blends (bl cl fl)     P. Glass, SLP

words       10/7   17/25      10/14   19/25      10/21   20/25
sentences   10/7    6/15      10/14    --        10/21    8/15

-- did not get to it
`;
    expect(pointsIn(text, [words, sentences])).toEqual([
      'words 2025-10-07 68',
      'words 2025-10-14 76',
      'words 2025-10-21 80',
      'sent 2025-10-07 40',
      'sent 2025-10-21 53.3',
    ]);
  });

  it('are no dates where they are scores of one day', () => {
    const text = `Ottoline Marsh     /l/ blends     11/12/25

words in sets     6/10   8/10   7/10   9/10
`;
    expect(pointsIn(text, [words]).filter((point) => !point.includes('2025-11-12'))).toEqual([]);
  });
});
