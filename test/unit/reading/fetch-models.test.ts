import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dictionaryFrom } from '../../../services/reading/models/dictionary.ts';
import { downloadFile } from '../../../services/reading/models/download-file.ts';
import { findModels } from '../../../services/reading/models/model-files.ts';
import { modelSets } from '../../../services/reading/models/model-sets.ts';

const content = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));
const sha256 = createHash('sha256').update(content).digest('hex');

let folder: string;
let server: Server;
let url: string;
let ranges: (string | undefined)[];
let serve: Buffer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'models-'));
  ranges = [];
  serve = content;
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200).end(serve.subarray(from));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/model.onnx`;
});

afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const download = (target: string) =>
  downloadFile({ url, target, sha256, signal: new AbortController().signal, onBytes: () => {} });

describe('fetching a model', () => {
  it('goes on where an earlier attempt stopped', async () => {
    const target = join(folder, 'model.onnx');
    await writeFile(`${target}.part`, content.subarray(0, 40_000));
    await download(target);
    expect(ranges).toEqual(['bytes=40000-']);
    expect(await readFile(target)).toEqual(content);
    expect(await readdir(folder)).toEqual(['model.onnx']);
  });

  it('leaves nothing behind of a file that is not the one expected', async () => {
    serve = Buffer.from('something else');
    await expect(download(join(folder, 'model.onnx'))).rejects.toThrow(/hash/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('finds no models in a folder that holds others of the same names', async () => {
    await writeFile(join(folder, 'PP-OCRv6_small_det.onnx'), 'not a model');
    expect(await findModels(folder, modelSets.small)).toBeNull();
  });

  it('takes the dictionary out of the description of a model', () => {
    const description =
      "PostProcess:\n  name: CTC\n  character_dict:\n  - '!'\n  - ''''\n  - \"\\\"\"\n  - a\nOther: 1\n";
    expect(dictionaryFrom(description)).toBe('!\r\n\'\r\n"\r\na\r\n');
    expect(() => dictionaryFrom('nothing here')).toThrow(RangeError);
  });
});
