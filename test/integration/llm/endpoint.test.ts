import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../../services/platform/config.ts';
import { mayAnswerLater, noLlm } from '../../../services/platform/llm/llm.ts';
import { openLlm } from '../../../services/platform/llm/open-llm.ts';
import type { PromptVersion } from '../../../services/platform/llm/prompt.ts';
import { disguise } from '../../../services/platform/llm/pseudonyms/disguise.ts';
import { indexNames } from '../../../services/platform/llm/pseudonyms/known-names.ts';
import { transcribeHandwriting } from '../../../services/platform/llm/transcribe.ts';
import { createMemoryLlmCache } from '../../factories/memory-llm.ts';
import {
  answer,
  breakOff,
  drip,
  fail,
  flood,
  hangUp,
  inTurn,
  redirect,
  refuse,
  type StubBehaviour,
  say,
  stall,
  startStubEndpoint,
} from '../../factories/stub-endpoint.ts';
import { type TestLlm, testLlm } from '../../factories/test-llm.ts';

const prompt: PromptVersion = {
  task: 'count-words',
  version: 1,
  instructions: 'Count the words. Answer with {curly} braces kept.',
  examples: [{ name: 'two words', input: 'one two', output: { count: 2 } }],
  maxOutputTokens: 200,
  fingerprint: 'f1',
};
const schema = z.object({ count: z.number().int(), note: z.string().nullable() });
const good = { count: 3, note: null };
const text = (words: string) => disguise(words, indexNames([])).text;
const ask = ({ llm }: Pick<TestLlm, 'llm'>, words = 'three small words', districtId = 'd-1') =>
  llm.complete({ prompt, input: text(words), schema, districtId });

describe('a model that answers', () => {
  it('is asked with instructions, examples and schema, and its answer comes back checked', async () => {
    const made = await testLlm(answer(good));
    expect(await ask(made)).toEqual({ ok: true, value: good, cached: false, tokens: 120 });
    const [request] = made.stub.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe('Bearer key-that-nobody-may-see-123');
    expect(request?.body.messages).toEqual([
      { role: 'system', content: prompt.instructions },
      { role: 'user', content: 'one two' },
      { role: 'assistant', content: '{"count":2}' },
      { role: 'user', content: 'three small words' },
    ]);
    expect(request?.body.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: {
        strict: true,
        schema: { type: 'object', required: ['count', 'note'], additionalProperties: false },
      },
    });
    expect(request?.body).toMatchObject({ model: 'test-model', temperature: 0, max_tokens: 200 });
  });

  it('is not asked twice for the same text, and is for another text, prompt, schema or district', async () => {
    const made = await testLlm(answer(good));
    await ask(made);
    expect(await ask(made)).toEqual({ ok: true, value: good, cached: true, tokens: 0 });
    expect(made.stub.requests).toHaveLength(1);
    await ask(made, 'three other words');
    await ask(made, 'three small words', 'd-2');
    await made.llm.complete({
      prompt: { ...prompt, fingerprint: 'f2' },
      input: text('three small words'),
      schema,
      districtId: 'd-1',
    });
    const wider = schema.extend({ more: z.string().nullable().catch(null) });
    await made.llm.complete({ prompt, input: text('three small words'), schema: wider, districtId: 'd-1' });
    expect(made.stub.requests).toHaveLength(5);
  });

  it('is asked again where another model answers, although the words are the same', async () => {
    const cache = createMemoryLlmCache();
    const first = await testLlm(answer(good), {}, { cache });
    const second = await testLlm(answer(good), { LLM_MODEL: 'another-model' }, { cache });
    await ask(first);
    await ask(second);
    await ask(first);
    expect([first.stub.requests.length, second.stub.requests.length]).toEqual([1, 1]);
  });

  it('may set its JSON in a code fence, as local servers do', async () => {
    const made = await testLlm(say(`\`\`\`json\n${JSON.stringify(good)}\n\`\`\``));
    expect(await ask(made)).toMatchObject({ ok: true, value: good });
  });

  it('may be a deployment of Azure', async () => {
    const stub = await startStubEndpoint(answer(good));
    onTestFinished(() => stub.close());
    const environment = {
      LLM_PROVIDER: 'azure',
      LLM_API_VERSION: '2024-10-21',
      LLM_BASE_URL: stub.baseUrl.replace('/v1', ''),
    };
    const made = await testLlm(answer(good), { ...environment, LLM_VISION_MODEL: 'eyes' });
    expect(await ask(made)).toMatchObject({ ok: true, value: good });
    expect(stub.requests[0]?.path).toBe('/openai/deployments/test-model/chat/completions?api-version=2024-10-21');
    expect(stub.requests[0]?.headers['api-key']).toBe('key-that-nobody-may-see-123');
    await made.llm.transcribe({
      prompt,
      image: new Uint8Array([1]),
      mediaType: 'image/png',
      schema,
      districtId: 'd-1',
    });
    expect(stub.requests[1]?.path).toBe('/openai/deployments/eyes/chat/completions?api-version=2024-10-21');
  });

  it('reads a picture only where a vision model is configured', async () => {
    const picture = {
      prompt,
      image: new Uint8Array([137, 80, 78, 71]),
      mediaType: 'image/png' as const,
      schema,
      districtId: 'd-1',
    };
    const blind = await testLlm(answer(good));
    expect(await blind.llm.transcribe(picture)).toMatchObject({ ok: false, reason: 'off' });
    expect(blind.stub.requests).toHaveLength(0);
    const made = await testLlm(answer(good), { LLM_VISION_MODEL: 'eyes' });
    expect(await made.llm.transcribe(picture)).toMatchObject({ ok: true, value: good, cached: false });
    expect(await made.llm.transcribe(picture)).toMatchObject({ ok: true, cached: true });
    expect(made.stub.requests[0]?.body.model).toBe('eyes');
    expect(made.stub.requests[0]?.images).toEqual(['data:image/png;base64,iVBORw==']);
  });
});

