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
const money = goal('money', 'percent', 'percent', 'Math - Counting Money', 'count coins with 90% accuracy.');
const integers = goal('int', 'percent', 'percent', 'Math - Integers', 'add and subtract integers with 85% accuracy.');
const prompts = goal('prompts', 'count', 'prompts', 'Prompts at Work', 'need 4 or fewer prompts per shift.', {
  per: 'session',
});
const drops = goal('drops', 'count', 'drops', 'Dropping', 'drop to the floor 1 or fewer times per day.', {
  per: 'day',
});
const seated = goal('seat', 'duration', 'minutes', 'Carpet Time', 'stay seated at carpet time for 12 minutes.');
const arrival = goal(
  'arrive',
  'percent',
  'percent',
  'Arrival Routine',
  'complete the 5-step arrival routine, 90% of it alone.',
);
const blends = goal(
  'blends',
  'percent',
  'percent',
  'Articulation - /l/ Blends',
  'say /l/ blends in words with 90% accuracy.',
);
const sounds = goal(
  'clear',
  'percent',
  'percent',
  'Articulation - /th/ in Conversation',
  'say /th/ in conversation with 80% accuracy.',
);

describe('rows of marks', () => {
  it('of a blend are no baseline', () => {
    const text = `/l/ BLENDS IN WORDS     Ottoline Marsh     11/12/25

bl   blue  black  block     + + -     2/3
fl   flag  fly  flip        + - -     1/3
all words together  3/6
`;
    expect(pointsIn(text, [blends])).toEqual(['blends 2025-11-12 50']);
  });

  it('may be noughts and ones under a key of both', () => {
    const text = `CLEAR SPEECH, conversation, /th/     Ottoline Marsh     11/12/25
1 = clear   0 = not

1 1 0 1 1 0 0 1 1 1
`;
    expect(pointsIn(text, [sounds])).toEqual(['clear 2025-11-12 70']);
  });

  it('have keys whose words tell of no help', () => {
    const text = `ARRIVAL     Ottoline Marsh     11/4/25
 +  did it, no cue          c  did it after a cue (does not count)

arrival routine        + c + + -
`;
    expect(pointsIn(text, [arrival])).toEqual(['arrive 2025-11-04 60']);
  });
});

describe('no result', () => {
  it('is a key of the sheet, or what the plan asks for', () => {
    const text = `PROMPT TALLY     Ottoline Marsh
1 shift = 1 tally line

11/3/25      ///// ///// //          12
11/5/25      ///// ////               9

IEP: 4 prompts or less in a shift, later 2 prompts
`;
    expect(pointsIn(text, [prompts])).toEqual(['prompts 2025-11-03 12', 'prompts 2025-11-05 9']);
  });

  it('was seen at home, or is a date', () => {
    const text = `NOTEBOOK     Ottoline Marsh     Wed 11/12/25

dropped to floor 2 x (all day)
carpet 7 min
picture day is 12/3, bring money

HOME:  dropped 4 times at the store
`;
    expect(pointsIn(text, [drops, seated, money]).sort()).toEqual(['drops 2025-11-12 2', 'seat 2025-11-12 7']);
  });

  it('was taken back on the page, or was done in another language', () => {
    const text = `INTEGERS     Ottoline Marsh     11/12/25

20 questions
  integers, no help         12  <- scratch that, 14 not 12

In Spanish she had integers 9/10 right with her tutor after school.
`;
    expect(pointsIn(text, [integers])).toEqual(['int 2025-11-12 70']);
  });

  it('is a bare number of something else under a line that names a timed goal', () => {
    const text = `MARSH, OTTOLINE     11/12/25

Carpet time: did not time it

Please send: socks, yogurt (2 left)
"At home she does 8 for 8"
`;
    expect(pointsIn(text, [seated])).toEqual([]);
  });

  it('is how exactly a text was read, for a goal that is about something else', () => {
    const text = `RUNNING RECORD     Ottoline Marsh     11/12/25
The Windmill     level I     153 words
E  12       SC  4       acc 92%
says l blends words well
`;
    expect(pointsIn(text, [blends])).toEqual([]);
  });
});

