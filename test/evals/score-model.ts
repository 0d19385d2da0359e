/**
 * The model path with recorded replies: an endpoint on loopback says again what a model once said of the samples' notes,
 * and what rules and model make of them together is scored like everything else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { readExpected } from '../../samples/generator/expected.ts';
import type { EvidenceDocument } from '../../services/domain/evidence.ts';
import { proposalsSchema } from '../../services/extraction/model/proposal.ts';
import { understandWithModel } from '../../services/extraction/model/understand-with-model.ts';
import { understandDocument } from '../../services/extraction/understand-document.ts';
import { systemClock } from '../../services/platform/clock.ts';
import { loadConfig } from '../../services/platform/config.ts';
import { openLlm } from '../../services/platform/llm/open-llm.ts';
import { createLog } from '../../services/platform/log.ts';
import { createMemoryLlmCache, createMemoryLlmLedger } from '../factories/memory-llm.ts';
import { answer, startStubEndpoint } from '../factories/stub-endpoint.ts';
import { sampleCaseload, textPage } from '../factories/text-page.ts';
import type { EvalCase } from './eval-case.ts';
import { type Figures, scoreCase, sumUp } from './score.ts';

const recordings = new URL('../integration/llm/recorded/', import.meta.url);
const evidence = new URL('../../samples/evidence/', import.meta.url);
const recordingSchema = z.object({ of: z.string(), reply: proposalsSchema });

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

/** Scores every recorded reply. */
export async function scoreModel(): Promise<ModelScore> {
  const caseload = sampleCaseload();
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
    for (const name of readdirSync(recordings).sort()) {
      const { of: file, reply } = recordingSchema.parse(JSON.parse(readFileSync(new URL(name, recordings), 'utf8')));
      const evalCase = caseOf(file);
      if (!evalCase) continue;
      stub.behave(answer(reply));
      const page = textPage(readFileSync(new URL(file, evidence), 'utf8'), { file });
      const options = { studentId: null, uploadDate: evalCase.uploadDate };
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
    answered: both.every(({ model }) => model.model?.tookPart === true),
  };
}
