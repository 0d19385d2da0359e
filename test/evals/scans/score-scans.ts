/**
 * Understanding of scans: every document of a set as a picture, through the real readers, split, understood and read a
 * second time, and scored beside its clean text. What matters most are wrong values that nobody is asked about.
 */
import { splitPages } from '../../../services/binders/split-pages.ts';
import type { DataPoint, EvidenceDocument } from '../../../services/domain/evidence.ts';
import type { Bbox } from '../../../services/domain/geometry.ts';
import type { Page } from '../../../services/domain/page.ts';
import { confirmDataPoints } from '../../../services/extraction/confirm-data-points.ts';
import { understandDocument } from '../../../services/extraction/understand-document.ts';
import { type EvalCase, type EvalSet, understandCase } from '../eval-case.ts';
import { type CaseResult, type Figures, pairOff, samePoint, scoreCase, sumUp } from '../score.ts';
import { confirmScan, type Readings, readScan, type ScannedPage } from './read-scan.ts';
import { type Look, lookOf } from './take-picture.ts';

/** Values that come out without a question, and how many of them are wrong. */
export interface Sureness {
  proposed: number;
  asked: number;
  /** Proposed and wrong: read wrongly, or taken for what it is not. */
  wrong: number;
  /** Of these, those that come out of the clean text as well: no reading would help. */
  wrongOnCleanText: number;
}

export interface ScanScore {
  readonly clean: Figures;
  readonly scanned: Figures;
  readonly sure: Sureness;
  /** Asked for because of the second look alone, and right all the same. */
  readonly askedInVain: number;
  readonly secondReadings: number;
  /** Milliseconds of all second readings; those that were kept from a run before are not counted. */
  readonly readingMs: number;
  readonly byLook: ReadonlyMap<Look, Figures>;
  readonly notes: readonly string[];
}

interface Understood {
  readonly before: readonly EvidenceDocument[];
  readonly after: readonly EvidenceDocument[];
  readonly calls: readonly { readonly ms: number }[];
}

async function understandScan(
  set: EvalSet,
  evalCase: EvalCase,
  scans: readonly ScannedPage[],
  readings: Readings,
): Promise<Understood> {
  const caseload = set.caseloadOf(evalCase);
  const options = { studentId: evalCase.student, uploadDate: evalCase.uploadDate };
  const pages = scans.map(({ page }) => page);
  const calls: { ms: number }[] = [];
  const readAgain = async (page: Page, bbox: Bbox) => {
    const scan = scans.find((one) => one.page.page === page.page);
    if (!scan) return null;
    const { second, ms } = await confirmScan(scan, bbox, readings);
    if (ms > 0) calls.push({ ms });
    return second;
  };
  const before: EvidenceDocument[] = [];
  const after: EvidenceDocument[] = [];
  for (const group of splitPages(pages, caseload)) {
    const own = pages.filter(({ page }) => group.pages.includes(page));
    const document = understandDocument(own, caseload, options);
    before.push(document);
    after.push(await confirmDataPoints(document, own, { caseload, uploadDate: options.uploadDate }, readAgain));
  }
  return { before, after, calls };
}

const text = (p: DataPoint) => `${p.studentId} ${p.goalId} ${p.date} ${p.value} “${p.source.quote}” ${p.confidence}`;

/** Draws, reads and scores the first `limit` cases of `set`. */
export async function scoreScans(set: EvalSet, limit: number, readings: Readings): Promise<ScanScore> {
  const clean: CaseResult[] = [];
  const scanned: { result: CaseResult; look: Look }[] = [];
  const sure: Sureness = { proposed: 0, asked: 0, wrong: 0, wrongOnCleanText: 0 };
  const notes: string[] = [];
  let [askedInVain, secondReadings, readingMs] = [0, 0, 0];
  for (const evalCase of set.cases.slice(0, limit)) {
    const seed = `${set.name}-${evalCase.id}`;
    const scans = await readScan(set.textOf(evalCase), seed, evalCase.file, readings);
    const { before, after, calls } = await understandScan(set, evalCase, scans, readings);
    secondReadings += calls.length;
    readingMs += calls.reduce((sum, { ms }) => sum + ms, 0);
    const typed = understandCase(set, evalCase);
    clean.push(scoreCase(evalCase, [typed]));
    const result = scoreCase(evalCase, after);
    scanned.push({ result, look: lookOf(`${seed}-0`) });
    const points = after.flatMap((document) => document.dataPoints);
    const { extra } = pairOff(evalCase.expected.dataPoints, points, samePoint);
    const proposed = points.filter(({ status }) => status === 'proposed');
    const wrong = extra.filter(({ status }) => status === 'proposed');
    const alsoTyped = wrong.filter((p) => typed.dataPoints.some((q) => samePoint(q, p)));
    sure.proposed += proposed.length;
    sure.asked += points.length - proposed.length;
    sure.wrong += wrong.length;
    sure.wrongOnCleanText += alsoTyped.length;
    const firstStatus = before.flatMap((document) => document.dataPoints.map(({ status }) => status));
    const newlyAsked = points.filter((p, i) => p.status === 'needs_review' && firstStatus[i] === 'proposed');
    askedInVain += newlyAsked.filter((p) => !extra.includes(p)).length;
    const lines = [
      ...wrong.map((p) => `SURE AND WRONG${alsoTyped.includes(p) ? ' (clean text too)' : ''} ${text(p)}`),
      ...newlyAsked.map((p) => `asked, ${extra.includes(p) ? 'wrong' : 'right'}: ${text(p)} ${p.reason}`),
      ...result.notes.filter((note) => !clean.at(-1)!.notes.includes(note)),
    ];
    if (lines.length > 0) notes.push(`${evalCase.id} (${lookOf(`${seed}-0`)})`, ...lines.map((line) => `  ${line}`));
  }
  const all = [...new Set(scanned.map(({ look }) => look))].sort();
  return {
    clean: sumUp(clean),
    scanned: sumUp(scanned.map(({ result }) => result)),
    sure,
    askedInVain,
    secondReadings,
    readingMs: Math.round(readingMs),
    byLook: new Map(all.map((look) => [look, sumUp(scanned.filter((s) => s.look === look).map((s) => s.result))])),
    notes,
  };
}
