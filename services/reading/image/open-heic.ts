/** Photos as phones take them (HEIC, HEIF), through libheif in WebAssembly. */
import { readFile } from 'node:fs/promises';
import decode from 'heic-decode';
import { DomainError } from '../../domain/errors.ts';
import { type DecodedImage, MAX_PIXELS } from './open-image.ts';

function toRgb(rgba: Uint8ClampedArray, width: number, height: number): DecodedImage {
  const pixels = Buffer.alloc(width * height * 3);
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    pixels[to] = rgba[from]!;
    pixels[to + 1] = rgba[from + 1]!;
    pixels[to + 2] = rgba[from + 2]!;
  }
  return { pixels, channels: 3, width, height };
}

/** The first picture of the file. Throws `corrupt` or `too_large`. */
export async function openHeic(path: string): Promise<DecodedImage> {
  const images = await decode.all({ buffer: await readFile(path) }).catch((cause) => {
    throw new DomainError('corrupt', 'This photo is damaged and cannot be opened.', { cause });
  });
  try {
    const [first] = images;
    if (!first) throw new DomainError('corrupt', 'This photo is damaged and cannot be opened.');
    const { width, height } = first;
    if (width * height > MAX_PIXELS) {
      throw new DomainError('too_large', `This photo is ${width} × ${height} pixels, more than can be read.`);
    }
    const { data } = await first.decode();
    return toRgb(data, width, height);
  } finally {
    images.dispose();
  }
}
