/** Examiner copy of a one-minute oral reading probe: passage with running word counts, errors slashed, totals below. */
import type { Fill } from '../drawing/fill.ts';
import { field, letterhead } from '../drawing/form-parts.ts';
import { ring, stroke } from '../drawing/pen.ts';
import type { Sheet } from '../drawing/sheet.ts';

export interface FluencyProbe {
  readonly school: string;
  readonly logo: 'juniper' | 'stonebridge';
  readonly student: string;
  readonly grade: string;
  readonly examiner: string;
  readonly date: string;
  readonly passage: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly words: number;
  readonly errors: number;
}

const size = 13;
const lead = 27;

/** Draws the probe; with a hand, misread words are slashed and the last word is bracketed as examiners do. */
export function fluencyProbe(sheet: Sheet, probe: FluencyProbe, fill: Fill): void {
  const top = letterhead(sheet, {
    logo: probe.logo,
    school: probe.school,
    line: 'Reading Intervention  |  Curriculum-Based Measurement',
    corner: 'EXAMINER COPY',
    title: `Oral Reading Fluency  -  Passage ${probe.passage}`,
  });
  const put = (label: string, x: number, y: number, width: number, value: string): void =>
    fill(sheet, value, field(sheet, label, x, y, width), y);
  put('Student:', 48, top + 12, 262, probe.student);
  put('Grade:', 328, top + 12, 74, probe.grade);
  put('Date:', 424, top + 12, 140, probe.date);
  put('Examiner:', 48, top + 36, 262, probe.examiner);
  sheet.print('Time: 1 minute', 328, top + 36, { size: 10, font: 'sans-bold' });
  sheet.print('Slash errors. Bracket the last word read.', 424, top + 36, { size: 8, font: 'sans-italic' });

  const body = top + 72;
  sheet.print(probe.title, 60, body, { font: 'serif-bold', size: 14 });
  let count = 0;
  const places: { x: number; y: number; width: number }[] = [];
  probe.lines.forEach((line, i) => {
    const y = body + 28 + i * lead;
    sheet.print(line, 60, y, { font: 'serif', size });
    let x = 60;
    for (const word of line.split(' ')) {
      const width = sheet.measure(word, { font: 'serif', size });
      places.push({ x, y, width });
      x += width + sheet.measure(' ', { font: 'serif', size });
    }
    count += line.split(' ').length;
    sheet.print(String(count), 556, y, { size: 10, align: 'right', color: '#555555' });
  });

  if (fill.byHand) {
    const last = places[probe.words - 1];
    const pool = places.slice(2, probe.words - 2);
    for (let i = 0; i < probe.errors; i++) {
      const place = pool[Math.floor(((i + sheet.random.between(0.1, 0.9)) * pool.length) / probe.errors)]!;
      stroke(
        sheet,
        [
          [place.x, place.y + 3],
          [place.x + place.width, place.y - 11],
        ],
        { ink: 'blue', width: 1.2 },
      );
    }
    if (last) {
      const x = last.x + last.width + 2.5;
      stroke(
        sheet,
        [
          [x - 3, last.y - 12],
          [x, last.y - 12],
          [x, last.y + 4],
          [x - 3, last.y + 4],
        ],
        { wobble: 0.3, width: 1.4 },
      );
    }
  }

  const foot = body + 50 + probe.lines.length * lead;
  sheet.box(60, foot, 300, 92, { width: 0.9 });
  const total = (label: string, row: number, value: number): void => {
    const y = foot + 22 + row * 26;
    sheet.print(label, 70, y, { size: 10.5 });
    sheet.line(270, y + 3, 344, y + 3, { width: 0.5 });
    fill(sheet, String(value), 300, y, 'center');
  };
  total('Total words read in 1 minute:', 0, probe.words);
  total('Errors:', 1, probe.errors);
  total('Words correct per minute (WCPM):', 2, probe.words - probe.errors);
  if (fill.byHand) ring(sheet, 282, foot + 58, 322, foot + 84, { ink: 'blue' });
  sheet.print('Discontinue if no words are read correctly in the first line.', 60, foot + 112, {
    size: 8,
    color: '#666666',
  });
  sheet.print('KVSD  ORF-2  rev. 07/24', 556, sheet.height - 32, { size: 7.5, align: 'right', color: '#666666' });
}
