/** Pages that are in a binder more than once. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import { testReading } from '../../factories/ground.ts';

async function scanOf(lines: readonly string[], turn: number): Promise<Buffer> {
  const texts = lines.map((line, index) => `<text x="150" y="${250 + index * 90}" font-size="44">${line}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1275" height="1650" font-family="serif">
    <rect width="100%" height="100%" fill="white"/>${texts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).greyscale().rotate(turn).png().toBuffer();
}

it('reads a page that is in a binder twice only once, and shows it the same way both times', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'repeated-'));
  const reading = testReading();
  onTestFinished(async () => {
    await reading.close();
    await rm(folder, { recursive: true, force: true });
  });
  const probe = ['Reading fluency probe for Ada Quill', 'Words correct in one minute', 'She read the passage aloud'];
  const note = ['A note about the morning meeting', 'Everyone was on time today', 'We start again tomorrow'];
  const document = await PDFDocument.create();
  for (const bytes of [await scanOf(probe, 90), await scanOf(note, 0), await scanOf(probe, 90)]) {
    const image = await document.embedPng(bytes);
    document.addPage([image.width, image.height]).drawImage(image, { x: 0, y: 0 });
  }
  const path = join(folder, 'binder.pdf');
  await writeFile(path, await document.save());
  const info = await reading.inspect(path, 'binder.pdf');
  const [first, other, again] = await Promise.all([1, 2, 3].map((page) => reading.readPage(path, info, page)));
  expect(first!.repeated ?? false).toBe(false);
  expect(other!.repeated ?? false).toBe(false);
  expect(again!.repeated).toBe(true);
  expect(first!.page.text).toContain('Words correct in one minute');
  expect(first!.page.rotation).not.toBe(0);
  expect(other!.page.text).toContain('morning meeting');
  expect(again!.page).toEqual({ ...first!.page, page: 3, ms: again!.page.ms });
  expect(Buffer.from(again!.image!.bytes).equals(Buffer.from(first!.image!.bytes))).toBe(true);
});
