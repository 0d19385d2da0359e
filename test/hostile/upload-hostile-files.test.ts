/**
 * Hostile and broken files handed in together with good ones, over HTTP and through the real pipeline: each bad one ends
 * with its code and in time, its original is kept, and the good ones are done.
 */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { UploadView } from '../../services/domain/views.ts';
import { application } from '../e2e/web-pipeline-server.ts';
import { endlessPdf, flatPng, lockedPdf, longPdf } from '../factories/hostile-files.ts';
import { samplePath } from '../factories/run-throughline.ts';
import { formOf } from '../integration/api-server.ts';

const bytes = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
const sample = async (name: string) => bytes(await readFile(samplePath(`evidence/${name}`)));

/** Follows the events of an upload to their end. */
async function endOf(url: string, id: string): Promise<{ state: string; failure: { code: string } | null }> {
  const text = await (await fetch(`${url}/api/v1/uploads/${id}/events`)).text();
  const last = text.trim().split('\n\n').at(-1) ?? '';
  expect(last).toMatch(/^event: end$/m);
  return JSON.parse(/^data: (.*)$/m.exec(last)?.[1] ?? '{}');
}

describe('one upload of good files and bad ones', () => {
  it('gives each bad one its code, keeps its original, and does the others', async () => {
    const api = await application({ readerMs: 8000, maxPages: 1500, maxFileBytes: 20 * 1024 ** 2, readers: 2 });
    const bad: [string, string, Uint8Array<ArrayBuffer>][] = [
      ['damaged.pdf', 'corrupt', await sample('scan-0031.pdf')],
      ['cut.jpg', 'corrupt', (await sample('sticky-note-zuri.jpg')).slice(0, 400)],
      ['locked.pdf', 'encrypted', bytes(lockedPdf())],
      ['nothing.txt', 'empty', bytes('')],
      ['long.pdf', 'too_many_pages', bytes(await longPdf(2000))],
      ['vast.png', 'too_large', bytes(flatPng(60_000, 60_000))],
      ['really-a-note.pdf', 'unsupported_type', bytes('Maya read 62 words')],
      ['voice-memo.m4a', 'unsupported_type', await sample('voice-memo.m4a')],
      ['endless.pdf', 'timeout', bytes(endlessPdf())],
    ];
    const good = ['circle-time-zuri.txt', 'fluency-record-mateo.pdf', 'counseling-notes-callum.docx'];
    const files: Record<string, Uint8Array<ArrayBuffer>> = {};
    for (const [name, , content] of bad.slice(0, 5)) files[name] = content;
    for (const name of good) files[name] = await sample(name);
    for (const [name, , content] of bad.slice(5)) files[name] = content;

    const { status, body } = await api.call('POST', '/uploads', formOf(files));
    expect(status).toBe(201);
    const uploads = new Map<string, UploadView>(
      body.results.map((result: { file: string; upload: UploadView }) => [result.file, result.upload]),
    );
    expect([...uploads.keys()]).toEqual(Object.keys(files));

    const ends = await Promise.all(
      [...uploads].map(async ([name, { id }]) => [name, await endOf(api.url, id)] as const),
    );
    expect(Object.fromEntries(ends.map(([name, { state, failure }]) => [name, failure?.code ?? state]))).toEqual({
      ...Object.fromEntries(bad.map(([name, code]) => [name, code])),
      ...Object.fromEntries(good.map((name) => [name, 'done'])),
    });
    for (const [name, , content] of bad) {
      const upload = uploads.get(name);
      const kept = await fetch(`${api.url}/api/v1/uploads/${upload?.id}/file`);
      expect(Buffer.compare(Buffer.from(await kept.arrayBuffer()), content), name).toBe(0);
      const { failure } = (await api.call('GET', `/uploads/${upload?.id}`)).body;
      expect(failure.message, name).toMatch(/^[A-Z].*\.$/s);
    }
    const documents = (await api.call('GET', '/documents')).body;
    expect(documents.items.map((document: { file: string }) => document.file).sort()).toEqual([...good].sort());
  });

  it('refuses a file past the limit of bytes while it still comes in, and keeps the rest', async () => {
    const api = await application({ maxFileBytes: 100_000 });
    const { body } = await api.call(
      'POST',
      '/uploads',
      formOf({ 'huge.pdf': new Uint8Array(400_000), 'note.txt': await sample('circle-time-zuri.txt') }),
    );
    expect(body.results[0]).toMatchObject({ upload: null, error: { code: 'too_large' } });
    expect(await endOf(api.url, body.results[1].upload.id)).toMatchObject({ state: 'done' });
  });
});
