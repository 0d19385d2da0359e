/** The states of an upload, a page, a document, a data point and a statement, and which may follow which. */
import { z } from 'zod';
import { DomainError } from './errors.ts';
import type { StatementState } from './statement.ts';

export const uploadStateSchema = z.enum([
  'received',
  'reading',
  'splitting',
  'understanding',
  'done',
  'failed',
  'duplicate',
]);
export type UploadState = z.infer<typeof uploadStateSchema>;

export const pageStateSchema = z.enum(['waiting', 'read', 'failed']);
export type PageState = z.infer<typeof pageStateSchema>;

export const documentStateSchema = z.enum(['split', 'classified', 'extracted', 'filed', 'failed']);
export type DocumentState = z.infer<typeof documentStateSchema>;

/** `proposed` and `needs_review` are the machine's; the others are a person's decision. */
export const dataPointStateSchema = z.enum(['proposed', 'needs_review', 'confirmed', 'corrected', 'rejected']);
export type DataPointState = z.infer<typeof dataPointStateSchema>;

type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

export const uploadTransitions: Transitions<UploadState> = {
  received: ['reading', 'failed', 'duplicate'],
  reading: ['splitting', 'failed'],
  splitting: ['understanding', 'done', 'failed'],
  understanding: ['done', 'failed'],
  done: ['splitting'],
  failed: ['received'],
  duplicate: [],
};

export const pageTransitions: Transitions<PageState> = {
  waiting: ['read', 'failed'],
  read: ['waiting'],
  failed: ['waiting'],
};

export const documentTransitions: Transitions<DocumentState> = {
  split: ['classified', 'failed'],
  classified: ['extracted', 'failed', 'split'],
  extracted: ['filed', 'failed', 'split'],
  filed: ['split', 'classified'],
  failed: ['split'],
};

export const dataPointTransitions: Transitions<DataPointState> = {
  proposed: ['confirmed', 'corrected', 'rejected'],
  needs_review: ['confirmed', 'corrected', 'rejected'],
  confirmed: ['corrected', 'rejected'],
  corrected: ['confirmed', 'corrected', 'rejected'],
  rejected: ['confirmed', 'corrected'],
};

/** An approved statement is locked: nothing leads back, a change makes a new version. */
export const statementTransitions: Transitions<StatementState> = {
  draft: ['in_review', 'returned', 'approved'],
  in_review: ['approved', 'returned', 'draft'],
  returned: ['draft', 'in_review'],
  approved: ['sent'],
  sent: [],
};

/** Whether `to` may follow `from`. */
export function mayFollow<State extends string>(transitions: Transitions<State>, from: State, to: State): boolean {
  return transitions[from].includes(to);
}

/** Throws `invalid_transition` unless `to` may follow `from`. `what` names the thing in the message. */
export function assertMayFollow<State extends string>(
  transitions: Transitions<State>,
  from: State,
  to: State,
  what: string,
): void {
  if (!mayFollow(transitions, from, to)) {
    throw new DomainError('invalid_transition', `${what} is "${from}" and cannot become "${to}".`);
  }
}

/** The states from which nothing more happens by itself. */
export const finalUploadStates: readonly UploadState[] = ['done', 'failed', 'duplicate'];
export const finalDocumentStates: readonly DocumentState[] = ['filed', 'failed'];
