/** Records of a small fictional district, each valid by its schema; `part` changes what a test is about. */
import type { Caseload } from '../../services/domain/caseload.ts';
import {
  type DataPointRecord,
  type DocumentRecord,
  dataPointRecordSchema,
  documentRecordId,
  documentRecordSchema,
  type FindingRecord,
  type PageRecord,
  pageRecordId,
  pageRecordSchema,
  type StatementRecord,
  statementRecordId,
  statementRecordSchema,
  type UploadRecord,
} from '../../services/domain/records.ts';
import { importCaseload } from '../../services/pipeline/load-caseload.ts';
import type { Store } from '../../services/platform/store/store.ts';

const goal: Caseload['students'][number]['goals'][number] = {
  id: 'g1',
  area: 'Reading fluency',
  statement: 'Reads a grade-level passage at 90 words correct per minute.',
  measure: { kind: 'rate', unit: 'wcpm' },
  baseline: { value: 40, date: '2025-09-02' },
  target: { value: 90, date: '2026-06-01' },
  direction: 'increase',
  schedule: { every: 1, per: 'week' },
};

export function caseloadOf(districtId: string): Caseload {
  return {
    district: { id: districtId, name: 'Lantern Hill', timeZone: 'America/New_York' },
    schools: [{ id: 'sc1', name: 'Lantern Hill Elementary' }],
    staff: [{ id: 'staff-1', name: 'Imke Thorvald', email: 'i@example.org', role: 'case_manager', schoolIds: ['sc1'] }],
    periods: [{ id: 'q2', name: 'Second quarter', start: '2025-11-01', end: '2026-01-31', due: '2026-02-10' }],
    students: ['s1', 's2'].map((id) => ({
      id,
      givenName: id === 's1' ? 'Juniper' : 'Caspian',
      familyName: 'Okonjo-Vale',
      birthDate: '2016-04-03',
      grade: '4',
      schoolId: 'sc1',
      caseManagerId: 'staff-1',
      teacherIds: [],
      homeLanguage: 'en',
      plan: { start: '2025-09-01', end: '2026-08-31' },
      goals: [
        { ...goal, id: id === 's1' ? 'g1' : 'g2' },
        ...(id === 's1'
          ? [{ ...goal, id: 'g3', area: 'Maths', measure: { kind: 'percent' as const, unit: 'percent' } }]
          : []),
      ],
      services: [],
    })),
  };
}

export const upload = (part: Partial<UploadRecord> = {}): UploadRecord => ({
  _id: 'u1',
  districtId: 'd1',
  file: 'probe.pdf',
  sha256: 'a'.repeat(64),
  size: 1234,
  mediaType: 'application/pdf',
  kind: 'pdf',
  state: 'done',
  failure: null,
  duplicateOf: null,
  studentId: null,
  uploadDate: '2026-01-12',
  receivedAt: new Date('2026-01-12T15:00:00Z'),
  receivedBy: 'staff-1',
  pageCount: 1,
  ...part,
});

/** A page whose words stand in one line of boxes. */
export function pageOf(uploadId: string, number: number, text: string, part: Partial<PageRecord> = {}): PageRecord {
  let x = 50;
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const bbox: [number, number, number, number] = [x, 100, x + word.length * 9, 124];
      x = bbox[2] + 9;
      return { text: word, bbox, confidence: 0.98 };
    });
  return pageRecordSchema.parse({
    _id: pageRecordId(uploadId, number),
    districtId: 'd1',
    uploadId,
    number,
    state: 'read',
    failure: null,
    imageSha256: null,
    content: {
      file: 'probe.pdf',
      page: number,
      width: 1275,
      height: 1650,
      source: text === '' ? 'blank' : 'text_layer',
      rotation: 0,
      skew: 0,
      confidence: 0.99,
      text,
      words,
      ms: 5,
    },
    ...part,
  });
}

