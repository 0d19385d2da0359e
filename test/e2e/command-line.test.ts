/** The command line as scripts use it: exit status, JSON lines, one clear line for what is wrong. */
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceDocument, evidenceDocumentSchema } from '../../services/domain/evidence.ts';
import { pageSchema } from '../../services/domain/page.ts';
import { type ProcessResult, processResultSchema } from '../../services/domain/process-result.ts';
import { searchHitSchema } from '../../services/domain/search-hit.ts';
import { runThroughline, samplePath, startThroughline } from '../factories/run-throughline.ts';

const caseload = samplePath('caseload.json');
const evidence = (name: string) => samplePath(`evidence/${name}`);
/** Quick to read: text layers and typed notes. */
const quick = [
  'fluency-record-mateo.pdf',
  'observations-ottoline.md',
  'speech-log-october.pdf',
  'sight-words-amaya.txt',
].map(evidence);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What stays the same when the same work is done again: everything but the time it took. */
const lasting = ({ timings: _timings, skipped: _skipped, ...rest }: ProcessResult) => rest;

describe('usage', () => {
  it.each([
    [['read'], /file/],
    [['read', '--jobs', '0', 'x'], /--jobs/],
    [['extract', 'x.pdf'], /--caseload/],
    [['extract', '--caseload', 'nowhere.json', 'x.pdf'], /--caseload.*nowhere\.json/],
    [['extract', '--caseload', caseload, '--date', '2025-02-30', 'x.pdf'], /--date/],
    [['extract', '--caseload', caseload, '--student', 'nobody', 'x.pdf'], /--student.*nobody/],
    [['process', 'samples', '--caseload', caseload], /--data/],
    [['process', 'no-such-path', '--caseload', caseload, '--data', '/tmp/never'], /path.*no-such-path/],
    [['process', 'samples', '--caseload', caseload, '--data', '/tmp/never', '--period', 'q9'], /--period.*q9/],
    [['search', 'words', '--data', '/tmp/no-such-folder'], /--data/],
    [['search', 'words', '--data', '.', '--type', 'novel'], /--type/],
    [['search', 'words', '--data', 'samples'], /--data.*samples/],
    [['verify', '--data', '/tmp/no-such-folder'], /--data/],
    [['verify', '--data', 'samples'], /--data.*samples/],
    [['serve', '--port', 'http'], /--port/],
    [['models', '--size', 'huge'], /--size/],
    [['frobnicate'], /frobnicate/],
    [['read', '--colour', 'x'], /--colour/],
  ])('%j is wrong and says why in one line', async (args, reason) => {
    const ran = await runThroughline(...args);
    expect(ran.status).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(ran.err).toMatch(reason);
  });

  it('every command explains itself', async () => {
    for (const command of ['serve', 'read', 'extract', 'process', 'search', 'verify', 'models', 'start']) {
      const ran = await runThroughline(command, '--help');
      expect(ran.status).toBe(0);
      expect(ran.out).toContain(`throughline ${command}`);
    }
  });
});

describe('read', () => {
  it('prints a page a line, a line in the place of what cannot be read, and ends with 1', async () => {
    const ran = await runThroughline(
      'read',
      evidence('fluency-record-mateo.pdf'),
      evidence('voice-memo.m4a'),
      'nowhere.pdf',
      '--json',
    );
    const [page, unsupported, missing, ...rest] = ran.lines();
    expect(rest).toEqual([]);
    expect(pageSchema.parse(page).source).toBe('text_layer');
    expect(unsupported).toMatchObject({ file: evidence('voice-memo.m4a'), error: { code: 'unsupported_type' } });
    expect(missing).toMatchObject({ file: 'nowhere.pdf', error: { code: 'not_found' } });
    expect(ran.status).toBe(1);
  });
});

describe('extract', () => {
  it('prints a document a line, each number with its quote at its place', async () => {
    const pages = (await runThroughline('read', ...quick, '--json')).lines<{
      file: string;
      page: number;
      text: string;
    }>();
    const ran = await runThroughline('extract', ...quick, '--caseload', caseload, '--date', '2025-11-10', '--json');
    expect(ran.status).toBe(0);
    const documents = ran.lines<EvidenceDocument>().map((line) => evidenceDocumentSchema.parse(line));
    expect(new Set(documents.map(({ file }) => file))).toEqual(new Set(quick));
    const sources = documents.flatMap((d) =>
      [...d.dataPoints, ...d.services, ...d.unmapped].map(({ source }) => source),
    );
    expect(sources.length).toBeGreaterThan(5);
    for (const { file, page, quote, start, end } of sources) {
      expect(pages.find((p) => p.file === file && p.page === page)?.text.slice(start, end)).toBe(quote);
    }
  });
});

