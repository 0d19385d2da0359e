/** What Prometheus asks for. Nothing here names a student, a file or a district. */
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { jobStateSchema } from '../domain/records.ts';
import { stageNames } from '../pipeline/work.ts';
import type { Store } from '../platform/store/store.ts';

export interface Metrics {
  /** Measures every request by its declared route. */
  readonly measure: RequestHandler;
  /** The current figures in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Figures of one application; several in one process do not mix. */
export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route; streams of events are left out',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [registry],
  });
  new Gauge({
    name: 'throughline_jobs',
    help: 'Jobs by stage and state',
    labelNames: ['stage', 'state'],
    registers: [registry],
    async collect() {
      for (const stage of stageNames) {
        for (const state of jobStateSchema.options) {
          this.set({ stage, state }, await store.jobs.countDocuments({ stage, state }));
        }
      }
    },
  });
  new Gauge({
    name: 'throughline_queue_depth',
    help: 'Jobs that wait to be run',
    registers: [registry],
    async collect() {
      this.set(await store.jobs.countDocuments({ state: 'waiting' }));
    },
  });
  new Gauge({
    name: 'throughline_pages_read',
    help: 'Pages that were read',
    registers: [registry],
    async collect() {
      this.set(await store.pages.countDocuments({ state: 'read' }));
    },
  });
  return {
    measure(request, response, next) {
      const stop = durations.startTimer({ method: request.method });
      response.on('finish', () => {
        const streamed = String(response.getHeader('content-type')).startsWith('text/event-stream');
        if (!streamed) stop({ route: String(response.locals.route ?? 'other'), status: response.statusCode });
      });
      next();
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
