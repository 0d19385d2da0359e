/** An IEP becomes a proposed plan: every part from its place on the page, what is not stated is missing or named. */
import { describe, expect, it } from 'vitest';
import { goalSchema, serviceCommitmentSchema } from '../../services/domain/caseload.ts';
import { type ProposedPlan, proposedPlanSchema } from '../../services/domain/proposed-plan.ts';
import { confirmProposedPlan } from '../../services/extraction/confirm/confirm-proposed-plan.ts';
import { proposePlan } from '../../services/extraction/propose-plan.ts';
import {
  boxedGoals,
  goalsInProse,
  goalTable,
  labelledGoals,
  letteredGoals,
  numberedGoals,
} from '../factories/iep-pages.ts';
import { scannedPage } from '../factories/scanned-page.ts';
import { textPage } from '../factories/text-page.ts';

const propose = (text: string): ProposedPlan => proposePlan([textPage(text)], null, '2026-02-10');
const goals = ({ goals }: ProposedPlan) =>
  goals.map((g) => [g.area, g.measure.kind, g.baseline.value, g.target.value, g.direction, g.schedule.per]);
const services = ({ services }: ProposedPlan) => services.map((s) => [s.kind, s.minutes, s.per]);

describe('the goals of an IEP', () => {
  it('are read from numbered paragraphs, past how often a skill must be shown', () => {
    const plan = propose(numberedGoals);
    expect(plan.plan).toEqual({ start: '2025-05-20', end: '2026-05-19' });
    expect(goals(plan)).toEqual([
      ['Reading fluency', 'rate', 52, 95, 'increase', 'week'],
      ['Math computation', 'percent', 35, 80, 'increase', 'week'],
      ['Behavior', 'count', 9, 2, 'decrease', 'day'],
    ]);
    expect(plan.goals[0]?.baseline.date).toBe('2025-05-12');
    expect(plan.goals[1]?.schedule).toEqual({ every: 2, per: 'week' });
    expect(plan.goals[2]?.uncertain).toEqual(['baseline.date']);
  });

  it('are read from labelled fields, without their objectives', () => {
    const plan = propose(labelledGoals);
    expect(goals(plan)).toEqual([
      ['Written expression', 'rubric', 6, 12, 'increase', 'month'],
      ['Task initiation', 'latency', 180, 45, 'decrease', 'week'],
    ]);
    expect(plan.goals[0]?.measure.max).toBe(16);
    expect(plan.goals[0]?.target.date).toBe('2026-10-01');
  });

  it('are read from a table', () => {
    expect(goals(propose(goalTable))).toEqual([
      ['Oral reading', 'rate', 61, 118, 'increase', 'week'],
      ['Sight words', 'score', 22, 45, 'increase', 'week'],
      ['On-task behavior', 'percent', 40, 80, 'increase', 'day'],
      ['Independent reading', 'level', 6, 13, 'increase', 'month'],
    ]);
  });

  it('are read from prose that says where the student stands in passing', () => {
    expect(goals(propose(goalsInProse))).toEqual([
      ['SELF-CARE', 'percent', 44.4, 88.9, 'increase', 'day'],
      ['COMMUNICATION', 'count', 3, 10, 'increase', 'week'],
      ['INDEPENDENCE', 'duration', 25, 5, 'decrease', 'week'],
      ['LITERACY', 'score', 11, 26, 'increase', 'month'],
    ]);
  });

  it('are read from boxes that follow one another, with what is measured told apart from what is reported', () => {
    expect(goals(propose(boxedGoals))).toEqual([
      ['Functional Math', 'percent', 33.3, 80, 'increase', 'week'],
      ['Vocational', 'duration', 8, 25, 'increase', 'day'],
      ['Communication', 'level', 2, 4, 'increase', 'month'],
    ]);
  });

  it('are read from paragraphs with letters, a share in percent from a fraction', () => {
    const plan = propose(letteredGoals);
    expect(goals(plan).map(([, ...rest]) => rest)).toEqual([
      ['percent', 50, 90, 'increase', 'week'],
      ['duration', 35, 10, 'decrease', 'day'],
      ['percent', 55, 80, 'increase', 'week'],
    ]);
    expect(plan.goals[0]?.statement).toMatch(/^Callum will turn in/);
    expect(services(plan)).toEqual([
      ['Counseling with Mr. Idle', 30, 'week'],
      ['Resource English', 225, 'week'],
      ['Speech consult', 60, 'month'],
    ]);
  });

  it('lack a baseline where the page states none: it is not guessed', () => {
    const [labelled] = propose(labelledGoals).incomplete;
    expect(labelled).toMatchObject({ area: 'Peer interaction', missing: ['baseline'], target: { value: 5 } });
    expect(labelled).not.toHaveProperty('baseline');
    const [row] = propose(goalTable).incomplete;
    expect(row).toMatchObject({ area: 'Phonics', missing: ['baseline'] });
    const without = propose(numberedGoals.replace(' Baseline: 35% (5/9/2025).', ''));
    expect(without.goals.map((g) => g.area)).not.toContain('Math computation');
    expect(without.incomplete).toMatchObject([{ area: 'Math computation', missing: ['baseline'] }]);
  });

  it('do not take a baseline of another kind for their own', () => {
    const plan = propose(numberedGoals.replace('Baseline: 35% (5/9/2025)', 'Baseline: level 2 (5/9/2025)'));
    expect(plan.incomplete).toMatchObject([{ area: 'Math computation', missing: ['baseline'] }]);
  });
});

