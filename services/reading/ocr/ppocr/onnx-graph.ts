/** The parts of a model's graph that are looked at or changed here, as onnx.proto3 numbers them. */
import { bytesField, type Field, numbersOf, readFields, varintField, writeFields } from './protobuf.ts';

const MODEL_OPERATORS = 8;
const MODEL_GRAPH = 7;
export const GRAPH_NODE = 1;
export const GRAPH_INITIALIZER = 5;
const TENSOR_DIMS = 1;
const TENSOR_TYPE = 2;
const TENSOR_NAME = 8;
const TENSOR_RAW = 9;
const NODE = { input: 1, output: 2, name: 3, operator: 4, attribute: 5, domain: 7 } as const;
const ATTRIBUTE_NAME = 1;
const ATTRIBUTE_INTEGER = 3;
const ATTRIBUTE_INTEGERS = 8;
const ATTRIBUTE_TYPE = 20;
/** AttributeProto.AttributeType: a list of integers. */
const INTEGERS = 7;

/** TensorProto.DataType */
export const FLOAT = 1;
export const INT8 = 3;

export interface Tensor {
  readonly name: string;
  readonly type: number;
  readonly dims: readonly number[];
  /** Its values as they lie in memory, little end first. */
  readonly raw: Uint8Array;
}

export interface Node {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers and lists of them, by name. */
  readonly attributes: Readonly<Record<string, readonly number[]>>;
  /** Whose operator it is; empty for those of ONNX itself. */
  readonly domain: string;
}

const textOf = (field: Field): string => Buffer.from(field.bytes).toString('utf8');
const textField = (number: number, text: string): Field => bytesField(number, Buffer.from(text));

/** A tensor whose values are kept raw; null for any other. */
export function readTensor(bytes: Uint8Array): Tensor | null {
  const fields = readFields(bytes);
  const raw = fields.find((field) => field.number === TENSOR_RAW)?.bytes;
  if (!raw) return null;
  const name = fields.find((field) => field.number === TENSOR_NAME);
  return {
    name: name ? textOf(name) : '',
    type: fields.find((field) => field.number === TENSOR_TYPE)?.value ?? 0,
    dims: fields.filter((field) => field.number === TENSOR_DIMS).flatMap(numbersOf),
    raw,
  };
}

/** The tensor as a field of a graph. */
export function writeTensor({ name, type, dims, raw }: Tensor): Field {
  const shape = dims.map((dim) => varintField(TENSOR_DIMS, dim));
  const rest = [varintField(TENSOR_TYPE, type), textField(TENSOR_NAME, name), bytesField(TENSOR_RAW, raw)];
  return bytesField(GRAPH_INITIALIZER, writeFields([...shape, ...rest]));
}

function readAttribute(bytes: Uint8Array): [string, number[]] {
  const fields = readFields(bytes);
  const name = fields.find((field) => field.number === ATTRIBUTE_NAME);
  const values = fields.filter(({ number }) => number === ATTRIBUTE_INTEGER || number === ATTRIBUTE_INTEGERS);
  return [name ? textOf(name) : '', values.flatMap(numbersOf)];
}

export function readNode(bytes: Uint8Array): Node {
  const fields = readFields(bytes);
  const all = (number: number) => fields.filter((field) => field.number === number);
  return {
    operator: all(NODE.operator).map(textOf).join(''),
    inputs: all(NODE.input).map(textOf),
    outputs: all(NODE.output).map(textOf),
    attributes: Object.fromEntries(all(NODE.attribute).map((field) => readAttribute(field.bytes))),
    domain: all(NODE.domain).map(textOf).join(''),
  };
}

/** The node as a field of a graph; its attributes are written as lists. */
export function writeNode({ operator, inputs, outputs, attributes, domain }: Node): Field {
  const lists = Object.entries(attributes).map(([name, values]) =>
    bytesField(
      NODE.attribute,
      writeFields([
        textField(ATTRIBUTE_NAME, name),
        ...values.map((value) => varintField(ATTRIBUTE_INTEGERS, value)),
        varintField(ATTRIBUTE_TYPE, INTEGERS),
      ]),
    ),
  );
  return bytesField(
    GRAPH_NODE,
    writeFields([
      ...inputs.map((name) => textField(NODE.input, name)),
      ...outputs.map((name) => textField(NODE.output, name)),
      textField(NODE.operator, operator),
      ...lists,
      ...(domain === '' ? [] : [textField(NODE.domain, domain)]),
    ]),
  );
}

/** The model with the fields of its graph put through `change`. */
export function changeGraph(model: Uint8Array, change: (graph: readonly Field[]) => readonly Field[]): Uint8Array {
  const fields = readFields(model).map((field) =>
    field.number === MODEL_GRAPH ? bytesField(MODEL_GRAPH, writeFields(change(readFields(field.bytes)))) : field,
  );
  return writeFields(fields);
}

/** The model, said to use the first version of the operators of `domain` as well. */
export function withOperators(model: Uint8Array, domain: string): Uint8Array {
  const operators = bytesField(MODEL_OPERATORS, writeFields([textField(1, domain), varintField(2, 1)]));
  return writeFields([...readFields(model), operators]);
}
