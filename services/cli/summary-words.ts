/** Names of students, goals, files and kinds as the summary says them. */
import { basename, dirname } from 'node:path';
import { evidenceTypes } from '../classification/evidence-types/registry.ts';
import type { Caseload } from '../domain/caseload.ts';
import type { DocumentType } from '../domain/evidence.ts';
import type { ProcessResult } from '../domain/process-result.ts';
import type { ProgressCode } from '../domain/statement.ts';

export const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export function documentTypeName(type: string): string {
  return evidenceTypes[type as DocumentType].name;
}

export const progressNames: Readonly<Record<ProgressCode, string>> = {
  met: 'goal met',
  on_track: 'on track',
  some_progress: 'some progress',
  no_progress: 'no progress yet',
  regressing: 'losing ground',
  insufficient_evidence: 'not enough evidence yet',
  not_introduced: 'not introduced yet',
};

export interface SummaryNames {
  /** The folder of all files, where they share one: then files go by their names alone. */
  readonly folder: string | null;
  student(id: string): string;
  goal(id: string): string;
  file(path: string): string;
}

export function summaryNames(result: ProcessResult, caseload: Caseload): SummaryNames {
  const students = new Map(caseload.students.map((s) => [s.id, `${s.givenName} ${s.familyName}`]));
  const goals = new Map(caseload.students.flatMap((s) => s.goals.map((g) => [g.id, g.area] as const)));
  const sources = result.statements.flatMap(({ citations }) => citations.map(({ source }) => source));
  const files = [...result.documents, ...result.errors, ...result.skipped, ...sources].map(({ file }) => file);
  const folders = new Set(files.map((file) => dirname(file)));
  const [folder = null] = folders.size === 1 ? folders : [];
  return {
    folder: folder === '.' ? null : folder,
    student: (id) => students.get(id) ?? id,
    goal: (id) => goals.get(id) ?? id,
    file: (path) => (folder === null ? path : basename(path)),
  };
}

export function filePlace(names: SummaryNames, file: string, page: number | undefined): string {
  return page === undefined ? names.file(file) : `${names.file(file)}, page ${page}`;
}
