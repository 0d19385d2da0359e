/** Filler paper written on by hand: an observation, a spelling test. */
import { ruledPaper } from '../drawing/form-parts.ts';
import { type HandStyle, write, writeRinged } from '../drawing/handwriting.ts';
import { cross, tick } from '../drawing/pen.ts';
import type { Sheet } from '../drawing/sheet.ts';

/** One line of writing per ruled line, from the top line. */
export function ruledNote(sheet: Sheet, lines: readonly string[], style: HandStyle): void {
  const baseline = ruledPaper(sheet);
  lines.forEach((line, i) => {
    if (line) write(sheet, line, 92 + sheet.random.normal(1.5), baseline(i), style);
  });
}

export interface SpelledWord {
  readonly written: string;
  /** The right spelling where it was misspelled. */
  readonly correction?: string;
}

export interface SpellingTest {
  readonly student: string;
  readonly date: string;
  readonly title: string;
  readonly words: readonly SpelledWord[];
  readonly remark: string;
}

export function spellingTest(sheet: Sheet, test: SpellingTest): void {
  const child = { hand: 'gochi', ink: 'pencil', mess: 1.7, size: 18 } as const;
  const baseline = ruledPaper(sheet, 30, 70);
  write(sheet, test.student, 92, baseline(0) - 22, child);
  write(sheet, test.date, 470, baseline(0) - 22, { ...child, size: 16 });
  write(sheet, test.title, 240, baseline(0), child);
  const half = Math.ceil(test.words.length / 2);
  test.words.forEach((word, i) => {
    const x = i < half ? 92 : 336;
    const y = baseline(2 + (i % half) * 2);
    const width = write(sheet, `${i + 1}. ${word.written}`, x, y, child);
    if (!word.correction) tick(sheet, x + width + 16, y, 13, { ink: 'red', width: 1.6 });
    else {
      cross(sheet, x + width + 16, y - 5, 11, { ink: 'red', width: 1.6 });
      write(sheet, word.correction, x + 34, y + 25, { hand: 'caveat', ink: 'red', size: 17 });
    }
  });
  const right = test.words.filter((word) => !word.correction).length;
  writeRinged(sheet, `${right}/${test.words.length}`, 370, 42, { hand: 'caveat', ink: 'red', size: 30 });
  write(sheet, test.remark, 120, sheet.height - 22, { hand: 'caveat', ink: 'red', size: 20 });
}
