/** The sheets that divide a binder: a student's tab, and a plain divider. */

import { byHand } from '../drawing/fill.ts';
import { drawLogo } from '../drawing/form-parts.ts';
import type { Sheet } from '../drawing/sheet.ts';

/** A tab sheet: the student's name in large letters. */
export function tabSheet(sheet: Sheet, name: string, line: string): void {
  sheet.box(70, 250, sheet.width - 140, 230, { width: 3 });
  sheet.box(78, 258, sheet.width - 156, 214, { width: 1 });
  drawLogo(sheet, 'juniper', sheet.width / 2 - 20, 282);
  sheet.print(name, sheet.width / 2, 372, { font: 'serif-bold', size: 34, align: 'center' });
  sheet.print(line, sheet.width / 2, 412, { font: 'serif', size: 15, align: 'center' });
}

/** A coloured sheet with a word on it, written with a marker. */
export function markerSheet(sheet: Sheet, words: readonly string[]): void {
  const marker = byHand({ hand: 'patrick', size: 62, ink: 'black', pen: 2.6, mess: 0.7 });
  words.forEach((word, i) => void marker(sheet, word, sheet.width / 2, 360 + i * 84, 'center'));
}
