import { beforeAll, describe, expect, it } from 'vitest';
import { loadModel, type Onnx } from '../../../services/reading/ocr/ppocr/onnx.ts';
import { FLOAT, writeNode, writeTensor } from '../../../services/reading/ocr/ppocr/onnx-graph.ts';
import { bytesField, varintField, writeFields } from '../../../services/reading/ocr/ppocr/protobuf.ts';
import { quantiseModel } from '../../../services/reading/ocr/ppocr/quantise-model.ts';

const runtime: Onnx | null = await import('onnxruntime-node').catch(() => null);

const text = (value: string) => Buffer.from(value);
/** Values from -1 to 1 without a pattern. */
const noise = (length: number, seed: number) =>
  Float32Array.from(
    { length },
    (_, index) => 2 * ((Math.abs(Math.sin((index + seed) * 12.9898)) * 43758.5453) % 1) - 1,
  );

/** An input or output of the graph with the given sizes. */
function valueInfo(field: number, name: string, dims: readonly number[]) {
  const shape = writeFields(dims.map((dim) => bytesField(1, writeFields([varintField(1, dim)]))));
  const type = writeFields([varintField(1, FLOAT), bytesField(2, shape)]);
  return bytesField(field, writeFields([bytesField(1, text(name)), bytesField(2, writeFields([bytesField(1, type)]))]));
}

const [HEIGHT, WIDTH] = [2, 5];

/** A model of one layer that looks at one place at a time: `channels` in, twice as many out, and something added to each. */
function modelOf(channels: number): Uint8Array {
  const tensor = (name: string, dims: number[], values: Float32Array) =>
    writeTensor({ name, type: FLOAT, dims, raw: new Uint8Array(values.buffer) });
  const outer = 2 * channels;
  const node = (operator: string, inputs: string[], outputs: string[]) =>
    writeNode({ operator, inputs, outputs, attributes: {}, domain: '' });
  const graph = writeFields([
    node('Conv', ['x', 'weights'], ['sum']),
    node('Add', ['sum', 'bias'], ['y']),
    bytesField(2, text('layer')),
    tensor('weights', [outer, channels, 1, 1], noise(outer * channels, 1)),
    tensor('bias', [1, outer, 1, 1], noise(outer, 2)),
    valueInfo(11, 'x', [1, channels, HEIGHT, WIDTH]),
    valueInfo(12, 'y', [1, outer, HEIGHT, WIDTH]),
  ]);
  const operators = bytesField(8, writeFields([bytesField(1, text('')), varintField(2, 11)]));
  return writeFields([varintField(1, 7), operators, bytesField(7, graph)]);
}

async function answersOf(model: Uint8Array, channels: number): Promise<Float32Array> {
  const loaded = await loadModel(runtime!, model);
  return (await loaded.run(noise(channels * HEIGHT * WIDTH, 3), [1, channels, HEIGHT, WIDTH])).data;
}

/** The largest difference, as a share of the largest value. */
function difference(a: Float32Array, b: Float32Array): number {
  const most = (values: Float32Array) => values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  return most(a.map((value, index) => value - b[index]!)) / most(a);
}

describe.skipIf(!runtime)('a model with its wide layers in 8 bits', () => {
  let wide: Uint8Array;
  beforeAll(() => {
    wide = quantiseModel(modelOf(96));
  });

  it('says nearly what the whole one says', async () => {
    const [exact, small] = [await answersOf(modelOf(96), 96), await answersOf(wide, 96)];
    expect(small).toHaveLength(exact.length);
    expect(difference(exact, small)).toBeGreaterThan(0);
    expect(difference(exact, small)).toBeLessThan(0.02);
  });

  it('is little more than a quarter as large', () => {
    expect(wide.length).toBeLessThan(0.3 * modelOf(96).length);
  });

  it('keeps narrow layers as they are', async () => {
    const [exact, kept] = [await answersOf(modelOf(32), 32), await answersOf(quantiseModel(modelOf(32)), 32)];
    expect(kept).toEqual(exact);
  });
});
