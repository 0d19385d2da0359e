/**
 * The large size for real: a server that only serves and two workers, processes of their own on one MongoDB and one
 * Redis; one of the workers is killed in the middle.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { typescriptArguments } from '../../services/platform/sandbox/node-arguments.ts';
import { projectRoot, samplePath, startThroughline } from '../factories/run-throughline.ts';

const mongodbUrl = process.env.TEST_MONGODB_URL;
const redisUrl = process.env.TEST_REDIS_URL;
const ready = Boolean(mongodbUrl && redisUrl);
if (!ready)
  console.log('skipped: server and workers on MongoDB and Redis (TEST_MONGODB_URL, TEST_REDIS_URL are not set)');

/** The same server, another database: tests do not see each other's records. */
function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.href;
}

function startWorker(environment: Record<string, string>) {
  const child = spawn(process.execPath, [...typescriptArguments(), 'workers/main.ts'], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

describe.runIf(ready)('a server and workers as processes of their own', () => {
  it('take an upload to a drafted statement, although a worker is killed in the middle', async () => {
    const environment = {
      MONGODB_URL: withDatabase(mongodbUrl ?? '', `machines-${randomUUID().slice(0, 8)}`),
      REDIS_URL: redisUrl ?? '',
      READERS: '1',
      LOG_LEVEL: 'error',
    };
    const caseload = samplePath('caseload.json');
    const server = startThroughline(['serve', '--no-work', '--port', '0', '--caseload', caseload], environment);
    onTestFinished(() => {
      server.child.kill('SIGKILL');
    });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.child.stderr?.on('data', (chunk) => {
        said += String(chunk);
        const found = /http:\/\/[^\s]+/.exec(said);
        if (found) resolve(found[0]);
      });
      server.child.once('close', () => reject(new Error(said)));
    });

    const form = new FormData();
    for (const name of ['fluency-record-mateo.pdf', 'speech-log-october.pdf', 'scan-latency-soren.pdf']) {
      form.append('files', new Blob([await readFile(samplePath(`evidence/${name}`))]), name);
    }
    const accepted = await fetch(`${address}/api/v1/uploads`, {
      method: 'POST',
      body: form,
      headers: { origin: address },
    });
    expect(accepted.status).toBeLessThan(300);

    const first = startWorker(environment);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    first.kill('SIGKILL');
    startWorker(environment);
    startWorker(environment);

    const get = async <Body>(path: string) => (await (await fetch(`${address}/api/v1${path}`)).json()) as Body;
    await vi.waitFor(
      async () => {
        const { items } = await get<{ items: { state: string }[] }>('/uploads');
        expect(items.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
      },
      { timeout: 420_000, interval: 500 },
    );
    await vi.waitFor(
      async () => {
        const { items } = await get<{ items: { citations: unknown[] }[] }>('/statements');
        expect(items.filter(({ citations }) => citations.length > 0).length).toBeGreaterThanOrEqual(3);
      },
      { timeout: 120_000, interval: 500 },
    );
    const points = await get<{ items: { goalId: string; date: string; value: number }[] }>('/data-points');
    const keys = points.items.map(({ goalId, date, value }) => `${goalId} ${date} ${value}`);
    expect(new Set(keys).size).toBe(keys.length);
  }, 600_000);
});
