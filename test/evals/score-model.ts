/**
 * The model path with recorded replies: an endpoint on loopback says again what a model once said of the samples' notes
 * and of the papers of a set, and what rules and model make of them together is scored like everything else.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readExpected } from '../../samples/generator/expected.ts';
import type { Caseload } from '../../services/domain/caseload.ts';
import type { EvidenceDocument } from '../../services/domain/evidence.ts';
import type { Page } from '../../services/domain/page.ts';
import { type Proposals, proposalsSchema } from '../../services/extraction/model/proposal.ts';
import { understandWithModel } from '../../services/extraction/model/understand-with-model.ts';
import { understandDocument } from '../../services/extraction/understand-document.ts';
import { systemClock } from '../../services/platform/clock.ts';
import { loadConfig } from '../../services/platform/config.ts';
import { openLlm } from '../../services/platform/llm/open-llm.ts';
import { createLog } from '../../services/platform/log.ts';
import { createMemoryLlmCache, createMemoryLlmLedger } from '../factories/memory-llm.ts';
import { answer, startStubEndpoint } from '../factories/stub-endpoint.ts';
import { sampleCaseload, textPage } from '../factories/text-page.ts';
import { type EvalCase, type EvalSet, textPage as paperPage } from './eval-case.ts';
import { type Figures, scoreCase, sumUp } from './score.ts';

const recordings = new URL('../integration/llm/recorded/', import.meta.url);
const evidence = new URL('../../samples/evidence/', import.meta.url);
const recordingSchema = z.object({ of: z.string(), reply: proposalsSchema });
/** One line of a set's `replies.jsonl`: what a model answered to that version of the prompt about that paper. */
const replySchema = z.object({ id: z.string(), prompt: z.string(), reply: proposalsSchema });

/** A paper and what a model once said of it. */
interface Recorded {
  readonly evalCase: EvalCase;
  readonly page: Page;
  readonly caseload: Caseload;
  readonly reply: Proposals;
}

export interface ModelScore {
  readonly rules: Figures;
  readonly withModel: Figures;
  /** Points without a question that are wrong: the model must not make any. */
  readonly sureAndWrong: number;
  /** Whether every reply reached the checks. */
  readonly answered: boolean;
}

function caseOf(file: string): EvalCase | null {
  const expected = readExpected(file);
  const [document] = expected.documents;
  if (!document) return null;
  return {
    id: file,
    file,
    caseload: 'caseload',
    student: null,
    uploadDate: expected.uploadDate,
    expected: {
      documentType: document.documentType,
      studentId: document.studentId,
      date: document.date,
      dataPoints: document.dataPoints,
      services: [],
      forbidden: document.notData,
    },
    tags: [],
  };
}

/** The notes of the samples, with the replies that were recorded of them. */
function recordedNotes(): Recorded[] {
  const caseload = sampleCaseload();
  return readdirSync(recordings)
    .sort()
    .flatMap((name) => {
      const { of: file, reply } = recordingSchema.parse(JSON.parse(readFileSync(new URL(name, recordings), 'utf8')));
      const evalCase = caseOf(file);
      const page = textPage(readFileSync(new URL(file, evidence), 'utf8'), { file });
      return evalCase ? [{ evalCase, page, caseload, reply }] : [];
    });
}

/** The papers of `set` of which a reply was recorded. */
function recordedPapers(set: EvalSet): Recorded[] {
  const path = join(set.folder, 'replies.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const replies = new Map(lines.map((line) => replySchema.parse(JSON.parse(line))).map(({ id, reply }) => [id, reply]));
  return set.cases.map((evalCase) => ({
    evalCase,
    page: paperPage(set.textOf(evalCase), evalCase.file),
    caseload: set.caseloadOf(evalCase),
    // What a model was not asked about yields nothing, as then.
    reply: replies.get(evalCase.id) ?? { measurements: [] },
  }));
}

async function score(recorded: readonly Recorded[]): Promise<ModelScore | null> {
  if (recorded.length === 0) return null;
  const stub = await startStubEndpoint(answer({ measurements: [] }));
  const { llm: settings } = loadConfig({
    LLM_BASE_URL: stub.baseUrl,
    LLM_MODEL: 'recorded',
    LLM_REQUESTS_PER_MINUTE: '60000',
  });
  const llm = openLlm(settings, {
    clock: systemClock,
    log: createLog('silent'),
    cache: createMemoryLlmCache(),
    ledger: createMemoryLlmLedger(),
  });
  const both: { readonly evalCase: EvalCase; readonly rules: EvidenceDocument; readonly model: EvidenceDocument }[] =
    [];
  try {
    for (const { evalCase, page, caseload, reply } of recorded) {
      stub.behave(answer(reply));
      const options = { studentId: evalCase.student, uploadDate: evalCase.uploadDate };
      const rules = understandDocument([page], caseload, options);
      both.push({ evalCase, rules, model: await understandWithModel([page], caseload, options, llm) });
    }
  } finally {
    await stub.close();
  }
  const sure = ({ dataPoints, ...rest }: EvidenceDocument): EvidenceDocument => ({
    ...rest,
    dataPoints: dataPoints.filter(({ status }) => status === 'proposed'),
  });
  const sureFigures = sumUp(both.map(({ evalCase, model }) => scoreCase(evalCase, [sure(model)])));
  return {
    rules: sumUp(both.map(({ evalCase, rules }) => scoreCase(evalCase, [rules]))),
    withModel: sumUp(both.map(({ evalCase, model }) => scoreCase(evalCase, [model]))),
    sureAndWrong: sureFigures.predicted - sureFigures.right,
    answered: both.every(({ model }) => model.model === undefined || model.model.tookPart),
  };
}

/** Scores every recorded reply about the notes of the samples. */
export const scoreNotes = (): Promise<ModelScore | null> => score(recordedNotes());

/** Scores the recorded replies about the papers of `set`; null where there are none. */
export const scoreReplies = (set: EvalSet): Promise<ModelScore | null> => score(recordedPapers(set));
