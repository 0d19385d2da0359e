/** Pictures of any kind that teachers have, as upright grey pixels. */
import sharp from 'sharp';
import { DomainError } from '../../domain/errors.ts';
import type { GreyImage } from './grey-image.ts';

/** 100 million pixels: a letter page at 1,000 dpi. */
export const MAX_PIXELS = 100_000_000;

/** The size in pixels and the number of pictures. Throws `too_large` or `corrupt`. */
export async function measureImage(path: string): Promise<{ width: number; height: number; pages: number }> {
  const metadata = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((cause) => {
      throw new DomainError('corrupt', 'This picture is damaged and cannot be opened.', { cause });
    });
  const { width, height } = metadata;
  if (!width || !height) throw new DomainError('corrupt', 'This picture is damaged and cannot be opened.');
  if (width * height > MAX_PIXELS) {
    throw new DomainError('too_large', `This picture is ${width} × ${height} pixels, more than can be read.`);
  }
  return { width, height, pages: metadata.pages ?? 1 };
}

/** A decoded picture: what the eye sees, in a form that can be encoded again. */
export interface DecodedImage {
  /** Colour or grey pixels, `channels` bytes each. */
  readonly pixels: Buffer;
  readonly channels: 1 | 3;
  readonly width: number;
  readonly height: number;
}

const GREY: ReadonlySet<string> = new Set(['b-w', 'grey16']);

/** Decodes one picture of a file upright (EXIF) and on white. Throws `corrupt`. */
export async function decodeImage(input: string | Buffer, page: number): Promise<DecodedImage> {
  try {
    const picture = sharp(input, { page: page - 1, limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { space } = await picture.metadata();
    const { data, info } = await picture
      .autoOrient()
      .flatten({ background: '#ffffff' })
      // Grey scans stay grey: a third of the memory, and of the time that every later step takes.
      .toColourspace(space && GREY.has(space) ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 1 && info.channels !== 3) throw new Error(`${info.channels} channels`);
    return { pixels: data, channels: info.channels, width: info.width, height: info.height };
  } catch (cause) {
    throw new DomainError('corrupt', 'This picture is damaged and cannot be opened.', { cause });
  }
}

/** The brightness of each pixel (ITU-R BT.601 weights). */
export function toGrey(image: DecodedImage): GreyImage {
  const { pixels, channels, width, height } = image;
  if (channels === 1) return { data: new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length), width, height };
  const data = new Uint8Array(width * height);
  for (let to = 0, from = 0; to < data.length; to++, from += 3) {
    data[to] = (pixels[from]! * 77 + pixels[from + 1]! * 150 + pixels[from + 2]! * 29) >> 8;
  }
  return { data, width, height };
}
