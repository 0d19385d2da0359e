/** One line of the table: what was measured, against what, and what is asked for. */
export interface Row {
  readonly part: string;
  readonly what: string;
  readonly ours: number;
  /** The comparator's name and figure, where one was run. */
  readonly against?: string;
  readonly theirs?: number | undefined;
  readonly target?: string;
  /** Whether the target is met; left out where there is none. */
  readonly met?: boolean;
  /** How many pages, words or numbers stand behind the figure. */
  readonly n?: number;
}

const round = (value: number): number => Number(value.toPrecision(3));

export function rowToJson(row: Row): object {
  const { theirs, ours } = row;
  return {
    ...row,
    ours: round(ours),
    ...(theirs === undefined ? {} : { theirs: round(theirs), ratio: round(ours / theirs) }),
  };
}

/** The rows as columns that a person can read. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['part', 'what', 'ours', 'against', 'theirs', 'ratio', 'target', 'n', ''];
  const cells = rows.map((row) => [
    row.part,
    row.what,
    String(round(row.ours)),
    row.against ?? '',
    row.theirs === undefined ? '' : String(round(row.theirs)),
    row.theirs === undefined ? '' : `${round(row.ours / row.theirs)}`,
    row.target ?? '',
    row.n === undefined ? '' : String(row.n),
    row.met === undefined ? '' : row.met ? 'met' : 'missed',
  ]);
  const widths = head.map((name, column) => Math.max(name.length, ...cells.map((line) => line[column]!.length)));
  const lineOf = (line: readonly string[]) => line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ');
  return [head, widths.map((width) => '-'.repeat(width)), ...cells].map(lineOf).join('\n');
}
