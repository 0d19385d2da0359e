/** Check boxes that a typed page draws with lines, ticked with a pen of lines or with a letter. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../../services/domain/page.ts';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { Reading } from '../../../services/reading/reading.ts';
import { temporaryFolder } from '../../factories/ground.ts';

const black = rgb(0, 0, 0);
let reading: Reading;

beforeAll(() => {
  reading = openReading({ readers: 1, memoryBytes: 1400 * 1024 ** 2, pageMs: 60_000, maxFileBytes: 2e7, maxPages: 9 });
});
afterAll(() => reading.close());

type Draw = (page: PDFPage) => void;

/** What is read from a letter page in Helvetica that `draw` has drawn. */
async function readDrawn(draw: Draw): Promise<Omit<Page, 'file'>> {
  const document = await PDFDocument.create();
  const sheet = document.addPage([612, 792]);
  sheet.setFont(await document.embedFont(StandardFonts.Helvetica));
  draw(sheet);
  const path = join(await temporaryFolder(), 'page.pdf');
  await writeFile(path, await document.save());
  return (await reading.readPage(path, await reading.inspect(path, 'page.pdf'), 1)).page;
}

describe('check boxes drawn with lines on a typed page', () => {
  const labels = ['Independent', 'Verbal prompt', 'Gesture', 'Physical'];
  const form =
    (tick: (page: PDFPage, x: number, y: number) => void, size: number): Draw =>
    (page) => {
      page.setFontSize(size);
      page.drawText('Handwashing, Ada Quill, 1/14/2026', { x: 72, y: 700 });
      for (const [index, label] of labels.entries()) {
        const y = 660 - 24 * index;
        page.drawRectangle({ x: 72, y, width: size - 1, height: size - 1, borderColor: black, borderWidth: 0.75 });
        page.drawText(label, { x: 72 + 2 * size, y: y + 1 });
        if (index === 1) tick(page, 72, y);
      }
    };
  const lines = ['☐ Independent', '☑ Verbal prompt', '☐ Gesture', '☐ Physical'];
  const words = (page: Pick<Page, 'text'>) =>
    page.text
      .split('\n')
      .slice(1)
      .map((line) => line.split(/\s+/).join(' '));

  it.each([10, 12, 16])('are read with the tick that is drawn into one, in letters of %d points', async (size) => {
    const crossed = form((page, x, y) => {
      for (const [from, to] of [
        [0, 1],
        [1, 0],
      ] as const) {
        page.drawLine({
          start: { x: x + 2, y: y + 2 + from * (size - 5) },
          end: { x: x + size - 3, y: y + 2 + to * (size - 5) },
          thickness: 1,
        });
      }
    }, size);
    const page = await readDrawn(crossed);
    expect(words(page)).toEqual(lines);
    expect(page.source).toBe('text_layer');
    expect(page.words.filter(({ ink }) => ink !== undefined)).toEqual([]);
  });

  it('are read with the letter that is typed into one', async () => {
    const typed = form((page, x, y) => page.drawText('X', { x: x + 2, y: y + 1.5, size: 10 }), 12);
    expect(words(await readDrawn(typed))).toEqual(lines);
  });

  it('are not seen in the cells of a table', async () => {
    const table: Draw = (page) => {
      page.setFontSize(10);
      page.drawText('Trials of Ada Quill', { x: 72, y: 700 });
      for (let column = 0; column < 6; column++) {
        page.drawRectangle({
          x: 72 + 14 * column,
          y: 660,
          width: 14,
          height: 14,
          borderColor: black,
          borderWidth: 0.75,
        });
        page.drawText(String(column + 1), { x: 76 + 14 * column, y: 664 });
      }
    };
    expect((await readDrawn(table)).text).not.toMatch(/[☐☑]/);
  });
});
