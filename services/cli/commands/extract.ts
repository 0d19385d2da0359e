/** `throughline extract`: read, split, classify and extract without keeping anything: one JSON line per document. */
import { splitPages } from '../../binders/split-pages.ts';
import type { Caseload } from '../../domain/caseload.ts';
import { dayIn } from '../../domain/dates.ts';
import type { EvidenceDocument } from '../../domain/evidence.ts';
import type { Page } from '../../domain/page.ts';
import { type ProposedPlan, proposesAnything } from '../../domain/proposed-plan.ts';
import { confirmProposedPlan } from '../../extraction/confirm/confirm-proposed-plan.ts';
import { readAgainFrom } from '../../extraction/confirm/read-from-file.ts';
import { needsSecondReading } from '../../extraction/confirm/second-look.ts';
import { confirmDataPoints } from '../../extraction/confirm-data-points.ts';
import { understandWithModel } from '../../extraction/model/understand-with-model.ts';
import { proposePlan } from '../../extraction/propose-plan.ts';
import { loadConfig } from '../../platform/config.ts';
import type { Llm } from '../../platform/llm/llm.ts';
import { openConfiguredReading } from '../../reading/open-configured-reading.ts';
import type { Reading } from '../../reading/reading.ts';
import { assertStudent, readCaseloadFile } from '../arguments.ts';
import { openLlmFor } from '../open-llm-for.ts';
import { printJson, printLine } from '../output.ts';
import { showProgress } from '../progress.ts';
import { isFailure, type PageResult, readFiles } from '../read-files.ts';

export interface ExtractOptions {
  readonly caseload: string;
  readonly student?: string;
  readonly date?: string;
  readonly jobs?: number;
  readonly json?: boolean;
}

interface Tools {
  readonly caseload: Caseload;
  readonly reading: Reading;
  readonly llm: Llm;
}

/** A document as it is printed; an IEP bears the plan that it proposes. */
type ExtractedDocument = EvidenceDocument & { plan?: ProposedPlan };

/** The documents of one file. Values that were read from a picture are read a second time. */
async function understandPages(
  read: readonly PageResult[],
  options: ExtractOptions,
  { caseload, reading, llm }: Tools,
): Promise<ExtractedDocument[]> {
  const [first] = read;
  if (!first) return [];
  const uploadDate = options.date ?? dayIn(caseload.district.timeZone, new Date());
  const pages: Page[] = read.map(({ page }) => page);
  const readAgain = readAgainFrom(reading, first.file, first.info);
  const documents: ExtractedDocument[] = [];
  for (const group of splitPages(pages, caseload)) {
    const own = pages.filter((page) => group.pages.includes(page.page));
    const found = await understandWithModel(own, caseload, { studentId: options.student ?? null, uploadDate }, llm);
    const again = own.some(needsSecondReading);
    const sure = again ? await confirmDataPoints(found, own, { caseload, uploadDate }, readAgain) : found;
    const student = caseload.students.find(({ id }) => id === sure.studentId) ?? null;
    const plan = sure.documentType === 'iep' ? proposePlan(own, student, uploadDate) : null;
    documents.push(
      plan && proposesAnything(plan) ? { ...sure, plan: await confirmProposedPlan(plan, own, readAgain) } : sure,
    );
  }
  return documents;
}

function describe(document: EvidenceDocument): string {
  const points = document.dataPoints.map(
    (p) => `  ${p.date} ${p.studentId} ${p.goalId}: ${p.value} ${p.unit} "${p.source.quote}"`,
  );
  return [`== ${document.file}, pages ${document.pages.join(', ')}: ${document.documentType}`, ...points].join('\n');
}

export async function runExtract(files: string[], options: ExtractOptions): Promise<number> {
  const config = loadConfig();
  const caseload = await readCaseloadFile(options.caseload);
  assertStudent(caseload, options.student);
  const atOnce = options.jobs ?? config.readers;
  const reading = openConfiguredReading(config, atOnce);
  const { llm, close } = await openLlmFor(config);
  const progress = showProgress('pages read');
  let failures = 0;
  let pages: PageResult[] = [];
  const printDocuments = async () => {
    for (const document of await understandPages(pages, options, { caseload, reading, llm })) {
      await (options.json ? printJson(document) : printLine(describe(document)));
    }
    pages = [];
  };
  try {
    for await (const result of readFiles(reading, files, atOnce, { llm, districtId: caseload.district.id })) {
      progress.step();
      const [first] = pages;
      const startsAnew = first && (first.file !== result.file || (!isFailure(result) && result.page.page === 1));
      if (startsAnew) await printDocuments();
      if (isFailure(result)) {
        failures += 1;
        await (options.json ? printJson(result) : printLine(`${result.file}: ${result.error.message}`));
      } else {
        pages.push(result);
      }
    }
    if (pages.length > 0) await printDocuments();
  } finally {
    progress.end();
    await reading.close();
    await close();
  }
  return failures > 0 ? 1 : 0;
}
