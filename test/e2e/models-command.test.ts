/** `throughline models` as a person calls it. */
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modelSets } from '../../services/reading/models/model-sets.ts';
import { startThroughline } from '../factories/run-throughline.ts';
import { describeWithSecondReader, models } from '../factories/second-reader.ts';

let folder: string;
let server: Server;
let asked: string[];
let pages: Map<string, Buffer>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'models-command-'));
  await mkdir(join(folder, 'no-programs'));
  asked = [];
  pages = new Map();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages.get(request.url ?? '');
    response.writeHead(page ? 200 : 404).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Without Python, so that only the hub is asked. */
const run = (...args: string[]) =>
  startThroughline(['models', ...args], {
    PATH: join(folder, 'no-programs'),
    OCR_MODELS_HUB: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  }).ended;

describe('throughline models', () => {
  it('ends with 1 and the reasons where nobody has the models, and prints no path', async () => {
    const dir = join(folder, 'models');
    const ran = await run('--dir', dir);
    expect(ran.status).toBe(1);
    expect(ran.out).toBe('');
    expect(ran.err).toContain('the model hub: The server answered 404');
    expect(ran.err).toContain('OCR_MODELS_DIR');
    expect(asked).toEqual([`/${modelSets.small.detection.hub}`]);
  });

  it('ends with 2 and one line for a size that there is not', async () => {
    const ran = await run('--size', 'huge');
    expect(ran.status).toBe(2);
    expect(ran.err.trim()).toMatch(/^.*--size.*tiny, small, medium.*$/);
  });
});

describeWithSecondReader('throughline models, with the real files', () => {
  it('fetches and checks them, says where they lie, and does nothing the second time', async () => {
    const found = models!;
    const set = modelSets[found.size];
    const entries = readFileSync(found.dictionary, 'utf8').split('\r\n').slice(0, -1);
    pages.set(`/${set.detection.hub}`, readFileSync(found.detection));
    pages.set(`/${set.recognition.hub}`, readFileSync(found.recognition));
    const list = entries.map((entry) => `  - '${entry.replaceAll("'", "''")}'`).join('\n');
    pages.set(`/${set.dictionary.hub}`, Buffer.from(`PostProcess:\n  character_dict:\n${list}\n`));

    const dir = join(folder, 'models');
    const ran = await run('--size', found.size, '--dir', dir);
    expect(ran.err).toContain('They came from their publisher.');
    expect(ran.status).toBe(0);
    expect(ran.out.trim().split('\n')).toEqual(
      [set.detection, set.recognition, set.dictionary].map(({ name }) => join(dir, name)),
    );
    expect(await readdir(dir)).toHaveLength(3);

    asked.length = 0;
    const again = await run('--size', found.size, '--dir', dir);
    expect(again).toMatchObject({ status: 0, out: ran.out });
    expect(again.err).toContain('nothing was fetched');
    expect(asked).toEqual([]);
  });
});
