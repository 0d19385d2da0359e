/** Fetching one large file: goes on where an earlier attempt stopped, checked, and put in place in one step. */
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { sha256Of } from './model-files.ts';

export interface Download {
  readonly url: string;
  /** Where the file goes; what has arrived so far lies beside it with the ending `.part`. */
  readonly target: string;
  readonly sha256: string;
  readonly signal: AbortSignal;
  /** Bytes that have arrived since the last call. */
  readonly onBytes: (bytes: number) => void;
}

/** A server that sends nothing for so long is given up. */
const SILENT_MS = 20_000;

/** The answer with what is missing of the file; `from` is the number of bytes that are there already. */
async function ask(url: string, from: number, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers: from > 0 ? { range: `bytes=${from}-` } : {}, signal });
  if (response.status === 416) return response;
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}`);
  return response;
}

async function append(response: Response, part: string, fresh: boolean, download: Download, alive: () => void) {
  const file = createWriteStream(part, { flags: fresh ? 'w' : 'a' });
  try {
    for await (const chunk of response.body!) {
      alive();
      download.onBytes(chunk.byteLength);
      if (!file.write(chunk)) await new Promise<void>((resolve) => file.once('drain', resolve));
    }
  } finally {
    await new Promise<void>((resolve, reject) =>
      file.end((error?: Error | null) => (error ? reject(error) : resolve())),
    );
  }
}

/** Flushes a file to the disk and gives it its name, after its hash was found right. */
export async function putInPlace(part: string, target: string, sha256: string): Promise<void> {
  if ((await sha256Of(part)) !== sha256) {
    await rm(part, { force: true });
    throw new Error('What arrived is not the file expected: its hash differs');
  }
  const file = await open(part, 'r+');
  await file.sync();
  await file.close();
  await rename(part, target);
}

/** What is missing of the file, into its part. Returns whether an earlier part was gone on with. */
async function fetchRest(download: Download): Promise<boolean> {
  const { url, target, signal } = download;
  const part = `${target}.part`;
  const from = (await stat(part).catch(() => null))?.size ?? 0;
  const silence = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(new Error('The server stopped sending')), SILENT_MS);
  };
  try {
    alive();
    const response = await ask(url, from, AbortSignal.any([signal, silence.signal]));
    const goesOn = response.status === 206;
    if (goesOn) download.onBytes(from);
    // 416: nothing is missing any more; the hash says whether what is there is right.
    if (response.status !== 416) await append(response, part, !goesOn, download, alive);
    return from > 0 && (goesOn || response.status === 416);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Rejects where the file cannot be had or is not the one expected; what arrived in part is kept for the next attempt.
 * A part that turns out to belong to another file is thrown away, and the file fetched from its beginning.
 */
export async function downloadFile(download: Download): Promise<void> {
  const { target, sha256 } = download;
  const part = `${target}.part`;
  const wentOn = await fetchRest(download);
  try {
    await putInPlace(part, target, sha256);
  } catch (error) {
    if (!wentOn) throw error;
    await fetchRest(download);
    await putInPlace(part, target, sha256);
  }
}
