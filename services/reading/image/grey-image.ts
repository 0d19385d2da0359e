/** A picture as one byte of brightness a pixel, row by row: the form that every measurement and reader works on. */
export interface GreyImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * The picture made smaller by a whole factor, each pixel the mean of `factor` × `factor` pixels. Rows and columns
 * that do not fill a whole cell are left out.
 */
export function shrink(image: GreyImage, factor: number): GreyImage {
  if (factor <= 1) return image;
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const rows = Math.min(factor, image.height);
  const columns = Math.min(factor, image.width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < rows; dy++) {
      let at = (y * factor + dy) * image.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let dx = 0; dx < columns; dx++) sum += image.data[at++]!;
        sums[x]! += sum;
      }
    }
    const area = rows * columns;
    for (let x = 0; x < width; x++) data[y * width + x] = sums[x]! / area;
  }
  return { data, width, height };
}