describe('the services of an IEP', () => {
  it('are added up to their minutes a week or a month', () => {
    expect(services(propose(numberedGoals))).toEqual([
      ['Specialized instruction', 150, 'week'],
      ['Speech-language therapy', 60, 'week'],
      ['Counseling', 60, 'month'],
    ]);
    expect(services(propose(goalTable))).toEqual([
      ['Occupational therapy', 30, 'week'],
      ['Reading support', 200, 'week'],
    ]);
    expect(services(propose(goalsInProse))).toEqual([
      ['Speech/language therapy', 90, 'week'],
      ['Occupational therapy', 45, 'month'],
      ['Adapted PE', 60, 'week'],
      ['Special education teacher', 300, 'week'],
    ]);
    expect(propose(goalsInProse).services.at(-1)?.uncertain).toContain('minutes');
    expect(propose(numberedGoals).services.at(-1)).toMatchObject({ start: '2025-09-02', end: '2026-05-19' });
  });
});

describe('a scanned IEP', () => {
  const scan = scannedPage(numberedGoals);
  const plan = proposePlan([scan], null, '2026-02-10');

  it('has its numbers read twice: what the readers read in two ways is named, the rest stays as it is', async () => {
    const seen = (text: string) => text.replace('52', '57').replace('150', '180');
    const checked = await confirmProposedPlan(plan, [scan], async (page, bbox) => {
      const words = page.words.filter(
        ({ bbox: b }) => b[0] < bbox[2] && b[2] > bbox[0] && b[1] < bbox[3] && b[3] > bbox[1],
      );
      return { text: seen(words.map((word) => word.text).join(' ')), confidence: 0.95 };
    });
    expect(checked.goals.map((goal) => goal.uncertain)).toEqual([['baseline.value'], [], ['baseline.date']]);
    expect(checked.goals.map((goal) => goal.baseline)).toEqual(plan.goals.map((goal) => goal.baseline));
    expect(checked.services.map((service) => service.uncertain)).toEqual([['minutes'], [], []]);
  });

  it('names every number as uncertain that no other reader has seen', async () => {
    const once = { ...scan, words: scan.words.map((word) => ({ ...word, readers: ['tesseract' as const] })) };
    const checked = await confirmProposedPlan(plan, [once], async () => null);
    for (const goal of checked.goals)
      expect(goal.uncertain).toEqual(expect.arrayContaining(['baseline.value', 'target.value']));
  });
});

describe('every part of a proposed plan', () => {
  it.each([numberedGoals, labelledGoals, goalTable, goalsInProse, boxedGoals, letteredGoals])(
    'has its place on the page: %#',
    (text) => {
      const plan = proposedPlanSchema.parse(propose(text));
      const places = [...plan.goals, ...plan.incomplete].flatMap((goal) => Object.values(goal.places));
      for (const { quote } of places) expect(quote).toBe(quote.trim());
      for (const { quote, start, end } of [...places, ...plan.services.map((s) => s.source)]) {
        expect(text.slice(start, end)).toBe(quote);
      }
      for (const goal of plan.goals) expect(goal.places).toMatchObject({ baseline: {}, target: {} });
    },
  );

  it('is in the shape of the caseload', () => {
    const plan = propose(numberedGoals);
    for (const goal of plan.goals) expect(() => goalSchema.parse(goal)).not.toThrow();
    for (const service of plan.services) expect(() => serviceCommitmentSchema.parse(service)).not.toThrow();
  });
});
