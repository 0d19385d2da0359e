/** A half-sheet exit ticket: printed problems, a child's answers, a teacher's marks and score. */
import { field } from '../drawing/form-parts.ts';
import { write, writeRinged } from '../drawing/handwriting.ts';
import { cross, strikeOut, tick } from '../drawing/pen.ts';
import type { Sheet } from '../drawing/sheet.ts';

export interface ExitTicket {
  readonly title: string;
  readonly student: string;
  readonly date: string;
  readonly problems: readonly {
    readonly text: readonly string[];
    readonly work: string;
    readonly answer: string;
    readonly right: boolean;
  }[];
  readonly remark: string;
}

export function exitTicket(sheet: Sheet, ticket: ExitTicket): void {
  sheet.box(22, 20, sheet.width - 44, sheet.height - 40, { width: 1.6 });
  sheet.print('EXIT TICKET', 36, 48, { font: 'comic-bold', size: 17 });
  sheet.print(ticket.title, sheet.width - 36, 46, { font: 'comic', size: 10.5, align: 'right' });
  const child = { hand: 'gochi', ink: 'pencil', mess: 1.6 } as const;
  write(sheet, ticket.student, field(sheet, 'Name', 36, 74, 300, '', { font: 'comic-bold' }), 74, {
    ...child,
    size: 16,
  });
  write(sheet, ticket.date, field(sheet, 'Date', 318 + 30, 74, 226, '', { font: 'comic-bold' }), 74, {
    ...child,
    size: 15,
  });
  let y = 104;
  const lead = (sheet.height - 104 - 62) / ticket.problems.length;
  ticket.problems.forEach((problem, i) => {
    problem.text.forEach((line, n) => {
      sheet.print(n ? line : `${i + 1})  ${line}`, n ? 55 : 36, y + n * 14, { font: 'comic', size: 11.5 });
    });
    const below = y + problem.text.length * 14 + 6;
    write(sheet, problem.work, 74, below, { ...child, size: 15 });
    sheet.line(402, below + 3, 490, below + 3, { width: 0.6 });
    write(sheet, problem.answer, 424, below, { ...child, size: 18 });
    if (problem.right) tick(sheet, 516, below, 15, { ink: 'red', width: 1.8 });
    else {
      cross(sheet, 518, below - 5, 12, { ink: 'red', width: 1.8 });
      strikeOut(sheet, 420, below - 4, 450, { ink: 'red' });
    }
    y += lead;
  });
  const right = ticket.problems.filter((problem) => problem.right).length;
  const foot = sheet.height - 38;
  sheet.print('Score:', 36, foot, { font: 'comic-bold', size: 12 });
  writeRinged(sheet, `${right}/${ticket.problems.length}`, 86, foot, { hand: 'caveat', ink: 'red', size: 22 });
  write(sheet, ticket.remark, 260, foot, { hand: 'caveat', ink: 'red', size: 18 });
}
