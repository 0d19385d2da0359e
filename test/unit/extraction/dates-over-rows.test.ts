/** Rows of dates over scores, logs without a header, and scores that stand apart from what is told beside them. */
import { describe, expect, it } from 'vitest';
import { openPage } from '../../../services/binders/open-page.ts';
import { caseloadWith, pointsIn, type TestGoal } from '../../factories/measured-paper.ts';
import { textPage } from '../../factories/text-page.ts';

const percent = (id: string, area: string, statement: string): TestGoal => ({
  id,
  area,
  statement: `Ottoline will ${statement}`,
  kind: 'percent',
  unit: 'percent',
});
const blend = percent('blend', 'Phonemic Awareness - Blending', 'blend sounds into a word with 90% accuracy.');
const segment = percent('segment', 'Phonemic Awareness - Segmenting', 'segment a word into its sounds, 80% correct.');
const equations = percent('eq', 'Math - Two-step Equations', 'solve two-step equations with 80% accuracy.');
const facts: TestGoal = {
  id: 'facts',
  area: 'Math Fluency',
  statement: 'Given a page of subtraction facts, Ottoline will write 32 correct digits per minute.',
  kind: 'rate',
  unit: 'digits/min',
  per: 'minute',
};
const shouts: TestGoal = {
  id: 'shouts',
  area: 'Behavior - Shout-outs',
  statement: 'Ottoline will reduce shout-outs to 3 or fewer per day.',
  kind: 'count',
  unit: 'shout-outs',
  per: 'day',
};

describe('a line of nothing but rising dates', () => {
  it('heads the rows under it, although a score is out of the same number as a day', () => {
    const text = `SOUND WORK     Ottoline Marsh

              11/6        11/13       11/20
Blending      12/20       13/20       15/20
Segmenting    6/15        --          7/15
`;
    expect(pointsIn(text, [blend, segment]).toSorted()).toEqual(
      [
        'blend 2025-11-06 60',
        'blend 2025-11-13 65',
        'blend 2025-11-20 75',
        'segment 2025-11-06 40',
        'segment 2025-11-20 46.7',
      ].toSorted(),
    );
  });

  it('is none where it is a line of scores', () => {
    const text = `Ottoline Marsh   11/12/25   BLENDING\n\nfirst try    second try\n6/15         9/20\n`;
    expect(pointsIn(text, [blend]).filter((point) => !point.includes('2025-11-12'))).toEqual([]);
  });
});

describe('a score at the start of a line', () => {
  it('is that of the page, whatever is told behind it', () => {
    const text = `Name: Ottoline Marsh        11/14/25      Math 8
Two-step equations, independent practice

1)  3x + 1 = 13        4     C
2)  5x - 10 = 15       5     C
3)  2x + 9 = 3         3     X (-3)

2/3       corrections could bring you to full marks, redo Thursday.
`;
    expect(pointsIn(text, [equations])).toEqual(['eq 2025-11-14 66.7']);
  });
});

describe('a rate', () => {
  it('may stand before a stroke and its minute', () => {
    const text = `Ottoline Marsh     subtr. facts strip

Thu 11/06/25   26 right in 2 min  ->  13 / min
Thu 11/13/25   28 right in 2 min  ->  14 / min
`;
    expect(pointsIn(text, [facts])).toEqual(['facts 2025-11-06 13', 'facts 2025-11-13 14']);
  });
});

describe('a part of the day', () => {
  it('is not the day where the day is stated beside it', () => {
    const text = `BEHAVIOR CHART, Ottoline Marsh
week 11/10 to 11/14/25

Mon 11/10    shout-outs: morning 5, afternoon 4, day 9.
Tue 11/11    shout-outs: morning 4, afternoon 3, day 7.
`;
    for (const point of pointsIn(text, [shouts])) expect(point).toMatch(/ (?:9|7)$/);
  });
});

describe('what is owed in a week', () => {
  it('heads no columns of a log', () => {
    const text = `SERVICE DELIVERY      Ottoline Marsh
Math Support 125 min/wk        Counseling 30 min/wk

Mon 11/3/2025   Math Support   25 min   group 3, review game, no score
Wed 11/5/2025   Math Support   50 min   1:1, two-step equations 13/20
`;
    const { layout } = openPage(textPage(text), caseloadWith([equations]), '2025-11-20');
    expect(layout.headers).toEqual([]);
    expect(pointsIn(text, [equations])).toEqual(['eq 2025-11-05 65']);
  });
});
