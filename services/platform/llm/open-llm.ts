/** Puts the model together: cache, budget, rate limit, circuit breaker, time limit and retries around one endpoint. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import { shutSideDoors } from '../config.ts';
import type { Log } from '../log.ts';
import { askChatModel } from './ask-chat-model.ts';
import { askVisionModel } from './ask-vision-model.ts';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import { EndpointFailure } from './endpoint-failure.ts';
import { createEndpointFetch, type EndpointFetch, failureIn } from './endpoint-fetch.ts';
import { readReply, readValue, tokensIn } from './endpoint-reply.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { type Llm, type LlmFailure, type LlmOutcome, noLlm } from './llm.ts';
import { type LlmCache, replyKey } from './llm-cache.ts';
import type { LlmLedger } from './llm-ledger.ts';
import type { LlmSettings } from './llm-settings.ts';
import type { PromptVersion } from './prompt.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

export interface LlmParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly cache: LlmCache;
  readonly ledger: LlmLedger;
  /** Waits; ends early when the signal is given. Tests do not wait. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0..1, for the jitter between retries. */
  readonly random?: () => number;
}

interface Question<T> {
  readonly model: string;
  readonly prompt: PromptVersion;
  readonly content: string | Uint8Array;
  readonly schema: z.ZodType<T>;
  readonly districtId: string;
  readonly signal: AbortSignal | undefined;
  /** Tokens that the whole question and its longest answer may take. */
  readonly estimate: number;
  send(endpoint: EndpointFetch, signal: AbortSignal): Promise<void>;
}

interface Limits {
  readonly rate: RateLimit;
  readonly circuit: CircuitBreaker;
}

const RETRIES = 2;
const FIRST_PAUSE_MS = 500;
/** A page of writing as a picture, as the large vision models count it. */
const IMAGE_TOKENS = 1500;

const tokensOf = (text: string) => Math.ceil(text.length / 3.5);
const estimateOf = (prompt: PromptVersion, input: number) =>
  tokensOf(prompt.instructions + JSON.stringify(prompt.examples)) + input + prompt.maxOutputTokens;

const pause = async (ms: number, signal: AbortSignal) => {
  await sleep(ms, undefined, { signal });
};

/** One attempt. Gives the value and what it cost; throws an `EndpointFailure`. */
async function attempt<T>(
  settings: LlmSettings,
  parts: LlmParts,
  question: Question<T>,
  signal: AbortSignal,
  spend: (tokens: number) => void,
) {
  const endpoint = createEndpointFetch(settings.baseUrl, signal, () => parts.clock.now().getTime());
  try {
    await question.send(endpoint, signal);
  } catch (error) {
    // What the library cannot read may still be an answer: only its absence counts here.
    if (endpoint.body() === null) {
      if (signal.aborted) throw new EndpointFailure('slow', 'No answer within the time limit.');
      throw failureIn(error);
    }
  }
  const body = endpoint.body() ?? '';
  spend(tokensIn(body) ?? question.estimate - question.prompt.maxOutputTokens + tokensOf(body));
  return readValue(readReply(body).content, question.schema);
}

