/** The OpenAPI 3.1 description, made from the declared routes. */
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { type ErrorCode, errorTable } from '../domain/errors.ts';
import { problemSchema } from '../domain/views.ts';
import type { Route } from './route.ts';

const everywhere: readonly ErrorCode[] = ['invalid_request', 'internal'];
const bytes = z.string().meta({ format: 'binary' });

type Responses = RouteConfig['responses'];

function success(route: Route): Responses {
  if (route.kind === 'json') {
    const content = { 'application/json': { schema: route.response } };
    return { [route.status ?? 200]: { description: route.summary, content } };
  }
  if (route.kind === 'events') {
    const content = { 'text/event-stream': { schema: route.response } };
    return { 200: { description: 'Server-sent events; the data of each is JSON of this shape.', content } };
  }
  const content = Object.fromEntries(route.mediaTypes.map((type) => [type, { schema: bytes }]));
  return { 200: { description: route.summary, content } };
}

function failures(route: Route): Responses {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...everywhere, ...route.errors])) {
    const { status } = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(', '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}

function requestOf(route: Route): NonNullable<RouteConfig['request']> {
  const json = route.body && { content: { 'application/json': { schema: route.body } }, required: true };
  const raw = route.rawBody && {
    content: { [route.rawBody.mediaType]: { schema: route.rawBody.schema } },
    required: true,
  };
  const body = json ?? raw;
  return {
    ...(route.params && { params: route.params }),
    ...(route.query && { query: route.query }),
    ...(body && { body }),
  };
}

/** The description of `routes` as a plain JSON object. */
export function describeApi(routes: readonly Route[]): Record<string, unknown> {
  const registry = new OpenAPIRegistry();
  for (const route of routes) {
    registry.registerPath({
      method: route.method,
      path: route.path,
      operationId: route.operationId,
      summary: route.summary,
      tags: [route.tag],
      request: requestOf(route),
      responses: { ...success(route), ...failures(route) },
    });
  }
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Throughline',
      version: '1.0.0',
      description: 'Evidence in, cited progress statements out. Lengths on a page are pixels of its image.',
    },
    servers: [{ url: '/api/v1' }],
  });
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}
