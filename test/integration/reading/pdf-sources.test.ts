/** Each page of a PDF is read from the source that shows what an eye sees: its text layer, its picture, or both. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, type PDFPage, rgb, StandardFonts, setTextRenderingMode, TextRenderingMode } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../../services/domain/page.ts';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { Reading } from '../../../services/reading/reading.ts';
import { temporaryFolder } from '../../factories/ground.ts';

let reading: Reading;

beforeAll(() => {
  reading = openReading({ readers: 1, memoryBytes: 1400 * 1024 ** 2, pageMs: 60_000, maxFileBytes: 2e7, maxPages: 9 });
});
afterAll(() => reading.close());

async function readBytes(bytes: Uint8Array | string): Promise<Omit<Page, 'file'>> {
  const path = join(await temporaryFolder(), 'page.pdf');
  await writeFile(path, bytes);
  return (await reading.readPage(path, await reading.inspect(path, 'page.pdf'), 1)).page;
}

type Draw = (page: PDFPage, document: PDFDocument) => void | Promise<void>;

/** A letter page in Helvetica, drawn by `draw`. */
async function pdf(draw: Draw): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([612, 792]);
  page.setFont(await document.embedFont(StandardFonts.Helvetica));
  page.setFontSize(14);
  await draw(page, document);
  return document.save();
}

/** Lines of print as a JPEG of a whole letter page. */
async function pictureOf(...lines: string[]): Promise<Uint8Array> {
  const path = join(await temporaryFolder(), 'for-picture.pdf');
  await writeFile(path, await pdf((page) => page.drawText(lines.join('\n'), { x: 72, y: 700, lineHeight: 30 })));
  // A copy of its own: the maker of PDFs looks at the buffer beneath.
  return Uint8Array.from((await reading.renderPage(path, await reading.inspect(path, path), 1)).bytes);
}

const title = 'Reading fluency probe for Ada Quill';
const black = rgb(0, 0, 0);
const white = rgb(1, 1, 1);
const withTitle =
  (draw: Draw): Draw =>
  (page, document) => {
    page.drawText(title, { x: 72, y: 700 });
    return draw(page, document);
  };

