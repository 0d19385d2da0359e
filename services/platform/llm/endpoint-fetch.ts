/**
 * The only way out: requests go to the configured endpoint and nowhere else, redirects are not followed, and answers
 * have a largest size. The libraries that speak the protocol are given this in place of the global `fetch`.
 */
import { EndpointFailure, failureOfStatus, retryAfterMs } from './endpoint-failure.ts';
import { errorCodeIn } from './endpoint-reply.ts';

/** Answers are a few kilobytes; one that passes this is no answer. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface EndpointFetch {
  readonly fetch: typeof globalThis.fetch;
  /** The body of the last good answer; null before there is one. */
  body(): string | null;
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  // Leaving the loop early cancels the stream, and with it the connection.
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > MOST_BYTES) throw new EndpointFailure('nonsense', 'The answer has no end.');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/** A fetch for one call to the endpoint at `baseUrl`, ended by `signal`. It throws an `EndpointFailure` for any error. */
export function createEndpointFetch(baseUrl: string, signal: AbortSignal, now: () => number): EndpointFetch {
  const { origin } = new URL(baseUrl);
  let body: string | null = null;
  const send = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    if (new URL(url).origin !== origin) throw new EndpointFailure('down', 'A request to another address was stopped.');
    const response = await fetch(input, { ...init, signal, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new EndpointFailure('down', 'The endpoint sends us to another address, which is not followed.');
    }
    const text = await readBounded(response);
    if (!response.ok) {
      throw failureOfStatus(
        response.status,
        errorCodeIn(text),
        retryAfterMs(response.headers.get('retry-after'), now()),
      );
    }
    body = text;
    return new Response(text, { status: response.status, headers: response.headers });
  };
  return {
    async fetch(input, init) {
      try {
        return await send(input, init);
      } catch (error) {
        if (error instanceof EndpointFailure) throw error;
        if (signal.aborted) throw new EndpointFailure('slow', 'No answer within the time limit.');
        throw new EndpointFailure('down', 'The endpoint cannot be reached, or the connection broke.', { again: true });
      }
    },
    body: () => body,
  };
}

/** The failure inside what a library made of it; anything else that it throws about an answer is nonsense. */
export function failureIn(error: unknown): EndpointFailure {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if (at instanceof EndpointFailure) return at;
  }
  return new EndpointFailure('nonsense', 'The answer could not be understood.', { again: true });
}
