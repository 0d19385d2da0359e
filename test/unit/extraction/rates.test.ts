import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal, understand } from '../../factories/measured-paper.ts';

const reading: TestGoal = {
  id: 'orf',
  area: 'Oral Reading Fluency',
  statement: 'Given a third-grade passage, Ottoline will read aloud 90 words correct per minute.',
  kind: 'rate',
  unit: 'wcpm',
};
const facts: TestGoal = {
  id: 'facts',
  area: 'Math Fact Fluency',
  statement: 'On a page of subtraction facts, Ottoline will write 30 correct digits per minute.',
  kind: 'rate',
  unit: 'digits/min',
};
const sounds: TestGoal = {
  id: 'sounds',
  area: 'Phonics Fluency',
  statement: 'On a page of lowercase letters, Ottoline will say 45 correct letter sounds per minute.',
  kind: 'rate',
  unit: 'letter sounds/min',
};
const goals = [reading, facts, sounds];

describe('what a timed probe says of a rate', () => {
  it('keeps its parts together on a form with wide lines, and from the words that another goal counts', () => {
    const cards: TestGoal = {
      id: 'cards',
      area: 'High-Frequency Words',
      statement: 'Shown the 60-card list, Ottoline will read 54 high-frequency words correctly.',
      kind: 'score',
      unit: 'words',
      max: 60,
    };
    expect(
      pointsIn(
        `ORAL READING FLUENCY
Reader: Ottoline Marsh        11/18/25

Total words read in 1 minute:     52

Errors:                            6

Words correct per minute:         46
`,
        [...goals, cards],
      ),
    ).toEqual(['orf 2025-11-18 46']);
  });

  it('takes neither the number of a form nor what another year began with for a result', () => {
    expect(
      pointsIn(
        `ORAL READING FLUENCY
Reader: Ottoline Marsh        11/18/25

Words correct per minute:         46

Low Fell ORF 2 rev. 07 24
May 2025: 21 words correct per minute
`,
        goals,
      ),
    ).toEqual(['orf 2025-11-18 46']);
  });

  it('works out what the form leaves blank', () => {
    expect(
      pointsIn(
        `ORAL READING PROBE
Reader: Ottoline Marsh        11/18/25

   Time                 1 min
   Last word reached    88
   Miscues               7
   WCPM                ____
`,
        goals,
      ),
    ).toEqual(['orf 2025-11-18 81']);
  });

  it('divides by the length that stands nearest', () => {
    expect(
      pointsIn(
        `FALL CHECK    Ottoline Marsh     11/18/2025

Reading aloud, one passage, 1 minute
   words 75     errors 5     wcpm ____

Subtraction facts, 2 minutes
   digits correct in all    38     per minute ____
`,
        goals,
      ),
    ).toEqual(['orf 2025-11-18 70', 'facts 2025-11-18 19']);
  });

  it('reads rows of parts under dates', () => {
    expect(
      pointsIn(
        `READING CBM   Ottoline Marsh   one minute each, grade 3 passages

              11/3     11/10    11/17
Words read    70       74       81
Errors         6        4        3
WRC           64       70       78

Aim line      62       64       66
`,
        goals,
      ),
    ).toEqual(['orf 2025-11-03 64', 'orf 2025-11-10 70', 'orf 2025-11-17 78']);
  });

  it('takes the count at the margin of a passage for no result', () => {
    expect(
      pointsIn(
        `Ottoline Marsh    11/17/25     first reading, 60 seconds

The goat would not leave the yard even after the         10
gate was left open and the dog went out to bark          20
so Nell tied a red scarf to the post and went in         31

stopped at word 29      missed 4      words correct per minute 25
`,
        goals,
      ),
    ).toEqual(['orf 2025-11-17 25']);
  });

  it('asks where the rate that is stated is not what its parts come to', () => {
    const { dataPoints } = understand(
      `ORAL READING   Ottoline Marsh   11/18/25   1 minute

   Words read     96
   Errors          6
   WCPM           80
`,
      goals,
    );
    expect(dataPoints).toMatchObject([{ value: 80, status: 'needs_review' }]);
    expect(dataPoints[0]?.reason).toContain('90');
  });

  it('takes words that were written or typed for no words read aloud', () => {
    expect(
      pointsIn(
        `WRITING PROBE    Ottoline Marsh     11/18/25    3 min

   total words written        42
   words spelled correctly    36
`,
        goals,
      ),
    ).toEqual([]);
  });

  it('takes standard scores and what others read for no rate', () => {
    expect(
      pointsIn(
        `Ottoline Marsh    11/18/25

                        Std. score    %ile    Grade eq.
Oral reading fluency        81         10       2.1
Math fact fluency           92         30       2.9

Third graders here read 95 words a minute.
`,
        goals,
      ),
    ).toEqual([]);
  });

  it('takes the median of a list of probes', () => {
    expect(pointsIn('Ottoline Marsh, 11/14/25. Three one-minute reads: 79, 87, 74 wcpm.\n', goals)).toEqual([
      'orf 2025-11-14 79',
    ]);
  });

  it('takes errors off words where one stroke parts them', () => {
    expect(
      pointsIn(
        `FLUENCY FRIDAY   11/14/25    (words read in 1 min / errors)

Ottoline Marsh      84/6
`,
        goals,
      ),
    ).toEqual(['orf 2025-11-14 78']);
  });

  it('keeps rows of several probes under one set of dates apart', () => {
    expect(
      pointsIn(
        `PROGRESS MONITORING    Ottoline Marsh    one minute each

                     10/6    10/20
LSF                   24       29
Words read            60       66
Errors                 5        4
`,
        goals,
      ).sort(),
    ).toEqual(['orf 2025-10-06 55', 'orf 2025-10-20 62', 'sounds 2025-10-06 24', 'sounds 2025-10-20 29']);
  });

  it('prefers what was read right to all that was read', () => {
    expect(
      pointsIn(
        'ORAL READING   Ottoline Marsh   11/18/25\n\n  1 min read:  wpm 92\n               err  8\n               wcpm 84\n',
        goals,
      ),
    ).toEqual(['orf 2025-11-18 84']);
  });

  it('takes the number of a list for no rate on a day without one', () => {
    expect(
      pointsIn(
        `LETTER SOUNDS   Ottoline Marsh   one minute per list

list     date       sounds right    sounds tried
  2      10/8/25        21               28
  4      10/22/25     absent
  6      11/5/25        26               30
`,
        goals,
      ),
    ).toEqual(['sounds 2025-10-08 21', 'sounds 2025-11-05 26']);
  });
});

