import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../services/reading/image/grey-image.ts';
import type { Alphabet } from '../../../services/reading/ocr/ppocr/alphabet.ts';
import type { Model } from '../../../services/reading/ocr/ppocr/onnx.ts';
import { recogniseLines } from '../../../services/reading/ocr/ppocr/recognise-lines.ts';
import type { TextRegion } from '../../../services/reading/ocr/ppocr/text-region.ts';

/** A page of rows, each of its own brightness: 40 for the first, 60 for the second, and so on. */
function pageOfRows(rows: number, rowHeight: number, width: number): GreyImage {
  const data = new Uint8Array(rows * rowHeight * width);
  for (let row = 0; row < rows; row++) data.fill(40 + 20 * row, row * rowHeight * width, (row + 1) * rowHeight * width);
  return { data, width, height: rows * rowHeight };
}

const alphabet: Alphabet = { classes: 10, kept: [...Array(10).keys()], characters: [...' abcdefghi'] };

/** Answers each strip with one letter in its middle that tells its brightness: `a` for the first row of the page. */
function modelThatTells(shapes: number[][]): Model {
  return {
    async run(input, shape) {
      shapes.push([...shape]);
      const [count, , height, width] = shape as [number, number, number, number];
      const steps = width / 8;
      const data = new Float32Array(count * steps * 10);
      for (let strip = 0; strip < count; strip++) {
        const middle = input[strip * 3 * height * width + Math.floor(height / 2) * width + 4]!;
        const letter = Math.round(((middle + 1) * 127.5 - 40) / 20) + 1;
        for (let step = 0; step < steps; step++) data[(strip * steps + step) * 10 + (step === 1 ? letter : 0)] = 0.9;
      }
      return { data, dims: [count, steps, 10] };
    },
  };
}

describe('recognising lines', () => {
  const regionOf = (row: number, width: number): TextRegion => ({
    x0: 10,
    x1: 10 + width,
    curve: [row * 48 + 24, 0, 0],
    height: 48,
  });

  it('gives each region its own words, whatever is read together', async () => {
    const shapes: number[][] = [];
    const regions = [regionOf(3, 400), regionOf(0, 1200), regionOf(2, 390), regionOf(1, 64), regionOf(4, 380)];
    const lines = await recogniseLines(modelThatTells(shapes), alphabet, pageOfRows(5, 48, 1300), regions, 48);
    expect(lines.map((line) => line.map((word) => word.text).join(' '))).toEqual(['d', 'a', 'c', 'b', 'e']);
  });

  it('puts lines of like width into one run, and keeps very different ones apart', async () => {
    const shapes: number[][] = [];
    const regions = [regionOf(3, 400), regionOf(0, 1200), regionOf(2, 390), regionOf(1, 64), regionOf(4, 380)];
    await recogniseLines(modelThatTells(shapes), alphabet, pageOfRows(5, 48, 1300), regions, 48);
    expect(shapes).toEqual([
      [1, 3, 48, 1200],
      [3, 3, 48, 400],
      [1, 3, 48, 64],
    ]);
  });

  it('finds a character at the same place of the page at every height of the strip', async () => {
    const at = async (height: number) => {
      const [line] = await recogniseLines(
        modelThatTells([]),
        alphabet,
        pageOfRows(1, 48, 1300),
        [regionOf(0, 960)],
        height,
      );
      const [x0, , x1] = line![0]!.bbox;
      return (x0 + x1) / 2;
    };
    // The second of the strip's steps, eight columns each.
    expect(await at(48)).toBeCloseTo(10 + 12, 0);
    expect(await at(24)).toBeCloseTo(10 + 24, 0);
  });

  it('has nothing to run for no region', async () => {
    const shapes: number[][] = [];
    expect(await recogniseLines(modelThatTells(shapes), alphabet, pageOfRows(1, 48, 100), [], 48)).toEqual([]);
    expect(shapes).toEqual([]);
  });
});
