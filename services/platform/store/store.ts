/** The store as the application sees it: mongoose models, whichever driver is below. */
import type { Connection, Model } from 'mongoose';
import type {
  AuditEventRecord,
  DataPointRecord,
  DistrictRecord,
  DocumentRecord,
  FindingRecord,
  JobRecord,
  LlmReplyRecord,
  LlmSpendingRecord,
  PageRecord,
  PeriodRecord,
  SchoolRecord,
  ServiceRecord,
  StaffRecord,
  StatementRecord,
  StudentRecord,
  UploadRecord,
} from '../../domain/records.ts';

export interface Models {
  readonly districts: Model<DistrictRecord>;
  readonly schools: Model<SchoolRecord>;
  readonly staff: Model<StaffRecord>;
  readonly periods: Model<PeriodRecord>;
  readonly students: Model<StudentRecord>;
  readonly uploads: Model<UploadRecord>;
  readonly pages: Model<PageRecord>;
  readonly documents: Model<DocumentRecord>;
  readonly dataPoints: Model<DataPointRecord>;
  readonly services: Model<ServiceRecord>;
  readonly statements: Model<StatementRecord>;
  readonly findings: Model<FindingRecord>;
  readonly auditEvents: Model<AuditEventRecord>;
  readonly jobs: Model<JobRecord>;
  readonly llmSpending: Model<LlmSpendingRecord>;
  readonly llmReplies: Model<LlmReplyRecord>;
}

export interface Store extends Models {
  readonly kind: 'embedded' | 'mongodb';
  readonly connection: Connection;
  /** Resolves when the store answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
