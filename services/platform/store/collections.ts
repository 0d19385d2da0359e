/**
 * What is kept in which collection and how it is looked up. Every index but those of the pipeline's own sweeps starts
 * with the district, as every query does.
 */
import type { z } from 'zod';
import * as records from '../../domain/records.ts';
import type { RecordOptions } from './schema-from.ts';
import type { Models } from './store.ts';

export interface CollectionDeclaration extends RecordOptions {
  readonly collection: string;
  readonly record: z.ZodObject;
}

export const collections: Readonly<Record<keyof Models, CollectionDeclaration>> = {
  districts: { collection: 'districts', record: records.districtRecordSchema, indexes: [{ key: { districtId: 1 } }] },
  schools: { collection: 'schools', record: records.schoolRecordSchema, indexes: [{ key: { districtId: 1 } }] },
  staff: {
    collection: 'staff',
    record: records.staffRecordSchema,
    indexes: [{ key: { districtId: 1, email: 1 } }, { key: { districtId: 1, role: 1 } }],
  },
  periods: {
    collection: 'periods',
    record: records.periodRecordSchema,
    indexes: [{ key: { districtId: 1, start: 1 } }, { key: { districtId: 1, due: 1 } }],
  },
  students: {
    collection: 'students',
    record: records.studentRecordSchema,
    indexes: [
      { key: { districtId: 1, familyName: 1, givenName: 1 } },
      { key: { districtId: 1, caseManagerId: 1 } },
      { key: { districtId: 1, schoolId: 1 } },
      { key: { districtId: 1, teacherIds: 1 } },
      { key: { districtId: 1, 'goals.id': 1 } },
      { key: { understandFrom: 1 } },
    ],
  },
  uploads: {
    collection: 'uploads',
    record: records.uploadRecordSchema,
    indexes: [
      { key: { districtId: 1, sha256: 1 } },
      { key: { districtId: 1, _id: -1 } },
      { key: { districtId: 1, receivedAt: -1 } },
      { key: { districtId: 1, state: 1, receivedAt: -1 } },
      { key: { state: 1 } },
      { key: { sha256: 1 } },
    ],
  },
  pages: {
    collection: 'pages',
    record: records.pageRecordSchema,
    indexes: [
      { key: { uploadId: 1, number: 1 }, unique: true },
      { key: { uploadId: 1, state: 1 } },
      { key: { districtId: 1, state: 1 } },
      { key: { state: 1 } },
      { key: { 'content.text': 'text' } },
    ],
  },
  documents: {
    collection: 'documents',
    record: records.documentRecordSchema,
    indexes: [
      { key: { uploadId: 1, state: 1 } },
      { key: { state: 1 } },
      { key: { districtId: 1, _id: -1 } },
      { key: { districtId: 1, uploadId: 1 } },
      { key: { districtId: 1, date: -1 } },
      { key: { districtId: 1, state: 1, date: -1 } },
      { key: { districtId: 1, studentIds: 1, date: -1 } },
      { key: { districtId: 1, documentType: 1, date: -1 } },
      { key: { districtId: 1, questions: 1 } },
    ],
  },
  dataPoints: {
    collection: 'datapoints',
    record: records.dataPointRecordSchema,
    isEdited: true,
    indexes: [
      { key: { documentId: 1 } },
      { key: { uploadId: 1 } },
      { key: { districtId: 1, _id: -1 } },
      { key: { districtId: 1, studentId: 1, goalId: 1, date: 1 } },
      { key: { districtId: 1, state: 1, _id: -1 } },
    ],
  },
  services: {
    collection: 'services',
    record: records.serviceRecordSchema,
    indexes: [
      { key: { documentId: 1 } },
      { key: { uploadId: 1 } },
      { key: { districtId: 1, studentId: 1, date: 1 } },
      { key: { districtId: 1, serviceId: 1, date: 1 } },
    ],
  },
  statements: {
    collection: 'statements',
    record: records.statementRecordSchema,
    isEdited: true,
    indexes: [
      { key: { districtId: 1, studentId: 1, goalId: 1, periodId: 1 }, unique: true },
      { key: { districtId: 1, periodId: 1, state: 1 } },
      { key: { districtId: 1, state: 1 } },
    ],
  },
  findings: {
    collection: 'findings',
    record: records.findingRecordSchema,
    indexes: [
      { key: { districtId: 1, kind: 1, since: -1 } },
      { key: { districtId: 1, studentId: 1 } },
      { key: { districtId: 1, periodId: 1 } },
    ],
  },
  auditEvents: {
    collection: 'auditevents',
    record: records.auditEventRecordSchema,
    indexes: [
      { key: { districtId: 1, sequence: 1 }, unique: true },
      { key: { districtId: 1, studentId: 1, sequence: -1 } },
      { key: { districtId: 1, actor: 1, sequence: -1 } },
    ],
  },
  jobs: {
    collection: 'jobs',
    record: records.jobRecordSchema,
    indexes: [
      { key: { state: 1, runAt: 1 } },
      { key: { stage: 1, state: 1, runAt: 1 } },
      { key: { state: 1, leaseUntil: 1 } },
      { key: { districtId: 1, key: 1 } },
      { key: { key: 1 } },
    ],
  },
  llmSpending: {
    collection: 'llmspending',
    record: records.llmSpendingRecordSchema,
    indexes: [{ key: { districtId: 1, day: 1 } }],
  },
  llmReplies: {
    collection: 'llmreplies',
    record: records.llmReplyRecordSchema,
    indexes: [{ key: { expiresAt: 1 } }],
  },
};
