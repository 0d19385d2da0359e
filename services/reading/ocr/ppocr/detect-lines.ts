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

/** The picture at `scale` as the detector wants it: three planes, each normalised. */
function toInput(image: GreyImage, width: number, height: number): Float32Array {
  const input = new Float32Array(3 * width * height);
  const plane = width * height;
  const scaleX = image.width / width;
  const scaleY = image.height / height;
  const rowOf = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    // The mean of the pixels under each new one: letters stay whole when the picture is made much smaller.
    const top = Math.floor(y * scaleY);
    const bottom = Math.max(top + 1, Math.min(image.height, Math.floor((y + 1) * scaleY)));
    rowOf.fill(0);
    for (let sy = top; sy < bottom; sy++) {
      const row = sy * image.width;
      for (let x = 0; x < width; x++) {
        const left = Math.floor(x * scaleX);
        const right = Math.max(left + 1, Math.min(image.width, Math.floor((x + 1) * scaleX)));
        let sum = 0;
        for (let sx = left; sx < right; sx++) sum += image.data[row + sx]!;
        rowOf[x]! += sum / (right - left);
      }
    }
    for (let x = 0; x < width; x++) {
      const value = rowOf[x]! / (bottom - top) / 255;
      for (let channel = 0; channel < 3; channel++) {
        input[channel * plane + y * width + x] = (value - MEAN[channel]!) / DEVIATION[channel]!;
      }
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
      const push = (next: number): void => {
        if (!seen[next] && map[next]! >= THRESHOLD) {
          seen[next] = 1;
          stack.push(next);
        }
      };
      if (x > 0) push(at - 1);
      if (x + 1 < width) push(at + 1);
      if (y > 0) push(at - width);
      if (y + 1 < height) push(at + width);
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

/** Finds the text of `image`, looked at with `scale` (its pixels per pixel of the detector's picture, ≤ 1). */
export async function detectLines(model: Model, image: GreyImage, scale: number): Promise<TextRegion[]> {
  const width = Math.max(STEP, Math.round((image.width * scale) / STEP) * STEP);
  const height = Math.max(STEP, Math.round((image.height * scale) / STEP) * STEP);
  const { data } = await model.run(toInput(image, width, height), [1, 3, height, width]);
  const scaleX = image.width / width;
  const scaleY = image.height / height;
  return collectPatches(data, width, height).flatMap((patch): TextRegion[] => {
    if (patch.score / patch.area < LEAST_SCORE) return [];
    const length = patch.x1 - patch.x0;
    const thickness = patch.area / length;
    if (thickness < LEAST_HEIGHT || length < LEAST_HEIGHT) return [];
    const grow = (patch.area * UNCLIP) / (2 * (length + thickness));
    const [a, b, c] = fitCurve(patch, thickness);
    return [
      {
        x0: Math.max(0, (patch.x0 - grow) * scaleX),
        x1: Math.min(image.width, (patch.x1 + grow) * scaleX),
        curve: [a * scaleY, (b * scaleY) / scaleX, (c * scaleY) / (scaleX * scaleX)],
        height: (thickness + 2 * grow) * scaleY,
      },
    ];
  });
}