describe('text that no eye can see', () => {
  const secret = '99 percent correct';
  it.each<[string, Draw]>([
    [
      'drawn in the invisible mode',
      (page) => {
        page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
        page.drawText(secret, { x: 72, y: 600 });
      },
    ],
    ['wholly transparent', (page) => page.drawText(secret, { x: 72, y: 600, opacity: 0 })],
    ['white on white', (page) => page.drawText(secret, { x: 72, y: 600, color: white })],
    [
      'white on white, on a ruled line',
      (page) => {
        page.drawLine({ start: { x: 60, y: 602 }, end: { x: 400, y: 602 }, thickness: 1, color: black });
        page.drawText(secret, { x: 72, y: 600, color: white });
      },
    ],
    [
      'black on black',
      (page) => {
        page.drawRectangle({ x: 60, y: 590, width: 300, height: 30, color: black });
        page.drawText(secret, { x: 72, y: 600, color: black });
      },
    ],
    ['off the page', (page) => page.drawText(secret, { x: 72, y: 900 })],
    ['half a point high', (page) => page.drawText(secret, { x: 72, y: 600, size: 0.5 })],
    [
      'under a filled box',
      (page) => {
        page.drawText(secret, { x: 72, y: 600 });
        page.drawRectangle({ x: 60, y: 590, width: 300, height: 30, color: rgb(0.2, 0.4, 0.7) });
      },
    ],
    [
      'behind a picture',
      async (page, document) => {
        page.drawText(secret, { x: 72, y: 600 });
        const picture = await document.embedJpg(await pictureOf());
        page.drawImage(picture, { x: 60, y: 580, width: 300, height: 60 });
      },
    ],
    [
      'in a part of the page that is drawn as a whole',
      async (page, document) => {
        const inner = await PDFDocument.create();
        const small = inner.addPage([300, 60]);
        small.setFont(await inner.embedFont(StandardFonts.Helvetica));
        small.drawText(secret, { x: 10, y: 20, color: white });
        const [part] = await document.embedPdf(await inner.save());
        page.drawPage(part!, { x: 60, y: 580 });
      },
    ],
  ])('is no evidence, and is reported: %s', async (_name, draw) => {
    const page = await readBytes(await pdf(withTitle(draw)));
    expect(page.source).toBe('text_layer');
    expect(page.text).toBe(title);
    expect(page.warnings).toEqual(['3 words in this file cannot be seen on the page and were left out.']);
  });

  it('is reported on a page that is blank but for it', async () => {
    const page = await readBytes(await pdf((sheet) => sheet.drawText(secret, { x: 72, y: 600, color: white })));
    expect(page).toMatchObject({ source: 'blank', text: '' });
    expect(page.warnings).toEqual(['3 words in this file cannot be seen on the page and were left out.']);
  });

  it('is not taken for hidden where it only is unusual: white on dark, pale, or in a part drawn as a whole', async () => {
    const page = await readBytes(
      await pdf(async (sheet, document) => {
        sheet.drawRectangle({ x: 60, y: 690, width: 300, height: 30, color: rgb(0.1, 0.1, 0.4) });
        sheet.drawText('White on dark', { x: 72, y: 700, color: white });
        sheet.drawText('Pale grey', { x: 72, y: 650, color: rgb(0.75, 0.75, 0.75) });
        const inner = await PDFDocument.create();
        const small = inner.addPage([300, 60]);
        small.setFont(await inner.embedFont(StandardFonts.Helvetica));
        small.drawText('Part of a whole', { x: 12, y: 20 });
        const [part] = await document.embedPdf(await inner.save());
        sheet.drawPage(part!, { x: 60, y: 580 });
      }),
    );
    expect(page.text).toBe('White on dark\nPale grey\nPart of a whole');
    expect(page.warnings).toBeUndefined();
  });
});

describe('a form that was filled in', () => {
  it('gives its values with its print, and not those that are hidden', async () => {
    const page = await readBytes(
      await pdf((sheet, document) => {
        const form = document.getForm();
        sheet.drawText('Student', { x: 72, y: 700 });
        const name = form.createTextField('name');
        name.setText('Ada Quill');
        name.addToPage(sheet, { x: 200, y: 692, width: 200, height: 24 });
        sheet.drawText('Words correct', { x: 72, y: 650 });
        const score = form.createTextField('score');
        score.setText('62');
        score.addToPage(sheet, { x: 200, y: 642, width: 60, height: 24 });
        sheet.drawText('Absent', { x: 72, y: 600 });
        const absent = form.createCheckBox('absent');
        absent.addToPage(sheet, { x: 200, y: 596, width: 16, height: 16 });
        sheet.drawText('Retested', { x: 72, y: 560 });
        const again = form.createCheckBox('again');
        again.addToPage(sheet, { x: 200, y: 556, width: 16, height: 16 });
        again.check();
        sheet.drawText('Setting', { x: 72, y: 520 });
        const setting = form.createDropdown('setting');
        setting.addOptions(['Group', 'One to one']);
        setting.select('One to one');
        setting.addToPage(sheet, { x: 200, y: 512, width: 120, height: 24 });
        const secret = form.createTextField('secret');
        secret.setText('99 percent');
        secret.addToPage(sheet, { x: 200, y: 400, width: 100, height: 24, hidden: true });
      }),
    );
    expect(page.source).toBe('text_layer');
    expect(page.text.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      'Student | Ada Quill',
      'Words correct | 62',
      'Absent | ☐',
      'Retested | ☑',
      'Setting | One to one',
    ]);
    expect(page.warnings).toEqual(['2 words in this file cannot be seen on the page and were left out.']);
  });
});

