/**
 * An OpenAI-compatible endpoint on loopback that does what a test tells it: answer, refuse, stall, break, obey an
 * attacker. It notes every request that it was sent.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const contentSchema = z.union([
  z.string(),
  z.array(
    z.union([
      z.object({ type: z.literal('text'), text: z.string() }),
      z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string() }) }),
    ]),
  ),
]);
const bodySchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: contentSchema })),
  response_format: z.looseObject({ type: z.string() }).optional(),
});

/** One request as it arrived. */
export interface StubRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw: string;
  readonly body: z.infer<typeof bodySchema>;
  /** Text of the last message: what is asked now, after instructions and examples. */
  readonly input: string;
  /** Data addresses of the pictures in the last message. */
  readonly images: readonly string[];
}

/** Answers one request. Whatever it does to `response` is what the caller meets. */
export type StubBehaviour = (request: StubRequest, response: ServerResponse) => void | Promise<void>;

export interface StubEndpoint {
  /** With `/v1`, as a person would configure it. */
  readonly baseUrl: string;
  readonly requests: readonly StubRequest[];
  /** How often anything at all knocked, understood or not. */
  knocks(): number;
  behave(behaviour: StubBehaviour): void;
  close(): Promise<void>;
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function completion(message: object, finishReason: string): object {
  return {
    id: 'chatcmpl-stub',
    object: 'chat.completion',
    created: 0,
    model: 'stub',
    choices: [{ index: 0, finish_reason: finishReason, logprobs: null, message: { role: 'assistant', ...message } }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  };
}

/** Answers with `content` as the assistant's words; `finishReason` as the endpoint would give it. */
export function say(content: string, finishReason = 'stop'): StubBehaviour {
  return (_request, response) => sendJson(response, 200, completion({ content, refusal: null }, finishReason));
}

/** Answers with a value as JSON, worked out from the request where `value` is a function. */
export function answer(value: unknown | ((request: StubRequest) => unknown)): StubBehaviour {
  return (request, response) => {
    const content = JSON.stringify(typeof value === 'function' ? value(request) : value);
    sendJson(response, 200, completion({ content, refusal: null }, 'stop'));
  };
}

/** Recorded replies by the text that was asked; a text that was not recorded gets `otherwise`. */
export function replay(recorded: ReadonlyMap<string, unknown>, otherwise: unknown): StubBehaviour {
  return answer((request: StubRequest) => recorded.get(request.input) ?? otherwise);
}

/** The model declines in the way of the protocol. */
export const refuse: StubBehaviour = (_request, response) =>
  sendJson(response, 200, completion({ content: null, refusal: "I'm sorry, I can't help with that." }, 'stop'));

/** An error status with a body in the usual form. */
export function fail(status: number, headers: Record<string, string> = {}, code = 'stub_error'): StubBehaviour {
  return (request, response) => {
    const message = `The stub says no to ${String(request.headers.authorization)} about ${request.input.slice(0, 40)}`;
    sendJson(response, status, { error: { message, type: 'stub', code, param: null } }, headers);
  };
}

/** Closes the connection without a word. */
export const hangUp: StubBehaviour = (_request, response) => {
  response.socket?.destroy();
};

/** Sends half of an answer and closes the connection. */
export const breakOff: StubBehaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"id":"chatcmpl-stub","choices":[');
  setTimeout(() => response.socket?.destroy(), 20);
};

/** Takes the request and never answers. */
export const stall: StubBehaviour = () => {};

/** Starts to answer at once and never comes to an end: one space now and then. */
export const drip: StubBehaviour = async (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  while (!response.destroyed) {
    response.write(' ');
    await wait(10);
  }
};

/** Sends `bytes` of letters where an answer should be. */
export function flood(bytes: number): StubBehaviour {
  return async (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const pieces = Array.from({ length: Math.ceil(bytes / 65_536) }, () => Buffer.alloc(65_536, 'a'));
    // The caller hangs up before the end: that is what it is tested for.
    await pipeline(Readable.from(pieces), response).catch(() => undefined);
  };
}

/** Sends the caller, with all that it carries, to another address. */
export function redirect(to: string): StubBehaviour {
  return (_request, response) => {
    response.writeHead(307, { location: to });
    response.end();
  };
}

/** One behaviour after the other; the last one stays. */
export function inTurn(first: StubBehaviour, ...rest: StubBehaviour[]): StubBehaviour {
  const queue = [first, ...rest];
  return (request, response) => {
    const behaviour = queue.length > 1 ? queue.shift() : queue[0];
    return behaviour?.(request, response);
  };
}

async function readRequest(incoming: IncomingMessage): Promise<StubRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const raw = Buffer.concat(pieces).toString('utf8');
  const body = bodySchema.parse(JSON.parse(raw));
  const content = body.messages.at(-1)?.content ?? '';
  const parts = typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content;
  return {
    path: incoming.url ?? '',
    headers: incoming.headers,
    raw,
    body,
    input: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    images: parts.flatMap((part) => (part.type === 'image_url' ? [part.image_url.url] : [])),
  };
}

/** Starts the endpoint on a free port of loopback. The caller closes it. */
export async function startStubEndpoint(initial: StubBehaviour): Promise<StubEndpoint> {
  let behaviour = initial;
  const requests: StubRequest[] = [];
  let knocks = 0;
  const server = createServer(async (incoming, response) => {
    knocks += 1;
    try {
      const request = await readRequest(incoming);
      requests.push(request);
      await behaviour(request, response);
    } catch (error) {
      // What the stub itself cannot understand must fail the test that sent it.
      if (!response.headersSent) sendJson(response, 418, { error: { message: String(error), code: 'stub_confused' } });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    knocks: () => knocks,
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
