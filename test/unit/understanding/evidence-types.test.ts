/** The registry of evidence types: every folder is in it, and every type is told by the samples that lie beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../../services/classification/classify-document.ts';
import { evidenceTypes } from '../../../services/classification/evidence-types/registry.ts';
import { caseloadSchema } from '../../../services/domain/caseload.ts';
import { documentTypeSchema } from '../../../services/domain/evidence.ts';
import { textPage } from '../../evals/eval-case.ts';

const folder = new URL('../../../services/classification/evidence-types/', import.meta.url);
const student = (id: string, givenName: string, familyName: string) => ({
  id,
  givenName,
  familyName,
  grade: '4',
  schoolId: 'school',
  caseManagerId: 'staff',
  teacherIds: [],
  homeLanguage: 'en',
  plan: { start: '2025-08-25', end: '2026-08-24' },
  goals: [],
  services: [
    { id: `${id}-speech`, kind: 'Speech Therapy', minutes: 60, per: 'week', start: '2025-08-25', end: '2026-08-24' },
  ],
});
const caseload = caseloadSchema.parse({
  district: { id: 'd', name: 'Fenwick Public Schools', timeZone: 'America/Chicago' },
  schools: [],
  staff: [],
  periods: [],
  students: [student('ida', 'Ida', 'Marchbanks'), student('tom', 'Tomas', 'Kirkwood')],
});

const samplesOf = (type: string) =>
  readFileSync(new URL(`${type.replaceAll('_', '-')}/samples.txt`, folder), 'utf8')
    .split(/^---\n/m)
    .map((text, i) => [type, i + 1, text] as const);

describe('the evidence types', () => {
  it('are the fifteen of the contract, each in a folder of its own', () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name.replaceAll('-', '_'));
    expect(Object.keys(evidenceTypes).toSorted()).toEqual([...documentTypeSchema.options].toSorted());
    expect(folders.toSorted()).toEqual(Object.keys(evidenceTypes).toSorted());
  });

  it.each(Object.keys(evidenceTypes).flatMap(samplesOf))('%s is told by its sample %i', (type, _number, text) => {
    const found = classifyDocument([textPage(text, 'page.txt')], caseload, { uploadDate: '2025-11-20' });
    expect(found.documentType).toBe(type);
  });
});
