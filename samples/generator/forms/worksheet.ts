/** A printed worksheet in two columns, answered in pencil and marked in red. */
import { field } from '../drawing/form-parts.ts';
import { write, writeRinged } from '../drawing/handwriting.ts';
import { cross, tick } from '../drawing/pen.ts';
import type { Sheet } from '../drawing/sheet.ts';

export interface Worksheet {
  readonly title: string;
  readonly directions: string;
  readonly student: string;
  readonly date: string;
  readonly period: string;
  readonly problems: readonly { readonly text: string; readonly answer: string; readonly right: boolean }[];
  readonly remark: string;
  readonly standard: string;
}

export function worksheet(sheet: Sheet, work: Worksheet): void {
  const child = { hand: 'kalam', ink: 'pencil', mess: 1.3 } as const;
  const line = { font: 'serif', size: 11 } as const;
  write(sheet, work.student, field(sheet, 'Name', 48, 50, 280, '', line), 50, { ...child, size: 14 });
  write(sheet, work.date, field(sheet, 'Date', 344, 50, 124, '', line), 50, { ...child, size: 13 });
  write(sheet, work.period, field(sheet, 'Per.', 484, 50, 80, '', line), 50, { ...child, size: 13 });
  sheet.print(work.title, 306, 92, { font: 'serif-bold', size: 17, align: 'center' });
  sheet.print(work.directions, 48, 120, { font: 'serif-italic', size: 11 });
  const perColumn = Math.ceil(work.problems.length / 2);
  const lead = Math.min(112, 560 / perColumn);
  work.problems.forEach((problem, i) => {
    const x = i < perColumn ? 48 : 318;
    const y = 158 + (i % perColumn) * lead;
    sheet.print(`${i + 1}.`, x, y, { font: 'serif-bold', size: 12 });
    sheet.print(problem.text, x + 24, y, { font: 'serif', size: 14 });
    const end = x + 24 + sheet.measure(problem.text, { font: 'serif', size: 14 });
    sheet.line(end + 6, y + 3, end + 66, y + 3, { width: 0.6 });
    write(sheet, problem.answer, end + 18, y, { ...child, size: 17 });
    if (problem.right) tick(sheet, x - 12, y, 13, { ink: 'red', width: 1.7 });
    else cross(sheet, x - 12, y - 4, 11, { ink: 'red', width: 1.7 });
  });
  const right = work.problems.filter((problem) => problem.right).length;
  writeRinged(sheet, `${right}/${work.problems.length}`, 480, 98, { hand: 'caveat', ink: 'red', size: 30 });
  write(sheet, work.remark, 190, 744, { hand: 'caveat', ink: 'red', size: 20 });
  sheet.print(work.standard, 48, 764, { font: 'serif', size: 8, color: '#555555' });
}
