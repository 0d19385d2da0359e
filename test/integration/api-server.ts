/** A listening server on an embedded store of its own, and a client that holds every answer against its declaration. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ApiContext } from '../../services/api/api-context.ts';
import { createApi } from '../../services/api/create-api.ts';
import type { Route } from '../../services/api/route.ts';
import { allRoutes } from '../../services/api/routes/all-routes.ts';
import { errorTable } from '../../services/domain/errors.ts';
import { problemSchema } from '../../services/domain/views.ts';
import type { PipelineContext } from '../../services/pipeline/context.ts';
import { testContext } from '../factories/ground.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of any route, held against its schema already
  readonly body: any;
}

export interface TestServer {
  readonly url: string;
  readonly context: PipelineContext;
  /** Ids of the uploads that the pipeline was told of. */
  readonly accepted: string[];
  /** Calls `/api/v1` and throws unless the answer is what the route declares, no more and no less. */
  call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>;
}

function routeFor(routes: readonly Route[], method: string, path: string): Route | undefined {
  return routes.find((route) => {
    const pattern = new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`);
    return route.method === method.toLowerCase() && pattern.test(path);
  });
}

/** Throws unless `answer` is what `route` says that it answers. */
export function assertAsDeclared(route: Route | undefined, answer: Answer): void {
  if (answer.status >= 400) {
    const problem = problemSchema.parse(answer.body);
    if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) throw new Error('not a problem');
    const declared = route === undefined ? ['not_found'] : ['invalid_request', 'internal', ...route.errors];
    if (!declared.includes(problem.code)) throw new Error(`${route?.operationId} does not declare ${problem.code}`);
    if (errorTable[problem.code].status !== answer.status) throw new Error('the status is not that of the code');
    return;
  }
  if (route?.kind !== 'json') throw new Error('an answer in JSON of a route that declares none');
  if (answer.status !== (route.status ?? 200))
    throw new Error(`${route.operationId} does not declare ${answer.status}`);
  const parsed = route.response.parse(answer.body);
  if (JSON.stringify(sorted(parsed)) !== JSON.stringify(sorted(answer.body))) {
    throw new Error(`${route.operationId} hands out more than it declares`);
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}

/** Starts a server on `context` (a new one where it is not given) for the user `staff-1` of `district`. */
export async function startApi(
  parts: { context?: PipelineContext; district?: string; onUploadAccepted?: (id: string) => Promise<void> } = {},
): Promise<TestServer> {
  const context = parts.context ?? (await testContext());
  const accepted: string[] = [];
  const apiContext: ApiContext = {
    ...context,
    async onUploadAccepted(uploadId) {
      accepted.push(uploadId);
      await parts.onUploadAccepted?.(uploadId);
    },
    actor: () => ({ id: 'staff-1', districtId: parts.district ?? 'd1' }),
  };
  const server = createServer(createApi(apiContext));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const routes = allRoutes(apiContext);

  return {
    url,
    context,
    accepted,
    async call(method, path, body) {
      const isJson = body !== undefined && !(body instanceof FormData);
      const headers = new Headers(isJson ? { 'Content-Type': 'application/json' } : {});
      const content = isJson ? JSON.stringify(body) : ((body as FormData | undefined) ?? null);
      const response = await fetch(`${url}/api/v1${path}`, { method, headers, body: content });
      const answer: Answer = { status: response.status, headers: response.headers, body: await response.json() };
      assertAsDeclared(routeFor(routes, method, path.split('?')[0] ?? ''), answer);
      return answer;
    },
  };
}

/** A form with these files, and the student whom they are about. */
export function formOf(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
  studentId?: string,
): FormData {
  const form = new FormData();
  if (studentId !== undefined) form.append('studentId', studentId);
  for (const [name, content] of Object.entries(files)) form.append('file', new Blob([content]), name);
  return form;
}
