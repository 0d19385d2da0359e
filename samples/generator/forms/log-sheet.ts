/** Any dated log: title, fields, a ruled table, remarks below. Service logs, score records, duration sheets. */
import type { Fill } from '../drawing/fill.ts';
import { field, type Letterhead, letterhead } from '../drawing/form-parts.ts';
import type { Sheet } from '../drawing/sheet.ts';
import type { PrintFont } from '../drawing/surface.ts';
import { type Column, drawTable } from '../drawing/table.ts';

export interface LogSheet {
  readonly head: Letterhead;
  readonly fields: readonly (readonly [string, string])[];
  /** A printed line above the table. */
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Empty rows below, as on a form that is not full. */
  readonly spareRows?: number;
  readonly rowHeight?: number;
  readonly headHeight?: number;
  readonly font?: PrintFont;
  /** Printed below the table. */
  readonly footer?: readonly string[];
  /** Filled in below the footer, in the same hand as the table. */
  readonly remarks?: readonly string[];
}

/** Returns the y below the last line. */
export function logSheet(sheet: Sheet, form: LogSheet, fill: Fill): number {
  let y = letterhead(sheet, form.head) + 12;
  form.fields.forEach(([label, value], i) => {
    fill(sheet, value, field(sheet, label, i % 2 ? 326 : 48, y, i % 2 ? 238 : 262), y);
    if (i % 2 || i === form.fields.length - 1) y += 25;
  });
  if (form.caption) {
    sheet.print(form.caption, 48, y, { size: 9.5, font: 'sans-italic' });
    y += 12;
  }
  const blank = form.columns.map(() => '');
  const empty = [...form.rows, ...Array<readonly string[]>(form.spareRows ?? 0).fill(blank)].map(() => blank);
  const rowHeight = form.rowHeight ?? 24;
  const headHeight = form.headHeight ?? 24;
  const table = drawTable(sheet, form.columns, empty, { x: 48, y, rowHeight, headHeight, size: 9.5 });
  form.rows.forEach((row, r) => {
    row.forEach((text, c) => {
      if (!text) return;
      const cell = table.cell(r, c);
      const centered = form.columns[c]?.align === 'center';
      fill(sheet, text, centered ? cell.x + cell.width / 2 : cell.x + 5, cell.baseline, centered ? 'center' : 'left');
    });
  });
  let below = table.bottom + 22;
  for (const line of form.footer ?? []) {
    sheet.print(line, 48, below, { size: 9.5 });
    below += 15;
  }
  for (const line of form.remarks ?? []) {
    fill(sheet, line, 52, below + 6);
    below += 22;
  }
  return below;
}
