/** A weekly frequency chart: parts of the day down, days across, tallies in the boxes and the day's total below. */
import type { Fill } from '../drawing/fill.ts';
import { field, letterhead } from '../drawing/form-parts.ts';
import { tallies } from '../drawing/pen.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { drawTable } from '../drawing/table.ts';

export interface TallyChart {
  readonly student: string;
  readonly grade: string;
  readonly weekOf: string;
  readonly completedBy: string;
  readonly behavior: string;
  readonly definition: string;
  readonly days: readonly string[];
  readonly blocks: readonly string[];
  /** Per day, per block; null = absent or no school. */
  readonly counts: readonly (readonly number[] | null)[];
  readonly absentWord: string;
  readonly goal: string;
  readonly note: string;
}

/** With a hand the counts are tally marks and a number; typed they are numbers. */
export function tallyChart(sheet: Sheet, chart: TallyChart, fill: Fill): void {
  const head = { logo: 'juniper', school: 'Juniper Flats Elementary', title: 'DAILY BEHAVIOR TALLY' } as const;
  const top = letterhead(sheet, { ...head, line: 'Student Support Team', corner: 'SST-7' });
  const put = (label: string, x: number, y: number, width: number, value: string): void =>
    fill(sheet, value, field(sheet, label, x, y, width), y);
  put('Student:', 48, top + 14, 258, chart.student);
  put('Grade:', 326, top + 14, 76, chart.grade);
  put('Week of:', 424, top + 14, 140, chart.weekOf);
  put('Completed by:', 48, top + 40, 258, chart.completedBy);
  put('Behavior:', 326, top + 40, 238, chart.behavior);
  sheet.print(chart.definition, 48, top + 62, { size: 9, font: 'sans-italic' });

  const columns = [
    { title: 'Time', width: 116 },
    ...chart.days.map((title) => ({ title, width: 80, align: 'center' as const })),
  ];
  const rows = [...chart.blocks, 'DAY TOTAL'].map((label) => [label]);
  const table = drawTable(sheet, columns, rows, { x: 48, y: top + 78, rowHeight: 50, headHeight: 32, size: 9.5 });
  chart.counts.forEach((day, d) => {
    if (!day) {
      const cell = table.cell(1, d + 1);
      fill(sheet, chart.absentWord, cell.x + cell.width / 2, cell.baseline, 'center');
      return;
    }
    day.forEach((count, block) => {
      const cell = table.cell(block, d + 1);
      if (!fill.byHand) fill(sheet, String(count), cell.x + cell.width / 2, cell.baseline, 'center');
      else if (count === 0) fill(sheet, '0', cell.x + 34, cell.baseline);
      else tallies(sheet, count, cell.x + 9, cell.y + 36, 19, { ink: 'pencil', width: 1.3 });
    });
    const total = table.cell(chart.blocks.length, d + 1);
    fill(sheet, String(day.reduce((a, b) => a + b, 0)), total.x + total.width / 2, total.baseline + 2, 'center');
  });
  sheet.print(`Goal:  ${chart.goal}`, 48, table.bottom + 26, { size: 10, font: 'sans-bold' });
  sheet.print('Notes:', 48, table.bottom + 52, { size: 10, font: 'sans-bold' });
  fill(sheet, chart.note, 92, table.bottom + 52);
  for (const y of [56, 80]) sheet.line(90, table.bottom + y, 564, table.bottom + y, { width: 0.4 });
}
