/** The dictionary of a recognition model, out of the model's description as its publisher keeps it. */

/** One entry of the list: plain, in single quotes ('' is a quote) or in double quotes with escapes. */
function entryOf(scalar: string): string {
  if (scalar.startsWith("'")) return scalar.slice(1, -1).replaceAll("''", "'");
  if (!scalar.startsWith('"')) return scalar;
  return scalar
    .slice(1, -1)
    .replace(/\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, x, u, U, other) =>
      other === undefined ? String.fromCodePoint(Number.parseInt(x ?? u ?? U, 16)) : other,
    );
}

/**
 * The text of the dictionary, one character a line, lines ended by CR LF as in the publisher's own file.
 * Throws a `RangeError` where the description has none.
 */
export function dictionaryFrom(description: string): string {
  const lines = description.split(/\r?\n/);
  const start = lines.findIndex((line) => /^\s*character_dict:\s*$/.test(line));
  if (start < 0) throw new RangeError('The description of the model holds no dictionary');
  const indent = /^\s*/.exec(lines[start]!)![0].length;
  const entries: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const entry = /^(\s*)- (.*)$/.exec(line);
    if (!entry || entry[1]!.length < indent) break;
    entries.push(entryOf(entry[2]!));
  }
  return entries.map((entry) => `${entry}\r\n`).join('');
}
