/** The reading room with real children and real files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageSchema } from '../../../services/domain/page.ts';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { Reading } from '../../../services/reading/reading.ts';

let folder: string;
let reading: Reading;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-'));
  reading = openReading({
    readers: 1,
    memoryBytes: 1400 * 1024 ** 2,
    pageMs: 60_000,
    maxFileBytes: 20 * 1024 ** 2,
    maxPages: 100,
  });
});

afterAll(async () => {
  await reading.close();
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function typedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([612, 792]);
  page.drawText('Reading fluency probe for Ada Quill', { x: 72, y: 700, size: 14, font });
  page.drawText('Date', { x: 72, y: 660, size: 11, font });
  page.drawText('Words correct', { x: 300, y: 660, size: 11, font });
  page.drawText('1/14/2025', { x: 72, y: 640, size: 11, font });
  page.drawText('62', { x: 300, y: 640, size: 11, font });
  return document.save();
}

describe('reading', () => {
  it('takes the text layer of a typed PDF, cells of a row on one line, boxes in the picture of the page', async () => {
    const path = await put('typed.pdf', await typedPdf());
    const info = await reading.inspect(path, 'typed.pdf');
    expect(info).toEqual({ kind: 'pdf', mediaType: 'application/pdf', pageCount: 1 });
    const { page, image } = await reading.readPage(path, info, 1);
    pageSchema.omit({ file: true }).parse(page);
    expect(image).toBeNull();
    expect(page.source).toBe('text_layer');
    expect(page.text).toMatch(/^Reading fluency probe for Ada Quill\nDate {4,}Words correct\n1\/14\/2025 {4,}62$/);
    const score = page.words.find((word) => word.text === '62');
    const [x0, y0, x1, y1] = score!.bbox;
    // 300 points from the left and 640 from the bottom, at 150 dpi.
    expect(x0).toBeGreaterThan(620);
    expect(x1).toBeLessThan(660);
    expect(y0).toBeGreaterThan(285);
    expect(y1).toBeLessThan(330);
    const shown = await reading.renderPage(path, info, 1);
    expect([shown.width, shown.height]).toEqual([page.width, page.height]);
  });

  it('reads a picture, turned by its EXIF tag, with words where they stand', async () => {
    const document = await PDFDocument.load(await typedPdf());
    const path = await put('for-picture.pdf', await document.save());
    const info = await reading.inspect(path, 'for-picture.pdf');
    const shown = await reading.renderPage(path, info, 1);
    const photo = await sharp(shown.bytes).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const photoPath = await put('photo.jpg', photo);
    const photoInfo = await reading.inspect(photoPath, 'photo.jpg');
    expect(photoInfo).toEqual({ kind: 'image', mediaType: 'image/jpeg', pageCount: 1 });
    const { page, image } = await reading.readPage(photoPath, photoInfo, 1);
    expect(page.source).toBe('ocr');
    expect([page.width, page.height]).toEqual([shown.width, shown.height]);
    expect([image?.width, image?.height]).toEqual([page.width, page.height]);
    expect(page.text).toContain('Reading fluency probe for Ada Quill');
    expect(page.text).toMatch(/1\/14\/2025 {2,}62/);
    const date = page.words.find((word) => word.text === '1/14/2025');
    expect(date!.bbox[0]).toBeGreaterThan(140);
    expect(date!.bbox[3]).toBeLessThan(335);
  });

  it('calls a page without ink blank', async () => {
    const white = sharp({ create: { width: 800, height: 1000, channels: 3, background: '#f4f1e8' } });
    const path = await put('blank.png', await white.png().toBuffer());
    const { page } = await reading.readPage(path, await reading.inspect(path, 'blank.png'), 1);
    expect(page).toMatchObject({ source: 'blank', text: '', words: [] });
  });

  it('reads a typed note as it is written, and sets it on a sheet', async () => {
    const note = 'Ada read 62 words\r\n\r\n1/14\t8/10\n';
    const path = await put('note.md', note);
    const info = await reading.inspect(path, 'note.md');
    expect(info).toEqual({ kind: 'text', mediaType: 'text/markdown', pageCount: 1 });
    const { page } = await reading.readPage(path, info, 1);
    expect(page.text).toBe('Ada read 62 words\n\n1/14    8/10');
    expect(page.words.map((word) => word.text)).toEqual(['Ada', 'read', '62', 'words', '1/14', '8/10']);
    const shown = await reading.renderPage(path, info, 1);
    expect([shown.width, shown.height]).toEqual([page.width, page.height]);
  });

  it('does not take text that no eye can see', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([612, 792]);
    const font = await document.embedFont(StandardFonts.Helvetica);
    page.drawText('Seen by all', { x: 72, y: 700, size: 14, font });
    page.drawText('99 percent', { x: 72, y: 600, size: 14, font, opacity: 0, color: rgb(0, 0, 0), rotate: degrees(0) });
    const path = await put('hidden.pdf', await document.save());
    const read = await reading.readPage(path, await reading.inspect(path, 'hidden.pdf'), 1);
    expect(read.page.text).toBe('Seen by all');
  });

  it.each([
    ['empty.pdf', '', 'empty'],
    ['damaged.pdf', '%PDF-1.7\nnothing of use', 'corrupt'],
    ['text.pdf', 'Only words, whatever its name says.', 'unsupported_type'],
    ['archive.zip', Buffer.from('PK\x03\x04 and more'), 'unsupported_type'],
    ['half.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'corrupt'],
  ])('refuses %s with its reason', async (name, content, code) => {
    const path = await put(name, content);
    await expect(reading.inspect(path, name)).rejects.toMatchObject({ code });
  });
});
