/** A running record sheet: text and level, ticks for words read right, the totals that decide the level. */
import type { Fill } from '../drawing/fill.ts';
import { checkbox, field, letterhead } from '../drawing/form-parts.ts';
import { cross, tick } from '../drawing/pen.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { drawTable } from '../drawing/table.ts';

export interface RunningRecord {
  readonly student: string;
  readonly grade: string;
  readonly date: string;
  readonly recorder: string;
  readonly text: string;
  readonly level: string;
  readonly runningWords: number;
  readonly errors: number;
  readonly selfCorrections: number;
  readonly accuracy: string;
  readonly correctionRate: string;
  readonly comprehension: string;
  /** Which of easy, instructional, hard it was. */
  readonly verdict: 'easy' | 'instructional' | 'hard';
  /** The level at which the student is taught, as it stands in the box. */
  readonly instructionalLevel: string;
  /** Page label and what was noted for each word: `v` = right, else what was said over what stands there. */
  readonly lines: readonly (readonly [string, readonly string[]])[];
  readonly plan: string;
}

const verdicts = [
  ['easy', 'easy (95-100%)'],
  ['instructional', 'instructional (90-94%)'],
  ['hard', 'hard (below 90%)'],
] as const;

export function runningRecord(sheet: Sheet, record: RunningRecord, fill: Fill): void {
  const head = { logo: 'juniper', school: 'Juniper Flats Elementary', title: 'RUNNING RECORD' } as const;
  const top = letterhead(sheet, { ...head, line: 'Primary Literacy' });
  const put = (label: string, x: number, y: number, width: number, value: string): void =>
    fill(sheet, value, field(sheet, label, x, y, width), y);
  put('Name:', 48, top + 10, 230, record.student);
  put('Grade:', 296, top + 10, 84, record.grade);
  put('Date:', 400, top + 10, 164, record.date);
  put('Text:', 48, top + 34, 230, record.text);
  put('Level:', 296, top + 34, 84, record.level);
  put('Recorder:', 400, top + 34, 164, record.recorder);

  const columns = [
    { title: 'Page', width: 44 },
    { title: 'Reading', width: 392 },
    { title: 'E', width: 40, align: 'center' as const },
    { title: 'SC', width: 40, align: 'center' as const },
  ];
  const rows = record.lines.map(([page]) => [page]);
  const table = drawTable(sheet, columns, rows, { x: 48, y: top + 52, rowHeight: 40, headHeight: 20, size: 10 });
  record.lines.forEach(([, words], r) => {
    const cell = table.cell(r, 1);
    let x = cell.x + 12;
    let errors = 0;
    let corrected = 0;
    for (const word of words) {
      if (word === 'v') {
        tick(sheet, x + 6, cell.baseline + 3, 10, { ink: fill.byHand ? 'blue' : 'black' });
        x += 25;
        continue;
      }
      const [said = '', stands = ''] = word.replace(' SC', '').split('/');
      fill(sheet, said, x, cell.baseline - 5);
      sheet.line(x - 1, cell.baseline - 1, x + 44, cell.baseline - 1, { width: 0.7, color: '#303a66' });
      fill(sheet, stands, x, cell.baseline + 12);
      if (word.endsWith(' SC')) {
        fill(sheet, 'SC', x + 48, cell.baseline + 3);
        corrected++;
      } else errors++;
      x += word.endsWith(' SC') ? 74 : 58;
    }
    for (const [column, count] of [
      [2, errors],
      [3, corrected],
    ] as const) {
      const box = table.cell(r, column);
      if (count) fill(sheet, String(count), box.x + 20, box.baseline + 1, 'center');
    }
  });

  const foot = table.bottom + 30;
  put('Running words:', 48, foot, 150, String(record.runningWords));
  put('Errors:', 216, foot, 92, String(record.errors));
  put('Self-corrections:', 326, foot, 132, String(record.selfCorrections));
  put('Accuracy:', 48, foot + 28, 150, record.accuracy);
  put('SC rate:', 216, foot + 28, 92, record.correctionRate);
  put('Comprehension:', 326, foot + 28, 150, record.comprehension);
  sheet.print('This text was:', 48, foot + 60, { size: 10, font: 'sans-bold' });
  verdicts.forEach(([verdict, label], i) => {
    const x = 132 + i * 132;
    checkbox(sheet, label, x, foot + 60, { size: 10 });
    if (verdict === record.verdict)
      cross(sheet, x + 4, foot + 57, 9, { ink: fill.byHand ? 'blue' : 'black', width: 1.5 });
  });
  sheet.box(48, foot + 78, 258, 34, { width: 1.2 });
  sheet.print('INSTRUCTIONAL LEVEL TODAY:', 58, foot + 99, { font: 'sans-bold', size: 11 });
  fill(sheet, record.instructionalLevel, 268, foot + 100, 'center');
  put('Plan:', 48, foot + 142, 516, record.plan);
}