describe('serve', () => {
  /** Starts a server and gives its address once it says it. */
  async function serve(...args: string[]) {
    const server = startThroughline(['serve', '--port', '0', ...args]);
    const told = new Promise<string>((resolve, reject) => {
      let text = '';
      server.child.stderr?.on('data', (chunk) => {
        text += chunk;
        const address = /Throughline is at (\S+)/.exec(text)?.[1];
        if (address) resolve(address);
      });
      void server.ended.then(({ err }) => reject(new Error(err)));
    });
    return { ...server, url: await told };
  }

  it('needs no caseload to read and to find, listens on this machine only, and says that nobody signs in', async () => {
    const data = join(folder, 'no-caseload');
    const { child, ended, url } = await serve('--data', data);
    try {
      expect(new URL(url).hostname).toBe('127.0.0.1');
      for (const path of ['healthz', 'readyz', 'metrics']) expect((await fetch(`${url}/${path}`)).status).toBe(200);
      const form = new FormData();
      form.append('file', new Blob(['Planted beans in the school garden.']), 'garden.txt');
      const posted = await fetch(`${url}/api/v1/uploads`, { method: 'POST', body: form });
      const [{ upload }] = ((await posted.json()) as { results: { upload: { id: string } }[] }).results as [
        { upload: { id: string } },
      ];
      expect(await (await fetch(`${url}/api/v1/uploads/${upload.id}/events`)).text()).toContain('"state":"done"');
    } finally {
      child.kill('SIGTERM');
    }
    const ran = await ended;
    expect([ran.status, ran.err.includes('no sign-in yet')]).toEqual([0, true]);
    const found = await runThroughline('search', 'beans', '--data', data, '--json');
    expect(found.lines().map((line) => searchHitSchema.parse(line).file)).toEqual(['garden.txt']);
  });
});

describe('process, search and verify', () => {
  it('go from files to statements, change nothing the second time, find words, and find the data in order', async () => {
    const data = join(folder, 'whole');
    const args = ['process', ...quick, evidence('voice-memo.m4a'), '--caseload', caseload, '--data', data, '--json'];
    const first = await runThroughline(...args);
    expect(first.status).toBe(1);
    const result = processResultSchema.parse(first.lines()[0]);
    expect(result).toMatchObject({
      files: 5,
      errors: [{ file: evidence('voice-memo.m4a'), code: 'unsupported_type' }],
    });
    expect(result.documents.length).toBeGreaterThanOrEqual(4);
    expect(result.statements.some(({ citations }) => citations.length > 0)).toBe(true);

    const second = await runThroughline(...args);
    expect(second.err).toContain('nothing has changed');
    const again = processResultSchema.parse(second.lines()[0]);
    expect(lasting(again)).toEqual(lasting(result));
    expect(again.skipped.map(({ file }) => file)).toEqual(quick);

    const found = await runThroughline('search', 'fluency', '--data', data, '--json');
    expect(found.status).toBe(0);
    const hits = found.lines().map((line) => searchHitSchema.parse(line));
    expect(hits.map(({ file }) => file)).toContain(evidence('fluency-record-mateo.pdf'));

    expect((await runThroughline('verify', '--data', data, '--json')).status).toBe(0);
    const files = await readdir(join(data, 'files'), { recursive: true, withFileTypes: true });
    const blob = files.find((entry) => entry.isFile());
    if (!blob) expect.unreachable('there are files');
    await chmod(join(blob.parentPath, blob.name), 0o644);
    await writeFile(join(blob.parentPath, blob.name), 'something else');
    const broken = await runThroughline('verify', '--data', data, '--json');
    expect(broken.status).toBe(1);
    expect(broken.lines()[0]).toMatchObject({ ok: false, problems: [{ kind: 'changed_file' }] });
  });

  it('go on after being killed at any moment, as if nothing had happened', async () => {
    const args = (data: string) => ['process', ...quick, '--caseload', caseload, '--data', data, '--json'];
    const whole = processResultSchema.parse((await runThroughline(...args(join(folder, 'undisturbed')))).lines()[0]);
    const data = join(folder, 'disturbed');
    for (const afterMs of [900, 1400, 2000]) {
      const { child, ended } = startThroughline(args(data));
      const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
      await ended;
      clearTimeout(timer);
    }
    const resumed = await runThroughline(...args(data));
    expect(resumed.status).toBe(0);
    const anonymous = (result: ProcessResult) =>
      JSON.parse(JSON.stringify(lasting(result)).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')) as object;
    expect(anonymous(processResultSchema.parse(resumed.lines()[0]))).toEqual(anonymous(whole));
    expect((await runThroughline('verify', '--data', data, '--json')).status).toBe(0);
  });

  it('refuse a data directory that another process works on', async () => {
    const data = join(folder, 'shared');
    const server = startThroughline(['serve', '--data', data, '--port', '0', '--caseload', caseload]);
    try {
      await new Promise<void>((resolve) => {
        server.child.stderr?.on('data', (chunk) => {
          if (String(chunk).includes('Throughline is at')) resolve();
        });
      });
      const ran = await runThroughline('process', ...quick, '--caseload', caseload, '--data', data, '--json');
      expect(ran.status).toBe(1);
      expect(ran.err).toContain('already working');
      expect((await runThroughline('search', 'fluency', '--data', data, '--json')).status).toBe(0);
    } finally {
      server.child.kill('SIGTERM');
    }
    expect((await server.ended).status).toBe(0);
  });
});
