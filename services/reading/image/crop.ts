/** Parts of a picture, and the whole upside down or mirrored. */
import type { Bbox } from '../../domain/geometry.ts';
import type { GreyImage } from './grey-image.ts';

/** The pixels inside of `box`, which is first brought inside of the picture; at least one pixel. */
export function crop(image: GreyImage, box: Bbox): GreyImage {
  const x0 = Math.min(image.width - 1, Math.max(0, Math.floor(box[0])));
  const y0 = Math.min(image.height - 1, Math.max(0, Math.floor(box[1])));
  const width = Math.max(1, Math.min(image.width, Math.ceil(box[2])) - x0);
  const height = Math.max(1, Math.min(image.height, Math.ceil(box[3])) - y0);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y0 + y) * image.width + x0;
    data.set(image.data.subarray(from, from + width), y * width);
  }
  return { data, width, height };
}

/** The picture turned by half a turn. */
export function halfTurn(image: GreyImage): GreyImage {
  return { ...image, data: image.data.slice().reverse() };
}

/** The picture with left and right changed. */
export function mirror(image: GreyImage): GreyImage {
  const { data, width, height } = image;
  const mirrored = new Uint8Array(data.length);
  for (let from = 0; from < data.length; from += width) mirrored.set(data.slice(from, from + width).reverse(), from);
  return { data: mirrored, width, height };
}