describe('a form whose fields are numbered', () => {
  it('has the parts of a rate by their labels, its own numbers being none', () => {
    expect(
      pointsIn(
        `FLUENCY FORM 12  (rev. 8/23)
1. Pupil  Ottoline Marsh        2. Grade  3        3. Rater  P. Glass
4. Given on  11/18/2025         5. Text  3-07
6. Words tried in one minute        58
7. Errors                            6
8. Correct (field 6 minus field 7)  ____
9. Baseline in the plan             40
`,
        [reading],
      ),
    ).toEqual(['orf 2025-11-18 52']);
  });
});

describe('two languages on one sheet', () => {
  const english: TestGoal = { ...reading, id: 'en', statement: 'Ottoline will read 90 words per minute in English.' };
  const spanish: TestGoal = { ...reading, id: 'es', statement: 'Ottoline will read 80 words per minute in Spanish.' };

  it('are kept apart in columns', () => {
    expect(
      pointsIn(
        `TWO-LANGUAGE TIMING      Ottoline Marsh      11/18/2025

                      English      Español
Title                 The Kite     El nido
Words read              70           64
Errors                   4            6
Correct in a minute     66           58
`,
        [english, spanish],
      ).sort(),
    ).toEqual(['en 2025-11-18 66', 'es 2025-11-18 58']);
  });

  it('are told by what was ticked', () => {
    expect(
      pointsIn(
        `TIMED READING      Ottoline Marsh      11/18/2025
Language of the text:  [ ] English   [X] Spanish
WCPM        61
`,
        [english, spanish],
      ),
    ).toEqual(['es 2025-11-18 61']);
  });
});

describe('probes of every sort', () => {
  it('takes the figure beside the name of a measure for its result, and no norm beside it', () => {
    expect(
      pointsIn(
        `ONE-MINUTE PROBES, FALL        Ottoline Marsh        10/30/2025
Measure                  Score      Benchmark     Percentile
Letter sounds            17         30            15`,
        goals,
      ),
    ).toEqual(['sounds 2025-10-30 17']);
  });

  it('reads the table of an export whose fields are parted by commas, absent days and rows of others left out', () => {
    expect(
      pointsIn(
        `Learner,Measure,Grade,Date,Errors,Score,Goal,Pctl
"Marsh, Ottoline",ORF,3,2025-11-04,7,81,90,9
"Marsh, Ottoline",ORF,3,2025-11-11,,,90,
"Marsh, Ottoline",ORF,3,2025-11-18,4,87,90,12
"Marsh, Ottoline",Math facts digits correct,3,2025-11-18,1,22,30,20`,
        goals,
      ),
    ).toEqual(['orf 2025-11-04 81', 'orf 2025-11-18 87', 'facts 2025-11-18 22']);
  });

  it('takes the errors off a rate of all words, and trusts what the page says is left', () => {
    expect(pointsIn('Ottoline Marsh  11/12/25   reading speed 107 WPM with 9 errors', goals)).toEqual([
      'orf 2025-11-12 98',
    ]);
  });

  it('divides what was done by its time for a goal that takes no errors off, and for no other', () => {
    const mail: TestGoal = {
      id: 'mail',
      area: 'Work Rate',
      statement: 'At the job site Ottoline will stuff 8 envelopes per minute.',
      kind: 'rate',
      unit: 'envelopes/min',
    };
    const note = '11/17/25  Ottoline Marsh. She stuffed 32 envelopes in 5 minutes and read 90 words in two minutes.';
    expect(pointsIn(note, [mail, reading])).toEqual(['mail 2025-11-17 6.4']);
  });

  it('knows the days of a list of points, and which of them is an aim', () => {
    expect(
      pointsIn('Graph points, Ottoline Marsh (WCPM): 11/4 = 60, 11/11 = 58, 11/18 = 64. Aim today 61. Goal 90.', goals),
    ).toEqual(['orf 2025-11-04 60', 'orf 2025-11-11 58', 'orf 2025-11-18 64']);
  });
});
