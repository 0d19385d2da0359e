/**
 * A language model as Throughline sees it: optional, outside, and never trusted. It gets disguised text only, it
 * answers in a given shape or not at all, and whatever the endpoint does becomes a typed outcome, never an exception.
 * What it says is a proposal; code decides what of it holds.
 */
import type { z } from 'zod';
import type { PromptVersion } from './prompt.ts';
import type { DisguisedText } from './pseudonyms/disguise.ts';

/**
 * Why there is no answer. `off`: none is configured. `down`: not reachable, an error on its side, or our key or model
 * is not accepted. `slow`: not within the time limit. `refused`: it declined this very request. `rate_limited`: its
 * limit or ours. `nonsense`: not the shape that was asked for. `budget`: the district's tokens of the day are spent.
 * `circuit_open`: it failed so often just now that it is left alone for a while.
 */
export const llmFailureReasons = [
  'off',
  'down',
  'slow',
  'refused',
  'rate_limited',
  'nonsense',
  'budget',
  'circuit_open',
] as const;
export type LlmFailureReason = (typeof llmFailureReasons)[number];

export interface LlmFailure {
  readonly ok: false;
  readonly reason: LlmFailureReason;
  /** For the log: our own words, a status, an error code. Never text from a page, a reply, or a key. */
  readonly detail: string;
}

export interface LlmSuccess<T> {
  readonly ok: true;
  readonly value: T;
  /** Whether the answer was known from an earlier, equal question. */
  readonly cached: boolean;
  /** Tokens spent now; 0 for a cached answer. */
  readonly tokens: number;
}

export type LlmOutcome<T> = LlmSuccess<T> | LlmFailure;

export interface LlmTask<T> {
  readonly prompt: PromptVersion;
  /** The text that the task is about, without the names of the caseload. */
  readonly input: DisguisedText;
  /** Shape of the answer; its root is an object. Sent along, and checked again when the answer comes. */
  readonly schema: z.ZodType<T>;
  readonly districtId: string;
  /** Ends the call early; the outcome is `slow`. */
  readonly signal?: AbortSignal;
}

/** A picture of writing. Pictures cannot be disguised: they leave only when a vision model is configured by name. */
export interface LlmTranscription<T> {
  readonly prompt: PromptVersion;
  readonly image: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly schema: z.ZodType<T>;
  readonly districtId: string;
  readonly signal?: AbortSignal;
}

export interface Llm {
  /** Name of the model that answers tasks on text; null when none is configured. */
  readonly model: string | null;
  /** Name of the model that reads pictures; null when none is configured. */
  readonly visionModel: string | null;
  complete<T>(task: LlmTask<T>): Promise<LlmOutcome<T>>;
  transcribe<T>(task: LlmTranscription<T>): Promise<LlmOutcome<T>>;
}

const off: LlmFailure = { ok: false, reason: 'off', detail: 'No model is configured.' };

/** The model of a set-up that has none. */
export const noLlm: Llm = {
  model: null,
  visionModel: null,
  complete: () => Promise.resolve(off),
  transcribe: () => Promise.resolve(off),
};

/** Whether asking again later, with nothing changed on the page, may bring an answer. */
export function mayAnswerLater(reason: LlmFailureReason): boolean {
  return reason !== 'refused' && reason !== 'nonsense';
}
