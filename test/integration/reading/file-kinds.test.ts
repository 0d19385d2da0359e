/** What teachers really have: notes in any encoding, word-processor files, e-mails with attachments, scans of many pages. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSheet, renderSheetPng } from '../../../samples/generator/drawing/sheet.ts';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { Reading } from '../../../services/reading/reading.ts';
import { docxBody, docxOf } from '../../factories/docx.ts';
import { temporaryFolder } from '../../factories/ground.ts';

const heic = resolve(import.meta.dirname, '../../../../shared/eval/scans-dev/DA-1p.heic');
if (!existsSync(heic)) console.warn('SKIPPED: the HEIC photo; ../shared/eval is not there');

let reading: Reading;
beforeAll(() => {
  reading = openReading({ readers: 1, memoryBytes: 1400 * 1024 ** 2, pageMs: 90_000, maxFileBytes: 2e7, maxPages: 20 });
});
afterAll(() => reading.close());

/** The text of each page of a file of these bytes. */
async function textsOf(name: string, bytes: string | Uint8Array): Promise<string[]> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  const info = await reading.inspect(path, name);
  const texts: string[] = [];
  for (let page = 1; page <= info.pageCount; page++) texts.push((await reading.readPage(path, info, page)).page.text);
  return texts;
}

async function picture(words: string): Promise<Buffer> {
  const sheet = createSheet({ seed: words });
  const lines = [
    words,
    'The quick brown fox jumps over the lazy dog while it rains.',
    'Each student reads aloud for one minute from a new passage,',
    'and the teacher marks every word that is skipped or changed.',
    'Words correct are counted to the last word that was read.',
  ];
  for (const [row, line] of lines.entries()) sheet.print(line, 72, 80 + row * 20, { size: 12 });
  return renderSheetPng(sheet, 200);
}

describe('a typed note', () => {
  const note = 'Zoë’s señal: 8/10 — naïve café';
  const utf16 = Buffer.from(`\uFEFF${note}`, 'utf16le');
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(note)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${note}`)],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['Windows-1252', Buffer.concat([Buffer.from('Zo\xEB\x92s se\xF1al: 8/10 \x97 na\xEFve caf\xE9', 'latin1')])],
  ])('in %s is read letter by letter', async (_name, bytes) => {
    expect(await textsOf('note.txt', bytes)).toEqual([note]);
  });
});

describe('a word-processor file', () => {
  it('keeps the rows of its tables', async () => {
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const body = `${paragraph('Probes of Ada Quill')}<w:tbl>${row('Date', 'Words', 'Errors')}${row('1/14', '62', '3')}${row('1/21', '', '2')}</w:tbl>`;
    const [text, ...more] = await textsOf('probes.docx', await docxOf(docxBody(body).join('')));
    expect(more).toEqual([]);
    const rows = text!.split('\n').filter((line) => line.trim() !== '');
    expect(rows.map((line) => line.split(/ {2,}|\t/))).toEqual([
      ['Probes of Ada Quill'],
      ['Date', 'Words', 'Errors'],
      ['1/14', '62', '3'],
      expect.arrayContaining(['1/21', '2']),
    ]);
  });
});

describe('a saved e-mail', () => {
  const message = (...parts: string[]) =>
    [
      'From: Ann Oak <ann@school.example>',
      'To: case.manager@school.example',
      'Date: Wed, 14 Jan 2026 09:00:00 -0600',
      'Subject: Ada this week',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="edge"',
      '',
      ...parts.flatMap((part) => ['--edge', part]),
      '--edge--',
      '',
    ].join('\r\n');
  const part = (head: string, body: Uint8Array | string) =>
    `${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n')}`;

  it('gives its text, and its attachments as pages of the same file', async () => {
    const photo = await sharp(await picture('Photo of the probe'))
      .jpeg()
      .toBuffer();
    const pages = await textsOf(
      'week.eml',
      message(
        part('Content-Type: text/plain; charset=utf-8', 'Ada read 62 words correct on Tuesday.'),
        part(
          'Content-Type: text/plain; name="tally.txt"\r\nContent-Disposition: attachment; filename="tally.txt"',
          'Call-outs: 4',
        ),
        // As the mail program of a phone attaches a photo.
        part('Content-Type: image/jpeg; name="IMG_1.jpg"\r\nContent-Disposition: inline; filename="IMG_1.jpg"', photo),
        part(
          'Content-Type: application/x-thing; name="x.bin"\r\nContent-Disposition: attachment; filename="x.bin"',
          Buffer.from([0, 1, 2, 3]),
        ),
      ),
    );
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain('From: Ann Oak <ann@school.example>');
    expect(pages[0]).toContain('Date: Wed, 14 Jan 2026');
    expect(pages[0]).toContain('Ada read 62 words correct on Tuesday.');
    expect(pages[0]).toMatch(/Attachment x\.bin was not read/);
    expect(pages[1]).toBe('Call-outs: 4');
    expect(pages[2]).toContain('Photo of the probe');
  });

  it('of HTML alone gives its words, rows of a table apart, and nothing of its scripts', async () => {
    const html =
      '<html><body><script>var hidden = "99 percent"</script><p>Ada&nbsp;met 3 of 4.</p><table><tr><td>Mon</td><td>8/10</td></tr><tr><td>Tue</td><td>9/10</td></tr></table></body></html>';
    const [text] = await textsOf('html.eml', message(part('Content-Type: text/html; charset=utf-8', html)));
    expect(text).toMatch(/Ada met 3 of 4\./);
    expect(text).toMatch(/^Mon {2,}8\/10$/m);
    expect(text).toMatch(/^Tue {2,}9\/10$/m);
    expect(text).not.toContain('99');
  });
});

describe('a picture', () => {
  it('of several pages (TIFF) gives each of them', async () => {
    const [first, second] = await Promise.all(['The first sheet', 'The second sheet'].map(picture));
    const tiff = await sharp([first!, second!], { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const pages = await textsOf('scan.tiff', tiff);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('The first sheet');
    expect(pages[1]).toContain('The second sheet');
  });

  it('in WebP is read like any other', async () => {
    const [text] = await textsOf(
      'page.webp',
      await sharp(await picture('Kept as WebP'))
        .webp()
        .toBuffer(),
    );
    expect(text).toContain('Kept as WebP');
  });

  it.skipIf(!existsSync(heic))(
    'of a phone (HEIC) is opened and read (skipped where ../shared/eval is absent)',
    async () => {
      const [text] = await textsOf('IMG_0001.HEIC', await readFile(heic));
      expect(text!.length).toBeGreaterThan(200);
    },
  );
});
