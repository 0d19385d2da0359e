/** Another process on the same blobs: brings a slow one, or a large one whose way through the memory it measures. */
import { writeSync } from 'node:fs';
import mongoose from 'mongoose';
import { createFileBlobs } from '../../services/platform/blobs/file-blobs.ts';
import { createGridFsBlobs } from '../../services/platform/blobs/gridfs-blobs.ts';

const [task, kind, where = ''] = process.argv.slice(2);
const connection = kind === 'files' ? null : await new mongoose.Mongoose().createConnection(where).asPromise();
const blobs = connection ? createGridFsBlobs(connection) : await createFileBlobs(where);

async function* slow(): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; at++) {
    yield Buffer.alloc(300_000, at);
    if (at === 3) writeSync(1, 'started\n');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const MIB = 1024 * 1024;
let growth = 0;
let before = 0;
const look = () => {
  growth = Math.max(growth, process.memoryUsage().rss - before);
};

async function* large(): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(64 * 1024);
  for (let at = 0; at < (300 * MIB) / piece.length; at++) {
    // Each piece differs, and the same memory is never given out twice.
    const copy = Buffer.from(piece);
    copy.writeUInt32LE(at);
    yield copy;
    look();
  }
}

if (task === 'slow') {
  await blobs.put(slow());
} else {
  await blobs.put([Buffer.from('warm up')] as unknown as AsyncIterable<Uint8Array>);
  before = process.memoryUsage().rss;
  const { sha256, size } = await blobs.put(large());
  let read = 0;
  for await (const chunk of await blobs.open(sha256)) {
    read += chunk.length;
    look();
  }
  writeSync(1, JSON.stringify({ size, read, growth }));
  await connection?.close();
}
