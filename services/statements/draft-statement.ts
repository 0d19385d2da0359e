/**
 * Drafting a progress statement by rules: facts first, then plain words around them, then the check that every number
 * in the words is one of the facts or a cited data point. Nothing is said that the evidence does not carry.
 */
import { createHash } from 'node:crypto';
import type { Goal, Period, Student } from '../domain/caseload.ts';
import { DomainError } from '../domain/errors.ts';
import type { DataPointRecord } from '../domain/records.ts';
import type { ProgressCode, Statement, StatementFacts } from '../domain/statement.ts';
import { oneValueADay } from '../progress/dated-values.ts';
import { type Judgement, judgeProgress } from '../progress/judge-progress.ts';
import { ungroundedNumbers } from './check-statement.ts';
import { readingGrade } from './reading-grade.ts';
import { createText, type TextBuilder } from './text-with-citations.ts';
import { plainChange, plainDate, plainValue } from './wording.ts';

/** Changes whenever the rules or the words below do: then every open draft is made anew. */
const rulesVersion = 3;

export interface Evidence {
  readonly student: Pick<Student, 'id' | 'givenName'>;
  readonly goal: Goal;
  readonly period: Period;
  /** Points of this goal that count (proposed by the machine and not in doubt, or decided by a person). */
  readonly points: readonly DataPointRecord[];
}

interface CountedPoint {
  readonly _id: string;
  readonly date: string;
  readonly value: number;
  readonly source: DataPointRecord['source'];
}

const round = (value: number | null, digits = 2) =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;

function countedPoints({ points, period }: Evidence): CountedPoint[] {
  return points
    .map((point) => ({
      _id: point._id,
      date: point.corrected?.date ?? point.date,
      value: point.corrected?.value ?? point.value,
      source: point.source,
    }))
    .filter(({ date }) => date >= period.start && date <= period.end)
    .sort((a, b) => (a.date === b.date ? (a._id < b._id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

const verdicts: Readonly<Record<ProgressCode, (name: string) => string>> = {
  met: (name) => `${name} has met this goal.`,
  on_track: (name) => `${name} is on track to meet this goal.`,
  some_progress: (name) => `${name} is making some progress, but not yet fast enough to meet the goal on time.`,
  no_progress: (name) => `${name} is not yet making progress toward this goal.`,
  regressing: (name) => `${name} has lost ground on this goal.`,
  insufficient_evidence: () => 'This is not enough to say how it is going.',
  not_introduced: () => 'Work on this goal has not started yet.',
};

/** Whether a change goes toward the target: down where there should be less of something. */
function isHopedFor(goal: Goal, change: number): boolean {
  return goal.direction === 'increase' ? change > 0 : change < 0;
}

function sayTrend(text: TextBuilder, goal: Goal, facts: StatementFacts): void {
  if (facts.weeklyChange === null || facts.trendPerWeek === null) return;
  if (facts.weeklyChange === 0) {
    text.say(' The results have stayed about the same.');
    return;
  }
  const way = facts.trendPerWeek > 0 ? 'gone up' : 'come down';
  const hoped = isHopedFor(goal, facts.trendPerWeek) ? '' : ', which is not the way the goal asks for';
  text.say(` The results have ${way} by about ${plainChange(goal, facts.weeklyChange)} each week${hoped}.`);
}

function sayEvidence(
  text: TextBuilder,
  evidence: Evidence,
  counted: readonly CountedPoint[],
  facts: StatementFacts,
): void {
  const { student, goal } = evidence;
  const { latest } = facts;
  if (!latest) {
    text.say(' No results were recorded in this reporting period.');
    return;
  }
  const times = ['never', 'once', 'twice'][facts.points] ?? `${facts.points} times`;
  text.say(
    ` ${student.givenName} was measured ${times} in this reporting period. The latest result, on ${plainDate(latest.date)}, was `,
  );
  text
    .cite(
      plainValue(goal, latest.value),
      counted.filter(({ date }) => date === latest.date),
    )
    .say('.');
}

function factsOf(goal: Goal, counted: readonly CountedPoint[]): { facts: StatementFacts; judgement: Judgement } {
  const series = oneValueADay(counted);
  const judgement = judgeProgress(goal, series);
  const latest = series.at(-1) ?? null;
  const { trendPerWeek } = judgement;
  // As many digits as a family can use: a slow change needs more of them to be seen at all.
  const trend = round(trendPerWeek, Math.abs(trendPerWeek ?? 0) >= 1 ? 1 : 2);
  const facts: StatementFacts = {
    points: series.length,
    latest: latest && { date: latest.date, value: round(latest.value) ?? latest.value },
    baseline: goal.baseline,
    target: goal.target,
    unit: goal.measure.unit,
    trendPerWeek: trend,
    neededPerWeek: round(judgement.neededPerWeek),
    projected: round(judgement.projected, 1),
    expected: round(judgement.expected, 1),
    weeklyChange: trend === null ? null : Math.abs(trend),
    max: goal.measure.max ?? null,
    dates: [goal.baseline.date, goal.target.date, ...(latest ? [latest.date] : [])].map(plainDate),
  };
  return { facts, judgement };
}

/** Drafts the statement. Throws `internal` should a number get into the text that nothing stands behind. */
export function draftStatement(evidence: Evidence): Statement & { basis: string } {
  const { student, goal, period } = evidence;
  const counted = countedPoints(evidence);
  const { facts, judgement } = factsOf(goal, counted);
  const text = createText();
  // A number in the goal's name would be one that nothing stands behind.
  const about = goal.area && !/\d/.test(goal.area) ? `${goal.area}: ` : '';
  text.say(
    `${about}${student.givenName}'s goal is ${plainValue(goal, goal.target.value)} by ${plainDate(goal.target.date)}. ` +
      `The starting point on ${plainDate(goal.baseline.date)} was ${plainValue(goal, goal.baseline.value)}.`,
  );
  sayEvidence(text, evidence, counted, facts);
  if (judgement.code !== 'insufficient_evidence') sayTrend(text, goal, facts);
  const against = facts.trendPerWeek !== null && facts.trendPerWeek !== 0 && !isHopedFor(goal, facts.trendPerWeek);
  const even = against && ['met', 'on_track'].includes(judgement.code) ? ' Even so,' : '';
  text.say(`${even} ${verdicts[judgement.code](student.givenName)}`);
  const built = text.build();

  const statement: Statement = {
    studentId: student.id,
    goalId: goal.id,
    periodId: period.id,
    state: 'draft',
    progressCode: judgement.code,
    text: built.text,
    language: 'en',
    readingGrade: readingGrade(built.text),
    facts,
    citations: built.citations,
  };
  const values = counted.map(({ _id, value }) => ({ dataPointId: _id, value }));
  const ungrounded = ungroundedNumbers(statement, values);
  if (ungrounded.length > 0) {
    throw new DomainError('internal', `A draft held numbers without evidence: ${ungrounded.join(', ')}.`);
  }
  const basis = createHash('sha256')
    .update(
      JSON.stringify([
        rulesVersion,
        student.givenName,
        goal,
        period,
        counted.map(({ _id, date, value }) => [_id, date, value]),
      ]),
    )
    .digest('hex');
  return { ...statement, basis };
}
