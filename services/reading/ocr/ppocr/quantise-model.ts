/**
 * The recogniser with the weights of its widest layers in 7 bits and what they weigh in 8, by ranges that are measured
 * anew at every run: two thirds of its work, done in a third of the time. Layers that look at one place of the picture at
 * a time (convolutions of one by one) are products of matrices; those are what is changed, the others stay as they are.
 * Books are read with the same errors; till rolls lose two numbers of a hundred, so what is read closely is read whole.
 */
import {
  changeGraph,
  FLOAT,
  GRAPH_INITIALIZER,
  GRAPH_NODE,
  INT8,
  type Node,
  readNode,
  readTensor,
  type Tensor,
  withOperators,
  writeNode,
  writeTensor,
} from './onnx-graph.ts';
import type { Field } from './protobuf.ts';

/** Layers with fewer channels gain nothing. */
const LEAST_CHANNELS = 96;
/** Products of a pair of weights of this size and of what they weigh fit into 16 bits, as older processors add them. */
const MOST_WEIGHT = 63;
/** Where the runtime's own operators belong. */
const RUNTIME = 'com.microsoft';
const LAST_IS_CHANNEL = [0, 2, 3, 1];
const SECOND_IS_CHANNEL = [0, 3, 1, 2];

const floatsOf = ({ raw }: Tensor): Float32Array => new Float32Array(Uint8Array.from(raw).buffer);
const rawOf = ({ buffer }: Float32Array | Int8Array): Uint8Array => new Uint8Array(buffer);

/** The weights of a pointwise convolution, or null where the node is something else. */
function pointwiseWeights(node: Node, tensors: ReadonlyMap<string, Tensor>): Tensor | null {
  const weights = tensors.get(node.inputs[1] ?? '');
  if (node.operator !== 'Conv' || node.inputs.length !== 2 || weights?.type !== FLOAT) return null;
  const [outer, inner, ...kernel] = weights.dims;
  const { group = [1], strides = [], pads = [] } = node.attributes;
  const plain = group[0] === 1 && strides.every((stride) => stride === 1) && pads.every((pad) => pad === 0);
  const pointwise = plain && kernel.length === 2 && kernel.every((size) => size === 1);
  return pointwise && Math.min(outer ?? 0, inner ?? 0) >= LEAST_CHANNELS ? weights : null;
}

/** The weights turned about, a column for each channel that comes out, and the size of one step of each column. */
function quantise(weights: Tensor): { weights: Tensor; steps: Tensor } {
  const [outer, inner] = weights.dims as [number, number];
  const values = floatsOf(weights);
  const small = new Int8Array(values.length);
  const steps = new Float32Array(outer);
  for (let to = 0; to < outer; to++) {
    const start = to * inner;
    let most = 0;
    for (let from = 0; from < inner; from++) most = Math.max(most, Math.abs(values[start + from]!));
    const step = most / MOST_WEIGHT || 1;
    steps[to] = step;
    for (let from = 0; from < inner; from++) small[from * outer + to] = Math.round(values[start + from]! / step);
  }
  return {
    weights: { name: `${weights.name}_small`, type: INT8, dims: [inner, outer], raw: rawOf(small) },
    steps: { name: `${weights.name}_steps`, type: FLOAT, dims: [outer], raw: rawOf(steps) },
  };
}

/** What is added to each channel by `node`, where that is all it does. */
function biasIn(node: Node | undefined, tensors: ReadonlyMap<string, Tensor>, channels: number): Tensor | null {
  if (node?.operator !== 'Add') return null;
  const bias = node.inputs.map((name) => tensors.get(name)).find((tensor) => tensor?.type === FLOAT);
  const isOne = bias && bias.raw.length === 4 * channels && bias.dims[bias.dims.length - 3] === channels;
  return isOne ? { ...bias, name: `${bias.name}_bias`, dims: [channels] } : null;
}

/** The nodes that do what `node` does: turned so that channels come last, multiplied, and turned back. */
function productOf(node: Node, output: string, small: Tensor, steps: Tensor, bias: Tensor | null): Field[] {
  const [input] = node.inputs as [string];
  const [turned, product] = [`${output}_turned`, `${output}_product`];
  const parts = [turned, small.name, steps.name, '', ...(bias ? [bias.name] : [])];
  const turn = (from: string, to: string, perm: readonly number[]): Field =>
    writeNode({ operator: 'Transpose', inputs: [from], outputs: [to], attributes: { perm }, domain: '' });
  const multiply: Node = {
    operator: 'DynamicQuantizeMatMul',
    inputs: parts,
    outputs: [product],
    attributes: {},
    domain: RUNTIME,
  };
  return [turn(input, turned, LAST_IS_CHANNEL), writeNode(multiply), turn(product, output, SECOND_IS_CHANNEL)];
}

function quantiseGraph(graph: readonly Field[]): Field[] {
  const tensors = new Map<string, Tensor>();
  for (const field of graph) {
    const tensor = field.number === GRAPH_INITIALIZER ? readTensor(field.bytes) : null;
    if (tensor) tensors.set(tensor.name, tensor);
  }
  const nodes = new Map<Field, Node>();
  for (const field of graph) if (field.number === GRAPH_NODE) nodes.set(field, readNode(field.bytes));
  const usersOf = new Map<string, Node[]>();
  for (const node of nodes.values()) {
    for (const name of node.inputs) usersOf.set(name, [...(usersOf.get(name) ?? []), node]);
  }
  const replaced = new Map<Node, Field[]>();
  const added: Field[] = [];
  const dropped = new Set<string>();
  for (const node of nodes.values()) {
    const weights = pointwiseWeights(node, tensors);
    if (!weights || usersOf.get(weights.name)?.length !== 1) continue;
    const { weights: small, steps } = quantise(weights);
    const users = usersOf.get(node.outputs[0]!) ?? [];
    const next = users.length === 1 ? users[0] : undefined;
    const bias = biasIn(next, tensors, weights.dims[0]!);
    const last = bias && next ? next : node;
    if (last !== node) replaced.set(node, []);
    replaced.set(last, productOf(node, last.outputs[0]!, small, steps, bias));
    added.push(...[small, steps, ...(bias ? [bias] : [])].map(writeTensor));
    dropped.add(weights.name);
  }
  const kept = graph.flatMap((field) => {
    const node = nodes.get(field);
    if (node) return replaced.get(node) ?? [field];
    return field.number === GRAPH_INITIALIZER && dropped.has(readTensor(field.bytes)?.name ?? '') ? [] : [field];
  });
  return [...kept, ...added];
}

/** The model with its wide pointwise layers in 8 bits; as it is where it has none. */
export function quantiseModel(model: Uint8Array): Uint8Array {
  return withOperators(changeGraph(model, quantiseGraph), RUNTIME);
}
