/** Evens out shadows, coloured paper and faint ink: paper becomes white, ink dark. */
import type { GreyImage } from './grey-image.ts';

/** Cells across the longer side in which the paper's brightness is looked for. */
const CELLS = 48;

interface Paper {
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  /** Brightness of the paper in each cell. */
  readonly light: Float32Array;
}

/** The paper is what most of the brighter half of each cell looks like; cells full of ink take after their neighbours. */
function findPaper(image: GreyImage): Paper {
  const { data, width, height } = image;
  const cell = Math.max(8, Math.ceil(Math.max(width, height) / CELLS));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const light = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0);
      let count = 0;
      for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y += 2) {
        for (let x = column * cell; x < Math.min(width, (column + 1) * cell); x += 2) {
          histogram[data[y * width + x]!]!++;
          count++;
        }
      }
      let seen = 0;
      let value = 255;
      while (value > 0 && seen + histogram[value]! < count * 0.25) seen += histogram[value--]!;
      light[row * columns + column] = value;
    }
  }
  return { columns, rows, cell, light: smooth(light, columns, rows) };
}

/** The median of each cell and its eight neighbours. */
function smooth(light: Float32Array, columns: number, rows: number): Float32Array {
  return light.map((_, index) => {
    const column = index % columns;
    const row = (index - column) / columns;
    const around: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        around.push(light[y * columns + x]!);
      }
    }
    around.sort((a, b) => a - b);
    return around[Math.floor(around.length / 2)]!;
  });
}

export interface Light {
  /** Brightness of the paper where it is darkest and lightest (5th and 95th percentile). */
  readonly darkest: number;
  readonly lightest: number;
}

/** The light on the page; costs some milliseconds. */
export function measureLight(image: GreyImage): Light {
  const light = [...findPaper(image).light].sort((a, b) => a - b);
  const at = (share: number) => light[Math.min(light.length - 1, Math.floor(share * light.length))] ?? 255;
  return { darkest: at(0.05), lightest: at(0.95) };
}

/** How dark the ink is against the paper, 0..1: the 1st percentile of brightness after the light is evened out. */
function inkLevel(data: Uint8Array): number {
  const histogram = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 7) histogram[data[at]!]!++;
  const total = Math.ceil(data.length / 7);
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += histogram[value]!;
    if (seen > total * 0.01) return value;
  }
  return 255;
}

/** The picture with its paper white everywhere and its darkest ink near black. */
export function levelLight(image: GreyImage): GreyImage {
  const { width, height } = image;
  const { columns, rows, cell, light } = findPaper(image);
  const data = new Uint8Array(width * height);
  const weights = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / cell - 0.5));
    const top = Math.min(rows - 1, Math.floor(v));
    const bottom = Math.min(rows - 1, top + 1);
    const down = v - top;
    for (let x = 0; x < width; x++) {
      const u = Math.min(columns - 1, Math.max(0, (x + 0.5) / cell - 0.5));
      const left = Math.floor(u);
      const right = Math.min(columns - 1, left + 1);
      const across = u - left;
      const upper = light[top * columns + left]! * (1 - across) + light[top * columns + right]! * across;
      const lower = light[bottom * columns + left]! * (1 - across) + light[bottom * columns + right]! * across;
      weights[x] = upper * (1 - down) + lower * down;
    }
    const row = y * width;
    for (let x = 0; x < width; x++)
      data[row + x] = Math.min(255, (image.data[row + x]! * 250) / Math.max(16, weights[x]!));
  }
  const dark = Math.min(180, inkLevel(data));
  if (dark > 40) {
    const gain = 250 / (250 - dark);
    for (let at = 0; at < data.length; at++) data[at] = Math.min(255, Math.max(0, (data[at]! - dark) * gain));
  }
  return { data, width, height };
}
