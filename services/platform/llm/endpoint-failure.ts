/** What an endpoint did wrong, in our own words: its messages may repeat a page, a reply or a key, so none is kept. */
import type { LlmFailureReason } from './llm.ts';

/** An attempt that brought no answer. `message` is fit for a log. */
export class EndpointFailure extends Error {
  override readonly name = 'EndpointFailure';
  readonly reason: LlmFailureReason;
  /** Whether the same request may succeed in a moment. */
  readonly again: boolean;
  /** How long the endpoint asked us to wait, in milliseconds. */
  readonly waitMs: number;

  constructor(reason: LlmFailureReason, message: string, options: { again?: boolean; waitMs?: number } = {}) {
    super(message);
    this.reason = reason;
    this.again = options.again ?? false;
    this.waitMs = options.waitMs ?? 0;
  }
}

/** Milliseconds of a `Retry-After` header: seconds or a date; 0 where it is neither. */
export function retryAfterMs(header: string | null, now: number): number {
  if (!header) return 0;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Math.round(Number(header) * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}

/** Codes by which endpoints say that a text breaks their rules or is too long for them. */
const declined = new Set([
  'content_filter',
  'content_policy_violation',
  'context_length_exceeded',
  'string_above_max_length',
]);

/** The failure that an error status stands for. `code` is the endpoint's own name for it. */
export function failureOfStatus(status: number, code: string | null, waitMs: number): EndpointFailure {
  const named = code && /^[a-z][a-z_.-]{0,48}$/i.test(code) ? ` (${code})` : '';
  const message = `The endpoint answered ${status}${named}.`;
  if (status === 429) return new EndpointFailure('rate_limited', message, { again: true, waitMs });
  if (status === 408 || status === 504) return new EndpointFailure('slow', message, { again: true });
  if (status >= 500 || status === 409) return new EndpointFailure('down', message, { again: true, waitMs });
  if (status === 400 || status === 413 || status === 422) {
    // A request that it will never take; without one of the known codes it may also be a model without JSON schemas.
    return new EndpointFailure(
      'refused',
      declined.has(code ?? '') ? message : `${message} It may not know JSON schemas.`,
    );
  }
  // 401, 403, 404: key, model or address are wrong. Nothing gets better by itself, but it is no fault of the page.
  return new EndpointFailure('down', `${message} Check LLM_BASE_URL, LLM_API_KEY and LLM_MODEL.`);
}
