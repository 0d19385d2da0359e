/** Ruled tables on any surface. The cells' places come back, so that a hand can fill them in. */
import type { PrintFont, Surface, TextStyle } from './surface.ts';

export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: TextStyle['align'];
}

export interface TableStyle {
  readonly x: number;
  readonly y: number;
  readonly rowHeight?: number;
  readonly headHeight?: number;
  readonly size?: number;
  readonly font?: PrintFont;
  readonly headFont?: PrintFont;
  /** Fill of the head row; none where empty. */
  readonly headFill?: string;
  readonly zebra?: string;
  /** Ruled boxes, lines under the rows only, or no lines. */
  readonly rules?: 'grid' | 'rows' | 'none';
  readonly lineColor?: string;
}

export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Baseline for text in the cell. */
  readonly baseline: number;
}

export interface DrawnTable {
  cell(row: number, column: number): Cell;
  /** Where the table ends. */
  readonly bottom: number;
}

/** Draws head and rows; a cell's `''` stays empty, `\n` in a cell or a title begins a new line. */
export function drawTable(
  surface: Surface,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  style: TableStyle,
): DrawnTable {
  const { x, y, rowHeight = 17, size = 9.5, font = 'sans', headFont = 'sans-bold', rules = 'grid' } = style;
  const { headHeight = rowHeight, headFill = '#e4e4e4', zebra, lineColor = '#2a2a2a' } = style;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const bottom = y + headHeight + rows.length * rowHeight;
  const lefts = columns.map((_, i) => x + columns.slice(0, i).reduce((sum, column) => sum + column.width, 0));
  const lift = size * 0.34;

  if (headFill && headHeight) surface.box(x, y, total, headHeight, { fill: headFill, border: false });
  rows.forEach((_, i) => {
    if (zebra && i % 2) {
      surface.box(x, y + headHeight + i * rowHeight, total, rowHeight, { fill: zebra, border: false });
    }
  });

  const put = (text: string, column: number, middle: number, face: PrintFont): void => {
    const { width, align = 'left' } = columns[column]!;
    const left = lefts[column]!;
    const at = align === 'center' ? left + width / 2 : align === 'right' ? left + width - 4 : left + 4;
    const lines = text ? text.split('\n') : [];
    const start = middle + lift - ((lines.length - 1) * size * 1.1) / 2;
    lines.forEach((line, n) => void surface.print(line, at, start + n * size * 1.1, { font: face, size, align }));
  };
  columns.forEach((column, i) => void put(column.title, i, y + headHeight / 2, headFont));
  rows.forEach((row, r) => {
    const middle = y + headHeight + r * rowHeight + rowHeight / 2;
    row.forEach((text, c) => void put(text, c, middle, font));
  });

  const line = { color: lineColor, width: 0.6 };
  if (rules === 'grid') {
    surface.box(x, y, total, bottom - y, line);
    for (const left of lefts.slice(1)) surface.line(left, y, left, bottom, line);
  }
  if (rules !== 'none') {
    const tops = rows.map((_, i) => y + headHeight + i * rowHeight);
    for (const top of [...tops, bottom]) surface.line(x, top, x + total, top, line);
  }
  return {
    bottom,
    cell: (row, column) => {
      const top = y + headHeight + row * rowHeight;
      const width = columns[column]?.width ?? 0;
      const baseline = top + rowHeight / 2 + lift;
      return { x: lefts[column] ?? x, y: top, width, height: rowHeight, baseline };
    },
  };
}
