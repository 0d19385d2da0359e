/** The parts of the web page as the server hands them out, and what they are made of. */
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../architecture/source-files.ts';
import { startApi } from '../integration/api-server.ts';

describe('the parts of the page', () => {
  it('come with their kind and a tag, and need not be sent again', async () => {
    const { url } = await startApi();
    const kinds = {
      '/': 'text/html',
      '/app.js': 'text/javascript',
      '/styles.css': 'text/css',
      '/icon.svg': 'image/svg',
    };
    for (const [path, kind] of Object.entries(kinds)) {
      const first = await fetch(url + path);
      expect([path, first.status, first.headers.get('content-type')]).toEqual([
        path,
        200,
        expect.stringContaining(kind),
      ]);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^".{40,}"$/);
      const again = await fetch(url + path, { headers: { 'If-None-Match': etag } });
      expect([path, again.status]).toEqual([path, 304]);
    }
  });

  it('are small: a phone on a slow line has them at once', async () => {
    const { url } = await startApi();
    const script = await (await fetch(`${url}/app.js`)).arrayBuffer();
    expect(script.byteLength).toBeLessThan(100_000);
  });

  it('take nothing but types from the services, and those from the domain only', () => {
    for (const { path, text, local, packages } of sourceFiles('web')) {
      expect([path, packages]).toEqual([path, []]);
      const outside = local.filter((target) => !target.startsWith('web/'));
      expect([path, outside.filter((target) => !target.startsWith('services/domain/'))]).toEqual([path, []]);
      expect([path, /import (?!type)[^;]*'[./]+services\//.test(text)]).toEqual([path, false]);
    }
  });

  it('never turn text into markup', () => {
    const sinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment/;
    expect(sourceFiles('web').filter(({ text }) => sinks.test(text))).toEqual([]);
  });
});
