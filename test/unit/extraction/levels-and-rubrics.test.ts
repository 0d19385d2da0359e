import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal, understand } from '../../factories/measured-paper.ts';

const letter: TestGoal = {
  id: 'level',
  area: 'Reading Level',
  statement: 'Ottoline will read at an instructional level of M on a running record.',
  kind: 'level',
  unit: 'level',
  target: 13,
};
const dra: TestGoal = {
  id: 'dra',
  area: 'Reading Level (DRA)',
  statement: 'Ottoline will reach an instructional DRA level of 24.',
  kind: 'level',
  unit: 'DRA level',
  target: 24,
};
const shoes: TestGoal = {
  id: 'shoes',
  area: 'Dressing - Boots',
  statement: 'Ottoline will put on her boots at help level 4 (4 alone, 3 spoken cue, 2 shown how, 1 hand over hand).',
  kind: 'level',
  unit: 'level',
  max: 4,
};
const desk: TestGoal = {
  id: 'desk',
  area: 'Organization',
  statement: 'Ottoline will earn a total of 10 of 12 points on the desk check rubric.',
  kind: 'rubric',
  unit: 'points',
  max: 12,
};
const maze: TestGoal = {
  id: 'maze',
  area: 'Reading Comprehension - Maze',
  statement: 'Ottoline will reach a maze score (right minus wrong) of 20.',
  kind: 'score',
  unit: 'points',
};

describe('the level of text that a student reads', () => {
  it('is the one that was judged instructional, in each row', () => {
    expect(
      pointsIn(
        `RUNNING RECORDS    Ottoline Marsh

date        book              level    acc    result
10/6/25     The Lost Key      J        97     easy
10/8/25     Boat Day          K        92     inst.
11/12/25    Grandpa's Barn    L        91     inst.
11/12/25    Storm Warning     M        83     too hard
`,
        [letter],
      ),
    ).toEqual(['level 2025-10-08 11', 'level 2025-11-12 12']);
  });

  it('follows from words and errors where nobody judged', () => {
    expect(
      pointsIn(
        `RUNNING RECORD     Ottoline Marsh     11/12/25

Book  Boat Day      Level K      Words 150     Errors 12
`,
        [letter],
      ),
    ).toEqual(['level 2025-11-12 11']);
  });

  it('may be a number, which is not that of the words read', () => {
    expect(
      pointsIn(
        `ORAL READING RECORD    DRA     Ottoline Marsh     11/12/25

                          RW     Err     Acc     Band
Lvl 16 "Wet Paint"       140       3     98%     indep.
Lvl 18 "The Long Ride"   162      12     93%     instructional
`,
        [dra],
      ),
    ).toEqual(['dra 2025-11-12 18']);
  });
});

describe('a level of help', () => {
  it('is no count of prompts', () => {
    expect(
      pointsIn(
        `BOOTS    Ottoline Marsh    11/12/25

Steps done alone         4
Total adult prompts      3
`,
        [shoes],
      ),
    ).toEqual([]);
  });

  it('may stand before the words that say the same', () => {
    expect(
      pointsIn(
        `OTTOLINE'S DAY    11/12/25

Lunch: ate half
Boots for recess:  3 - one spoken cue, then did both
`,
        [shoes],
      ),
    ).toEqual(['shoes 2025-11-12 3']);
  });
});

describe('the total of a rubric', () => {
  const rows = `DESK CHECK RUBRIC     0 no   1 partly   2 mostly   3 yes
Ottoline Marsh        11/12/25

Books stacked             2
Nothing on the floor      3
Pencils sharp             1
Folder in its slot        3
`;
  it('is the sum of its rows where none is written', () => {
    expect(pointsIn(rows, [desk])).toEqual(['desk 2025-11-12 9']);
  });

  it('is not made up where the number under the rows is another', () => {
    expect(pointsIn(`${rows}                          ---\n                          7\n`, [desk])).toEqual([]);
  });
});

describe('a score net of errors', () => {
  it('is worked out from what was right and what was wrong', () => {
    expect(
      pointsIn(
        `MAZE, form C     Ottoline Marsh     11/12/25

Number right      19
Number wrong       4
Right minus wrong ____
`,
        [maze],
      ),
    ).toEqual(['maze 2025-11-12 15']);
  });
});

