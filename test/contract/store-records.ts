/** Records for the tests of the store. It does not look into nested values, so these need not be complete there. */
import type { DataPointRecord, JobRecord, PageRecord, StatementRecord } from '../../services/domain/records.ts';

const source = { file: 'a.pdf', page: 1, quote: '62 wcpm', start: 0, end: 7, bbox: [1, 2, 3, 4] };
const dated = { value: 40, date: '2025-09-01' };

export function aJob(id: string, change: Partial<JobRecord> = {}): JobRecord {
  return {
    _id: id,
    districtId: 'd1',
    stage: 'read',
    key: id,
    state: 'waiting',
    attempts: 0,
    runAt: new Date(0),
    leaseUntil: null,
    owner: null,
    failure: null,
    ms: null,
    doneAt: null,
    ...change,
  } as JobRecord;
}

export function aDataPoint(id: string, change: Partial<DataPointRecord> = {}): DataPointRecord {
  return {
    _id: id,
    districtId: 'd1',
    uploadId: 'u1',
    documentId: 'u1~d00001',
    goalId: 'g1',
    studentId: 's1',
    date: '2025-09-08',
    value: 62,
    unit: 'wcpm',
    confidence: 0.9,
    state: 'proposed',
    corrected: null,
    decidedBy: null,
    decidedAt: null,
    source,
    ...change,
  } as DataPointRecord;
}

export function aStatement(id: string, change: Partial<StatementRecord> = {}): StatementRecord {
  const statement = {
    studentId: 's1',
    goalId: id,
    periodId: 'q1',
    state: 'draft',
    progressCode: 'on_track',
    text: 'Reads 62 words a minute.',
    language: 'en',
    readingGrade: 4,
    facts: {
      points: 1,
      latest: dated,
      baseline: dated,
      target: dated,
      unit: 'wcpm',
      trendPerWeek: null,
      neededPerWeek: null,
      projected: null,
      expected: null,
    },
    citations: [{ start: 6, end: 8, dataPointId: 'p1', source }],
  };
  const at = new Date('2025-10-01T12:00:00Z');
  return {
    ...statement,
    _id: id,
    districtId: 'd1',
    version: 2,
    basis: 'b',
    madeAt: at,
    madeBy: 'rules',
    versions: [{ ...statement, version: 1, madeAt: at, madeBy: 'rules' }],
    events: [{ at, by: 'x', from: 'draft', to: 'in_review', comment: null }],
    ...change,
  } as unknown as StatementRecord;
}

export function aPage(uploadId: string, number: number, text: string, districtId = 'd1'): PageRecord {
  const words = text
    .split(' ')
    .map((word, at) => ({ text: word, bbox: [at * 40, 0, at * 40 + 30, 20], confidence: 0.9 }));
  return {
    _id: `${uploadId}~${number}`,
    districtId,
    uploadId,
    number,
    state: 'read',
    failure: null,
    imageSha256: null,
    content: {
      file: 'a.pdf',
      page: number,
      width: 2550,
      height: 3300,
      source: 'ocr',
      rotation: 0,
      skew: 0,
      confidence: 0.9,
      text,
      words,
      ms: 1,
    },
  } as unknown as PageRecord;
}
