/** Handing files in over HTTP: streamed, one by one, each with its own answer; and how far they are. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { PipelineContext } from '../../services/pipeline/context.ts';
import { importCaseload } from '../../services/pipeline/load-caseload.ts';
import { testContext } from '../factories/ground.ts';
import { caseloadOf, pageOf, seed, upload } from './api-records.ts';
import { formOf, startApi } from './api-server.ts';

const MIB = 1024 * 1024;

async function district(parts: { maxFileBytes?: number } = {}) {
  const context = await testContext();
  await importCaseload(context, caseloadOf('d1'));
  const limited: PipelineContext = { ...context, config: { ...context.config, ...parts } };
  return startApi({ context: limited });
}

/** Begins a multipart request by hand and returns what writes its parts. */
function multipart(url: string) {
  const boundary = 'throughline-test-boundary';
  const sent = request(`${url}/api/v1/uploads`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  const head = (name: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return { sent, head, tail: `\r\n--${boundary}--\r\n` };
}

async function bodyOf(response: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of response) text += chunk.toString('utf8');
  return text;
}

describe('handing in files', () => {
  it('acknowledges each one once it is kept, tells the pipeline, and gives it back byte by byte', async () => {
    const api = await district();
    const photo = new Uint8Array(randomBytes(200_000));
    const { body } = await api.call(
      'POST',
      '/uploads',
      formOf({ 'José’s probe.jpg': photo, 'note.txt': 'RW 62' }, 's1'),
    );
    expect(body.results.map((result: { file: string }) => result.file)).toEqual(['José’s probe.jpg', 'note.txt']);
    const [first] = body.results;
    expect(first.upload).toMatchObject({ state: 'received', size: 200_000, studentId: 's1', receivedBy: 'staff-1' });
    expect(api.accepted).toEqual(body.results.map((result: { upload: { id: string } }) => result.upload.id));
    expect((await api.call('GET', `/uploads/${first.upload.id}`)).body).toEqual(first.upload);
    const file = await fetch(`${api.url}/api/v1/uploads/${first.upload.id}/file`);
    expect(Buffer.compare(Buffer.from(await file.arrayBuffer()), photo)).toBe(0);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="Jos__s probe.jpg"; filename*=UTF-8''Jos%C3%A9%E2%80%99s%20probe.jpg`,
    );
  });

  it('loses no other file by one that is too large', async () => {
    const api = await district({ maxFileBytes: 1000 });
    const { status, body } = await api.call(
      'POST',
      '/uploads',
      formOf({ 'a.txt': 'first', 'b.bin': new Uint8Array(500_000), 'c.txt': 'last', 'empty.txt': '' }),
    );
    expect(status).toBe(201);
    const outcome = body.results.map(
      (result: { upload: unknown; error: { code: string } | null }) => result.error?.code,
    );
    expect(outcome).toEqual([undefined, 'too_large', undefined, undefined]);
    expect(api.accepted).toHaveLength(3);
    const alone = await api.call('POST', '/uploads', formOf({ 'b.bin': new Uint8Array(500_000) }));
    expect(alone.body).toMatchObject({ status: 413, code: 'too_large', results: [{ file: 'b.bin', upload: null }] });
  });

  it('keeps the file where the pipeline cannot be told: the sweeper finds it', async () => {
    const context = await testContext();
    await importCaseload(context, caseloadOf('d1'));
    const api = await startApi({ context, onUploadAccepted: () => Promise.reject(new Error('the bell is gone')) });
    const { status, body } = await api.call('POST', '/uploads', formOf({ 'a.txt': 'a' }));
    expect([status, body.results[0].error]).toEqual([201, null]);
  });

  it('refuses a student who is named after a file, and a field that is none', async () => {
    const api = await district();
    const late = new FormData();
    late.append('file', new Blob(['a']), 'a.txt');
    late.append('studentId', 's1');
    expect((await api.call('POST', '/uploads', late)).body.code).toBe('invalid_request');
    const odd = formOf({});
    odd.append('student', 's1');
    expect((await api.call('POST', '/uploads', odd)).body.code).toBe('invalid_request');
  });

  it('shows names as plain text, without a path or signs that cannot be seen', async () => {
    const api = await district();
    const { body } = await api.call(
      'POST',
      '/uploads',
      formOf({ '../../etc/a\u202egpj.exe': 'a', '<img src=x>.txt': 'b' }),
    );
    expect(body.results.map((result: { file: string }) => result.file)).toEqual(['agpj.exe', '<img src=x>.txt']);
  });

  it('keeps nothing of a file whose sender goes away in the middle, and goes on', async () => {
    const api = await district();
    const { sent, head } = multipart(api.url);
    sent.on('error', () => undefined);
    sent.write(head('cut.bin'));
    sent.write(Buffer.alloc(MIB));
    await new Promise((resolve) => setTimeout(resolve, 100));
    sent.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await api.context.store.uploads.countDocuments({})).toBe(0);
    expect((await api.call('POST', '/uploads', formOf({ 'a.txt': 'a' }))).status).toBe(201);
  });

  it('answers a form that is broken in the middle, and keeps what came before', async () => {
    const api = await district();
    const { sent, head } = multipart(api.url);
    const answered = once(sent, 'response');
    sent.write(`${head('whole.txt')}whole\r\n--throughline-test-boundary\r\nno header at all\r\n\r\n`);
    for (let index = 0; index < 8; index += 1) sent.write(Buffer.alloc(MIB));
    sent.end();
    const [response] = await answered;
    expect([response.statusCode, JSON.parse(await bodyOf(response)).code]).toEqual([400, 'invalid_request']);
    expect(api.accepted).toHaveLength(1);
  });

  it('streams a file of 100 MB through memory that stays flat', async () => {
    const api = await district();
    const { sent, head, tail } = multipart(api.url);
    const answered = once(sent, 'response');
    const chunk = randomBytes(256 * 1024);
    const held = () => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return (heapUsed + arrayBuffers) / MIB;
    };
    const before = held();
    let most = 0;
    sent.write(head('binder.pdf'));
    for (let index = 0; index < 400; index += 1) {
      if (!sent.write(chunk)) await once(sent, 'drain');
      most = Math.max(most, held() - before);
    }
    sent.end(tail);
    const [response] = await answered;
    const { results } = JSON.parse(await bodyOf(response));
    expect(results[0].upload.size).toBe(100 * MIB);
    expect(most).toBeLessThan(64);
  });
});

interface Event {
  readonly event: string;
  readonly data: { state: string; pagesRead: number; pageCount: number | null };
}

/** The events of a stream, until it ends. */
async function eventsOf(url: string, afterFirst: () => Promise<void> = async () => undefined): Promise<Event[]> {
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events: Event[] = [];
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (!event || !data) continue;
      events.push({ event, data: JSON.parse(data) });
      if (events.length === 1) await afterFirst();
    }
  }
  return events;
}

describe('the events of an upload', () => {
  it('tell the state and the pages read, and end when it is over, also for work that another process did', async () => {
    const api = await district();
    const { store } = api.context;
    await store.uploads.create(upload({ _id: 'up', state: 'received', pageCount: null }));
    const pause = () => new Promise((resolve) => setTimeout(resolve, 900));
    const work = async () => {
      await store.uploads.updateOne({ _id: 'up' }, { $set: { state: 'reading', pageCount: 2 } });
      await store.pages.create(pageOf('up', 1, 'one'));
      await pause();
      await store.pages.create(pageOf('up', 2, 'two'));
      await pause();
      await store.uploads.updateOne({ _id: 'up' }, { $set: { state: 'done' } });
    };
    const events = await eventsOf(`${api.url}/api/v1/uploads/up/events`, async () => void work());
    expect(events[0]).toMatchObject({ event: 'progress', data: { state: 'received', pagesRead: 0 } });
    expect(events.at(-1)).toMatchObject({ event: 'end', data: { state: 'done', pagesRead: 2, pageCount: 2 } });
    const read = events.map(({ data }) => data.pagesRead);
    expect(read).toEqual([...read].sort((a, b) => a - b));
    expect(read).toContain(1);
  });

  it('are one and the end for an upload that is over already', async () => {
    const api = await startApi();
    await seed(api.context.store);
    const events = await eventsOf(`${api.url}/api/v1/uploads/u1/events`);
    expect(events).toMatchObject([{ event: 'end', data: { state: 'done', pagesRead: 1 } }]);
  });

  it('reach everyone who watches', async () => {
    const context = await testContext();
    await seed(context.store);
    await context.store.uploads.updateOne({ _id: 'u1' }, { $set: { state: 'reading' } });
    const api = await startApi({ context });
    const watchers = Array.from({ length: 5 }, () => eventsOf(`${api.url}/api/v1/uploads/u1/events`));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await context.store.uploads.updateOne(
      { _id: 'u1' },
      { $set: { state: 'failed', failure: { code: 'corrupt', message: 'It is damaged.' } } },
    );
    for (const events of await Promise.all(watchers)) {
      expect(events.at(-1)).toMatchObject({ event: 'end', data: { failure: { code: 'corrupt' } } });
    }
  });
});
