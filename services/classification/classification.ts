/** What classification says of a document. */
import type { Day } from '../domain/dates.ts';
import type { DocumentType } from '../domain/evidence.ts';

/** Below it a person is asked what kind of paper it is: of unseen papers above it 99 in 100 were told right. */
export const sureOfType = 0.6;

export interface Classification {
  readonly documentType: DocumentType;
  /** 0..1: how often papers like it are of that type. */
  readonly typeConfidence: number;
  /** The next likely type, where it is likely at all. */
  readonly alternativeType: DocumentType | null;
  /** Null where it is about several students, names none, or the name fits two. */
  readonly studentId: string | null;
  /** Everyone of the caseload whose results may stand on it. */
  readonly studentIds: readonly string[];
  /** The document's own date; null where it bears none. */
  readonly date: Day | null;
  readonly questions: readonly string[];
}

export interface ClassifyOptions {
  /** The student that the person who uploaded it named. */
  readonly studentId?: string | null;
  /** Somebody who saw the pages has named the student: that stands, whatever name is on them. */
  readonly isAssigned?: boolean;
  readonly uploadDate: Day;
}
