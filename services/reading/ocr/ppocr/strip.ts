/** A line cut out of the page, level and of a fixed height, as the recogniser takes it. */
import type { GreyImage } from '../../image/grey-image.ts';
import { middleAt, type TextRegion } from './text-region.ts';

export interface Strip {
  /** Brightness from -1 to 1, row by row. */
  readonly pixels: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Pixels of the page per pixel of the strip. */
  readonly scale: number;
}

/** The height that the recogniser was made for. */
export const FULL_HEIGHT = 48;
/** Clean print is read as well at this height, in less than half the time; small or worn print is not. */
export const QUICK_HEIGHT = 32;

/** Widths are multiples of one step of the recogniser. */
const STEP = 8;
const LEAST_WIDTH = 32;
const MOST_WIDTH = 3200;

/** Cuts the band out along its curve. */
export function cutStrip(image: GreyImage, region: TextRegion, height: number): Strip {
  const scale = region.height / height;
  const natural = Math.ceil((region.x1 - region.x0) / scale);
  const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.ceil(natural / STEP) * STEP));
  const stretch = natural > MOST_WIDTH ? natural / MOST_WIDTH : 1;
  const pixels = new Float32Array(width * height);
  const { data, width: w, height: h } = image;
  // Where the page is much finer than the strip, several samples a pixel keep thin strokes.
  const samples = Math.max(1, Math.min(4, Math.round(scale)));
  for (let x = 0; x < width; x++) {
    for (let sample = 0; sample < samples; sample++) {
      const offset = (sample + 0.5) / samples;
      const px = region.x0 + (x + offset) * scale * stretch - 0.5;
      const middle = middleAt(region, px);
      const left = Math.min(w - 2, Math.max(0, Math.floor(px)));
      const dx = Math.min(1, Math.max(0, px - left));
      for (let y = 0; y < height; y++) {
        const py = middle + (y + offset - height / 2) * scale - 0.5;
        const top = Math.min(h - 2, Math.max(0, Math.floor(py)));
        const dy = Math.min(1, Math.max(0, py - top));
        const at = top * w + left;
        pixels[y * width + x]! +=
          (data[at]! * (1 - dx) + data[at + 1]! * dx) * (1 - dy) +
          (data[at + w]! * (1 - dx) + data[at + w + 1]! * dx) * dy;
      }
    }
  }
  for (let at = 0; at < pixels.length; at++) pixels[at] = pixels[at]! / samples / 127.5 - 1;
  return { pixels, width, height, scale: scale * stretch };
}

const WHITE = 1;

/** Strips of one height side by side in one input: three equal planes each, shorter ones filled up with white. */
export function stackStrips(strips: readonly Strip[], width: number): Float32Array {
  const [{ height }] = strips as [Strip, ...Strip[]];
  const plane = width * height;
  const input = new Float32Array(3 * plane * strips.length).fill(WHITE);
  for (const [index, strip] of strips.entries()) {
    for (let y = 0; y < height; y++) {
      const row = strip.pixels.subarray(y * strip.width, (y + 1) * strip.width);
      for (let channel = 0; channel < 3; channel++) input.set(row, (3 * index + channel) * plane + y * width);
    }
  }
  return input;
}
