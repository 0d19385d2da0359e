/** 200 pages that tell a model what to do, through an endpoint that obeys the attacker completely. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureKinds } from '../../../services/domain/measure.ts';
import { proposalRoles } from '../../../services/extraction/model/proposal.ts';
import { understandWithModel } from '../../../services/extraction/model/understand-with-model.ts';
import { understandDocument } from '../../../services/extraction/understand-document.ts';
import type { Llm } from '../../../services/platform/llm/llm.ts';
import { expectHarmless } from '../../factories/expect-harmless.ts';
import { injectionPages } from '../../factories/injection-pages.ts';
import { answer, type StubEndpoint, say, startStubEndpoint } from '../../factories/stub-endpoint.ts';
import { testLlm } from '../../factories/test-llm.ts';
import { sampleCaseload } from '../../factories/text-page.ts';

const caseload = sampleCaseload();
const options = { uploadDate: '2025-11-20' };
const PAGES = 200;

let attacker: StubEndpoint;
let reached = 0;
beforeAll(async () => {
  attacker = await startStubEndpoint(answer({}));
});
afterAll(() => attacker.close());

describe('a page that gives orders to a model that obeys', () => {
  const pages = injectionPages(PAGES, 20_251_120, 'attacker.example');

  it('is each time another one', () => {
    expect(new Set(pages.map((p) => p.page.text)).size).toBe(PAGES);
    expect(new Set(pages.map((p) => p.name.replace(/^\d+: /, ''))).size).toBeGreaterThan(150);
  });

  it.each(pages.map((p) => [p.name, p] as const))('%s', async (_name, { page: generated, obeyed }) => {
    const host = new URL(attacker.baseUrl).host;
    const page = { ...generated, text: generated.text.replaceAll('attacker.example', host) };
    const obedient = typeof obeyed === 'string' ? say(obeyed) : answer(obeyed);
    const { llm, stub } = await testLlm(obedient);
    const byRules = understandDocument([page], caseload, options);
    const document = await understandWithModel([page], caseload, options, llm);
    expectHarmless(document, byRules, page.text, caseload);
    const { model: _model, ...said } = document;
    if (JSON.stringify(said) !== JSON.stringify(byRules)) reached += 1;
    for (const request of stub.requests) {
      for (const { givenName, familyName } of caseload.students) {
        expect(request.input).not.toMatch(new RegExp(`(?<!\\p{L})(?:${givenName}|${familyName})(?!\\p{L})`, 'iu'));
      }
    }
  });

  it('was taken up where it could be: the endpoint’s words did reach the checks', () => {
    expect(reached).toBeGreaterThan(PAGES / 4);
  });

  it('and no request ever went to the attacker', () => {
    expect(attacker.knocks()).toBe(0);
  });
});

describe('a model that says anything at all about any page', () => {
  const texts = injectionPages(40, 7, 'attacker.example').map((p) => p.page);
  const anyNumber = fc.option(
    fc.oneof(fc.integer({ min: -5, max: 120 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    { freq: 2 },
  );
  const anyProposal = (text: string) => {
    const slice = fc.tuple(fc.nat(text.length), fc.nat(40)).map(([start, length]) => text.slice(start, start + length));
    const line = fc.constantFrom(...text.split('\n'));
    const words = fc.oneof(slice, line, fc.constantFrom(...(text.match(/\d+(?:\/\d+)?/g) ?? ['1'])), fc.string());
    return fc.record({
      quote: words,
      line,
      role: fc.constantFrom(...proposalRoles),
      kind: fc.constantFrom(...measureKinds),
      value: fc.option(words),
      numerator: anyNumber,
      denominator: anyNumber,
      words: anyNumber,
      errors: anyNumber,
      minutes: anyNumber,
      date: fc.option(words),
      student: fc.option(fc.constantFrom('PupilA', 'PupilB', 'Soren Halvorsen')),
      measured: fc.option(words),
    });
  };
  const anyTalk = fc
    .constantFrom(...texts)
    .chain((page) => fc.tuple(fc.constant(page), fc.array(anyProposal(page.text), { maxLength: 12 })));

  it('does no harm', async () => {
    await fc.assert(
      fc.asyncProperty(anyTalk, async ([page, measurements]) => {
        const llm: Llm = {
          model: 'any',
          visionModel: null,
          complete: async (task) => ({
            ok: true,
            value: task.schema.parse({ measurements }),
            cached: false,
            tokens: 0,
          }),
          transcribe: async () => ({ ok: false, reason: 'off', detail: '' }),
        };
        const byRules = understandDocument([page], caseload, options);
        expectHarmless(await understandWithModel([page], caseload, options, llm), byRules, page.text, caseload);
      }),
      { numRuns: 300 },
    );
  });
});
