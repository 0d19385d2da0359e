/**
 * Blobs in MongoDB's GridFS, the hash as the name. A blob is uploaded under a temporary name and renamed when it is
 * whole; a unique index on the name lets one of several equal ones through. What a crash leaves behind has no hash for
 * a name, is never given out, and is removed later.
 */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import type { BlobStore, StoredBlob } from './blob-store.ts';
import { LocalCopies } from './local-copies.ts';
import { isSha256, MeasuredContent, notFound } from './measured-content.ts';

type ObjectId = mongoose.mongo.BSON.ObjectId;
interface StoredFile {
  _id: ObjectId;
  filename: string;
  length: number;
  chunkSize: number;
}
interface Chunk {
  files_id: ObjectId;
  n: number;
  data: mongoose.mongo.BSON.Binary;
}
/** An upload that has begun: with this a later run finds what a crash has left. */
interface Incoming {
  _id: ObjectId;
  startedAt: Date;
}

const BUCKET = 'blobs';
const CHUNK_BYTES = 1024 * 1024;
const STALE_MS = 24 * 60 * 60 * 1000;
const DUPLICATE_KEY = 11000;

class GridFsBlobs implements BlobStore {
  readonly #bucket: mongoose.mongo.GridFSBucket;
  readonly #files: mongoose.mongo.Collection<StoredFile>;
  readonly #chunks: mongoose.mongo.Collection<Chunk>;
  readonly #incoming: mongoose.mongo.Collection<Incoming>;
  readonly #copies = new LocalCopies((sha256) => this.open(sha256));
  #ready: Promise<void> | null = null;

  constructor(database: mongoose.mongo.Db) {
    this.#bucket = new mongoose.mongo.GridFSBucket(database, { bucketName: BUCKET, chunkSizeBytes: CHUNK_BYTES });
    this.#files = database.collection(`${BUCKET}.files`);
    this.#chunks = database.collection(`${BUCKET}.chunks`);
    this.#incoming = database.collection(`${BUCKET}.incoming`);
  }

  /** Makes the index that keeps names unique, and removes what earlier crashes have left. */
  async #prepare(): Promise<void> {
    await this.#files.createIndex({ filename: 1 }, { unique: true });
    const before = new Date(Date.now() - STALE_MS);
    for await (const { _id } of this.#incoming.find({ startedAt: { $lt: before } })) {
      await this.#discard(_id);
      await this.#incoming.deleteOne({ _id });
    }
  }

  /** Removes what there is of an upload, unless it has become a blob. */
  async #discard(id: ObjectId): Promise<void> {
    const file = await this.#files.findOne({ _id: id });
    if (file && isSha256(file.filename)) return;
    await this.#files.deleteOne({ _id: id });
    await this.#chunks.deleteMany({ files_id: id });
  }

  async put(content: AsyncIterable<Uint8Array>, options: { maxBytes?: number } = {}): Promise<StoredBlob> {
    this.#ready ??= this.#prepare();
    await this.#ready;
    const id = new mongoose.mongo.BSON.ObjectId();
    const measured = new MeasuredContent(content, options.maxBytes);
    await this.#incoming.insertOne({ _id: id, startedAt: new Date() });
    try {
      const upload = this.#bucket.openUploadStreamWithId(id, `${BUCKET}-${randomUUID()}`);
      await pipeline(Readable.from(measured.pieces(), { objectMode: false, highWaterMark: CHUNK_BYTES }), upload);
      const { sha256, size } = measured.finish();
      const existed = await this.#settle(id, sha256, size);
      if (existed) await this.#discard(id);
      await this.#incoming.deleteOne({ _id: id });
      return { sha256, size, existed };
    } catch (error) {
      // A piece that is still on its way may arrive behind this: the entry in `incoming` stays for the next start.
      await this.#discard(id);
      throw error;
    }
  }

  /** Gives the upload its name, unless the content is there already; true if it was. */
  async #settle(id: ObjectId, sha256: string, size: number): Promise<boolean> {
    for (;;) {
      const existing = await this.#files.findOne({ filename: sha256 });
      if (existing && (await this.#isWhole(existing, size))) return true;
      if (existing) await this.#bucket.delete(existing._id);
      try {
        await this.#files.updateOne({ _id: id }, { $set: { filename: sha256 } });
        return false;
      } catch (error) {
        // Another one was named first: have a look at it.
        if ((error as { code?: unknown }).code !== DUPLICATE_KEY) throw error;
      }
    }
  }

  async #isWhole({ _id, length, chunkSize }: StoredFile, size: number): Promise<boolean> {
    if (length !== size) return false;
    return (await this.#chunks.countDocuments({ files_id: _id })) === Math.ceil(length / chunkSize);
  }

  async #find(sha256: string): Promise<StoredFile> {
    const file = isSha256(sha256) ? await this.#files.findOne({ filename: sha256 }) : null;
    if (!file) throw notFound(sha256);
    return file;
  }

  async open(sha256: string): Promise<Readable> {
    return Readable.from(this.#read(await this.#find(sha256)), { objectMode: false, highWaterMark: CHUNK_BYTES });
  }

  /** Chunk by chunk: a cursor would hold as many of them as the server cares to send at once. */
  async *#read({ _id, length, chunkSize, filename }: StoredFile): AsyncGenerator<Uint8Array> {
    for (let n = 0; n < Math.ceil(length / chunkSize); n++) {
      const chunk = await this.#chunks.findOne({ files_id: _id, n });
      if (!chunk) throw new Error(`A part of the file ${filename} is missing.`);
      yield chunk.data.value();
    }
  }

  async has(sha256: string): Promise<boolean> {
    return isSha256(sha256) && (await this.#files.findOne({ filename: sha256 }, { projection: { _id: 1 } })) !== null;
  }

  withFile<Result>(sha256: string, use: (path: string) => Promise<Result>): Promise<Result> {
    return this.#copies.use(sha256, use);
  }

  async *list(): AsyncGenerator<string> {
    const files = this.#files.find({}, { projection: { filename: 1 } }).sort({ filename: 1 });
    for await (const { filename } of files) if (isSha256(filename)) yield filename;
  }

  close(): Promise<void> {
    return this.#copies.close();
  }
}

/** Blobs beside the records of a MongoDB; the connection stays its owner's. */
export function createGridFsBlobs(connection: mongoose.Connection): BlobStore {
  if (!connection.db) throw new Error('The connection is not open.');
  return new GridFsBlobs(connection.db);
}
