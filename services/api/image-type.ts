/** The kind of a page image, from its first bytes: blobs know their content only by its hash. */
import { Readable } from 'node:stream';
import { DomainError } from '../domain/errors.ts';

function startsWith(head: Buffer, ...bytes: number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function typeOf(head: Buffer): string | undefined {
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}

/** The whole of `image` as a new stream, with its media type. Throws `internal` where it is no page image. */
export async function imageTypeOf(image: Readable): Promise<{ content: Readable; mediaType: string }> {
  const chunks = image[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const read: Buffer[] = [];
  let length = 0;
  while (length < 12) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  const mediaType = typeOf(Buffer.concat(read));
  if (!mediaType) {
    image.destroy();
    throw new DomainError('internal', 'A page image is of an unknown kind.');
  }
  const content = Readable.from(
    (async function* () {
      yield* read;
      yield* { [Symbol.asyncIterator]: () => chunks };
    })(),
    { objectMode: false },
  );
  return { content, mediaType };
}
