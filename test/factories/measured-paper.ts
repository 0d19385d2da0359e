/** One student with the goals that a test names, and what the rules make of a paper about that student. */
import { type Caseload, caseloadSchema } from '../../services/domain/caseload.ts';
import type { EvidenceDocument } from '../../services/domain/evidence.ts';
import { understandDocument } from '../../services/extraction/understand-document.ts';
import { textPage } from './text-page.ts';

export interface TestGoal {
  readonly id: string;
  readonly area: string;
  readonly statement: string;
  readonly kind: string;
  readonly unit: string;
  readonly per?: string;
  readonly max?: number;
  readonly baseline?: number;
  readonly target?: number;
}

/** A caseload of Ottoline Marsh alone, with `goals`. */
export function caseloadWith(goals: readonly TestGoal[]): Caseload {
  return caseloadSchema.parse({
    district: { id: 'd', name: 'Low Fell Schools', timeZone: 'America/New_York' },
    schools: [{ id: 's', name: 'Low Fell Elementary' }],
    staff: [
      { id: 't', name: 'Perpetua Glass', email: 'p.glass@lowfell.example', role: 'case_manager', schoolIds: ['s'] },
    ],
    periods: [],
    students: [
      {
        id: 'om',
        givenName: 'Ottoline',
        familyName: 'Marsh',
        grade: '3',
        schoolId: 's',
        caseManagerId: 't',
        teacherIds: [],
        homeLanguage: 'en',
        plan: { start: '2025-09-01', end: '2026-08-31' },
        goals: goals.map(({ id, area, statement, kind, unit, per, max, baseline, target }) => ({
          id,
          area,
          statement,
          measure: { kind, unit, ...(per === undefined ? {} : { per }), ...(max === undefined ? {} : { max }) },
          baseline: { value: baseline ?? 1, date: '2025-09-05' },
          target: { value: target ?? max ?? 99, date: '2026-06-01' },
          direction: 'increase',
          schedule: { every: 1, per: 'week' },
        })),
        services: [],
      },
    ],
  });
}

/** What the rules make of `text`, uploaded on 20 November 2025. */
export function understand(text: string, goals: readonly TestGoal[]): EvidenceDocument {
  return understandDocument([textPage(text)], caseloadWith(goals), { studentId: 'om', uploadDate: '2025-11-20' });
}

/** The points of `text` as `goal date value`. */
export function pointsIn(text: string, goals: readonly TestGoal[]): string[] {
  return understand(text, goals).dataPoints.map((p) => `${p.goalId} ${p.date} ${p.value}`);
}
