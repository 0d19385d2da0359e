/**
 * The HTTP application: the REST API with its description, health and figures, and the web page. There is no sign-in
 * yet: every request is the one local user of one district, every query is scoped by that district all the same, and
 * every access to a student's record goes to the audit trail before anything is handed out.
 */
import express, { type Express } from 'express';
import { DomainError } from '../domain/errors.ts';
import type { ApiContext } from './api-context.ts';
import { readiness } from './health.ts';
import { createMetrics } from './metrics.ts';
import { mountRoutes } from './mount-routes.ts';
import { describeApi } from './open-api.ts';
import { problemHandler } from './problem.ts';
import { allRoutes } from './routes/all-routes.ts';
import { hostCheck, sameOriginCheck, securityHeaders } from './security.ts';
import { webAssets } from './web-assets.ts';

/** Makes the application; the caller listens, and closes open connections when it stops (`closeAllConnections`). */
export function createApi(context: ApiContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');

  const metrics = createMetrics(context.store);
  app.use(metrics.measure, securityHeaders);
  // Before the check of the name: probes of a container ask by address.
  app.get('/healthz', (_request, response) => {
    response.locals.route = '/healthz';
    response.json({ status: 'up' });
  });
  app.use(hostCheck(context.config.host), sameOriginCheck);
  app.get('/readyz', async (_request, response) => {
    response.locals.route = '/readyz';
    const parts = await readiness(context);
    const ready = Object.values(parts).every(Boolean);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', ...parts });
  });
  app.get('/metrics', async (_request, response) => {
    response.locals.route = '/metrics';
    response.set('Content-Type', metrics.contentType).send(await metrics.text());
  });

  const routes = allRoutes(context);
  const description = describeApi(routes);
  app.get('/api/v1/openapi.json', (_request, response) => {
    response.locals.route = '/openapi.json';
    response.json(description);
  });
  app.use('/api/v1', mountRoutes(context, routes));
  app.use(webAssets());
  app.use(() => {
    throw new DomainError('not_found', 'There is nothing at this address.');
  });
  app.use(problemHandler(context.log));
  return app;
}
