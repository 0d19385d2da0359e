/** Turning a picture level, and giving it a form that can be shown. */
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { Page } from '../../domain/page.ts';
import type { PageImage } from '../reading.ts';
import type { DecodedImage } from './open-image.ts';

const WHITE = '#ffffff';

function toSharp(image: DecodedImage): Sharp {
  const { width, height, channels } = image;
  return sharp(image.pixels, { raw: { width, height, channels } });
}

/** The picture turned clockwise by `degrees`; it grows so that no corner is lost, on white. */
export async function turnImage(image: DecodedImage, degrees: number): Promise<DecodedImage> {
  if (degrees === 0) return image;
  const turned = toSharp(image).rotate(degrees, { background: WHITE });
  const space = image.channels === 1 ? turned.toColourspace('b-w') : turned.toColourspace('srgb');
  const { data, info } = await space.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, channels: image.channels, width: info.width, height: info.height };
}

/** The picture as it stood when it was read: level first, then the right way up. */
export async function turnAsRead(image: DecodedImage, as: Pick<Page, 'rotation' | 'skew'>): Promise<DecodedImage> {
  const level = await turnImage(image, (as.rotation % 180) + as.skew);
  return turnImage(level, as.rotation >= 180 ? 180 : 0);
}

/** SHA-256 of the picture's size and pixels. */
export function hashOf({ pixels, channels, width, height }: DecodedImage): string {
  return createHash('sha256').update(`${width} ${height} ${channels} `).update(pixels).digest('hex');
}

/** The picture as JPEG, for people to look at. */
export async function encodeImage(image: DecodedImage): Promise<PageImage> {
  const picture = image.channels === 1 ? toSharp(image).toColourspace('b-w') : toSharp(image);
  // The best Huffman tables would make it 4 % smaller, and take as long again.
  const { data, info } = await picture
    .jpeg({ quality: 80, optimiseCoding: false })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height };
}