describe('handwriting', () => {
  it('is transcribed line by line, with what could not be read left open', async () => {
    const lines = [{ text: 'Amt. call-outs: 1?', sure: false }];
    const made = await testLlm(answer({ lines }), { LLM_VISION_MODEL: 'eyes' });
    const picture = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/jpeg' as const };
    expect(await transcribeHandwriting(made.llm, picture, 'd-1')).toMatchObject({ ok: true, value: { lines } });
    expect(made.stub.requests[0]?.images).toEqual(['data:image/jpeg;base64,AQID']);
    expect(await transcribeHandwriting(noLlm, picture, 'd-1')).toMatchObject({ ok: false, reason: 'off' });
  });
});

describe('an endpoint that misbehaves becomes a typed outcome', () => {
  const cases: [string, StubBehaviour, string, number][] = [
    ['declines', refuse, 'refused', 1],
    ['is stopped by its content filter', say('', 'content_filter'), 'refused', 1],
    ['takes no text of this length', fail(400, {}, 'context_length_exceeded'), 'refused', 1],
    ['does not accept the key', fail(401), 'down', 1],
    ['does not know the model', fail(404), 'down', 1],
    ['has an error of its own', fail(500), 'down', 3],
    ['is behind a gateway that gives up', fail(504), 'slow', 3],
    ['is limited', fail(429), 'rate_limited', 3],
    ['asks us to wait for an hour', fail(429, { 'retry-after': '3600' }), 'rate_limited', 1],
    ['hangs up', hangUp, 'down', 3],
    ['breaks off in the middle', breakOff, 'down', 3],
    ['answers with half of a JSON text', say('{"count": 3, "no'), 'nonsense', 3],
    ['is cut off', say('{"count":', 'length'), 'nonsense', 1],
    ['answers in prose', say('There are three words.'), 'nonsense', 3],
    ['says nothing', say(''), 'nonsense', 3],
    ['breaks the schema', answer({ count: 'three', note: null }), 'nonsense', 3],
    ['answers with a list', answer([good]), 'nonsense', 3],
    [
      'is a web page',
      (_q, r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>'),
      'nonsense',
      3,
    ],
    [
      'gives no choice',
      (_q, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[]}'),
      'nonsense',
      3,
    ],
    ['never stops sending', flood(20_000_000), 'nonsense', 1],
  ];
  it.each(cases)('one that %s', async (_name, behaviour, reason, requests) => {
    const made = await testLlm(behaviour);
    expect(await ask(made)).toMatchObject({ ok: false, reason });
    expect(made.stub.requests).toHaveLength(requests);
  });

  it.each([
    ['never answers', stall],
    ['drips', drip],
  ] as [string, StubBehaviour][])('one that %s is given up', async (_name, behaviour) => {
    const made = await testLlm(behaviour, { LLM_TIMEOUT_SECONDS: '0.4' });
    expect(await ask(made)).toMatchObject({ ok: false, reason: 'slow' });
  });

  it('one that is not there', async () => {
    const made = await testLlm(answer(good), { LLM_BASE_URL: 'http://127.0.0.1:9/v1' });
    expect(await ask(made)).toMatchObject({ ok: false, reason: 'down' });
  });

  it('one that sends us elsewhere is not followed', async () => {
    const elsewhere = await startStubEndpoint(answer(good));
    onTestFinished(() => elsewhere.close());
    const made = await testLlm(redirect(`${elsewhere.baseUrl}/chat/completions`));
    expect(await ask(made)).toMatchObject({ ok: false, reason: 'down' });
    expect(elsewhere.knocks()).toBe(0);
  });

  it('a caller that has no more time ends the call', async () => {
    const made = await testLlm(stall);
    const signal = AbortSignal.timeout(100);
    expect(await made.llm.complete({ prompt, input: text('a'), schema, districtId: 'd', signal })).toMatchObject({
      ok: false,
      reason: 'slow',
    });
  });

  it('no failure is kept: a later run gets the answer', async () => {
    const made = await testLlm(inTurn(refuse, answer(good)));
    expect(await ask(made)).toMatchObject({ ok: false });
    expect(await ask(made)).toMatchObject({ ok: true, cached: false });
  });

  it('no model at all is an outcome too', async () => {
    expect(openLlm(loadConfig({}).llm, {} as never)).toBe(noLlm);
    expect(await ask({ llm: noLlm })).toEqual({ ok: false, reason: 'off', detail: 'No model is configured.' });
    expect([mayAnswerLater('off'), mayAnswerLater('circuit_open'), mayAnswerLater('refused')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the limits', () => {
  it('two retries with growing pauses, and the pause that the endpoint asks for', async () => {
    const made = await testLlm(inTurn(fail(500), fail(503), answer(good)));
    expect(await ask(made)).toMatchObject({ ok: true });
    expect(made.waits).toEqual([500, 1000]);
    const limited = await testLlm(inTurn(fail(429, { 'retry-after': '7' }), answer(good)));
    expect(await ask(limited)).toMatchObject({ ok: true });
    expect(limited.waits).toEqual([7000]);
  });

  it('the circuit opens after failures in a row, rests, and one good trial closes it', async () => {
    const made = await testLlm(fail(500));
    await ask(made);
    expect(await ask(made)).toMatchObject({ reason: 'circuit_open' });
    expect(made.stub.requests).toHaveLength(5);
    expect(await ask(made)).toMatchObject({ reason: 'circuit_open' });
    expect(made.stub.requests).toHaveLength(5);
    made.stub.behave(answer(good));
    made.time.now += 61_000;
    expect(await ask(made)).toMatchObject({ ok: true });
    expect(await ask(made, 'more words')).toMatchObject({ ok: true });
  });

  it('a page that the model declines does not open the circuit', async () => {
    const made = await testLlm(refuse);
    for (let i = 0; i < 8; i += 1) expect(await ask(made, `page ${i}`)).toMatchObject({ reason: 'refused' });
  });

  it('requests a minute: what does not fit into the time limit is told, not sent', async () => {
    const made = await testLlm(answer(good), { LLM_REQUESTS_PER_MINUTE: '1', LLM_TIMEOUT_SECONDS: '30' });
    expect(await ask(made)).toMatchObject({ ok: true });
    expect(await ask(made, 'next page')).toMatchObject({ ok: false, reason: 'rate_limited' });
    made.time.now += 45_000;
    expect(await ask(made, 'next page')).toMatchObject({ ok: true });
    expect(made.waits).toEqual([15_000]);
  });

  it('the budget of a district is its own, and begins anew the next day', async () => {
    const made = await testLlm(answer(good), { LLM_DAILY_TOKENS: '400' });
    expect(await ask(made, 'a')).toMatchObject({ ok: true });
    expect(await ask(made, 'b')).toMatchObject({ ok: true });
    expect(await ask(made, 'c')).toMatchObject({ ok: false, reason: 'budget' });
    expect(await ask(made, 'c', 'd-2')).toMatchObject({ ok: true });
    expect(await ask(made, 'a')).toMatchObject({ ok: true, cached: true });
    made.time.now += 24 * 3_600_000;
    expect(await ask(made, 'c')).toMatchObject({ ok: true });
  });
});

describe('what must stay inside', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('neither key nor page is in the log or in an outcome, even when the endpoint repeats them', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    for (const behaviour of [fail(500), fail(401), fail(429), say('secret page words'), answer(good), hangUp]) {
      const made = await testLlm(behaviour, {}, { log });
      lines.push(JSON.stringify(await ask(made, 'secret page words')));
    }
    expect(lines.length).toBeGreaterThan(6);
    expect(lines.join('')).not.toMatch(/nobody-may-see|secret page|Bearer/);
  });

  it('the key is not printed with the configuration', () => {
    const config = loadConfig({ LLM_BASE_URL: 'https://llm.example/v1', LLM_MODEL: 'm', LLM_API_KEY: 'key-123' });
    expect(JSON.stringify(config)).not.toContain('key-123');
    expect(`${config.llm?.apiKey}`).toBe('[secret]');
    expect(config.llm?.apiKey?.reveal()).toBe('key-123');
  });

  it('no tracing, gateway or debugging of a library carries a page elsewhere', async () => {
    const spy = await startStubEndpoint(answer(good));
    onTestFinished(() => spy.close());
    Object.assign(process.env, {
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_ENDPOINT: spy.baseUrl,
      LANGSMITH_API_KEY: 'k',
      LANGSMITH_GATEWAY: spy.baseUrl,
      LANGCHAIN_VERBOSE: 'true',
      OPENAI_LOG: 'debug',
      OPENAI_BASE_URL: spy.baseUrl,
      OPENAI_ORG_ID: 'org-of-the-environment',
    });
    const made = await testLlm(answer(good));
    expect(await ask(made)).toMatchObject({ ok: true });
    // Tracing sends in the background, a moment later.
    await sleep(700);
    expect(spy.knocks()).toBe(0);
    expect(made.stub.requests[0]?.headers['openai-organization']).toBeUndefined();
    expect(process.env.LANGSMITH_TRACING).toBeUndefined();
  });

  it.each([
    ['LLM_BASE_URL', { LLM_BASE_URL: 'http://llm.example.com/v1', LLM_MODEL: 'm' }],
    ['LLM_BASE_URL', { LLM_BASE_URL: 'llm.example.com', LLM_MODEL: 'm' }],
    ['LLM_BASE_URL', { LLM_API_KEY: 'k' }],
    ['LLM_MODEL', { LLM_BASE_URL: 'https://llm.example.com/v1' }],
    [
      'LLM_API_VERSION',
      { LLM_BASE_URL: 'https://x.openai.azure.com', LLM_MODEL: 'm', LLM_API_KEY: 'k', LLM_PROVIDER: 'azure' },
    ],
    [
      'LLM_API_KEY',
      { LLM_BASE_URL: 'https://x.openai.azure.com', LLM_MODEL: 'm', LLM_API_VERSION: 'v', LLM_PROVIDER: 'azure' },
    ],
  ])('a configuration that is not complete names %s', (name, environment) => {
    expect(() => loadConfig(environment)).toThrow(name);
  });

  it.each([
    'http://localhost:11434/v1',
    'http://vllm:8000/v1',
    'http://10.1.2.3/v1',
    'http://[::1]:8000/v1',
    'https://llm.example.com/v1',
  ])('%s is an address that may be asked', (address) => {
    expect(loadConfig({ LLM_BASE_URL: address, LLM_MODEL: 'm' }).llm?.baseUrl).toBe(address);
  });
});
