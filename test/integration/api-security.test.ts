/** What the server refuses, and how it says so. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { PipelineContext } from '../../services/pipeline/context.ts';
import { testContext } from '../factories/ground.ts';
import { seed } from './api-records.ts';
import { formOf, startApi } from './api-server.ts';

/** A request as a browser would never send it: every header can be set. */
function raw(url: string, path: string, headers: Record<string, string>, method = 'GET', body = '') {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

describe('while it listens on this machine only, the server', () => {
  it('answers to the names of this machine and to no other', async () => {
    const { url } = await startApi();
    const port = new URL(url).port;
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, 'LOCALHOST']) {
      expect((await raw(url, '/api/v1/uploads', { host })).status).toBe(200);
    }
    for (const host of ['attacker.example', `attacker.example:${port}`, 'localhost.attacker.example', '10.0.0.1']) {
      const { status, body } = await raw(url, '/api/v1/uploads', { host });
      expect([host, status]).toEqual([host, 400]);
      expect(body).not.toContain('items');
    }
  });

  it('takes changes from its own page and from programs, not from other sites', async () => {
    const { url } = await startApi();
    const { host } = new URL(url);
    const post = (headers: Record<string, string>) =>
      raw(
        url,
        '/api/v1/data-points/x/decision',
        { ...headers, 'content-type': 'application/json' },
        'POST',
        '{"decision":"confirm"}',
      );
    expect((await post({})).status).toBe(404);
    expect((await post({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(404);
    expect((await post({ origin: 'http://evil.example' })).status).toBe(400);
    expect((await post({ origin: 'null' })).status).toBe(400);
    expect((await post({ origin: 'http://localhost:9999', 'sec-fetch-site': 'same-site' })).status).toBe(400);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(400);
  });

  it('lets the page load nothing from elsewhere, run nothing inline, and be framed by nobody', async () => {
    const { url } = await startApi();
    for (const path of ['/', '/app.js', '/styles.css', '/api/v1/uploads', '/nowhere']) {
      const { headers } = await fetch(url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});

describe('a request that is wrong', () => {
  it('is told which field is wrong', async () => {
    const api = await startApi();
    const fieldOf = async (path: string) => {
      const { body } = await api.call('GET', path);
      return [body.code, body.field];
    };
    expect(await fieldOf('/documents?from=2026-02-30')).toEqual(['invalid_request', 'from']);
    expect(await fieldOf('/documents?limit=0')).toEqual(['invalid_request', 'limit']);
    expect(await fieldOf('/documents?typo=1')).toEqual(['invalid_request', 'typo']);
    expect(await fieldOf('/documents?type=a&type=b')).toEqual(['invalid_request', 'type']);
    expect(await fieldOf('/documents?studentId[$ne]=x')).toEqual(['invalid_request', 'studentId[$ne]']);
    expect((await api.call('GET', '/documents?cursor=%21')).body.code).toBe('invalid_request');
    const body = await api.call('POST', '/data-points/x/decision', { decision: 'correct', value: 'many' });
    expect([body.body.code, body.body.field]).toEqual(['invalid_request', 'value']);
  });

  it('is a problem with a code too where it is no JSON, too large, or not an address', async () => {
    const { url, call } = await startApi();
    const json = { 'content-type': 'application/json' };
    const broken = await raw(url, '/api/v1/data-points/x/decision', json, 'POST', '{"decision":');
    expect([broken.status, JSON.parse(broken.body).code]).toEqual([400, 'invalid_request']);
    const huge = JSON.stringify({ decision: 'confirm', comment: 'x'.repeat(300_000) });
    const large = await raw(url, '/api/v1/data-points/x/decision', json, 'POST', huge);
    expect([large.status, JSON.parse(large.body).code]).toEqual([413, 'too_large']);
    const mangled = await raw(url, '/api/v1/documents/%E0%A4%A', {});
    expect([mangled.status, JSON.parse(mangled.body).code]).toEqual([400, 'invalid_request']);
    expect((await call('GET', '/nowhere')).body.code).toBe('not_found');
  });

  it('never learns what went wrong inside', async () => {
    const context = await testContext();
    await seed(context.store);
    const lines: string[] = [];
    const log = { ...context.log, error: (entry: unknown) => lines.push(JSON.stringify(entry)), warn: () => undefined };
    const blobs = { ...context.blobs, open: () => Promise.reject(new Error('Juniper 62 wcpm at /srv/secret')) };
    const api = await startApi({ context: { ...context, blobs, log } as unknown as PipelineContext });
    const { status, body } = await api.call('GET', '/uploads/u1/file');
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toMatch(/Juniper|secret|at /);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('Juniper');
    expect(lines[0]).toContain('frames');
  });

  it('with several files tells each file its own answer', async () => {
    const api = await startApi();
    await seed(api.context.store);
    const unknown = await api.call('POST', '/uploads', formOf({ 'a.txt': 'a' }, 'nobody'));
    expect(unknown.body).toMatchObject({ status: 404, code: 'not_found' });
    expect((await api.call('POST', '/uploads', formOf({}))).body.code).toBe('invalid_request');
    expect((await api.call('POST', '/uploads', { file: 'x' })).body.code).toBe('invalid_request');
  });
});

describe('what watches the server', () => {
  it('sees that it is up, and which part does not answer', async () => {
    const context = await testContext();
    const up = await startApi({ context });
    expect((await fetch(`${up.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${up.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', store: true, queue: true, blobs: true },
    ]);
    const bell = { ...context.bell, ping: () => Promise.reject(new Error('gone')) };
    const down = await startApi({ context: { ...context, bell } });
    const unready = await fetch(`${down.url}/readyz`);
    expect([unready.status, await unready.json()]).toMatchObject([503, { queue: false, store: true }]);
  });

  it('reads figures by route and by stage, and no name of anybody', async () => {
    const { url, call, context } = await startApi();
    await seed(context.store);
    await call('GET', '/students/s1');
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/students\/\{id\}",status="200"\} 1/,
    );
    expect(text).toMatch(/throughline_jobs\{stage="read",state="waiting"\} 0/);
    expect(text).toMatch(/throughline_pages_read 1/);
    expect(text).toMatch(/throughline_queue_depth 0/);
    expect(text).not.toMatch(/s1|Juniper/);
  });
});
