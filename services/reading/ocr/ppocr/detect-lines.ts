/**
 * Where text is: the detector's map of likely text (differentiable binarisation, Liao et al. 2020) becomes bands,
 * one a line or cell. Lines may lean or bend a little; the pages are upright.
 */
import type { GreyImage } from '../../image/grey-image.ts';
import type { Model } from './onnx.ts';
import type { TextRegion } from './text-region.ts';

/** As published with the model (inference.yml). */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;
const THRESHOLD = 0.2;
const LEAST_SCORE = 0.45;
const UNCLIP = 1.4;
/** The detector's sides are multiples of this. */
const STEP = 32;
const LEAST_HEIGHT = 3;

const WHITE = 255;

/**
 * The picture at `scale` as the detector wants it: three planes, each normalised. What is wider or higher than the picture
 * is white.
 */
function toInput(image: GreyImage, scale: number, width: number, height: number): Float32Array {
  const input = new Float32Array(3 * width * height);
  const plane = width * height;
  const edges = (length: number, count: number) =>
    Int32Array.from({ length: count + 1 }, (_, at) => Math.min(length, Math.floor(at / scale)));
  const across = edges(image.width, width);
  const down = edges(image.height, height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    // The mean of the pixels under each new one: letters stay whole when the picture is made much smaller.
    const [top, bottom] = [down[y]!, down[y + 1]!];
    sums.fill(0);
    for (let sy = top; sy < bottom; sy++) {
      const row = sy * image.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let sx = across[x]!, right = across[x + 1]!; sx < right; sx++) sum += image.data[row + sx]!;
        sums[x]! += sum;
      }
    }
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const area = (bottom - top) * (across[x + 1]! - across[x]!);
      const value = (area > 0 ? sums[x]! / area : WHITE) / 255;
      input[row + x] = (value - MEAN[0]) / DEVIATION[0];
      input[plane + row + x] = (value - MEAN[1]) / DEVIATION[1];
      input[2 * plane + row + x] = (value - MEAN[2]) / DEVIATION[2];
    }
  }
  return input;
}

/** Sums over one connected patch of the map. */
interface Patch {
  score: number;
  area: number;
  x0: number;
  x1: number;
  /** For each column: number of pixels and the sum of their rows. */
  readonly columns: Map<number, { count: number; sum: number }>;
}

function collectPatches(map: Float32Array, width: number, height: number): Patch[] {
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const patches: Patch[] = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || map[start]! < THRESHOLD) continue;
    const patch: Patch = { score: 0, area: 0, x0: width, x1: 0, columns: new Map() };
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      patch.score += map[at]!;
      patch.area++;
      patch.x0 = Math.min(patch.x0, x);
      patch.x1 = Math.max(patch.x1, x + 1);
      const column = patch.columns.get(x);
      if (column) {
        column.count++;
        column.sum += y;
      } else patch.columns.set(x, { count: 1, sum: y });
      for (let side = 0; side < 4; side++) {
        if ((side === 0 && x === 0) || (side === 1 && x + 1 === width)) continue;
        const next = at + (side === 0 ? -1 : side === 1 ? 1 : side === 2 ? -width : width);
        if (next < 0 || next >= map.length || seen[next] || map[next]! < THRESHOLD) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    patches.push(patch);
  }
  return patches;
}

/** Least squares of `y = a + b·u + c·u²` over the patch's columns; short patches stay level. */
function fitCurve(patch: Patch, height: number): [number, number, number] {
  const middle = (patch.x0 + patch.x1) / 2;
  let n = 0;
  let [u1, u2, u3, u4, v0, v1, v2] = [0, 0, 0, 0, 0, 0, 0];
  for (const [x, { count, sum }] of patch.columns) {
    const u = x + 0.5 - middle;
    const v = sum / count + 0.5;
    n++;
    u1 += u;
    u2 += u * u;
    u3 += u * u * u;
    u4 += u * u * u * u;
    v0 += v;
    v1 += u * v;
    v2 += u * u * v;
  }
  const length = patch.x1 - patch.x0;
  if (length < 3 * height) return [v0 / n, 0, 0];
  if (length < 8 * height) {
    const slope = (n * v1 - u1 * v0) / (n * u2 - u1 * u1);
    return [(v0 - slope * u1) / n, slope, 0];
  }
  // Cramer's rule on the normal equations.
  const det = (a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number) =>
    a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const whole = det(n, u1, u2, u1, u2, u3, u2, u3, u4);
  if (Math.abs(whole) < 1e-9) return [v0 / n, 0, 0];
  return [
    det(v0, u1, u2, v1, u2, u3, v2, u3, u4) / whole,
    det(n, v0, u2, u1, v1, u3, u2, v2, u4) / whole,
    det(n, u1, v0, u1, u2, v1, u2, u3, v2) / whole,
  ];
}

/** Finds the text of `image`, looked at with `scale` (pixels of the detector's picture per pixel of its own, ≤ 1). */
export async function detectLines(model: Model, image: GreyImage, scale: number): Promise<TextRegion[]> {
  const width = Math.max(1, Math.ceil((image.width * scale) / STEP)) * STEP;
  const height = Math.max(1, Math.ceil((image.height * scale) / STEP)) * STEP;
  const { data } = await model.run(toInput(image, scale, width, height), [1, 3, height, width]);
  return collectPatches(data, width, height).flatMap((patch): TextRegion[] => {
    if (patch.score / patch.area < LEAST_SCORE) return [];
    const length = patch.x1 - patch.x0;
    const thickness = patch.area / length;
    if (thickness < LEAST_HEIGHT || length < LEAST_HEIGHT) return [];
    const grow = (patch.area * UNCLIP) / (2 * (length + thickness));
    const [a, b, c] = fitCurve(patch, thickness);
    return [
      {
        x0: Math.max(0, (patch.x0 - grow) / scale),
        x1: Math.min(image.width, (patch.x1 + grow) / scale),
        curve: [a / scale, b, c * scale],
        height: (thickness + 2 * grow) / scale,
      },
    ];
  });
}
