/** The entry of a reading child: opens files for the reading room, in a process that can be killed. */
import { serveRequests } from '../services/platform/sandbox/serve-requests.ts';
import { RequestAnswerer } from '../services/reading/child/answer-request.ts';
import type { ReaderRequest, ReaderSettings } from '../services/reading/reader-requests.ts';

serveRequests((settings) => {
  const answerer = new RequestAnswerer(settings as ReaderSettings);
  return (body) => answerer.answer(body as ReaderRequest);
});
