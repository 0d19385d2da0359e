/**
 * A page through a copier's feeder: a little crooked, punched holes, specks, the dark line of an edge, then either black
 * and white or grey.
 */
import { createRandom, type Random } from '../drawing/random.ts';
import { blurRaster, clampByte, type Raster, toGrey } from '../drawing/raster.ts';
import { createNoise } from '../drawing/smooth-noise.ts';

export interface ScanOptions {
  readonly seed: string;
  /** Degrees clockwise by which the page went in crooked. */
  readonly skew?: number;
  readonly upsideDown?: boolean;
  readonly mode?: 'bitonal' | 'grey';
  /** Three holes near the left edge. */
  readonly holes?: boolean;
  /** Specks of dust on the page. */
  readonly specks?: number;
  /** A dark stripe along one edge, where the lid did not close. */
  readonly edge?: 'none' | 'left' | 'right' | 'top';
  /** A copy of a copy: broken strokes, more dust. */
  readonly worn?: boolean;
}

/** Width and height of a scanned page: US letter at about 200 dpi, in multiples of 16 for the fax coder. */
export const scanWidth = 1712;
export const scanHeight = 2208;

function holes(random: Random, data: Uint8Array): void {
  const x = scanWidth * 0.033 + random.normal(3);
  for (const share of [0.12, 0.5, 0.88]) {
    const y = scanHeight * share + random.normal(3);
    const radius = 26;
    for (let py = Math.floor(y - radius); py < y + radius; py++) {
      for (let px = Math.floor(x - radius); px < x + radius; px++) {
        const distance = Math.hypot(px - x, py - y);
        // The lid behind a hole comes out dark at its rim and greyish inside.
        if (distance < radius && px >= 0) data[py * scanWidth + px] = distance > radius - 5 ? 35 : 75;
      }
    }
  }
}

function dust(random: Random, data: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = Math.floor(random.between(4, scanWidth - 4));
    const y = Math.floor(random.between(4, scanHeight - 4));
    const size = random.next() < 0.85 ? 1 : 2;
    for (let dy = 0; dy <= size; dy++) {
      for (let dx = 0; dx < size; dx++) data[(y + dy) * scanWidth + x + dx] = 40;
    }
  }
}

/** A crooked copy of `paper` at scan size; what lies outside it is the white of the lid. */
function feed(paper: Raster, skew: number, random: Random): Uint8Array {
  const data = new Uint8Array(scanWidth * scanHeight);
  const angle = (skew * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [mx, my] = [random.normal(5), random.normal(6)];
  for (let y = 0; y < scanHeight; y++) {
    for (let x = 0; x < scanWidth; x++) {
      const dx = x - scanWidth / 2 - mx;
      const dy = y - scanHeight / 2 - my;
      const sx = ((dx * cos + dy * sin) / scanWidth + 0.5) * paper.width - 0.5;
      const sy = ((-dx * sin + dy * cos) / scanHeight + 0.5) * paper.height - 0.5;
      const x0 = Math.floor(sx);
      const y0 = Math.floor(sy);
      if (x0 < 0 || y0 < 0 || x0 >= paper.width - 1 || y0 >= paper.height - 1) {
        data[y * scanWidth + x] = 250;
        continue;
      }
      const i = y0 * paper.width + x0;
      const [fx, fy] = [sx - x0, sy - y0];
      const top = paper.data[i]! * (1 - fx) + paper.data[i + 1]! * fx;
      const bottom = paper.data[i + paper.width]! * (1 - fx) + paper.data[i + paper.width + 1]! * fx;
      data[y * scanWidth + x] = top * (1 - fy) + bottom * fy;
    }
  }
  return data;
}

function addEdge(data: Uint8Array, edge: 'left' | 'right' | 'top', random: Random): void {
  const wave = createNoise(random.next());
  const length = edge === 'top' ? scanWidth : scanHeight;
  for (let i = 0; i < length; i++) {
    const depth = Math.round(5 + wave(i / 90, 0) * 13);
    for (let d = 0; d < depth; d++) {
      const at = edge === 'top' ? d * scanWidth + i : i * scanWidth + (edge === 'left' ? d : scanWidth - 1 - d);
      data[at] = 30;
    }
  }
}

/** The scanned page, one channel, `scanWidth` x `scanHeight`; bitonal pages hold 0 and 255 only. */
export async function scanPage(paper: Raster, options: ScanOptions): Promise<Raster> {
  const { seed, skew = 0, mode = 'bitonal', upsideDown = false, worn = false, edge = 'none' } = options;
  const random = createRandom(`${seed}/scan`);
  const grey = await toGrey(paper);
  const data = feed(grey, skew + random.normal(0.12), random);
  if (options.holes ?? true) holes(random, data);
  dust(random, data, options.specks ?? (worn ? 260 : 45));
  if (edge !== 'none') addEdge(data, edge, random);
  const soft = await blurRaster({ width: scanWidth, height: scanHeight, channels: 1, data }, worn ? 1.1 : 0.65);
  const shade = createNoise(random.next());
  const table = Float64Array.from({ length: 4096 }, () => random.normal(1));
  const noise = worn ? 26 : mode === 'grey' ? 4 : 11;
  const out = new Uint8Array(soft.data.length);
  for (let i = 0; i < out.length; i++) {
    const x = i % scanWidth;
    const value = soft.data[i]! + table[Math.floor(random.next() * 4096)]! * noise;
    const lamp = 246 - shade(x / 500, i / scanWidth / 700) * 10;
    if (mode === 'grey') out[i] = clampByte((value * lamp) / 255);
    else out[i] = value > (worn ? 132 : 158) ? 255 : 0;
  }
  if (upsideDown) out.reverse();
  return { width: scanWidth, height: scanHeight, channels: 1, data: out };
}
