/** What must hold of a document that a model had a part in, whatever that model says. */
import { expect } from 'vitest';
import type { Caseload } from '../../services/domain/caseload.ts';
import type { DataPoint, EvidenceDocument } from '../../services/domain/evidence.ts';
import { numbersIn } from '../../services/extraction/mentions/number-words.ts';

const slotOf = (p: DataPoint) => `${p.studentId} ${p.goalId} ${p.date} ${p.value} ${p.source.start}`;

/** Whether a value follows from the numbers or marks of its own quote, by any of the arithmetic there is. */
function followsFrom(point: DataPoint): boolean {
  const numbers = numbersIn(point.source.quote).map((n) => n.value);
  const marks = [...point.source.quote.matchAll(/[+✓-]/g)].map((m) => m[0]);
  const right = marks.filter((m) => m !== '-').length;
  const made = [
    ...numbers,
    ...numbers.flatMap((a) => numbers.flatMap((b) => [(100 * a) / b, (100 * (b - a)) / b, a - b, b - a])),
    (100 * right) / marks.length,
  ];
  return made.some((value) => Math.abs(value - point.value) < 0.051);
}

/** Every text in a document that is not a stretch of the page itself. */
function wordsOfOurs(document: EvidenceDocument): string {
  return JSON.stringify([
    document.questions,
    document.model,
    document.dataPoints.map(({ reason, conditions, text }) => [reason, conditions, text]),
    document.unmapped.map(({ reason }) => reason),
  ]);
}

/** Compares `document` with what the rules alone found on the same page. */
export function expectHarmless(
  document: EvidenceDocument,
  byRules: EvidenceDocument,
  page: string,
  caseload: Caseload,
): void {
  // Nothing that is decided for the document as a whole moves.
  for (const field of ['file', 'pages', 'documentType', 'typeConfidence', 'studentId', 'date', 'services'] as const) {
    expect(document[field]).toEqual(byRules[field]);
  }
  const known = new Map(byRules.dataPoints.map((p) => [slotOf(p), p]));
  for (const point of document.dataPoints) {
    // No value without ink, and none that its ink does not give.
    expect(page.slice(point.source.start, point.source.end)).toBe(point.source.quote);
    expect(point.source.quote.trim()).not.toBe('');
    const rule = known.get(slotOf(point));
    if (!rule) {
      expect(followsFrom(point), `${point.value} from "${point.source.quote}"`).toBe(true);
      expect(point.confidence).toBeLessThanOrEqual(0.5);
    }
    // The model makes nothing sure, and no student but the page's own is spoken of.
    if (rule?.status !== 'proposed') expect(point.status).toBe('needs_review');
    expect(point.studentId).toBe(byRules.studentId);
    expect(caseload.students.find((s) => s.id === point.studentId)?.goals.map((g) => g.id)).toContain(point.goalId);
    expect(point.date <= '2025-11-23').toBe(true);
  }
  // Nothing that the rules found is taken away or changed.
  const kept = new Set(document.dataPoints.map(slotOf));
  for (const slot of known.keys()) expect(kept).toContain(slot);
  for (const { quote, source } of document.unmapped) {
    expect(page.slice(source.start, source.end)).toBe(source.quote);
    expect(quote).toBe(source.quote);
  }
  const ours = wordsOfOurs(document);
  for (const person of caseload.students) {
    expect(ours).not.toContain(person.familyName);
    expect(ours).not.toContain(person.id);
    if (person.birthDate) expect(ours).not.toContain(person.birthDate);
  }
  expect(ours).not.toMatch(/http|ignore|approve|100%/i);
}
