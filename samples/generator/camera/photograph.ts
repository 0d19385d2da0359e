/**
 * A phone photo of a sheet of paper on a desk: perspective, curl and folds of the paper, uneven light, soft focus, sensor
 * noise, JPEG, and the EXIF turn that a phone writes instead of turning the pixels.
 */
import sharp from 'sharp';
import { createRandom } from '../drawing/random.ts';
import { blurRaster, clampByte, type Raster } from '../drawing/raster.ts';
import { createNoise } from '../drawing/smooth-noise.ts';
import { type DeskKind, deskOf } from './desk.ts';
import { invert, type Point, project, type Quad, squareToQuad } from './homography.ts';
import { type Light, lightAt, roomLight, tint } from './light.ts';

export interface PhotoOptions {
  readonly seed: string;
  /** Size as a person sees it, upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the paper's corners land, as fractions of width and height: top left, top right, bottom right, bottom left. */
  readonly corners: Quad;
  readonly desk?: DeskKind;
  readonly light?: Partial<Light>;
  /** How far the paper bulges, as a share of its height. */
  readonly curl?: number;
  /** Folded like a letter, once across, or not. */
  readonly folds?: 'none' | 'half' | 'thirds';
  /** Another sheet that peeks out below. */
  readonly stacked?: boolean;
  /** Soft focus, sigma in pixels. */
  readonly blur?: number;
  /** Shake of the hand while the shutter was open, in pixels, along `angle` degrees. */
  readonly shake?: { readonly length: number; readonly angle: number };
  /** Standard deviation of the sensor's noise, in levels of 255. */
  readonly noise?: number;
  /** JPEG quality, 1..100. */
  readonly quality?: number;
  /** EXIF orientation: 1 upright, 6 and 8 turned a quarter, 3 upside down. */
  readonly orientation?: 1 | 3 | 6 | 8;
  /** When it was taken, `YYYY:MM:DD HH:MM:SS` as EXIF writes it. */
  readonly takenAt?: string;
}

/** Where a place on the paper (fractions of its width and height) lies in the upright picture, in pixels. */
export function placeInPhoto({ corners, width, height }: PhotoOptions, u: number, v: number): Point {
  const [x, y] = project(squareToQuad(corners), u, v);
  return [x * width, y * height];
}

const creases = { none: [], half: [0.5], thirds: [1 / 3, 2 / 3] } as const;

/** Light on the paper's own shape: the bulge, and a thin bright-and-dark line at each fold. */
function relief(v: number, folds: readonly number[]): number {
  let shade = 1;
  for (const fold of folds) {
    const d = v - fold;
    shade *= 1 - 0.1 * Math.exp(-((d / 0.0022) ** 2)) + 0.03 * Math.exp(-(((d - 0.006) / 0.004) ** 2));
    shade *= d > 0 ? 1 - 0.045 * Math.exp(-d / 0.14) : 1 + 0.012 * Math.exp(d / 0.14);
  }
  return shade;
}

/** Bilinear sample of `paper` at pixel `x`, `y`; `out` receives three channels. */
function sample(paper: Raster, x: number, y: number, out: Float64Array): void {
  const { width, height, channels, data } = paper;
  const x0 = Math.max(0, Math.min(width - 2, Math.floor(x)));
  const y0 = Math.max(0, Math.min(height - 2, Math.floor(y)));
  const fx = Math.max(0, Math.min(1, x - x0));
  const fy = Math.max(0, Math.min(1, y - y0));
  for (let c = 0; c < 3; c++) {
    const i = (y0 * width + x0) * channels + (channels === 3 ? c : 0);
    const top = data[i]! * (1 - fx) + data[i + channels]! * fx;
    const bottom = data[i + width * channels]! * (1 - fx) + data[i + (width + 1) * channels]! * fx;
    out[c] = top * (1 - fy) + bottom * fy;
  }
}