describe('a page whose text layer is not to be trusted', () => {
  /** Shows `text`, but says that each of its letters is `code`. */
  const mapped = (text: string, code: string): string => {
    const cmap =
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> ' +
      `endcodespacerange 1 beginbfrange <20> <7E> [${Array.from({ length: 95 }, () => code).join(' ')}] endbfrange endcmap end end`;
    const content = `BT /F 16 Tf 72 700 Td (${text}) Tj ET`;
    const stream = (body: string) => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
      stream(content),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
      stream(cmap),
    ];
    const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
    return `%PDF-1.7\n${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`;
  };

  it.each([
    ['replacement characters', '<FFFD>'],
    ['private characters', '<E012>'],
  ])('is read from its picture: %s', async (_name, code) => {
    const page = await readBytes(mapped(title, code));
    expect(page).toMatchObject({ source: 'ocr', text: title });
  });

  it('is read from its picture: glyph codes in the place of letters, beside a picture of the words', async () => {
    const picture = await pictureOf(title, 'Words correct 62');
    const page = await readBytes(
      await pdf(async (sheet, document) => {
        sheet.drawImage(await document.embedJpg(picture), { x: 0, y: 0, width: 612, height: 792 });
        sheet.drawText('(cid:12) (cid:7) (cid:31)', { x: 72, y: 60, size: 6 });
      }),
    );
    expect(page.source).toBe('ocr');
    expect(page.text).toContain('Words correct 62');
  });

  it.each([
    ['says the same', 'Reading fluency probe for Ada Quill words correct 62', undefined],
    ['says something else', 'Ada Quill met her goal with 99 percent in all trials', /cannot be seen/],
  ])('is read from its picture: an earlier reading that %s', async (_name, earlier, warning) => {
    const picture = await pictureOf(title, 'Words correct 62');
    const page = await readBytes(
      await pdf(async (sheet, document) => {
        sheet.drawImage(await document.embedJpg(picture), { x: 0, y: 0, width: 612, height: 792 });
        sheet.drawText(earlier, { x: 72, y: 700, opacity: 0 });
      }),
    );
    expect(page.source).toBe('ocr');
    expect(page.text).toContain(title);
    expect(page.text).not.toContain('99');
    if (warning) expect(page.warnings?.join()).toMatch(warning);
    else expect(page.warnings).toBeUndefined();
  });
});

describe('a typed page with a scanned part', () => {
  it('is read from both, each word by its own reader, in one reading order', async () => {
    const picture = await pictureOf('Counted in the hall:', 'Hand raising 14 of 20');
    const page = await readBytes(
      await pdf(async (sheet, document) => {
        sheet.drawText(title, { x: 72, y: 740 });
        sheet.drawImage(await document.embedJpg(picture), { x: 0, y: 200, width: 408, height: 528 });
        sheet.drawText('Signed by the case manager', { x: 72, y: 100 });
      }),
    );
    expect(page.source).toBe('text_layer');
    expect(page.text).toBe(`${title}\nCounted in the hall:\nHand raising 14 of 20\nSigned by the case manager`);
    const readersOf = (text: string) => page.words.find((word) => word.text === text)?.readers;
    expect(readersOf('Signed')).toEqual(['text_layer']);
    expect(readersOf('14')).not.toContain('text_layer');
  });

  it('that is only a stamp on a scan is read from its picture as a whole', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => `Row ${index} of the scanned record, read by eye`);
    const picture = await pictureOf(...lines);
    const page = await readBytes(
      await pdf(async (sheet, document) => {
        sheet.drawImage(await document.embedJpg(picture), { x: 0, y: 0, width: 612, height: 792 });
        sheet.drawText('Received 1/14', { x: 400, y: 20, size: 8 });
      }),
    );
    expect(page.source).toBe('ocr');
    expect(page.text).toContain('Row 11 of the scanned record');
  });
});
