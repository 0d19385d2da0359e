/** Where the ink is: marks darker than the paper around them, whatever the light. */
import type { GreyImage } from './grey-image.ts';

/** One byte a pixel: 1 = ink. */
export interface InkMask {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Marks each pixel that is darker than its surroundings by at least `contrast` levels of brightness and an eighth of
 * the local mean (adaptive threshold of Bradley and Roth, 2007, with a floor against paper grain). The window is a
 * sixteenth of the longer side.
 */
export function findInk(image: GreyImage, contrast = 24): InkMask {
  const { data, width, height } = image;
  const half = Math.max(8, Math.round(Math.max(width, height) / 32));
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - half) * stride;
    const bottom = Math.min(height, y + half + 1) * stride;
    const rows = bottom / stride - top / stride;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - half);
      const right = Math.min(width, x + half + 1);
      const sum = sums[bottom + right]! - sums[bottom + left]! - sums[top + right]! + sums[top + left]!;
      const mean = sum / (rows * (right - left));
      const value = data[y * width + x]!;
      if (mean - value > contrast && value < mean * 0.875) mask[y * width + x] = 1;
    }
  }
  return { data: mask, width, height };
}
