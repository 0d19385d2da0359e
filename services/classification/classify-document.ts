/** Says what a document is, whose it is and which day it is of. Pure: the same pages give the same answer. */
import { type OpenPage, openPage } from '../binders/open-page.ts';
import type { Caseload } from '../domain/caseload.ts';
import type { Page } from '../domain/page.ts';
import { type Classification, type ClassifyOptions, sureOfType } from './classification.ts';
import { documentDate } from './document-date.ts';
import { type DocumentFeatures, featuresOf } from './document-features.ts';
import { documentStudents, type StudentsFound } from './document-students.ts';
import { evidenceTypes } from './evidence-types/registry.ts';
import { findSessions } from './evidence-types/service-log/find-sessions.ts';
import { goalHints } from './goal-hints.ts';
import { restatedGoals } from './restated-goals.ts';
import { scoreTypes } from './score-types.ts';

/** A type less likely than this is no alternative. */
const worthNaming = 0.15;

/** What the types are told by, for pages that are about the students of `found`. */
export function documentFeatures(
  pages: readonly OpenPage[],
  found: StudentsFound,
  caseload: Caseload,
): DocumentFeatures {
  return featuresOf(pages, {
    hints: (text) => goalHints(text, found.studentIds, caseload),
    restated: (text) => restatedGoals(text, found.studentIds, caseload),
    sessionMinutes: findSessions(pages, found.studentId, caseload).map(({ session }) => session.minutes),
    namesStudent: found.studentIds.length > 0,
    students: found.studentIds.length,
  });
}

/** Classifies the pages of one document. Never throws; a page without text is `other` with low confidence. */
export function classifyDocument(pages: readonly Page[], caseload: Caseload, options: ClassifyOptions): Classification {
  const opened = pages.map((page) => openPage(page, caseload, options.uploadDate));
  const found = documentStudents(opened, options.studentId ?? null, options.isAssigned);
  const features = documentFeatures(opened, found, caseload);
  const [best, second] = scoreTypes(features);
  const documentType = best?.type ?? 'other';
  const typeConfidence = Math.min(0.99, best?.probability ?? 0);
  const questions: string[] = [];
  if (typeConfidence < sureOfType && second) {
    const [first, other] = [documentType, second.type].map((type) => evidenceTypes[type].name);
    questions.push(`What kind of document is this: "${first}" or "${other}"?`);
  }
  const unread = pages.filter((page) => page.source === 'unreadable').map((page) => page.page);
  if (unread.length > 0) {
    questions.push(
      unread.length === 1
        ? `Page ${unread[0]} could not be read. Please look at it, or take a clearer picture.`
        : `Pages ${unread.join(', ')} could not be read. Please look at them, or take clearer pictures.`,
    );
  }
  // A paper that surely holds no results needs no student, unless its names leave a doubt.
  const isDoubtful = found.studentIds.length > 1 && (typeConfidence < sureOfType || options.studentId != null);
  const holdsResults = !['none', 'unsure'].includes(evidenceTypes[documentType].yields);
  if (found.question && (holdsResults || isDoubtful)) questions.push(found.question);
  return {
    documentType,
    typeConfidence: Math.round(typeConfidence * 100) / 100,
    alternativeType: second && second.probability >= worthNaming ? second.type : null,
    studentId: found.studentId,
    studentIds: found.studentIds,
    date: documentDate(opened, options.uploadDate),
    questions,
  };
}
