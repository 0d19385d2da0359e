/**
 * Scores predictions against gold. A point is right when student, goal and day are equal and the value is within 0.05 of
 * the gold value, one to one; a service when student, kind, day, minutes and delivered are equal.
 */
import type { EvidenceDocument } from '../../services/domain/evidence.ts';
import type { EvalCase, GoldPoint, GoldService } from './eval-case.ts';

export interface Figures {
  cases: number;
  gold: number;
  predicted: number;
  right: number;
  precision: number;
  recall: number;
  forbidden: number;
  invented: number;
  servicesGold: number;
  servicesPredicted: number;
  servicesRight: number;
  serviceF1: number;
  type: number;
  student: number;
  studentWrong: number;
  date: number;
}

export interface CaseResult {
  readonly id: string;
  readonly tags: readonly string[];
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
  readonly notes: readonly string[];
  readonly typeRight: boolean;
  readonly studentRight: boolean;
  /** A student was named, and it is the wrong one. */
  readonly studentWrong: boolean;
  readonly dateRight: boolean;
  readonly forbidden: number;
  readonly invented: number;
  readonly services: { readonly gold: number; readonly predicted: number; readonly right: number };
}

const tolerance = 0.05 + 1e-9;
const close = (a: number, b: number) => Math.abs(a - b) <= tolerance;

/** Pairs predictions with gold one to one, as many as can be (augmenting paths), and gives what is left on both sides. */
export function pairOff<G, P>(gold: readonly G[], predicted: readonly P[], same: (g: G, p: P) => boolean) {
  const owner = new Map<number, number>();
  const place = (p: number, tried: Set<number>): boolean => {
    for (let g = 0; g < gold.length; g += 1) {
      if (tried.has(g) || !same(gold[g]!, predicted[p]!)) continue;
      tried.add(g);
      const held = owner.get(g);
      if (held === undefined || place(held, tried)) {
        owner.set(g, p);
        return true;
      }
    }
    return false;
  };
  for (let p = 0; p < predicted.length; p += 1) place(p, new Set());
  const used = new Set(owner.values());
  return {
    right: owner.size,
    missed: gold.filter((_, g) => !owner.has(g)),
    extra: predicted.filter((_, p) => !used.has(p)),
  };
}

export const samePoint = (g: GoldPoint, p: GoldPoint) =>
  g.studentId === p.studentId && g.goalId === p.goalId && g.date === p.date && close(g.value, p.value);
const sameService = (g: GoldService, p: GoldService) =>
  g.studentId === p.studentId &&
  g.kind.toLowerCase() === p.kind.toLowerCase() &&
  g.date === p.date &&
  g.minutes === p.minutes &&
  g.delivered === p.delivered;
const pointText = (p: GoldPoint) => `${p.studentId} ${p.goalId} ${p.date} ${p.value}`;
const serviceText = (s: GoldService) => `${s.studentId} ${s.kind} ${s.date} ${s.minutes} ${s.delivered}`;

/** Scores one case. `documents` are all documents that came out of its file. */
export function scoreCase(evalCase: EvalCase, documents: readonly EvidenceDocument[]): CaseResult {
  const { expected } = evalCase;
  const head = documents.find((d) => d.documentType !== 'separator') ?? documents[0];
  const points = documents.flatMap((d) => d.dataPoints);
  const pairs = pairOff(expected.dataPoints, points, samePoint);
  const services = pairOff(
    expected.services,
    documents.flatMap((d) => d.services),
    sameService,
  );
  const forbidden = pairs.extra.filter((p) => expected.forbidden.some((f) => close(f.value, p.value)));
  const invented = pairs.extra.filter(
    (p) => forbidden.includes(p) || !expected.dataPoints.some((g) => close(g.value, p.value)),
  );
  const typeRight = head?.documentType === expected.documentType;
  const studentRight = (head?.studentId ?? null) === expected.studentId;
  const dateRight =
    (head?.date ?? null) === expected.date || (expected.date === null && head?.date === evalCase.uploadDate);
  const notes = [
    ...(typeRight ? [] : [`type ${expected.documentType}, got ${head?.documentType}`]),
    ...(studentRight ? [] : [`student ${expected.studentId}, got ${head?.studentId}`]),
    ...(dateRight ? [] : [`date ${expected.date}, got ${head?.date}`]),
    ...pairs.extra.map(
      (p) => `${forbidden.includes(p) ? 'FORBIDDEN' : 'wrong'} ${pointText(p)} “${p.source.quote.slice(0, 30)}”`,
    ),
    ...pairs.missed.map((g) => `missed ${pointText(g)}`),
    ...services.extra.map((s) => `wrong service ${serviceText(s)}`),
    ...services.missed.map((s) => `missed service ${serviceText(s)}`),
  ];
  return {
    id: evalCase.id,
    tags: evalCase.tags,
    gold: expected.dataPoints.length,
    predicted: points.length,
    right: pairs.right,
    notes,
    typeRight,
    studentRight,
    studentWrong: !studentRight && (head?.studentId ?? null) !== null,
    dateRight,
    forbidden: forbidden.length,
    invented: invented.length,
    services: {
      gold: expected.services.length,
      predicted: services.right + services.extra.length,
      right: services.right,
    },
  };
}

const ratio = (a: number, b: number) => (b === 0 ? 1 : Math.round((a / b) * 10_000) / 10_000);

/** Sums case results to the figures of a set. */
export function sumUp(results: readonly CaseResult[]): Figures {
  const sum = (pick: (r: CaseResult) => number) => results.reduce((total, r) => total + pick(r), 0);
  const gold = sum((r) => r.gold);
  const predicted = sum((r) => r.predicted);
  const right = sum((r) => r.right);
  const servicesGold = sum((r) => r.services.gold);
  const servicesPredicted = sum((r) => r.services.predicted);
  const servicesRight = sum((r) => r.services.right);
  return {
    cases: results.length,
    gold,
    predicted,
    right,
    precision: ratio(right, predicted),
    recall: ratio(right, gold),
    forbidden: sum((r) => r.forbidden),
    invented: sum((r) => r.invented),
    servicesGold,
    servicesPredicted,
    servicesRight,
    serviceF1: ratio(2 * servicesRight, servicesGold + servicesPredicted),
    type: ratio(
      sum((r) => Number(r.typeRight)),
      results.length,
    ),
    student: ratio(
      sum((r) => Number(r.studentRight)),
      results.length,
    ),
    studentWrong: sum((r) => Number(r.studentWrong)),
    date: ratio(
      sum((r) => Number(r.dateRight)),
      results.length,
    ),
  };
}

/** The figures of each tag. */
export function byTag(results: readonly CaseResult[]): [string, Figures][] {
  const tags = [...new Set(results.flatMap((r) => r.tags))].sort();
  return tags.map((tag) => [tag, sumUp(results.filter((r) => r.tags.includes(tag)))]);
}
