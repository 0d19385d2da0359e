/** A scoring rubric: traits down, levels across with their wording, the level given marked, scores at the right. */
import type { Fill } from '../drawing/fill.ts';
import { field, type Letterhead, letterhead, wrap } from '../drawing/form-parts.ts';
import { ring } from '../drawing/pen.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { drawTable } from '../drawing/table.ts';

export interface RubricTrait {
  readonly name: string;
  /** From the highest level to the lowest. */
  readonly wording: readonly string[];
  readonly score: number;
}

export interface RubricSheet {
  readonly head: Letterhead;
  readonly fields: readonly (readonly [string, string])[];
  /** From the highest to the lowest. */
  readonly levels: readonly number[];
  readonly traits: readonly RubricTrait[];
  /** Absent where traits are not added up. */
  readonly total?: string;
  readonly comments: readonly string[];
}

export function rubricSheet(sheet: Sheet, form: RubricSheet, fill: Fill): void {
  let y = letterhead(sheet, form.head) + 12;
  form.fields.forEach(([label, value], i) => {
    fill(sheet, value, field(sheet, label, i % 2 ? 330 : 48, y, i % 2 ? 234 : 262), y);
    if (i % 2 || i === form.fields.length - 1) y += 25;
  });
  const wide = (516 - 96 - 54) / form.levels.length;
  const columns = [
    { title: 'Trait', width: 96 },
    ...form.levels.map((level) => ({ title: String(level), width: wide, align: 'center' as const })),
    { title: 'SCORE', width: 54, align: 'center' as const },
  ];
  const rowHeight = form.traits.length > 4 ? 58 : 74;
  const rows = form.traits.map((trait) => [wrap(sheet, trait.name, 86, { size: 10 }).join('\n')]);
  const table = drawTable(sheet, columns, rows, { x: 48, y, rowHeight, headHeight: 24, size: 10, headFill: '#d7e0ea' });
  form.traits.forEach((trait, r) => {
    trait.wording.forEach((words, c) => {
      const cell = table.cell(r, c + 1);
      const lines = wrap(sheet, words, cell.width - 10, { size: 8.5 });
      lines.forEach((line, n) => {
        const top = cell.y + cell.height / 2 + 3 - ((lines.length - 1) * 10.5) / 2;
        sheet.print(line, cell.x + cell.width / 2, top + n * 10.5, { size: 8.5, align: 'center' });
      });
      if (fill.byHand && form.levels[c] === Math.ceil(trait.score)) {
        ring(sheet, cell.x + 5, cell.y + 8, cell.x + cell.width - 4, cell.y + cell.height - 8, { width: 1.4 });
      }
    });
    const cell = table.cell(r, form.levels.length + 1);
    fill(sheet, String(trait.score), cell.x + cell.width / 2, cell.baseline + 1, 'center');
  });
  let below = table.bottom + 26;
  if (form.total) {
    sheet.print('TOTAL', 470, below, { font: 'sans-bold', size: 11, align: 'right' });
    fill(sheet, form.total, 520, below, 'center');
    below += 26;
  }
  sheet.print('Comments:', 48, below, { font: 'sans-bold', size: 10 });
  for (const line of form.comments) {
    fill(sheet, line, 104, below);
    sheet.line(102, below + 4, 564, below + 4, { width: 0.4 });
    below += 24;
  }
}
