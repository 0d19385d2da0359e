/** A printed letter or form for the family: no measurements in it. */
import type { Fill } from '../drawing/fill.ts';
import { checkbox, field, letterhead, paragraph } from '../drawing/form-parts.ts';
import { tick } from '../drawing/pen.ts';
import type { Sheet } from '../drawing/sheet.ts';

export interface LetterHome {
  readonly title: string;
  readonly date: string;
  readonly body: readonly string[];
  readonly choices: readonly (readonly [string, boolean])[];
  readonly blanks: readonly (readonly [string, string])[];
}

export function letterHome(sheet: Sheet, letter: LetterHome, fill: Fill): void {
  const head = { logo: 'juniper', school: 'Juniper Flats Elementary', line: '410 Cottonwood Lane' } as const;
  let y = letterhead(sheet, { ...head, title: letter.title }) + 8;
  sheet.print(letter.date, 48, y, { size: 11, font: 'serif' });
  y += 30;
  for (const text of letter.body) y = paragraph(sheet, text, 48, y, 516, { size: 12, font: 'serif', lead: 18 }) + 10;
  y += 8;
  for (const [label, chosen] of letter.choices) {
    checkbox(sheet, label, 60, y, { size: 12, font: 'serif' });
    if (chosen) tick(sheet, 65, y - 1, 12, { ink: 'blue', width: 1.6 });
    y += 26;
  }
  y += 14;
  for (const [label, value] of letter.blanks) {
    fill(sheet, value, field(sheet, label, 48, y, 330, '', { font: 'serif', size: 12 }), y);
    y += 32;
  }
}