const quiz = goal('quiz', 'score', 'words', 'Vocabulary', 'define 20 words on a 25-word unit quiz.', { max: 25 });
const homework = goal('hw', 'percent', 'percent', 'Homework', 'turn in 85% of the homework due each week.');
const regroup = goal('sub', 'percent', 'percent', 'Subtraction', 'subtract two-digit numbers, 80% right.');
const refusal = goal('refuse', 'duration', 'minutes', 'Work Refusal', 'refuse work 5 minutes or less per school day.', {
  per: 'day',
});

describe('what a paper says beside its result', () => {
  it.each([
    ['Drops: start 6 a day, goal 1 or fewer.'],
    ['start of year 6 a day'],
    ['beg. of yr 6 drops'],
    ['Dropping, where she started 6, aim 1'],
    ['(start 6)    goal 1'],
  ])('is where the student started: %s', (line) => {
    const text = `DROPPING TO THE FLOOR     Ottoline Marsh     week of 11/10/25

Mon 11/10    2
Tue 11/11    3
Wed 11/12    0    sticker day

${line}
`;
    expect(pointsIn(text, [drops])).toEqual(['drops 2025-11-10 2', 'drops 2025-11-11 3', 'drops 2025-11-12 0']);
  });

  it.each(['1 pt each', '1 point each', 'each word 1 pt', '(2 pts per word)'])(
    'is what an item is worth: %s',
    (worth) => {
      const text = `VOCABULARY QUIZ  Unit 3     25 words     ${worth}
Ottoline Marsh     11/12/25

Correct definitions   14 / 25
`;
      expect(pointsIn(text, [quiz])).toEqual(['quiz 2025-11-12 14']);
    },
  );

  it.each([
    'Si entrega todo la próxima semana llegaría al 100%.',
    'Con ayuda podría llegar al 100% en mayo.',
    'Sería bonito ver un 100% el viernes.',
    'Con dos más tendría 100%.',
  ])('is what would be: %s', (hope) => {
    const text = `14 de noviembre de 2025
Estimada familia Marsh:

Esta semana Ottoline entregó 7 de 9 tareas. ${hope}
`;
    expect(pointsIn(text, [homework])).toEqual(['hw 2025-11-14 77.8']);
  });

  it('is what becomes of mistakes if they are mended', () => {
    const text = `Ottoline Marsh     11/12/25     subtraction p. 73

missed 4 of 16     alone, no chart
If she fixes 2 of them at home she can have 14 of 16.
`;
    expect(pointsIn(text, [regroup])).toEqual(['sub 2025-11-12 75']);
  });
});

describe('a time told from the clock', () => {
  it.each([
    'One refusal all day, head down from 10:02 until 10:11, so 9 minutes for the day.',
    'Work refusal: sat down from 10:02 to 10:11 during math, 9 min for the day.',
  ])('is no earlier result: %s', (told) => {
    const text = `Observation notes     Ottoline Marsh     11/12/25

${told}
`;
    expect(pointsIn(text, [refusal])).toEqual(['refuse 2025-11-12 9']);
  });

  it('stays one where the figure came down from it', () => {
    const text = `Observation notes     Ottoline Marsh     11/12/25

Work refusal today was 9 minutes for the day, down from 30 minutes.
`;
    expect(pointsIn(text, [refusal])).toEqual(['refuse 2025-11-12 9']);
  });

  it.each([
    'Reading with me she went about 70 words a minute, not a probe, did not time it.',
    'Untimed read today. It felt like 85 words a minute. No probe was given.',
    'She read maybe 80 words a minute, I was not timing.',
  ])('is a rate that nobody timed: %s', (note) => {
    const reading = {
      id: 'orf',
      area: 'Oral Reading Fluency',
      statement: 'Ottoline will read 110 words correct per minute.',
      kind: 'rate',
      unit: 'wcpm',
    };
    expect(pointsIn(`Ottoline Marsh   11/12/25\n${note}\n`, [reading])).toEqual([]);
  });

  it('are the points of a rubric in science, for a goal told in right answers', () => {
    const equations = {
      id: 'eq',
      area: 'Algebra - Linear Equations',
      statement: 'Ottoline will solve linear equations in one variable with 75% accuracy.',
      kind: 'percent',
      unit: 'percent',
    };
    const text = `EARTH SCIENCE 9      LAB REPORT RUBRIC       4 lines, 4 pts each
Student: Ottoline Marsh      scored 11/17/25

Question and hypothesis     4
Data table                  3
Graph                       3
Conclusion                  3
                           13 / 16   (81%)
`;
    expect(pointsIn(text, [equations])).toEqual([]);
  });
});
