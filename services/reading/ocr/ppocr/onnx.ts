/** The runtime of the second reader's models: an optional dependency, asked for only where the models are. */
import type { InferenceSession, Tensor } from 'onnxruntime-node';

export type Onnx = typeof import('onnxruntime-node');

export interface Model {
  run(input: Float32Array, shape: readonly number[]): Promise<{ data: Float32Array; dims: readonly number[] }>;
}

/** A model on one thread, with no memory kept between two runs beyond its weights. Rejects where it cannot be loaded. */
export async function loadModel(onnx: Onnx, bytes: Uint8Array): Promise<Model> {
  const session: InferenceSession = await onnx.InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    enableCpuMemArena: false,
    enableMemPattern: false,
    logSeverityLevel: 3,
  });
  const [input] = session.inputNames;
  const [output] = session.outputNames;
  if (!input || !output) throw new RangeError('The model has an unknown form');
  return {
    async run(data, shape) {
      const result: Tensor = (await session.run({ [input]: new onnx.Tensor('float32', data, shape) }))[output]!;
      return { data: result.data as Float32Array, dims: result.dims };
    },
  };
}
