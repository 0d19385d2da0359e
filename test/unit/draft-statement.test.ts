import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goal } from '../../services/domain/caseload.ts';
import { addDays } from '../../services/domain/dates.ts';
import { type MeasureKind, measureKinds } from '../../services/domain/measure.ts';
import type { DataPointRecord } from '../../services/domain/records.ts';
import { statementSchema } from '../../services/domain/statement.ts';
import { ungroundedNumbers } from '../../services/statements/check-statement.ts';
import { draftStatement } from '../../services/statements/draft-statement.ts';
import { readingGrade } from '../../services/statements/reading-grade.ts';

const units: Record<MeasureKind, string> = {
  percent: 'percent',
  rate: 'wcpm',
  count: 'call-outs',
  duration: 'minutes',
  latency: 'seconds',
  rubric: 'points',
  score: 'words',
  level: 'level',
};
const period = { id: 'q1', name: 'Quarter 1 2025-26', start: '2025-08-18', end: '2025-10-17', due: '2025-10-31' };

function goal(kind: MeasureKind, baseline = 4, target = 11): Goal {
  return {
    id: 'g-1',
    area: 'Reading',
    statement: 'Mara will reach level K on a running record.',
    measure: { kind, unit: units[kind], ...(kind === 'rubric' || kind === 'score' ? { max: 20 } : {}), per: 'day' },
    baseline: { value: baseline, date: '2025-08-20' },
    target: { value: target, date: '2026-05-19' },
    direction: target >= baseline ? 'increase' : 'decrease',
    schedule: { every: 1, per: 'week' },
  };
}

function point(index: number, value: number, extra: Partial<DataPointRecord> = {}): DataPointRecord {
  const quote = `score ${value}`;
  return {
    _id: `p${index}`,
    districtId: 'd',
    uploadId: 'u',
    documentId: 'u~d00001',
    goalId: 'g-1',
    studentId: 's-1',
    date: addDays('2025-09-01', index * 3),
    value,
    unit: 'percent',
    confidence: 0.9,
    state: 'proposed',
    corrected: null,
    decidedBy: null,
    decidedAt: null,
    decisions: [],
    source: { file: 'f.pdf', page: 1, quote, start: 0, end: quote.length, bbox: null },
    ...extra,
  };
}

const draft = (g: Goal, points: DataPointRecord[]) =>
  draftStatement({ student: { id: 's-1', givenName: 'Mara' }, goal: g, period, points });

describe('a drafted statement', () => {
  it('names target, start, latest result and verdict, and cites the latest result', () => {
    const statement = draft(goal('percent', 20, 80), [point(0, 30), point(1, 40), point(2, 45), point(3, 50)]);
    expect(statement.text).toContain('80%');
    expect(statement.text).toContain('50%');
    expect(statement.progressCode).toBe('on_track');
    const [citation] = statement.citations;
    expect(statement.text.slice(citation?.start, citation?.end)).toBe('50%');
    expect(citation?.dataPointId).toBe('p3');
    expect(statementSchema.parse(statement)).toBeTruthy();
  });

  it('says so when there is too little to judge, and cites what there is', () => {
    const statement = draft(goal('percent'), [point(0, 30)]);
    expect(statement.progressCode).toBe('insufficient_evidence');
    expect(statement.text).toContain('not enough to say');
    expect(statement.citations).toHaveLength(1);
    expect(draft(goal('percent'), []).text).toContain('No results were recorded');
  });

  it('leaves out what lies outside the period, and uses what a person corrected', () => {
    const outside = point(0, 99, { date: '2025-11-20' });
    const corrected = point(1, 30, { state: 'corrected', corrected: { value: 35 } });
    const statement = draft(goal('percent'), [outside, corrected]);
    expect(statement.facts.points).toBe(1);
    expect(statement.facts.latest?.value).toBe(35);
    expect(statement.text).not.toContain('99');
  });

  it('speaks of levels in letters where the goal does', () => {
    const statement = draft(goal('level', 5, 11), [point(0, 6), point(1, 7), point(2, 8)]);
    expect(statement.text).toContain('level K');
    expect(statement.text).toContain('level H');
  });

  it('says when the results go the wrong way, and that it is on track even so', () => {
    const calls = [point(0, 2), point(1, 3), point(2, 3), point(3, 4)];
    const { text, progressCode } = draft(goal('count', 14, 4), calls);
    expect(progressCode).toBe('met');
    expect(text).toContain('gone up');
    expect(text).toContain('not the way the goal asks for. Even so, Mara has met');
    const rising = draft(goal('percent', 20, 80), [point(0, 30), point(1, 40), point(2, 45), point(3, 50)]);
    expect(rising.text).not.toContain('Even so');
  });

  it('counts in words that fit one and many, for results and for changes', () => {
    const daily = draft(goal('count', 9, 1), [point(0, 5), point(1, 4), point(2, 1)]);
    expect(daily.text).toMatch(/goal is 1 call-out a day.*was 1 call-out a day/);
    const rate = goal('rate', 10, 40);
    const digits = { ...rate, measure: { ...rate.measure, unit: 'digits/min' } };
    const weekly = [point(0, 12), point(7, 15), point(14, 18)];
    expect(draft(digits, weekly).text).toContain('gone up by about 1 correct digit a minute each week');
    expect(draft(rate, weekly).text).toMatch(
      /was 18 words read correctly in a minute\..*about 1 word a minute each week/,
    );
  });

  it('is easy to read', () => {
    const statement = draft(goal('rate', 40, 90), [point(0, 50), point(1, 55), point(2, 60)]);
    expect(statement.readingGrade).toBeLessThanOrEqual(8);
  });

  it('never holds a number that nothing stands behind, for any measure and any values', () => {
    const value = fc.double({ min: 0, max: 200, noNaN: true }).map((v) => Math.round(v * 10) / 10);
    fc.assert(
      fc.property(
        fc.constantFrom(...measureKinds),
        value,
        value,
        fc.array(value, { maxLength: 14 }),
        (kind, from, to, seen) => {
          const points = seen.map((v, index) => point(index, v));
          const statement = draft(goal(kind, from, to), points);
          const cited = points.map(({ _id, value: v }) => ({ dataPointId: _id, value: v }));
          expect(ungroundedNumbers(statement, cited)).toEqual([]);
          for (const citation of statement.citations) {
            expect(statement.text.slice(citation.start, citation.end).trim()).not.toBe('');
          }
        },
      ),
    );
  });

  it('would be caught if a number were slipped in', () => {
    const statement = draft(goal('percent'), [point(0, 30)]);
    expect(ungroundedNumbers({ ...statement, text: `${statement.text} Almost 97% of peers.` }, [])).toContain('97');
  });

  it('has the same basis for the same evidence and another for other evidence', () => {
    const points = [point(0, 30), point(1, 40)];
    expect(draft(goal('percent'), points).basis).toBe(draft(goal('percent'), [...points].reverse()).basis);
    expect(draft(goal('percent'), points).basis).not.toBe(draft(goal('percent'), points.slice(1)).basis);
  });
});

describe('the reading grade', () => {
  it('follows Flesch and Kincaid', () => {
    expect(readingGrade('The cat sat on the mat.')).toBe(0);
    expect(
      readingGrade('Comprehensive multidisciplinary evaluation demonstrates considerable improvement.'),
    ).toBeGreaterThan(15);
    expect(readingGrade('')).toBe(0);
  });
});
