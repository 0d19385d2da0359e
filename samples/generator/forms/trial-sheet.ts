/** Discrete trials: one row a day or a condition, + - or prompt codes across, the total at the end. */
import type { Fill } from '../drawing/fill.ts';
import { field, type Letterhead, letterhead } from '../drawing/form-parts.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { drawTable } from '../drawing/table.ts';

export interface TrialRow {
  readonly label: string;
  readonly marks: readonly string[];
  readonly total: string;
}

export interface TrialSheet {
  readonly head: Letterhead;
  /** Label and value pairs above the grid, two a line. */
  readonly fields: readonly (readonly [string, string])[];
  readonly key: string;
  readonly rowTitle: string;
  readonly totalTitle: string;
  /** Column heads; as many as the longest row has marks. */
  readonly columns: readonly string[];
  readonly rows: readonly TrialRow[];
  readonly notes: readonly string[];
  readonly foot?: string;
  readonly rowHeight?: number;
}

/** Returns the y below the grid and its notes. */
export function trialSheet(sheet: Sheet, form: TrialSheet, fill: Fill): number {
  let y = letterhead(sheet, form.head) + 14;
  form.fields.forEach(([label, value], i) => {
    const left = i % 2 ? 326 : 48;
    fill(sheet, value, field(sheet, label, left, y, i % 2 ? 238 : 258), y);
    if (i % 2 || i === form.fields.length - 1) y += 25;
  });
  sheet.print(form.key, 48, y + 2, { size: 9.5, font: 'sans-italic' });
  const labelWidth = 108;
  const totalWidth = 62;
  const each = (516 - labelWidth - totalWidth) / form.columns.length;
  const columns = [
    { title: form.rowTitle, width: labelWidth },
    ...form.columns.map((title) => ({ title, width: each, align: 'center' as const })),
    { title: form.totalTitle, width: totalWidth, align: 'center' as const },
  ];
  const labels = form.rows.map((row) => (fill.byHand && /^\d+\//.test(row.label) ? [''] : [row.label]));
  const rowHeight = form.rowHeight ?? 26;
  const table = drawTable(sheet, columns, labels, { x: 48, y: y + 14, rowHeight, headHeight: 24, size: 10 });
  form.rows.forEach((row, r) => {
    if (labels[r]?.[0] === '') fill(sheet, row.label, table.cell(r, 0).x + 6, table.cell(r, 0).baseline);
    [...row.marks, ...Array<string>(form.columns.length - row.marks.length).fill(''), row.total].forEach((mark, c) => {
      const cell = table.cell(r, c + 1);
      if (mark) fill(sheet, mark, cell.x + cell.width / 2, cell.baseline, 'center');
    });
  });
  let below = table.bottom + 28;
  sheet.print('Notes:', 48, below, { font: 'sans-bold', size: 10 });
  for (const note of form.notes) {
    fill(sheet, note, 92, below);
    sheet.line(90, below + 4, 564, below + 4, { width: 0.4 });
    below += 24;
  }
  if (form.foot) sheet.print(form.foot, 48, sheet.height - 34, { size: 8, color: '#555555' });
  return below;
}
