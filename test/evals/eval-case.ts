/** Cases that measure understanding: a document as text, its caseload, and what a careful case manager would record. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Caseload, caseloadSchema } from '../../services/domain/caseload.ts';
import type { EvidenceDocument } from '../../services/domain/evidence.ts';
import type { Page } from '../../services/domain/page.ts';
import { understandDocument } from '../../services/extraction/understand-document.ts';
import { textPage as typedPage } from '../factories/text-page.ts';

export interface GoldPoint {
  readonly studentId: string;
  readonly goalId: string;
  readonly date: string;
  readonly value: number;
}

export interface GoldService {
  readonly studentId: string;
  readonly kind: string;
  readonly date: string;
  readonly minutes: number;
  readonly delivered: boolean;
}

export interface EvalCase {
  readonly id: string;
  readonly file: string;
  readonly caseload: string;
  /** The student that was named at upload. */
  readonly student: string | null;
  readonly uploadDate: string;
  readonly expected: {
    readonly documentType: string;
    readonly studentId: string | null;
    readonly date: string | null;
    readonly dataPoints: readonly GoldPoint[];
    readonly services: readonly GoldService[];
    /** Values that must not come out, and why. */
    readonly forbidden: readonly { readonly value: number; readonly why: string }[];
  };
  readonly tags: readonly string[];
}

export interface EvalSet {
  readonly name: string;
  readonly folder: string;
  readonly cases: readonly EvalCase[];
  readonly caseloadOf: (evalCase: EvalCase) => Caseload;
  readonly textOf: (evalCase: EvalCase) => string;
}

/** The set in `folder`; null where it is not there. */
export function loadSet(name: string, folder: string): EvalSet | null {
  const path = join(folder, 'cases.jsonl');
  if (!existsSync(path)) return null;
  const cases = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): EvalCase => JSON.parse(line));
  const caseloads = new Map<string, Caseload>();
  const caseloadOf = (evalCase: EvalCase): Caseload => {
    const file = `${evalCase.caseload.replace(/\.json$/, '')}.json`;
    const known = caseloads.get(file);
    if (known) return known;
    const parsed = caseloadSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    caseloads.set(file, parsed);
    return parsed;
  };
  const textOf = (evalCase: EvalCase) => readFileSync(join(folder, 'docs', basename(evalCase.file)), 'utf8');
  return { name, folder, cases, caseloadOf, textOf };
}

/** The page of a paper: typed text, as it comes out of reading. */
export function textPage(text: string, file: string, page = 1): Page {
  return typedPage(text, { file, page });
}

/** What the rules make of one case. */
export function understandCase(set: EvalSet, evalCase: EvalCase): EvidenceDocument {
  const page = textPage(set.textOf(evalCase), evalCase.file);
  return understandDocument([page], set.caseloadOf(evalCase), {
    studentId: evalCase.student,
    uploadDate: evalCase.uploadDate,
  });
}
