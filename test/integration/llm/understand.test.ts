import { describe, expect, it } from 'vitest';
import type { EvidenceDocument } from '../../../services/domain/evidence.ts';
import type { Page } from '../../../services/domain/page.ts';
import type { Proposal } from '../../../services/extraction/model/proposal.ts';
import { understandWithModel } from '../../../services/extraction/model/understand-with-model.ts';
import { understandDocument } from '../../../services/extraction/understand-document.ts';
import { noLlm } from '../../../services/platform/llm/llm.ts';
import { proposal } from '../../factories/proposals.ts';
import { answer, fail, hangUp, inTurn, refuse, type StubBehaviour, say, stall } from '../../factories/stub-endpoint.ts';
import { testLlm } from '../../factories/test-llm.ts';
import { sampleCaseload, textPage } from '../../factories/text-page.ts';

const caseload = sampleCaseload();
const options = { uploadDate: '2025-11-20' };

async function understand(pages: Page | Page[], behaviour: StubBehaviour, environment: Record<string, string> = {}) {
  const made = await testLlm(behaviour, environment);
  const list = Array.isArray(pages) ? pages : [pages];
  const document = await understandWithModel(list, caseload, options, made.llm);
  return { document, stub: made.stub, byRules: understandDocument(list, caseload, options) };
}
const proposing = (...measurements: Proposal[]) => answer({ measurements });
const pointsOf = (document: EvidenceDocument) => document.dataPoints.map((p) => [p.goalId, p.date, p.value, p.status]);

const fluency = textPage('Fluency check\nName: Amaya Delacroix-Reyes\nDate: 11/18/2025\nWCPM: 47\nGoal: 70 wcpm\n');
const noticed = textPage(
  'Observation note\nStudent: Calliope Vantongeren   Date: 11/18/2025\nInteger operations: Calliope had the set of twenty before her, seventeen finished at the bell.\n',
);

describe('what rules and model both find', () => {
  it('is what the rules found, and surer', async () => {
    const { document, byRules } = await understand(
      fluency,
      proposing(
        proposal('47', {
          line: 'WCPM: 47',
          kind: 'rate',
          value: '47',
          date: '11/18/2025',
          student: 'PupilA',
          measured: 'WCPM',
        }),
        proposal('70 wcpm', { line: 'Goal: 70 wcpm', role: 'target', kind: 'rate', value: '70 wcpm' }),
      ),
    );
    expect(pointsOf(byRules)).toEqual([['amd-orf', '2025-11-18', 47, 'proposed']]);
    expect(pointsOf(document)).toEqual(pointsOf(byRules));
    expect(document.dataPoints[0]?.confidence).toBeGreaterThan(byRules.dataPoints[0]?.confidence ?? 1);
    expect(document.model).toEqual({
      model: 'test-model',
      prompt: 'extract/v1',
      tookPart: true,
      mayAnswerLater: false,
    });
  });

  it('leaves a point as it is where the model says nothing of it', async () => {
    const { document, byRules } = await understand(fluency, proposing());
    expect(document.dataPoints).toEqual(byRules.dataPoints);
  });
});

describe('what rules and model see differently is asked', () => {
  const sure = proposal('47', { line: 'WCPM: 47', kind: 'rate', value: '47' });
  it.each([
    ['a target', { ...sure, role: 'target' as const }, 'The model takes it for a target.'],
    ['another day', { ...sure, date: '11/11/2025' }, 'The model dates it 2025-11-11.'],
    ['another student', { ...sure, student: 'PupilB' }, 'The model takes it for another student’s.'],
  ])('%s', async (_name, said, reason) => {
    const page = textPage(`${fluency.text}Make-up on 11/11/2025, with Soren Halvorsen\n`);
    const { document, byRules } = await understand(page, proposing(said));
    expect(byRules.dataPoints[0]?.status).toBe('proposed');
    expect(document.dataPoints).toMatchObject([{ value: 47, studentId: 'stu-amd', status: 'needs_review', reason }]);
  });
});

