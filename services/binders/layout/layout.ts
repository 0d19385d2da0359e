/** Tables as they stand on a page: headers, the columns they name, and the rows under them. */
import type { Day } from '../../domain/dates.ts';
import type { Cell } from '../page-text/sheet.ts';

export interface Column {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly x0: number;
  readonly x1: number;
  /** The day that the column is about; null for a column of one measure. */
  readonly day: Day | null;
  /** What stands over the day in a line of its own: the measure that the days below it are of. */
  readonly over?: string;
}

/** `days`: each column is a day. `labels`: each column is a kind of thing. */
export interface Header {
  readonly kind: 'days' | 'labels';
  readonly firstLine: number;
  readonly lastLine: number;
  readonly columns: readonly Column[];
  /** Two or three headings side by side, each over a list of its own. */
  readonly sideBySide: boolean;
}

export interface RowCell {
  readonly cell: Cell;
  readonly column: Column | null;
}

/** One line with the header above it. `label` is the text before its first value; `day` a date that leads the row. */
export interface Row {
  readonly line: number;
  readonly header: Header;
  readonly cells: readonly RowCell[];
  readonly label: string;
  readonly day: Day | null;
  /** Its day stands in a row above. */
  readonly carried?: true;
}

export interface Layout {
  readonly headers: readonly Header[];
  /** Rows by the index of their line. */
  readonly rows: ReadonlyMap<number, Row>;
  /** The day that leads a line, in a table or in a list of dated lines. */
  readonly leadingDays: ReadonlyMap<number, Day>;
  /** For the lines of rows that stand in a group within their table the line of words that opens it. */
  readonly groupHeads: ReadonlyMap<number, number>;
}