export function documentOf(uploadId: string, pages: number[], part: Partial<DocumentRecord> = {}): DocumentRecord {
  return documentRecordSchema.parse({
    _id: documentRecordId(uploadId, pages[0] ?? 1),
    districtId: 'd1',
    uploadId,
    file: 'probe.pdf',
    pages,
    documentType: 'cbm_probe',
    typeConfidence: 0.9,
    studentId: 's1',
    studentIds: ['s1'],
    date: '2026-01-09',
    state: 'filed',
    failure: null,
    unmapped: [],
    extracted: null,
    ...part,
  });
}

export function pointOf(document: DocumentRecord, part: Partial<DataPointRecord> = {}): DataPointRecord {
  return dataPointRecordSchema.parse({
    _id: `${document._id}~p1`,
    districtId: document.districtId,
    uploadId: document.uploadId,
    documentId: document._id,
    goalId: 'g1',
    studentId: 's1',
    date: '2026-01-09',
    value: 62,
    unit: 'wcpm',
    confidence: 0.8,
    reason: 'The two readers do not agree on this number.',
    source: { file: document.file, page: 1, quote: '62 wcpm', start: 8, end: 15, bbox: [120, 100, 200, 124] },
    state: 'needs_review',
    corrected: null,
    decidedBy: null,
    decidedAt: null,
    ...part,
  });
}

export function statementOf(point: DataPointRecord, part: Partial<StatementRecord> = {}): StatementRecord {
  const { districtId, studentId, goalId } = point;
  const text = 'Juniper now reads 62 words correct per minute.';
  return statementRecordSchema.parse({
    _id: statementRecordId(districtId, studentId, goalId, 'q2'),
    districtId,
    studentId,
    goalId,
    periodId: 'q2',
    state: 'draft',
    progressCode: 'insufficient_evidence',
    text,
    language: 'en',
    readingGrade: 4.2,
    facts: {
      points: 1,
      latest: { value: 62, date: '2026-01-09' },
      baseline: goal.baseline,
      target: goal.target,
      unit: 'wcpm',
      trendPerWeek: null,
      neededPerWeek: 1.4,
      projected: null,
      expected: 64,
      weeklyChange: null,
      max: null,
      dates: [],
    },
    citations: [{ start: 18, end: 20, dataPointId: point._id, source: point.source }],
    version: 1,
    basis: 'b',
    madeAt: new Date('2026-01-12T16:00:00Z'),
    madeBy: 'throughline',
    versions: [],
    events: [],
    ...part,
  });
}

export const findingOf = (part: Partial<FindingRecord> = {}): FindingRecord => ({
  _id: 'f1',
  districtId: 'd1',
  kind: 'missing_evidence',
  severity: 'warning',
  studentId: 's1',
  goalId: 'g1',
  since: '2025-12-01',
  detail: 'No evidence for five weeks.',
  expected: 5,
  actual: 0,
  ...part,
});

/** Writes a district with one upload, page, document, point, statement and finding, and returns them. */
export async function seed(store: Store, districtId = 'd1') {
  await importCaseload({ store }, caseloadOf(districtId));
  const own = { districtId };
  const prefix = districtId === 'd1' ? '' : `${districtId}-`;
  const uploadId = `${prefix}u1`;
  const records = {
    upload: upload({ ...own, _id: uploadId }),
    page: pageOf(uploadId, 1, 'Juniper 62 wcpm on the fluency probe of 1/9', own),
    document: documentOf(uploadId, [1], own),
  };
  const point = pointOf(records.document);
  const statement = statementOf(point);
  const finding = findingOf({ ...own, _id: `${prefix}f1` });
  await store.uploads.create(records.upload);
  await store.pages.create(records.page);
  await store.documents.create(records.document);
  await store.dataPoints.create(point);
  await store.statements.create(statement);
  await store.findings.create(finding);
  return { ...records, point, statement, finding };
}
