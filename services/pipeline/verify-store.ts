/** Integrity: files against their hashes, records against each other, the audit chain. */
import { createHash } from 'node:crypto';
import { pipeline as pipeStreams } from 'node:stream/promises';
import { verifyAuditChain } from '../access/record-audit.ts';
import type { Ground } from '../platform/ground.ts';
import { type Problem, referenceProblems } from './verify-references.ts';

async function* fileProblems({ blobs, store }: Ground): AsyncGenerator<Problem> {
  for await (const sha256 of blobs.list()) {
    const hash = createHash('sha256');
    await pipeStreams(await blobs.open(sha256), hash);
    if (hash.digest('hex') !== sha256) {
      yield { kind: 'changed_file', what: sha256, detail: 'the content no longer has this hash' };
    }
  }
  for await (const upload of store.uploads.find({}, { sha256: 1, file: 1 }).lean().cursor()) {
    if (!(await blobs.has(upload.sha256))) {
      yield { kind: 'missing_file', what: upload._id, detail: `the original of ${upload.file} is not there` };
    }
  }
  for await (const page of store.pages
    .find({ imageSha256: { $ne: null } }, { imageSha256: 1 })
    .lean()
    .cursor()) {
    if (page.imageSha256 && !(await blobs.has(page.imageSha256))) {
      yield { kind: 'missing_file', what: page._id, detail: 'the image of this page is not there' };
    }
  }
}

/** Everything that is wrong with what is stored; yields nothing when all is well. */
export async function* verifyStore(ground: Ground): AsyncGenerator<Problem> {
  yield* fileProblems(ground);
  yield* referenceProblems(ground.store);
  for (const district of await ground.store.districts.find().lean()) {
    for (const detail of (await verifyAuditChain(ground.store, district._id)).problems) {
      yield { kind: 'audit_chain', what: district._id, detail };
    }
  }
}
