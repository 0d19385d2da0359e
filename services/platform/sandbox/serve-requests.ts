/** The child's side of the sandbox: answers one request after the other and ends when its parent is gone. */
import { Worker } from 'node:worker_threads';
import { DomainError } from '../../domain/errors.ts';
import { forbidNetwork } from './forbid-network.ts';
import type { FromChild, ToChild } from './sandbox-messages.ts';

/**
 * A decoder that never returns also never lets the main thread see that the parent is gone; a second thread does.
 * When the parent dies, its children get another one.
 */
const WATCHDOG = `
  const parent = Number(require('node:worker_threads').workerData);
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;

function send(message: FromChild): void {
  process.send?.(message);
}

/**
 * Calls `start` once with the parent's settings and then the function it returns for each request. A thrown
 * `DomainError` goes back with its code; anything else as `corrupt`: the input was more than its reader can bear.
 */
export function serveRequests(start: (settings: unknown) => (body: unknown) => Promise<unknown>): void {
  forbidNetwork();
  const watchdog = new Worker(WATCHDOG, { eval: true, workerData: process.ppid });
  watchdog.unref();
  process.on('disconnect', () => process.exit(0));
  let handle: ((body: unknown) => Promise<unknown>) | null = null;
  process.on('message', async (message: ToChild) => {
    if (message.kind === 'start') {
      handle = start(message.settings);
      send({ kind: 'ready' });
      return;
    }
    const { id } = message;
    try {
      send({ kind: 'answer', id, body: await handle?.(message.body) });
    } catch (error) {
      if (error instanceof DomainError) send({ kind: 'failure', id, code: error.code, message: error.message });
      else send({ kind: 'failure', id, code: 'corrupt', message: 'The file is damaged and could not be read.' });
    }
  });
}
