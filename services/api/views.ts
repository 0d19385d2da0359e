/** From records to what is handed out: field by field, so that nothing leaves by accident. */
import type { Goal } from '../domain/caseload.ts';
import type {
  DataPointRecord,
  DocumentRecord,
  FindingRecord,
  PageRecord,
  PeriodRecord,
  ServiceRecord,
  StatementRecord,
  StudentRecord,
  UploadRecord,
} from '../domain/records.ts';
import {
  type DataPointView,
  type DocumentDetail,
  type DocumentView,
  type FindingView,
  type PageView,
  type PeriodView,
  type ServiceView,
  type StatementDetail,
  type StatementView,
  type StudentSummary,
  type StudentView,
  studentViewSchema,
  type UploadView,
} from '../domain/views.ts';
import { jointDoubts } from '../pipeline/joint-question.ts';

/** Without the members that are undefined: JSON has no such value. */
function defined<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;
}

export function uploadView(upload: UploadRecord): UploadView {
  return {
    id: upload._id,
    file: upload.file,
    size: upload.size,
    mediaType: upload.mediaType,
    state: upload.state,
    failure: upload.failure && { code: upload.failure.code, message: upload.failure.message },
    duplicateOf: upload.duplicateOf,
    studentId: upload.studentId,
    uploadDate: upload.uploadDate,
    receivedAt: upload.receivedAt.toISOString(),
    receivedBy: upload.receivedBy,
    pageCount: upload.pageCount,
  };
}

export function pageView(page: PageRecord, upload: UploadRecord): PageView {
  return {
    uploadId: page.uploadId,
    file: upload.file,
    number: page.number,
    state: page.state,
    failure: page.failure && { code: page.failure.code, message: page.failure.message },
    content: page.content,
  };
}

export function dataPointView(point: DataPointRecord): DataPointView {
  return defined({
    id: point._id,
    uploadId: point.uploadId,
    documentId: point.documentId,
    goalId: point.goalId,
    studentId: point.studentId,
    date: point.date,
    value: point.value,
    unit: point.unit,
    numerator: point.numerator,
    denominator: point.denominator,
    conditions: point.conditions,
    text: point.text,
    confidence: point.confidence,
    reason: point.reason,
    source: point.source,
    state: point.state,
    corrected: point.corrected && defined({ value: point.corrected.value, date: point.corrected.date }),
    decidedBy: point.decidedBy,
    decidedAt: point.decidedAt?.toISOString() ?? null,
    decisions: (point.decisions ?? []).map((decision) => ({
      at: decision.at.toISOString(),
      by: decision.by,
      from: decision.from,
      to: decision.to,
      value: decision.value,
      date: decision.date,
      comment: decision.comment,
    })),
  });
}

export function serviceView(service: ServiceRecord): ServiceView {
  return defined({
    id: service._id,
    uploadId: service.uploadId,
    documentId: service.documentId,
    serviceId: service.serviceId,
    studentId: service.studentId,
    kind: service.kind,
    date: service.date,
    minutes: service.minutes,
    delivered: service.delivered,
    groupSize: service.groupSize,
    provider: service.provider,
    status: service.status,
    reason: service.reason,
    source: service.source,
  });
}

/** `states` are those of the points that were filed from the document. */
export function documentView(
  document: Omit<DocumentRecord, 'extracted'>,
  states: readonly DataPointRecord['state'][],
): DocumentView {
  return {
    id: document._id,
    uploadId: document.uploadId,
    file: document.file,
    pages: document.pages,
    documentType: document.documentType,
    typeConfidence: document.typeConfidence,
    studentId: document.studentId,
    studentIds: document.studentIds,
    date: document.date,
    state: document.state,
    failure: document.failure && { code: document.failure.code, message: document.failure.message },
    questions: document.questions ?? [],
    doubts: jointDoubts(document),
    unmappedCount: document.unmapped.length,
    pointCount: states.length,
    reviewCount: states.filter((state) => state === 'needs_review').length,
  };
}

/** The plan that a document proposes; null where it proposes none. */
export function planView({ plan }: Pick<DocumentRecord, 'plan'>): DocumentDetail['plan'] {
  if (!plan) return null;
  const { proposal, state, decidedBy, decidedAt } = plan;
  return { ...proposal, state, decidedBy, decidedAt: decidedAt?.toISOString() ?? null };
}

export function studentSummary(student: StudentRecord): StudentSummary {
  const goalOf = ({ id, area, statement, measure }: Goal) => ({ id, area, statement, measure: defined(measure) });
  return {
    id: student.id,
    givenName: student.givenName,
    familyName: student.familyName,
    grade: student.grade,
    schoolId: student.schoolId,
    caseManagerId: student.caseManagerId,
    goals: student.goals.map(goalOf),
  };
}

/** The student as the caseload describes them: the schema drops what the store keeps beside it. */
export function studentView(student: StudentRecord): StudentView {
  return studentViewSchema.parse(student);
}

export function periodView(period: PeriodRecord): PeriodView {
  return { id: period.id, name: period.name, start: period.start, end: period.end, due: period.due };
}

/** `reviewCount` is how many points of its goal and period a person should still look at. */
export function statementView(statement: StatementRecord, reviewCount: number): StatementView {
  return {
    id: statement._id,
    studentId: statement.studentId,
    goalId: statement.goalId,
    periodId: statement.periodId,
    state: statement.state,
    progressCode: statement.progressCode,
    text: statement.text,
    language: statement.language,
    readingGrade: statement.readingGrade,
    facts: statement.facts,
    citations: statement.citations,
    version: statement.version,
    madeAt: statement.madeAt.toISOString(),
    madeBy: statement.madeBy,
    reviewCount,
  };
}

/** How a statement came to be what it is: its steps and its earlier texts. */
export function statementHistory(statement: StatementRecord): Pick<StatementDetail, 'events' | 'versions'> {
  return {
    events: statement.events.map(({ at, by, from, to, comment }) => ({ at: at.toISOString(), by, from, to, comment })),
    versions: statement.versions.map(({ version, madeAt, madeBy, text }) => ({
      version,
      madeAt: madeAt.toISOString(),
      madeBy,
      text,
    })),
  };
}

export function findingView(finding: FindingRecord): FindingView {
  return defined({
    id: finding._id,
    kind: finding.kind,
    severity: finding.severity,
    studentId: finding.studentId,
    goalId: finding.goalId,
    serviceId: finding.serviceId,
    periodId: finding.periodId,
    since: finding.since,
    detail: finding.detail,
    expected: finding.expected,
    actual: finding.actual,
  });
}
