/** Where the ink is: marks darker than the paper around them, whatever the light. */
import type { GreyImage } from './grey-image.ts';

/** One byte a pixel: 1 = ink. */
export interface InkMask {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** How many ink pixels are darker than their surroundings by each number of levels. */
  readonly contrasts: Uint32Array;
}

/**
 * Marks each pixel that is darker than its surroundings by at least `contrast` levels of brightness and an eighth of
 * the local mean (adaptive threshold of Bradley and Roth, 2007, with a floor against paper grain). The window is a
 * sixteenth of the longer side; its sums are carried along, so the cost does not depend on its size.
 */
export function findInk(image: GreyImage, contrast = 24): InkMask {
  const { data, width, height } = image;
  const half = Math.max(8, Math.round(Math.max(width, height) / 32));
  const mask = new Uint8Array(width * height);
  const contrasts = new Uint32Array(256);
  /** For each column, the sum over the rows of the window. */
  const columns = new Uint32Array(width);
  const addRow = (y: number, sign: 1 | -1): void => {
    const row = y * width;
    for (let x = 0; x < width; x++) columns[x]! += sign * data[row + x]!;
  };
  for (let y = 0; y < Math.min(half, height); y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + half < height) addRow(y + half, 1);
    if (y - half - 1 >= 0) addRow(y - half - 1, -1);
    const rows = Math.min(height, y + half + 1) - Math.max(0, y - half);
    let sum = 0;
    for (let x = 0; x < Math.min(half, width); x++) sum += columns[x]!;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (x + half < width) sum += columns[x + half]!;
      if (x - half - 1 >= 0) sum -= columns[x - half - 1]!;
      const area = rows * (Math.min(width, x + half + 1) - Math.max(0, x - half));
      // Sums are compared, not means: most pixels are paper, and a division for each of them is most of the time.
      const level = data[row + x]! * area;
      if (sum - level <= contrast * area || 8 * level >= 7 * sum) continue;
      mask[row + x] = 1;
      contrasts[Math.min(255, Math.floor((sum - level) / area))]!++;
    }
  }
  return { data: mask, width, height, contrasts };
}