describe('what only the model finds', () => {
  const found = proposal('twenty before her, seventeen', {
    numerator: 17,
    denominator: 20,
    line: 'Integer operations: PupilA had the set of twenty before her, seventeen finished at the bell.',
    measured: 'Integer operations',
    student: 'PupilA',
    date: '11/18/2025',
  });

  it('is a point that a person must look at, with its words on the page', async () => {
    const { document, byRules } = await understand(noticed, proposing(found));
    expect(byRules.dataPoints).toEqual([]);
    expect(document.dataPoints).toMatchObject([
      {
        goalId: 'cav-int',
        studentId: 'stu-cav',
        date: '2025-11-18',
        value: 85,
        numerator: 17,
        denominator: 20,
        status: 'needs_review',
      },
    ]);
    const [point] = document.dataPoints;
    expect(point?.reason).toContain('Found by the model alone');
    expect(point?.confidence).toBeLessThanOrEqual(0.5);
    expect(noticed.text.slice(point?.source.start, point?.source.end)).toBe(point?.source.quote);
    expect(point?.source.quote).toBe('twenty before her, seventeen');
  });

  it('keeps its place where a scanner misread the digits, and the rules mended them', async () => {
    const page = textPage(
      'Exit ticket: integers\nName: Calliope Vantongeren   11/13/2025\nInteger operations  7/l0 correct\n',
      { source: 'ocr', confidence: 0.8 },
    );
    const said = proposal('7/l0', {
      numerator: 7,
      denominator: 10,
      line: 'Integer operations  7/l0 correct',
      measured: 'Integer operations',
    });
    const { document, byRules } = await understand(page, proposing(said));
    expect(byRules.dataPoints).toMatchObject([{ value: 70, source: { quote: '7/l0' } }]);
    expect(document.dataPoints).toMatchObject([{ value: 70, source: { quote: '7/l0' } }]);
    expect(document.dataPoints[0]?.confidence).toBeGreaterThan(byRules.dataPoints[0]?.confidence ?? 1);
  });

  it('is left out where the quote stands nowhere, and said so', async () => {
    const { document, byRules } = await understand(
      noticed,
      proposing({ ...found, quote: 'nineteen of the twenty problems', numerator: 19 }),
    );
    expect(document.dataPoints).toEqual(byRules.dataPoints);
    expect(document.questions?.join()).toContain('does not stand on the page');
  });

  it('is shown and not counted where the value does not follow from the quote', async () => {
    const { document } = await understand(noticed, proposing({ ...found, numerator: 20 }));
    expect(document.dataPoints).toEqual([]);
    expect(document.unmapped).toMatchObject([
      { reason: 'The model reads a measurement here that does not follow from what is written.' },
    ]);
  });

  it('is shown and not counted where the rules know better: targets, dates, codes', async () => {
    const page = textPage(
      'Observation note\nStudent: Calliope Vantongeren   Date: 11/18/2025\nInteger goal: 80% by 5/30. Lesson 14 went well.\n',
    );
    const { document } = await understand(
      page,
      proposing(
        proposal('80%', { line: 'Integer goal: 80% by 5/30. Lesson 14 went well.', value: '80%', measured: 'Integer' }),
        proposal('5/30', { numerator: 5, denominator: 30, measured: 'Integer' }),
        proposal('14', { value: '14', kind: 'score', measured: 'Integer' }),
      ),
    );
    expect(document.dataPoints).toEqual([]);
    const reasons = document.unmapped.map((u) => u.reason);
    expect(reasons).toContain('The model takes it for a result; by the rules it is a target, not a result.');
    expect(reasons.filter((r) => r.endsWith('by the rules it is a date, a code or a part of the form.'))).toHaveLength(
      2,
    );
  });

  it('is never another student’s: the page says whose it is, not the model', async () => {
    const page = textPage(`${noticed.text}Next to her sat Mateo Quiñones.\n`);
    const { document } = await understand(page, proposing({ ...found, student: 'PupilB' }));
    expect(document.dataPoints).toEqual([]);
  });
});

describe('names', () => {
  it('do not leave, and quotes with names in them come back to their place', async () => {
    const page = textPage(
      'Observation note\nStudent: Soren Halvorsen   Date: 11/18/2025\nSoren (Halvorsen, S.) blurted out nine times today; id stu-sha, born 1/22/2016.\n',
    );
    const { document, stub } = await understand(
      page,
      answer((request: { input: string }) => {
        const line = request.input.split('\n')[2] ?? '';
        const quote = line.slice(0, line.indexOf(' today'));
        return {
          measurements: [
            proposal(quote, { line, kind: 'count', value: 'nine', measured: 'blurted out', student: 'PupilA' }),
          ],
        };
      }),
    );
    const sent = stub.requests.map((r) => r.raw).join();
    expect(sent).not.toMatch(/Soren|Halvorsen|stu-sha|1\/22\/2016/i);
    expect(stub.requests[0]?.input).toContain('PupilA');
    const place = document.dataPoints[0]?.source;
    expect(place?.quote).toBe('nine');
    expect(page.text.slice(place?.start, place?.end)).toBe('nine');
  });
});

describe('without the model the rules’ result comes out unchanged', () => {
  it.each([
    ['declines', refuse, 'refused', false],
    ['talks nonsense', say('Sure! Here is what I found.'), 'nonsense', false],
    ['is limited', fail(429), 'rate_limited', true],
    ['hangs up', hangUp, 'down', true],
    ['has an error', fail(500), 'down', true],
    ['is slow', stall, 'slow', true],
  ] as [string, StubBehaviour, string, boolean][])('one that %s', async (_name, behaviour, reason, mayAnswerLater) => {
    const { document, byRules } = await understand(fluency, behaviour, { LLM_TIMEOUT_SECONDS: '1' });
    const { model, ...rest } = document;
    expect(rest).toEqual(byRules);
    expect(model).toEqual({ model: 'test-model', prompt: 'extract/v1', tookPart: false, reason, mayAnswerLater });
  });

  it('none at all', async () => {
    expect(await understandWithModel([fluency], caseload, options, noLlm)).toEqual(
      understandDocument([fluency], caseload, options),
    );
  });

  it('and a later run brings what was missed, asking only for what is not known yet', async () => {
    const good = proposing(proposal('47', { line: 'WCPM: 47', kind: 'rate', value: '47' }));
    const made = await testLlm(inTurn(good, refuse));
    const pages = [fluency, { ...noticed, page: 2, text: noticed.text.replaceAll('Calliope Vantongeren', 'Amaya') }];
    const first = await understandWithModel(pages, caseload, options, made.llm);
    expect(first.model).toMatchObject({ tookPart: false, reason: 'refused' });
    const asked = made.stub.requests.length;
    made.stub.behave(proposing());
    const second = await understandWithModel(pages, caseload, options, made.llm);
    expect(second.model).toMatchObject({ tookPart: true });
    expect(made.stub.requests.length).toBe(asked + 1);
  });

  it('pages without figures, and documents that yield nothing, are not shown to it', async () => {
    const { stub } = await understand(textPage('Amaya enjoyed the assembly.\nShe smiled a lot.\n'), proposing());
    expect(stub.requests).toHaveLength(0);
  });
});
