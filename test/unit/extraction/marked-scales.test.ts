/** Levels and points of a rubric on short sheets: what is marked among words, and what stands behind a day. */
import { describe, expect, it } from 'vitest';
import { pointsIn, type TestGoal } from '../../factories/measured-paper.ts';

const goal = (
  id: string,
  kind: TestGoal['kind'],
  unit: string,
  area: string,
  statement: string,
  max: number,
): TestGoal => ({ id, area, statement: `Ottoline will ${statement}`, kind, unit, max });
const talk = goal('talk', 'rubric', 'points', 'Oral Presentation', 'score 3 of 4 on the presentation rubric.', 4);
const essay = goal('essay', 'rubric', 'points', 'Argument Writing', 'earn 16 of 20 points on the argument rubric.', 20);
const binder = goal('binder', 'score', 'points', 'Organization', 'have 9 of the 10 items of the binder in place.', 10);
const lunch = goal(
  'lunch',
  'level',
  'level',
  'Lunch Routine',
  'get her lunch tray at prompt level 4 (4 independent, 3 gesture, 2 verbal, 1 physical).',
  4,
);
const goals = [talk, essay, binder, lunch];

describe('a scale in words', () => {
  it('gives the line that an arrow points at', () => {
    expect(
      pointsIn(
        `Oral presentation        Ottoline Marsh        11/12/25
4  speaks clearly, looks at audience, no notes
3  speaks clearly, some looking up, notes
2  hard to hear, reads from paper      <-- Ottoline
1  did not present
`,
        goals,
      ),
    ).toEqual(['talk 2025-11-12 2']);
  });

  it('gives nothing where no line is marked', () => {
    expect(
      pointsIn(
        `Oral presentation        Ottoline Marsh        11/12/25
4  speaks clearly
3  some looking up
2  hard to hear
1  did not present
`,
        goals,
      ),
    ).toEqual([]);
  });
});

describe('a level in words', () => {
  it('is that of the day before it, on a day that would be a score elsewhere as well', () => {
    expect(
      pointsIn(
        `Lunch tray, Ottoline Marsh
11/18 verbal
11/19 gesture
11/20 indep!!
11/21 gesture
`,
        goals,
      ),
    ).toEqual(['lunch 2025-11-18 2', 'lunch 2025-11-19 3', 'lunch 2025-11-20 4', 'lunch 2025-11-21 3']);
  });
});

describe('the totals of a rubric', () => {
  it('stand under a heading that says so, a day a line', () => {
    expect(
      pointsIn('Argument writing totals, Ottoline Marsh (of 20)\n11/5    14\n11/12   15\n11/19   16\n', goals),
    ).toEqual(['essay 2025-11-05 14', 'essay 2025-11-12 15', 'essay 2025-11-19 16']);
  });

  it('leave its traits to it, whatever else is a goal of that name', () => {
    expect(
      pointsIn(
        `Argument essay         Ottoline Marsh         11/18/2025
Claim           3
Evidence        3
Reasoning       4
Organization    3
Conventions     2
Total          15
`,
        goals,
      ),
    ).toEqual(['essay 2025-11-18 15']);
  });
});
