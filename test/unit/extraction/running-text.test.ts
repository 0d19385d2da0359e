/** Results that a note or a letter tells in whole sentences. */
import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const goal = (
  id: string,
  kind: TestGoal['kind'],
  unit: string,
  area: string,
  statement: string,
  more = {},
): TestGoal => ({ id, area, statement: `Ottoline will ${statement}`, kind, unit, ...more });
const blends = goal('blends', 'percent', 'percent', 'Phonics - Blends', 'read words with blends with 85% accuracy.');
const work = goal('work', 'percent', 'percent', 'Task Completion', 'finish 85% of her class assignments.');
const start = goal('start', 'latency', 'seconds', 'Starting Work', 'begin a task within 20 seconds of being asked.');
const seat = goal('seat', 'count', 'times out of seat', 'Staying in Seat', 'leave her seat 3 or fewer times per day.', {
  per: 'day',
});
const goals = [blends, work, start, seat];
const note = (text: string) => pointsIn(`Thursday 11/20/25   Ottoline Marsh\n${text}\n`, goals);

describe('a result told in words', () => {
  it.each([
    ['Blends list: she got all but three of the twenty-four words.', 87.5],
    ['She read every one of the ten words with blends.', 100],
    ['Half of the ten blend words were right.', 50],
    ['Of the ten words with blends she read eight with no help.', 80],
  ])('is of its whole: %s', (text, value) => {
    expect(note(text)).toEqual([`blends 2025-11-20 ${value}`]);
  });

  it('takes what it is of from the sentences before it in its paragraph', () => {
    expect(note('Blends with me at the back table. I showed her ten cards. She got seven of them on her own.')).toEqual(
      ['blends 2025-11-20 70'],
    );
  });

  it('is none where the nearest sentence before is about something else', () => {
    expect(note('Blends with me at the back table. Then subtraction with Ms. Lee. She got seven of ten.')).toEqual([]);
  });

  it('never happened where it is said to have happened not once', () => {
    expect(note('She did not leave her seat once today without asking. I gave her the big sticker.')).toEqual([
      'seat 2025-11-20 0',
    ]);
  });
});

describe('the weekday of a result', () => {
  it('is the last one named before it, and the sentence goes on about what it was of', () => {
    expect(note('On Tuesday she finished 4 of her 5 assignments, on Wednesday just 2 of 5. Today all five!')).toEqual([
      'work 2025-11-18 80',
      'work 2025-11-19 40',
      'work 2025-11-20 100',
    ]);
  });
});

describe('several times in one sentence', () => {
  it('take the unit of the first, and a median that is stated goes before them', () => {
    expect(note('I asked her three times to start. It took her 40 seconds, then 30, then 35. Median 35 s.')).toEqual([
      'start 2025-11-20 35',
    ]);
  });
});

describe('what was before', () => {
  it('is told from the result of the day by the words around it', () => {
    expect(note('She left her seat 12 times a day at the start of the year.')).toEqual([]);
    expect(note('Blends: at the beginning of the year that was three out of ten.')).toEqual([]);
  });
});

describe('two spaces behind a full stop', () => {
  it('part no columns', () => {
    expect(note('We went back to the blend list after lunch.  She read 8 of the 10 words right.  Good day.')).toEqual([
      'blends 2025-11-20 80',
    ]);
  });
});
