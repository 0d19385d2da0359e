/**
 * The recogniser knows 18,708 characters, nearly all of them Chinese. Its last layer weighs each column of the
 * picture against every one of them: a sixth of its time, most of its output, and a source of odd readings. Here the
 * layer is cut down to the characters that a page in the Latin script can hold. And its picture may have any height: clean
 * print is read as well at 32 pixels as at the 48 that it was made for, in less than half the time. No weight changes.
 */
import { changeGraph, FLOAT, GRAPH_INITIALIZER, readTensor, type Tensor, writeTensor } from './onnx-graph.ts';
import { bytesField, type Field, readFields, varintField, writeFields } from './protobuf.ts';

/** Field numbers of onnx.proto3. */
const GRAPH_INPUT = 11;
const GRAPH_OUTPUT = 12;
const GRAPH_SHAPES = 13;

/** Keeps the columns `kept` of a float tensor whose last dimension is `classes`. */
function trimTensor({ name, type, dims, raw }: Tensor, classes: number, kept: readonly number[]): Field {
  const rows = dims.slice(0, -1).reduce((product, dim) => product * dim, 1);
  if (type !== FLOAT || raw.length !== rows * classes * 4) throw new RangeError('The model has an unknown form');
  const trimmed = Buffer.alloc(rows * kept.length * 4);
  for (let row = 0; row < rows; row++) {
    for (const [to, from] of kept.entries()) {
      const at = (row * classes + from) * 4;
      trimmed.set(raw.subarray(at, at + 4), (row * kept.length + to) * 4);
    }
  }
  return writeTensor({ name, type, dims: [...dims.slice(0, -1), kept.length], raw: trimmed });
}

/** Replaces the number `from` by the field `to` wherever the description of an input or output holds it. */
function renumber(bytes: Uint8Array, path: readonly number[], from: number, to: Field): Uint8Array {
  const [first, ...rest] = path;
  return writeFields(
    readFields(bytes).map((field) => {
      if (field.number !== first) return field;
      if (rest.length > 0) return bytesField(field.number, renumber(field.bytes, rest, from, to));
      return field.type === 0 && field.value === from ? to : field;
    }),
  );
}

/** ValueInfoProto.type.tensor_type.shape.dim.dim_value */
const DIM_VALUE = [2, 1, 2, 1, 1];
/** TensorShapeProto.Dimension.dim_param: a size that is given by the picture. */
const ANY_HEIGHT = bytesField(2, Buffer.from('height'));

/**
 * The model with only the classes `kept` (indices among `classes`) left in its last layer, and free of the `height` that
 * it was made for. Throws a `RangeError` where the model is built in another way.
 */
export function trimModel(model: Uint8Array, classes: number, kept: readonly number[], height: number): Uint8Array {
  let trimmed = 0;
  const changed = changeGraph(model, (graph) =>
    graph.flatMap((field) => {
      if (field.number === GRAPH_SHAPES) return []; // Sizes of what is in between: they follow from the picture's.
      if (field.number === GRAPH_INPUT) {
        return bytesField(GRAPH_INPUT, renumber(field.bytes, DIM_VALUE, height, ANY_HEIGHT));
      }
      if (field.number === GRAPH_OUTPUT) {
        const left = varintField(1, kept.length);
        return bytesField(GRAPH_OUTPUT, renumber(field.bytes, DIM_VALUE, classes, left));
      }
      const tensor = field.number === GRAPH_INITIALIZER ? readTensor(field.bytes) : null;
      if (tensor?.dims.at(-1) !== classes) return field;
      trimmed++;
      return trimTensor(tensor, classes, kept);
    }),
  );
  // The weights and the bias of the last layer.
  if (trimmed !== 2) throw new RangeError('The model has an unknown form');
  return changed;
}
