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

/** Moves the window of `columns` (for each column, the sum over its rows) by the rows that begin at these places. */
function slideColumns(columns: Uint32Array, data: Uint8Array, enters: number, leaves: number): void {
  const width = columns.length;
  if (enters >= 0 && leaves >= 0) {
    for (let x = 0; x < width; x++) columns[x]! += data[enters + x]! - data[leaves + x]!;
  } else if (enters >= 0) {
    for (let x = 0; x < width; x++) columns[x]! += data[enters + x]!;
  } else if (leaves >= 0) {
    for (let x = 0; x < width; x++) columns[x]! -= data[leaves + x]!;
  }
}

/**
 * Marks each pixel that is darker than its surroundings by at least `contrast` levels of brightness and a `share` of
 * the local mean (adaptive threshold of Bradley and Roth, 2007, with a floor against paper grain). The window is a
 * sixteenth of the longer side; its sums are carried along, so the cost does not depend on its size.
 */
export function findInk(image: GreyImage, contrast = 24, share = 1 / 8): InkMask {
  const { data, width, height } = image;
  const half = Math.max(8, Math.round(Math.max(width, height) / 32));
  const mask = new Uint8Array(width * height);
  const contrasts = new Uint32Array(256);
  /** No pixel this bright can be so much darker than its surroundings. */
  const paper = Math.ceil(255 * (1 - share));
  const columns = new Uint32Array(width);
  for (let y = 0; y < Math.min(half, height); y++) slideColumns(columns, data, y * width, -1);
  for (let y = 0; y < height; y++) {
    const enters = y + half < height ? (y + half) * width : -1;
    const leaves = y - half - 1 >= 0 ? (y - half - 1) * width : -1;
    slideColumns(columns, data, enters, leaves);
    const rows = Math.min(height, y + half + 1) - Math.max(0, y - half);
    let sum = 0;
    for (let x = 0; x < Math.min(half, width); x++) sum += columns[x]!;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (x + half < width) sum += columns[x + half]!;
      if (x > half) sum -= columns[x - half - 1]!;
      const value = data[row + x]!;
      // Paper is most of the page: it is left at once, without the sums.
      if (value >= paper) continue;
      const area = rows * (Math.min(width, x + half + 1) - Math.max(0, x - half));
      const level = value * area;
      if (sum - level <= contrast * area || level >= (1 - share) * sum) continue;
      mask[row + x] = 1;
      contrasts[Math.min(255, Math.floor((sum - level) / area))]!++;
    }
  }
  return { data: mask, width, height, contrasts };
}
