import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goal } from '../../services/domain/caseload.ts';
import { addDays } from '../../services/domain/dates.ts';
import { expectedOn } from '../../services/progress/aimline.ts';
import { oneValueADay } from '../../services/progress/dated-values.ts';
import { judgeProgress } from '../../services/progress/judge-progress.ts';
import { robustTrendPerWeek, trendPerWeek } from '../../services/progress/trend.ts';

const start = '2025-09-01';
const end = '2026-06-08'; // 40 weeks

function goal(baseline: number, target: number): Goal {
  return {
    id: 'g',
    area: 'Reading',
    statement: 'will read',
    measure: { kind: 'rate', unit: 'wcpm', per: 'minute' },
    baseline: { value: baseline, date: start },
    target: { value: target, date: end },
    direction: target >= baseline ? 'increase' : 'decrease',
    schedule: { every: 1, per: 'week' },
  };
}

const weekly = (...values: number[]) => values.map((value, week) => ({ date: addDays(start, week * 7 + 7), value }));

describe('the aimline', () => {
  it('goes straight from the baseline to the target and stays there', () => {
    const g = goal(40, 80);
    expect(expectedOn(g, start)).toBe(40);
    expect(expectedOn(g, addDays(start, 140))).toBe(60);
    expect(expectedOn(g, end)).toBe(80);
    expect(expectedOn(g, addDays(end, 30))).toBe(80);
    expect(expectedOn(g, addDays(start, -30))).toBe(40);
  });
});

describe('the trend', () => {
  it('is the change in a week, by least squares and by the median of slopes', () => {
    expect(trendPerWeek(weekly(40, 42, 44, 46))).toBeCloseTo(2);
    expect(robustTrendPerWeek(weekly(40, 42, 44, 46))).toBeCloseTo(2);
    expect(trendPerWeek(weekly(40, 42))).toBeNull();
  });

  it('is hardly moved by one odd day where it is robust', () => {
    const odd = weekly(40, 10, 44, 46, 48, 50, 52);
    expect(robustTrendPerWeek(odd)).toBeCloseTo(2, 0);
    expect(Math.abs((trendPerWeek(odd) ?? 0) - 2)).toBeGreaterThan(0.2);
  });
});

describe('a series', () => {
  it('holds one value a day: three probes of a day are their median, the same sheet twice is one value', () => {
    const series = oneValueADay([
      { date: '2025-10-02', value: 52 },
      { date: '2025-10-01', value: 47 },
      { date: '2025-10-01', value: 52 },
      { date: '2025-10-01', value: 49 },
      { date: '2025-10-02', value: 52 },
    ]);
    expect(series).toEqual([
      { date: '2025-10-01', value: 49 },
      { date: '2025-10-02', value: 52 },
    ]);
  });
});

describe('judging progress', () => {
  const code = (g: Goal, ...values: number[]) => judgeProgress(g, weekly(...values)).code;

  it.each([
    ['fewer than three points are insufficient, whatever they show', goal(40, 80), [90, 95], 'insufficient_evidence'],
    ['no points are insufficient', goal(40, 80), [], 'insufficient_evidence'],
    ['values at the target are met', goal(40, 80), [78, 81, 82, 84], 'met'],
    ['values along the aimline are on track', goal(40, 80), [41, 42, 43, 44], 'on_track'],
    ['steep values below the aimline that will arrive are on track', goal(40, 80), [38, 40, 42, 44, 46], 'on_track'],
    [
      'values above the baseline but behind are some progress',
      goal(40, 80),
      [42, 43, 42, 43, 42, 43, 42, 43, 43, 43],
      'some_progress',
    ],
    ['values around the baseline are no progress', goal(40, 80), [40, 41, 40, 41, 40, 41, 40], 'no_progress'],
    ['values under the baseline are regressing', goal(40, 80), [36, 35, 36, 34, 33], 'regressing'],
    [
      'a clear fall is regressing even above the baseline',
      goal(40, 80),
      [50, 48, 47, 46, 45, 45, 44, 43, 42, 41, 41],
      'regressing',
    ],
    ['fewer call-outs toward a lower target are on track', goal(10, 2), [9, 8, 8, 7], 'on_track'],
    ['more call-outs than at the start are regressing', goal(10, 2), [11, 12, 12, 13], 'regressing'],
    ['zero call-outs meet a target of zero', goal(5, 0), [0, 0, 0], 'met'],
  ])('%s', (_name, g, values, expected) => {
    expect(code(g, ...values)).toBe(expected);
  });

  it('does not depend on whether more or less is better', () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), values, (from, to, seen) => {
        fc.pre(from !== to);
        expect(code(goal(from, to), ...seen)).toBe(code(goal(-from, -to), ...seen.map((value) => -value)));
      }),
    );
  });
});
