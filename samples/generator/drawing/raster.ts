/** Pixels in memory. */
import sharp, { type Sharp } from 'sharp';

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** Row by row, channels interleaved, 0 = black. */
  readonly data: Uint8Array;
}

export function sharpOf(raster: Raster): Sharp {
  const { width, height, channels } = raster;
  return sharp(raster.data, { raw: { width, height, channels } });
}

/** One channel of lightness. */
export async function toGrey(raster: Raster): Promise<Raster> {
  if (raster.channels === 1) return raster;
  const data = await sharpOf(raster).greyscale().toColourspace('b-w').raw().toBuffer();
  return { width: raster.width, height: raster.height, channels: 1, data };
}

/** The raster with a Gaussian blur of `sigma` pixels. */
export async function blurRaster(raster: Raster, sigma: number): Promise<Raster> {
  if (sigma < 0.3) return raster;
  const pipeline = sharpOf(raster).blur(sigma);
  const data = await (raster.channels === 1 ? pipeline.toColourspace('b-w') : pipeline).raw().toBuffer();
  return { ...raster, data };
}

export function clampByte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
}