describe('a raw score', () => {
  const spelling: TestGoal = {
    id: 'spell',
    area: 'Spelling',
    statement: 'On a 15-word dictation Ottoline will spell 12 words correctly.',
    kind: 'score',
    unit: 'words',
    max: 15,
  };

  it('is not the number of things that there were', () => {
    expect(
      pointsIn('SPELLING TEST     Ottoline Marsh     11/14/25\n\nNumber of words   15\nNumber correct    11\n', [
        spelling,
      ]),
    ).toEqual(['spell 2025-11-14 11']);
  });

  it('is read in Spanish as well', () => {
    const sight: TestGoal = {
      id: 'sight',
      area: 'Sight Words',
      statement: 'Shown the 40-card sight word set, Ottoline will read 36 words correctly.',
      kind: 'score',
      unit: 'words',
      max: 40,
    };
    expect(
      pointsIn('Estimada familia:\n\nEl 14 de noviembre Ottoline leyó 27 de las 40 tarjetas de palabras.\n', [sight]),
    ).toEqual(['sight 2025-11-14 27']);
  });

  it('is put before a person where the kind of paper is none that holds results', () => {
    const { documentType, dataPoints } = understand(
      'Notice of meeting\nTo the family of Ottoline Marsh     11/14/25\n\nThe room is 12.\nwords spelled correctly: 12\n',
      [spelling],
    );
    expect(documentType).toBe('other');
    expect(dataPoints).toMatchObject([{ value: 12, status: 'needs_review' }]);
  });

  it('may be written over a line', () => {
    expect(pointsIn('SPELLING TEST    Ottoline Marsh    11/14/25\n\nWords right  ___13___\n', [spelling])).toEqual([
      'spell 2025-11-14 13',
    ]);
  });

  it('goes to the one goal that has such a whole', () => {
    const caps: TestGoal = {
      id: 'caps',
      area: 'Letter Names',
      statement: 'Shown all 52 letters (untimed), Ottoline will name 46.',
      kind: 'score',
      unit: 'letters',
      max: 52,
    };
    expect(
      pointsIn(
        '11/14/25  Ottoline - box of cards\n\nWe went through all the letters, big and little mixed up: she knew 23 out of 52.\n',
        [spelling, caps],
      ),
    ).toEqual(['caps 2025-11-14 23']);
  });
});

describe('a column of levels of help', () => {
  it('is of what the sheet is about', () => {
    expect(
      pointsIn(
        `TRIAL SHEET - BOOTS
Student: Ottoline Marsh      one trial a day
Date            Help level        Most help needed        Remarks
11/17/25            3             spoken cue
11/18/25            4             none                    in a hurry
`,
        [shoes, maze],
      ),
    ).toEqual(['shoes 2025-11-17 3', 'shoes 2025-11-18 4']);
  });
});

describe('a judgement that is ticked', () => {
  it.each([
    '[ ] independent   [X] instructional   [ ] frustration      Level K',
    'EASY ___   INSTRUCTIONAL _X_   HARD ___            Level K',
  ])('is the one that holds: %s', (line) => {
    expect(
      pointsIn(`RUNNING RECORD   Ottoline Marsh   11/18/2025\nBook: Two Boats     Level K\n${line}\n`, [letter]),
    ).toEqual(['level 2025-11-18 11']);
  });
});

describe('the most that there is to get', () => {
  it('is no score, and the rows are added up where the total was left open', () => {
    expect(
      pointsIn(
        `DESK CHECK RUBRIC     Ottoline Marsh     11/18/2025
1. Books in order        2
2. Pencils sharp         3
3. Floor clear           1
4. Papers filed          2
          TOTAL of 12  _____
`,
        [desk],
      ),
    ).toEqual(['desk 2025-11-18 8']);
  });
});

describe('a level of help that is told with its number', () => {
  const lunch: TestGoal = {
    id: 'lunch',
    area: 'Lunch Line',
    statement:
      'Ottoline will order her own meal in the lunch line at prompt level 4 (4 independent, 3 gesture, 2 verbal, 1 physical).',
    kind: 'level',
    unit: 'level',
    max: 4,
  };
  it.each([
    'ordered her own meal with one point from me at the menu board, so that is gesture, a 3.',
    'ordered her meal with a point to the board, gesture = 3.',
    'order her meal: gesture level 3 today.',
  ])('is a result: %s', (told) => {
    expect(pointsIn(`Tues 11/18/25   life skills\n\nAt lunch Ottoline ${told}\n`, [lunch])).toEqual([
      'lunch 2025-11-18 3',
    ]);
  });

  it('is none where the words are of another level', () => {
    const told = 'At lunch Ottoline ordered her own meal after a verbal reminder, 3 people were ahead of her.';
    expect(pointsIn(`Tues 11/18/25   life skills\n\n${told}\n`, [lunch])).toEqual([]);
  });
});
