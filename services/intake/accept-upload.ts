/**
 * Accepting a file: its bytes are stored first, then its record; only then is it acknowledged. What it is, and
 * whether it can be read, is found out later, so that a file that cannot be read is kept all the same.
 */
import { dayIn } from '../domain/dates.ts';
import { DomainError } from '../domain/errors.ts';
import type { UploadRecord } from '../domain/records.ts';
import type { Ground } from '../platform/ground.ts';
import { newId } from '../platform/ids.ts';

export interface UploadRequest {
  readonly districtId: string;
  /** Name or path as given. */
  readonly file: string;
  readonly studentId?: string | null;
  readonly receivedBy?: string | null;
  /** `YYYY-MM-DD`; today in the district's time zone where it is not given. */
  readonly uploadDate?: string | undefined;
}

/**
 * Stores one file and registers it as `received`; an empty one too, so that it is seen to have failed.
 * Throws `too_large` (nothing is kept of a file past the limit) and `not_found` for an unknown district or student.
 */
export async function acceptUpload(
  ground: Ground,
  request: UploadRequest,
  content: AsyncIterable<Uint8Array>,
): Promise<UploadRecord> {
  const { store, blobs, clock, config } = ground;
  const district = await store.districts.findOne({ _id: request.districtId }).lean();
  if (!district) throw new DomainError('not_found', 'This district is not known.');
  if (request.studentId) {
    const student = await store.students.exists({ districtId: request.districtId, id: request.studentId });
    if (!student) throw new DomainError('not_found', 'This student is not on the caseload.');
  }
  const blob = await blobs.put(content, { maxBytes: config.maxFileBytes });
  const receivedAt = clock.now();
  const upload: UploadRecord = {
    _id: newId(),
    districtId: request.districtId,
    file: request.file,
    sha256: blob.sha256,
    size: blob.size,
    mediaType: null,
    kind: null,
    state: 'received',
    failure: null,
    duplicateOf: null,
    studentId: request.studentId ?? null,
    uploadDate: request.uploadDate ?? dayIn(district.timeZone, receivedAt),
    receivedAt,
    receivedBy: request.receivedBy ?? null,
    pageCount: null,
  };
  await store.uploads.create(upload);
  return upload;
}
