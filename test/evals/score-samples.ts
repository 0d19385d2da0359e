/**
 * The samples through the pipeline against what a careful case manager would record from them: points and services one
 * to one, wrong ones and missed ones told apart by ink, documents by their pages, and each file's expected error.
 */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type ExpectedDocument,
  type ExpectedFile,
  type ExpectedPoint,
  readExpected,
} from '../../samples/generator/expected.ts';
import type { DataPoint, EvidenceDocument, ServiceEntry } from '../../services/domain/evidence.ts';
import type { ProcessResult } from '../../services/domain/process-result.ts';
import { pairOff } from './score.ts';

export interface Tally {
  gold: number;
  given: number;
  right: number;
}

export interface SampleScore {
  readonly files: number;
  readonly print: Tally;
  /** Points that are written by hand: a right reading counts, and so does having asked a person. */
  readonly handwriting: Tally;
  readonly services: Tally;
  /** Points and services that are wrong and do not ask a person. */
  readonly sureAndWrong: number;
  /** Handwritten points that are counted without a person's word. */
  readonly handwrittenUnasked: number;
  readonly documents: Tally;
  readonly types: Tally;
  readonly students: Tally;
  readonly errors: Tally;
  /** What is not as expected, one line each. */
  readonly notes: readonly string[];
}

const tally = (): Tally => ({ gold: 0, given: 0, right: 0 });
const near = (a: number, b: number) => Math.abs(a - b) <= 0.05 + 1e-9;
const samePoint = (g: ExpectedPoint, p: DataPoint) =>
  g.studentId === p.studentId && g.goalId === p.goalId && g.date === p.date && near(g.value, p.value);
const sameService = (g: ExpectedDocument['services'][number], s: ServiceEntry) =>
  g.studentId === s.studentId && g.serviceId === s.serviceId && g.date === s.date && g.minutes === s.minutes;
const pointText = (p: { goalId: string; date: string; value: number }) => `${p.goalId} ${p.date} ${p.value}`;
const serviceText = (s: { studentId: string; kind: string; date: string; minutes: number }) =>
  `${s.studentId} ${s.kind} ${s.date} ${s.minutes} min`;

function scoreFile(expected: ExpectedFile, documents: readonly EvidenceDocument[], score: Mutable): void {
  const { file } = expected;
  const note = (words: string) => score.notes.push(`${file}: ${words}`);
  const goldPoints = expected.documents.flatMap((document) => document.dataPoints);
  const points = documents.flatMap((document) => document.dataPoints);
  const paired = pairOff(goldPoints, points, samePoint);
  for (const gold of goldPoints) score[gold.ink].gold += 1;
  for (const gold of goldPoints.filter((g) => !paired.missed.includes(g))) {
    score[gold.ink].given += 1;
    score[gold.ink].right += 1;
    const found = points.find((p) => samePoint(gold, p));
    if (gold.ink === 'handwriting' && found?.status === 'proposed') {
      score.handwrittenUnasked += 1;
      note(`written by hand and not asked about: ${pointText(gold)}`);
    }
  }
  for (const gold of paired.missed) note(`missed (${gold.ink}): ${pointText(gold)}`);
  for (const extra of paired.extra) {
    const ink = goldPoints.find((g) => g.goalId === extra.goalId)?.ink ?? 'print';
    score[ink].given += 1;
    if (extra.status === 'proposed') score.sureAndWrong += 1;
    note(`wrong (${extra.status}): ${pointText(extra)} from "${extra.source.quote}" on page ${extra.source.page}`);
  }
  const goldServices = expected.documents.flatMap((document) => document.services);
  const services = documents.flatMap((document) => document.services);
  const sessions = pairOff(goldServices, services, sameService);
  score.services.gold += goldServices.length;
  score.services.given += services.length;
  score.services.right += sessions.right;
  for (const gold of sessions.missed) note(`missed session: ${serviceText(gold)}`);
  for (const extra of sessions.extra) {
    if (extra.status !== 'needs_review') score.sureAndWrong += 1;
    note(`wrong session: ${serviceText(extra)}`);
  }
  scoreDocuments(expected, documents, score, note);
}

function scoreDocuments(
  expected: ExpectedFile,
  documents: readonly EvidenceDocument[],
  score: Mutable,
  note: (words: string) => void,
): void {
  // Blank pages belong to no document of the expectation and may be kept with either neighbour.
  const blank = new Set(expected.pages.filter((page) => page.kind === 'blank').map((page) => page.page));
  const key = (pages: readonly number[]) => pages.filter((page) => !blank.has(page)).join(',');
  for (const gold of expected.documents) {
    score.documents.gold += 1;
    score.types.gold += 1;
    score.students.gold += 1;
    const found = documents.find((document) => key(document.pages) === key(gold.pages));
    if (!found) {
      note(`pages ${gold.pages.join(', ')} are not a document of their own`);
      continue;
    }
    score.documents.right += 1;
    score.types.given += 1;
    score.students.given += 1;
    if (found.documentType === gold.documentType) score.types.right += 1;
    else note(`page ${gold.pages[0]} is a ${gold.documentType}, not a ${found.documentType}`);
    if (found.studentId === gold.studentId) score.students.right += 1;
    else note(`page ${gold.pages[0]} is about ${gold.studentId}, not ${found.studentId}`);
  }
  score.documents.given += documents.filter((document) => key(document.pages) !== '').length;
}

type Mutable = {
  -readonly [Key in keyof SampleScore]: SampleScore[Key] extends readonly string[] ? string[] : SampleScore[Key];
};

/** Scores what `process` gave for the files of `samples/evidence`. */
export function scoreSamples(result: ProcessResult): SampleScore {
  const names = readdirSync(new URL('../../samples/evidence/', import.meta.url)).sort();
  const score: Mutable = {
    files: names.length,
    print: tally(),
    handwriting: tally(),
    services: tally(),
    sureAndWrong: 0,
    handwrittenUnasked: 0,
    documents: tally(),
    types: tally(),
    students: tally(),
    errors: tally(),
    notes: [],
  };
  const duplicates = new Set(result.skipped.filter(({ file, of }) => file !== of).map(({ file }) => basename(file)));
  for (const name of names) {
    const expected = readExpected(name);
    const error = result.errors.find(({ file }) => basename(file) === name);
    if (expected.error) score.errors.gold += 1;
    if (error) score.errors.given += 1;
    if (expected.error && expected.error === error?.code) score.errors.right += 1;
    else if (expected.error || error)
      score.notes.push(`${name}: ${error?.code ?? 'read'}, expected ${expected.error ?? 'to be read'}`);
    if (expected.duplicateOf !== undefined) {
      if (!duplicates.has(name)) score.notes.push(`${name}: not told as the same as ${expected.duplicateOf}`);
      continue;
    }
    const own = result.documents.filter(({ file }) => basename(file) === name);
    scoreFile(expected, own, score);
  }
  return score;
}
