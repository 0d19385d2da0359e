/** Classification and extraction of one document in one call. */

import type { ClassifyOptions } from '../classification/classification.ts';
import { classifyDocument } from '../classification/classify-document.ts';
import type { Caseload } from '../domain/caseload.ts';
import type { EvidenceDocument } from '../domain/evidence.ts';
import type { Page } from '../domain/page.ts';
import { extractDocument } from './extract-document.ts';

/** Understands `pages`, which are one document. `uploadDate` is the day of the document only where it bears none. */
export function understandDocument(
  pages: readonly Page[],
  caseload: Caseload,
  options: ClassifyOptions,
): EvidenceDocument {
  const classification = classifyDocument(pages, caseload, options);
  return extractDocument(pages, classification, caseload, options);
}
