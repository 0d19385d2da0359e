/** As much of the protocol buffer wire format as is needed to change one tensor of a model. */

export interface Field {
  readonly number: number;
  /** Wire type: 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes. */
  readonly type: number;
  /** A varint's value; else 0. */
  readonly value: number;
  /** The content of a length-delimited or fixed field; for a varint its own bytes. */
  readonly bytes: Uint8Array;
}

function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  let factor = 1;
  for (let next = at; next < bytes.length; next++) {
    const byte = bytes[next]!;
    value += (byte & 0x7f) * factor;
    factor *= 128;
    if (byte < 128) return { value, next: next + 1 };
  }
  throw new RangeError('A number of the model ends too early');
}

function writeVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/** The fields of a message, in order. Throws a `RangeError` where the bytes are no message. */
export function readFields(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  while (at < message.length) {
    const key = readVarint(message, at);
    const number = Math.floor(key.value / 8);
    const type = key.value % 8;
    let from = key.next;
    let to = from;
    let value = 0;
    if (type === 0) {
      const varint = readVarint(message, from);
      value = varint.value;
      to = varint.next;
    } else if (type === 2) {
      const length = readVarint(message, from);
      from = length.next;
      to = from + length.value;
    } else if (type === 1 || type === 5) {
      to = from + (type === 1 ? 8 : 4);
    }
    if (to <= from - 1 || to > message.length) throw new RangeError('A field of the model is broken');
    fields.push({ number, type, value, bytes: message.subarray(from, to) });
    at = to;
  }
  return fields;
}

/** A varint field. */
export function varintField(number: number, value: number): Field {
  return { number, type: 0, value, bytes: writeVarint(value) };
}

/** A length-delimited field. */
export function bytesField(number: number, bytes: Uint8Array): Field {
  return { number, type: 2, value: 0, bytes };
}

/** The message made of `fields`. */
export function writeFields(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const field of fields) {
    parts.push(writeVarint(field.number * 8 + field.type));
    if (field.type === 2) parts.push(writeVarint(field.bytes.length));
    parts.push(field.bytes);
  }
  return Buffer.concat(parts);
}

/** The numbers of a packed repeated field, or the one number of an unpacked one. */
export function numbersOf(field: Field): number[] {
  if (field.type === 0) return [field.value];
  const numbers: number[] = [];
  for (let at = 0; at < field.bytes.length; ) {
    const varint = readVarint(field.bytes, at);
    numbers.push(varint.value);
    at = varint.next;
  }
  return numbers;
}
