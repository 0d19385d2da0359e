import { describe, expect, it } from 'vitest';
import { byHand, type Fill, typed } from '../../../samples/generator/drawing/fill.ts';
import type { HandName } from '../../../samples/generator/drawing/fonts.ts';
import { write } from '../../../samples/generator/drawing/handwriting.ts';
import type { Sheet } from '../../../samples/generator/drawing/sheet.ts';
import type { PrintFont } from '../../../samples/generator/drawing/surface.ts';
import type { Word } from '../../../services/domain/page.ts';
import { surveyImage } from '../../../services/reading/image/survey.ts';
import { findWrittenWords } from '../../../services/reading/ink/find-written-words.ts';
import { shapePicture } from '../../../services/reading/ink/letter-shapes.ts';
import { meanStyle } from '../../../services/reading/ink/page-style.ts';
import { filledForm, scanned } from '../../factories/filled-form.ts';

/** What is called written on the form, and what was: texts of the sheet, taken for the words that were read. */
const judged = (fill: Fill) => judge(filledForm(fill));

async function judge(sheet: Sheet) {
  const { raster, scale } = await scanned(sheet);
  const { letters, letterHeight } = surveyImage(raster);
  const words = sheet.texts.map(({ text, bbox }): Word => {
    const [x0, y0, x1, y1] = bbox.map((value) => value * scale) as Word['bbox'];
    return { text, bbox: [x0, y0, x1, y1], confidence: 0.96, ink: 'print', readers: ['ppocr'] };
  });
  const found = findWrittenWords(shapePicture(raster, letterHeight), letters, words);
  const answers = words.filter((_, index) => sheet.texts[index]!.ink === 'handwriting');
  return {
    answers: answers.map((word) => word.text),
    missed: answers.filter((word) => !found.has(word)).map((word) => word.text),
    print: words.length - answers.length,
    wrong: [...found].filter((word) => !answers.includes(word)).map((word) => word.text),
    style: meanStyle(shapePicture(raster, letterHeight), letters)!,
  };
}

const hands: readonly HandName[] = ['caveat', 'gochi', 'patrick', 'reenie', 'kalam'];
const faces: readonly PrintFont[] = ['mono', 'sans', 'serif', 'comic'];

describe('words that a pen wrote on a printed form', () => {
  it.each(hands)('are told from the print of the form, though the pen is as black: %s', async (hand) => {
    const { answers, missed, print, wrong } = await judged(byHand({ hand, size: 16, ink: 'black', mess: 1.2 }));
    expect(answers.length).toBeGreaterThan(20);
    expect(missed.length).toBeLessThanOrEqual(0.05 * answers.length);
    expect(wrong.length).toBeLessThanOrEqual(0.15 * print);
    expect(missed.filter((text) => /\d/.test(text))).toEqual([]);
  });

  it.each(faces)('are not seen where a machine filled it in: %s', async (font) => {
    const { answers, wrong, print } = await judged(typed({ font, size: 11 }));
    expect(answers).toEqual([]);
    expect(print).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  it('are one share on a typed page, in a hand as even as type, by how far it stands out from all of the page', async () => {
    const sheet = filledForm(typed({ font: 'mono', size: 11 }));
    write(sheet, '80%', 430, 620, { hand: 'patrick', size: 16, ink: 'black', mess: 1.1 });
    const { missed, wrong } = await judge(sheet);
    expect(missed).toEqual([]);
    expect(wrong).toEqual([]);
  });

  it('are a lone figure on a typed page, but no lone sign: that has too little shape', async () => {
    const sheet = filledForm(typed({ font: 'sans', size: 11 }));
    write(sheet, '6', 320, 600, { hand: 'gochi', size: 17, ink: 'black' });
    expect((await judge(sheet)).missed).toEqual([]);
    sheet.texts.push({ ...sheet.texts.pop()!, text: '+' });
    expect((await judge(sheet)).missed).toEqual(['+']);
  });

  it('have another style than type, letter by letter', async () => {
    const [written, printed] = [await judged(byHand({ hand: 'caveat', ink: 'black' })), await judged(typed())];
    expect(written.style - printed.style).toBeGreaterThan(1);
    expect(printed.style).toBeLessThan(-1);
  });
});
