/** A child that comes up late, as all do on a machine with too much to do. */
import { serveRequests } from '../../../../services/platform/sandbox/serve-requests.ts';

await new Promise((resolve) => setTimeout(resolve, 1500));

serveRequests(() => async (body) => (body === 'hang' ? new Promise(() => undefined) : body));
