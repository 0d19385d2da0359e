import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataPoint } from '../../../services/domain/evidence.ts';
import { proposalRoles } from '../../../services/extraction/model/proposal.ts';
import { type GroundedClaim, reconcile } from '../../../services/extraction/model/reconcile.ts';

const anySource = fc.record({ page: fc.integer({ min: 1, max: 2 }), start: fc.nat(20) }).map(({ page, start }) => ({
  file: 'a.txt',
  page,
  quote: '8/10',
  start: start * 4,
  end: start * 4 + 4,
  bbox: null,
}));
const anyPoint = fc
  .record({
    goalId: fc.constantFrom('g1', 'g2', 'g3'),
    studentId: fc.constantFrom('s1', 's2'),
    date: fc.constantFrom('2025-11-03', '2025-11-05', '2025-11-12'),
    value: fc.integer({ min: 0, max: 20 }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    review: fc.boolean(),
    source: anySource,
  })
  .map(
    ({ review, ...point }): DataPoint => ({
      ...point,
      unit: 'percent',
      status: review ? 'needs_review' : 'proposed',
      ...(review ? { reason: 'It is written by hand.' } : {}),
    }),
  );
const anyClaim: fc.Arbitrary<GroundedClaim> = fc.record({
  source: anySource,
  role: fc.constantFrom(...proposalRoles),
  people: fc.subarray(['s1', 's2', 's3']),
  day: fc.option(fc.constantFrom('2025-11-03', '2025-11-12')),
});
const anySides = fc.record({
  rules: fc.array(anyPoint, { maxLength: 6 }),
  model: fc.array(anyPoint, { maxLength: 6 }),
  claims: fc.array(anyClaim, { maxLength: 8 }),
});
const reconciled = (sides: { rules: DataPoint[]; model: DataPoint[]; claims: GroundedClaim[] }) =>
  reconcile({ ...sides, nameOf: (id) => id, isWeekly: (id) => id === 'g3' });

describe('whatever the model claims', () => {
  it('no point of the rules is lost, moved or changed in value', () => {
    fc.assert(
      fc.property(anySides, (sides) => {
        const kept = reconciled(sides).slice(0, sides.rules.length);
        const plain = (p: DataPoint) => [p.studentId, p.goalId, p.date, p.value, p.source];
        expect(kept.map(plain)).toEqual(sides.rules.map(plain));
      }),
    );
  });

  it('nothing becomes sure that was not, and what the model alone finds is asked at half confidence or less', () => {
    fc.assert(
      fc.property(anySides, (sides) => {
        for (const [at, point] of reconciled(sides).entries()) {
          const rule = sides.rules[at];
          if (rule?.status === 'proposed') continue;
          expect(point.status).toBe('needs_review');
          expect(point.reason).toBeTruthy();
          if (!rule) expect(point.confidence).toBeLessThanOrEqual(0.5);
        }
      }),
    );
  });

  it('a point grows surer only where both agree, and never less than half as doubtful', () => {
    fc.assert(
      fc.property(anySides, (sides) => {
        for (const [at, point] of reconciled(sides).slice(0, sides.rules.length).entries()) {
          const before = sides.rules[at]?.confidence ?? 0;
          if (point.confidence <= before + 0.006) continue;
          expect(1 - point.confidence).toBeGreaterThanOrEqual((1 - before) / 2 - 0.011);
          expect(
            sides.model.some((p) => p.goalId === point.goalId && p.date === point.date && p.value === point.value),
          ).toBe(true);
        }
      }),
    );
  });

  it('without claims and points of the model everything stays as it was', () => {
    fc.assert(
      fc.property(fc.array(anyPoint), (rules) => {
        expect(reconciled({ rules, model: [], claims: [] })).toEqual(rules);
      }),
    );
  });
});