/** Attempts within the limits, with growing pauses between them. Throws the last `EndpointFailure`. */
async function persist<T>(
  settings: LlmSettings,
  parts: LlmParts,
  limits: Limits,
  question: Question<T>,
  spend: (tokens: number) => void,
) {
  const { clock, wait = pause, random = Math.random } = parts;
  const now = () => clock.now().getTime();
  const end = now() + settings.timeoutMs;
  const timeLimit = AbortSignal.timeout(settings.timeoutMs);
  const signal = question.signal ? AbortSignal.any([timeLimit, question.signal]) : timeLimit;
  for (let retry = 0; ; retry += 1) {
    if (signal.aborted) throw new EndpointFailure('slow', 'No answer within the time limit.');
    if (!limits.circuit.allows(now()))
      throw new EndpointFailure('circuit_open', 'The endpoint failed often; it is left alone for now.');
    const delay = limits.rate.take(now(), end - now());
    if (delay === null) throw new EndpointFailure('rate_limited', 'LLM_REQUESTS_PER_MINUTE is used up.');
    try {
      if (delay > 0) await wait(delay, signal);
      const value = await attempt(settings, parts, question, signal, spend);
      limits.circuit.succeeded();
      return value;
    } catch (error) {
      const failure = signal.aborted
        ? new EndpointFailure('slow', 'No answer within the time limit.')
        : failureIn(error);
      if (failure.reason === 'refused' || failure.reason === 'nonsense') limits.circuit.succeeded();
      else limits.circuit.failed(now());
      // An endpoint that was too slow has done the work of reading the question.
      if (failure.reason === 'slow') spend(question.estimate - question.prompt.maxOutputTokens);
      const rest = Math.max(failure.waitMs, FIRST_PAUSE_MS * 2 ** retry * (0.5 + random()));
      if (!failure.again || retry === RETRIES || rest >= end - now()) throw failure;
      await wait(rest, signal).catch(() => undefined);
    }
  }
}

async function answerQuestion<T>(
  settings: LlmSettings,
  parts: LlmParts,
  limits: Limits,
  question: Question<T>,
): Promise<LlmOutcome<T>> {
  const { cache, clock, ledger, log } = parts;
  const { model, prompt, districtId } = question;
  const key = replyKey({
    districtId,
    promptFingerprint: prompt.fingerprint,
    input: question.content,
    schema: jsonSchemaOf(question.schema),
    model,
    baseUrl: settings.baseUrl,
  });
  const kept = question.schema.safeParse(await cache.get(districtId, key));
  if (kept.success) return { ok: true, value: kept.data, cached: true, tokens: 0 };

  const about = { task: prompt.task, version: prompt.version, model };
  const failed = (failure: Pick<EndpointFailure, 'reason' | 'message'>): LlmFailure => {
    log.warn({ ...about, reason: failure.reason, detail: failure.message }, 'the model gave no answer');
    return { ok: false, reason: failure.reason, detail: failure.message };
  };
  const day = clock.now().toISOString().slice(0, 10);
  if (!(await ledger.reserve(districtId, day, question.estimate, settings.dailyTokens))) {
    return failed({ reason: 'budget', message: 'LLM_DAILY_TOKENS of this district are spent for today.' });
  }
  let tokens = 0;
  try {
    const value = await persist(settings, parts, limits, question, (spent) => {
      tokens += spent;
    });
    await cache.put(districtId, key, value);
    log.info({ ...about, tokens }, 'the model answered');
    return { ok: true, value, cached: false, tokens };
  } catch (error) {
    if (error instanceof EndpointFailure) return failed(error);
    throw error;
  } finally {
    await ledger.settle(districtId, day, tokens - question.estimate);
  }
}

/**
 * The model that `settings` describe; the one that is always off for null. Nothing is sent before the first task. The
 * outcomes are values; only a failing cache or ledger throws.
 */
export function openLlm(settings: LlmSettings | null, parts: LlmParts): Llm {
  if (!settings) return noLlm;
  shutSideDoors();
  const limits = { rate: createRateLimit(settings.requestsPerMinute), circuit: createCircuitBreaker() };
  const { model, visionModel } = settings;
  return {
    model,
    visionModel,
    complete: (task) =>
      answerQuestion(settings, parts, limits, {
        ...task,
        model,
        signal: task.signal,
        content: task.input,
        estimate: estimateOf(task.prompt, tokensOf(task.input)),
        send: (endpoint, signal) => askChatModel(settings, task, endpoint, signal),
      }),
    transcribe: (task) =>
      visionModel === null
        ? noLlm.transcribe(task)
        : answerQuestion(settings, parts, limits, {
            ...task,
            model: visionModel,
            signal: task.signal,
            content: task.image,
            estimate: estimateOf(task.prompt, IMAGE_TOKENS),
            send: (endpoint, signal) => askVisionModel(settings, visionModel, task, endpoint, signal),
          }),
  };
}
