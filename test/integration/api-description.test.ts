/** The description of the API says what express answers, and nothing else. */
import type { Router } from 'express';
import { expect, it } from 'vitest';
import type { ApiContext } from '../../services/api/api-context.ts';
import { expressPath, mountRoutes } from '../../services/api/mount-routes.ts';
import { allRoutes } from '../../services/api/routes/all-routes.ts';
import { errorCodes } from '../../services/domain/errors.ts';
import { testContext } from '../factories/ground.ts';
import { startApi } from './api-server.ts';

// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document as it came over the wire
type Description = any;

function mounted(router: Router): string[] {
  return router.stack.flatMap(({ route }) =>
    route
      ? Object.keys((route as unknown as { methods: object }).methods).map((method) => `${method} ${route.path}`)
      : [],
  );
}

it('The description and express know the same methods, paths, parameters and answers', async () => {
  const context: ApiContext = {
    ...(await testContext()),
    onUploadAccepted: async () => undefined,
    actor: () => ({ id: 'a', districtId: 'd1' }),
  };
  const routes = allRoutes(context);
  const { url } = await startApi({ context });
  const description: Description = await (await fetch(`${url}/api/v1/openapi.json`)).json();
  expect(description.openapi).toBe('3.1.0');
  const described = Object.entries<object>(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${expressPath(path)}`),
  );
  expect(described.sort()).toEqual(mounted(mountRoutes(context, routes)).sort());
  expect(described.length).toBeGreaterThan(15);
  for (const route of routes) {
    const operation = description.paths[route.path][route.method];
    const names = operation.parameters?.map((parameter: { name: string }) => parameter.name) ?? [];
    expect(names.sort()).toEqual(
      [...Object.keys(route.params?.shape ?? {}), ...Object.keys(route.query?.shape ?? {})].sort(),
    );
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(Object.keys(route.params?.shape ?? {})).toEqual(inPath);
    expect(operation.responses['500']).toBeDefined();
    expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
  }
  const ids = routes.map((route) => route.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

it('Every reference in the description leads somewhere, and the codes are the stable ones', async () => {
  const { url } = await startApi();
  const text = await (await fetch(`${url}/api/v1/openapi.json`)).text();
  const description: Description = JSON.parse(text);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    expect(description.components.schemas).toHaveProperty(name ?? '');
  }
  expect(description.components.schemas.Problem.properties.code.enum).toEqual([...errorCodes]);
});