function expose(paper: Raster, options: PhotoOptions): Raster {
  const { seed, width, height, corners, desk = 'oak', curl = 0.004, folds = 'none', stacked = false } = options;
  const random = createRandom(seed);
  const surface = deskOf(desk, random.next());
  const fibres = createNoise(random.next());
  const light: Light = { ...roomLight, ...options.light };
  const brightness = lightAt(light);
  const [red, green, blue] = tint(light.warmth);
  const toPaper = invert(squareToQuad(corners));
  const below = random.fork('below');
  const shift: Point = [below.between(0.012, 0.03), below.between(0.01, 0.025)];
  const toBelow = invert(
    squareToQuad(corners.map(([x, y]) => [x + shift[0] + below.normal(0.004), y + shift[1]]) as unknown as Quad),
  );
  const data = new Uint8Array(width * height * 3);
  const color = new Float64Array(3);
  const scale = 2000 / height;
  const inside = (u: number, v: number): boolean => u >= 0 && u <= 1 && v >= 0 && v <= 1;
  /** Distance outside the unit square, in shares of the paper. */
  const beyond = (u: number, v: number): number => Math.hypot(Math.max(0, -u, u - 1), Math.max(0, -v, v - 1));

  for (let py = 0; py < height; py++) {
    for (let px = 0; px < width; px++) {
      const x = (px + 0.5) / width;
      const y = (py + 0.5) / height;
      let [u, v] = project(toPaper, x, y);
      v += curl * Math.sin(u * Math.PI * 1.15 + 0.3) * (1 - v * 0.6);
      let shade = brightness(x, y);
      if (inside(u, v)) {
        sample(paper, u * paper.width - 0.5, v * paper.height - 0.5, color);
        shade *= relief(v, creases[folds]) * (1 + curl * 6 * Math.cos(u * Math.PI * 1.15 + 0.3));
        shade *= 0.985 + 0.02 * fibres(px / 3.1, py / 3.1) + 0.012 * fibres(px / 160, py / 160);
        color[0]! *= 0.985;
        color[1]! *= 0.98;
        color[2]! *= 0.96;
      } else {
        const shadow = 1 - 0.5 * Math.exp(-beyond(u - 0.006, v - 0.008) / 0.011);
        const [bu, bv] = stacked ? project(toBelow, x, y) : [-1, -1];
        if (stacked && inside(bu, bv)) {
          color.fill(226);
          shade *= shadow;
        } else {
          const [r, g, b] = surface(px * scale, py * scale);
          color[0] = r;
          color[1] = g;
          color[2] = b;
          shade *= stacked ? 1 - 0.4 * Math.exp(-beyond(bu - 0.004, bv - 0.005) / 0.012) : shadow;
        }
      }
      const i = (py * width + px) * 3;
      data[i] = clampByte(color[0]! * shade * red);
      data[i + 1] = clampByte(color[1]! * shade * green);
      data[i + 2] = clampByte(color[2]! * shade * blue);
    }
  }
  return { width, height, channels: 3, data };
}

/** Averages the picture with itself moved along a line. */
function shaken(picture: Raster, length: number, angle: number): Raster {
  const { width, height, data } = picture;
  const steps = Math.max(2, Math.round(length));
  const dx = Math.cos((angle * Math.PI) / 180) * (length / (steps - 1));
  const dy = Math.sin((angle * Math.PI) / 180) * (length / (steps - 1));
  const offsets = Array.from(
    { length: steps },
    (_, i): Point => [Math.round(dx * (i - steps / 2)), Math.round(dy * (i - steps / 2))],
  );
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sums = [0, 0, 0];
      for (const [ox, oy] of offsets) {
        const sx = Math.max(0, Math.min(width - 1, x + ox));
        const sy = Math.max(0, Math.min(height - 1, y + oy));
        for (let c = 0; c < 3; c++) sums[c]! += data[(sy * width + sx) * 3 + c]!;
      }
      for (let c = 0; c < 3; c++) result[(y * width + x) * 3 + c] = clampByte(sums[c]! / steps);
    }
  }
  return { ...picture, data: result };
}

/** Adds noise that is stronger in the dark and partly the same in all channels, as a sensor's is. */
function addNoise(picture: Raster, deviation: number, seed: string): void {
  const random = createRandom(`${seed}/noise`);
  const table = Float64Array.from({ length: 8192 }, () => random.normal(1));
  const { data } = picture;
  for (let i = 0; i < data.length; i += 3) {
    const at = Math.floor(random.next() * 8188);
    const amount = deviation * (1.25 - data[i]! / 510);
    for (let c = 0; c < 3; c++)
      data[i + c] = clampByte(data[i + c]! + amount * (table[at]! * 0.8 + table[at + 1 + c]! * 0.5));
  }
}

const turns = { 1: 0, 3: 180, 6: 270, 8: 90 } as const;

/** The photo as JPEG bytes. */
export async function photograph(paper: Raster, options: PhotoOptions): Promise<Buffer> {
  const {
    seed,
    blur = 0.8,
    shake,
    noise = 4,
    quality = 68,
    orientation = 1,
    takenAt = '2025:10:20 15:12:40',
  } = options;
  let picture = expose(paper, options);
  if (shake) picture = shaken(picture, shake.length, shake.angle);
  picture = await blurRaster(picture, blur);
  addNoise(picture, noise, seed);
  const { width, height, data } = picture;
  const turned = await sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(turns[orientation])
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(turned.data, { raw: { width: turned.info.width, height: turned.info.height, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Fernleaf', Model: 'Fernleaf 4', DateTime: takenAt },
      IFD2: { DateTimeOriginal: takenAt },
    })
    .withMetadata({ orientation })
    .jpeg({ quality, chromaSubsampling: '4:2:0' })
    .toBuffer();
}
