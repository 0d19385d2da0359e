/**
 * The question that a document bears where it is not sure that it begins, or goes on, where it does. It is written and
 * read here and nowhere else.
 */
import type { DocumentRecord } from '../domain/records.ts';

const opening = 'Does a new document start here? ';
const doubtPattern = /(?:^|\s)Page (\d+): /g;

/** The question for a person; `reason` as the split gives it: why it begins there, then `Page 3: …` for each doubt within. */
export function jointQuestion(reason: string): string {
  return opening + reason;
}

export function isJointQuestion(question: string): boolean {
  return question.startsWith(opening);
}

/** A joint that is not sure: the one before `page`. */
export interface JointDoubt {
  readonly page: number;
  readonly reason: string;
}

/** The joints of a document that a person should look at, in the order of its pages. */
export function jointDoubts({ pages, questions }: Pick<DocumentRecord, 'pages' | 'questions'>): JointDoubt[] {
  const question = (questions ?? []).find(isJointQuestion);
  if (!question) return [];
  const [beginning = '', ...within] = question.slice(opening.length).split(doubtPattern);
  const doubts: JointDoubt[] = [];
  for (let at = 0; at + 1 < within.length; at += 2) {
    doubts.push({ page: Number(within[at]), reason: (within[at + 1] ?? '').trim() });
  }
  const first = pages[0];
  // With doubts about its other pages, a document says why it begins even where that is certain.
  const isSure = doubts.length > 0 && !/\bseems\b/.test(beginning);
  return first === undefined || isSure ? doubts : [{ page: first, reason: beginning.trim() }, ...doubts];
}
