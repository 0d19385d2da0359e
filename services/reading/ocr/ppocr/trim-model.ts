/**
 * The recogniser knows 18,708 characters, nearly all of them Chinese. Its last layer weighs each column of the
 * picture against every one of them: a sixth of its time, most of its output, and a source of odd readings. Here the
 * layer is cut down to the characters that a page in the Latin script can hold. And its picture may have any height: clean
 * print is read as well at 32 pixels as at the 48 that it was made for, in less than half the time. No weight changes.
 */
import { bytesField, type Field, numbersOf, readFields, varintField, writeFields } from './protobuf.ts';

/** Field numbers of onnx.proto3. */
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const GRAPH_INPUT = 11;
const GRAPH_OUTPUT = 12;
const GRAPH_SHAPES = 13;
const TENSOR_DIMS = 1;
const TENSOR_TYPE = 2;
const TENSOR_RAW = 9;
const FLOAT = 1;

function dimsOf(tensor: readonly Field[]): number[] {
  return tensor.filter((field) => field.number === TENSOR_DIMS).flatMap(numbersOf);
}

/** Keeps the columns `kept` of a float tensor whose last dimension is `classes`. */
function trimTensor(
  tensor: readonly Field[],
  dims: readonly number[],
  classes: number,
  kept: readonly number[],
): Field {
  const raw = tensor.find((field) => field.number === TENSOR_RAW)?.bytes;
  const type = tensor.find((field) => field.number === TENSOR_TYPE)?.value;
  const rows = dims.slice(0, -1).reduce((product, dim) => product * dim, 1);
  if (!raw || type !== FLOAT || raw.length !== rows * classes * 4)
    throw new RangeError('The model has an unknown form');
  const trimmed = Buffer.alloc(rows * kept.length * 4);
  for (let row = 0; row < rows; row++) {
    for (const [to, from] of kept.entries()) {
      const at = (row * classes + from) * 4;
      trimmed.set(raw.subarray(at, at + 4), (row * kept.length + to) * 4);
    }
  }
  const others = tensor.filter((field) => field.number !== TENSOR_DIMS && field.number !== TENSOR_RAW);
  const shape = [...dims.slice(0, -1), kept.length].map((dim) => varintField(TENSOR_DIMS, dim));
  return bytesField(GRAPH_INITIALIZER, writeFields([...shape, ...others, bytesField(TENSOR_RAW, trimmed)]));
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
  const trimGraph = (graph: Uint8Array): Uint8Array =>
    writeFields(
      readFields(graph).flatMap((field) => {
        if (field.number === GRAPH_SHAPES) return []; // Sizes of what is in between: they follow from the picture's.
        if (field.number === GRAPH_INPUT) {
          return bytesField(GRAPH_INPUT, renumber(field.bytes, DIM_VALUE, height, ANY_HEIGHT));
        }
        if (field.number === GRAPH_OUTPUT) {
          const left = varintField(1, kept.length);
          return bytesField(GRAPH_OUTPUT, renumber(field.bytes, DIM_VALUE, classes, left));
        }
        if (field.number !== GRAPH_INITIALIZER) return field;
        const tensor = readFields(field.bytes);
        const dims = dimsOf(tensor);
        if (dims.at(-1) !== classes) return field;
        trimmed++;
        return trimTensor(tensor, dims, classes, kept);
      }),
    );
  const fields = readFields(model).map((field) =>
    field.number === MODEL_GRAPH ? bytesField(MODEL_GRAPH, trimGraph(field.bytes)) : field,
  );
  // The weights and the bias of the last layer.
  if (trimmed !== 2) throw new RangeError('The model has an unknown form');
  return writeFields(fields);
}
