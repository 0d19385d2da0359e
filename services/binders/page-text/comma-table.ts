/**
 * Lines of an export whose fields are parted by commas: they are the rows of a table, and each field stands in its column
 * whatever its length. A sentence with commas is none: behind its commas stand blanks.
 */
import type { RepairedText } from './repair.ts';

/** Fewer fields may be an address or a list. */
const leastFields = 4;
const separator = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/g;

const fieldsOf = (line: string): string[] => line.split(separator);
const isRecord = (line: string) => {
  const fields = fieldsOf(line);
  return fields.length >= leastFields && !fields.some((field, i) => i > 0 && /^\s/.test(field));
};

export interface CommaTable {
  readonly repaired: RepairedText;
  /** Where each column of a line begins across the page, in characters, by the offset of the line; none for other lines. */
  readonly columns: ReadonlyMap<number, readonly { readonly start: number; readonly x0: number }[]>;
}

/** Two or more such lines in a row with as many fields each; commas and quotes of them become gaps of the same length. */
export function openCommaTables(repaired: RepairedText): CommaTable {
  const columns = new Map<number, { start: number; x0: number }[]>();
  if (!repaired.text.includes(',')) return { repaired, columns };
  const lines = repaired.text.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const characters = repaired.text.split('');
  for (let from = 0; from < lines.length; ) {
    const width = isRecord(lines[from]!) ? fieldsOf(lines[from]!).length : 0;
    let to = from + 1;
    while (width > 0 && to < lines.length && isRecord(lines[to]!) && fieldsOf(lines[to]!).length === width) to += 1;
    const run = width > 0 && to - from >= 2 ? lines.slice(from, to).map(fieldsOf) : [];
    const widths = Array.from({ length: width }, (_, k) => Math.max(...run.map((fields) => fields[k]?.length ?? 0), 0));
    for (const [i, fields] of run.entries()) {
      let start = starts[from + i]!;
      let x0 = 0;
      const places: { start: number; x0: number }[] = [];
      for (const [k, field] of fields.entries()) {
        places.push({ start, x0 });
        for (const quote of field.matchAll(/"/g)) characters[start + quote.index] = ' ';
        start += field.length + 1;
        if (k < fields.length - 1) characters[start - 1] = '\t';
        x0 += widths[k]! + 3;
      }
      columns.set(starts[from + i]!, places);
    }
    from = Math.max(to, from + 1);
  }
  return columns.size === 0 ? { repaired, columns } : { repaired: { ...repaired, text: characters.join('') }, columns };
}
