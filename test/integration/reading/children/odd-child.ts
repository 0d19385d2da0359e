/** A child that misbehaves on request. */
import { createServer } from 'node:net';
import { DomainError } from '../../../../services/domain/errors.ts';
import { serveRequests } from '../../../../services/platform/sandbox/serve-requests.ts';

const held: Uint8Array[] = [];

serveRequests((settings) => async (body) => {
  switch (body) {
    case 'hang':
      for (;;) Math.random();
    case 'grow':
      for (;;) {
        held.push(new Uint8Array(16 * 1024 ** 2).fill(1));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    case 'die':
      return process.abort();
    case 'refuse':
      throw new DomainError('encrypted', 'Locked.');
    case 'break':
      throw new TypeError('a bug or a hostile file');
    case 'fetch':
      return fetch('http://127.0.0.1:9').then(String, String);
    case 'listen':
      return createServer().listen(0);
    case 'environment':
      return Object.keys(process.env).sort();
    case 'pid':
      return process.pid;
    default:
      return { settings, body };
  }
});
