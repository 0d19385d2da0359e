/** Small pictures of pages, for lists. What comes in was drawn by our own reading children, never by a stranger. */
import type { Readable } from 'node:stream';
import sharp from 'sharp';

/** The largest page that a reading child hands out. */
const MAX_PIXELS = 120_000_000;

/** `image` at most `width` pixels across, as a JPEG on white. */
export function smallPicture(image: Readable, width: number): { content: Readable; mediaType: string } {
  const shrink = sharp({ limitInputPixels: MAX_PIXELS })
    .resize({ width, withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 72 });
  image.on('error', (error) => shrink.destroy(error));
  // Whoever leaves before the end takes the source along.
  shrink.on('close', () => image.destroy());
  return { content: image.pipe(shrink), mediaType: 'image/jpeg' };
}
