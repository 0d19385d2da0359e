/** Marks that readers of text miss: check boxes, signs of trials, tally strokes, on a page drawn for it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkbox } from '../../../samples/generator/drawing/form-parts.ts';
import { cross, tallies, tick } from '../../../samples/generator/drawing/pen.ts';
import { createSheet, renderSheetPng } from '../../../samples/generator/drawing/sheet.ts';
import type { Page } from '../../../services/domain/page.ts';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { Reading } from '../../../services/reading/reading.ts';
import { temporaryFolder } from '../../factories/ground.ts';
import { describeWithSecondReader, modelsDir } from '../../factories/second-reader.ts';

const options = { readers: 1, memoryBytes: 1400 * 1024 ** 2, pageMs: 90_000, maxFileBytes: 2e7, maxPages: 9 };
const items = [
  'Hangs up backpack',
  'Turns in homework',
  'Signs in on the chart',
  'Starts the warm-up',
  'Asks for help',
];
const trials = ['++-+-+++-+', '-+++--++-+', '+-+++++-++'];
const counts: readonly (readonly [string, number])[] = [
  ['Call-outs', 7],
  ['Out of seat', 3],
  ['Off task', 12],
  ['Throws items', 5],
];

function drawMarks(): Promise<Buffer> {
  const sheet = createSheet({ seed: 'a page of marks' });
  sheet.print('Morning routine checklist', 60, 60, { size: 16, font: 'sans-bold' });
  items.forEach((item, row) => {
    const y = 120 + row * 24;
    checkbox(sheet, item, 60, y, { size: 11 });
    if (row === 0 || row === 3) tick(sheet, 61, y - 1, 9);
    if (row === 1) cross(sheet, 61, y - 1, 7);
  });
  trials.forEach((marks, row) => {
    sheet.print(['Requests a break', 'Follows direction', 'Labels a picture'][row]!, 60, 300 + row * 22, { size: 11 });
    for (const [place, mark] of [...marks].entries()) sheet.print(mark, 220 + place * 26, 300 + row * 22, { size: 12 });
  });
  sheet.print('Behavior', 60, 400, { size: 12, font: 'sans-bold' });
  sheet.print('Tally', 260, 400, { size: 12, font: 'sans-bold' });
  counts.forEach(([label, count], row) => {
    sheet.print(label, 60, 424 + row * 28, { size: 11 });
    tallies(sheet, count, 262, 426 + row * 28, 14, { ink: 'pencil', width: 1.3 });
  });
  return renderSheetPng(sheet, 200);
}

let drawn: Buffer;
let reading: Reading;

async function read(picture: Buffer, reader = reading): Promise<Omit<Page, 'file'>> {
  const path = join(await temporaryFolder(), 'marks.png');
  await writeFile(path, picture);
  return (await reader.readPage(path, await reader.inspect(path, path), 1)).page;
}

const lineWith = (page: Pick<Page, 'text'>, label: RegExp) =>
  page.text.split('\n').find((line) => label.test(line)) ?? '';

function expectMarks(page: Omit<Page, 'file'>): void {
  for (const [row, label] of [/Requests/, /Follows/, /Labels/].entries()) {
    expect(lineWith(page, label).replace(/[^+-]/g, '')).toBe(trials[row]);
  }
  for (const [label, count] of counts.slice(0, 2)) {
    expect(lineWith(page, new RegExp(label)).match(/[|/]+$/)?.[0]).toHaveLength(count);
  }
  const strokes = page.words.filter((word) => /^[|/]+$/.test(word.text));
  expect(strokes.map((word) => word.text.length)).toEqual(counts.map(([, count]) => count));
  expect(strokes.every((word) => word.ink === 'handwriting')).toBe(true);
}

beforeAll(async () => {
  drawn = await drawMarks();
  reading = openReading(options);
});
afterAll(() => reading.close());

describe('marks', () => {
  it('are read where the readers of text miss them, each in its place', async () => {
    const page = await read(drawn);
    expectMarks(page);
    const boxes = items.map((item) => lineWith(page, new RegExp(item, 'i'))[0]);
    expect(boxes).toEqual(['☑', '☑', '☐', '☑', '☐']);
    const box = page.words.find((word) => word.text === '☐')!;
    const third = page.words.find((word) => /^Signs$/i.test(word.text))!;
    expect(box.bbox[2]).toBeLessThanOrEqual(third.bbox[0]);
    expect(Math.abs(box.bbox[3] - third.bbox[3])).toBeLessThan(12);
  });

  it.each<[string, (picture: Sharp) => Sharp]>([
    ['skewed and packed hard', (picture) => picture.rotate(1.7, { background: '#fff' }).jpeg({ quality: 70 })],
    ['in black and white', (picture) => picture.resize({ width: 2550 }).threshold(170).png()],
  ])('are read on a page that is %s', async (_name, spoil) => {
    const page = await read(await spoil(sharp(drawn)).toBuffer());
    expectMarks(page);
    // A box that is not clear is left out, never told wrongly.
    for (const [row, item] of items.entries()) {
      expect(lineWith(page, new RegExp(item, 'i'))[0]).not.toBe('☐☐☑☐☑'[row]);
    }
    expect(page.words.filter((word) => /[☐☑]/.test(word.text)).length).toBeGreaterThanOrEqual(3);
  });

  it('are not seen in letters, hyphens and numbers', async () => {
    const sheet = createSheet({ seed: 'no marks' });
    const lines = [
      'BOARD III - Illinois 111 and 11',
      'D B O 0 8 R E',
      'A well-known, long-term - and free - plan',
      'Room 1 Bus 11 Lot 111',
      'mini-quiz 1 + 1 = 2',
    ];
    for (const [row, line] of lines.entries()) sheet.print(line, 60, 80 + row * 30, { size: 13 });
    const page = await read(await renderSheetPng(sheet, 200));
    expect(page.text).not.toMatch(/[☐☑]|\|\||\/\//);
    expect(page.text).toMatch(/11/);
  });
});

const answers = ['4', '12', '6', '15', '9', '20', '7', '33'];
const wrong = [2, 6];

function drawAnswers(): Promise<Buffer> {
  const sheet = createSheet({ seed: 'an exit ticket' });
  sheet.print('Exit ticket, two-step equations', 60, 80, { size: 12 });
  answers.forEach((answer, row) => {
    const y = 120 + row * 22;
    sheet.print(`${row + 1}) 2x + ${row} = ${3 * row + 5}`, 60, y, { size: 11 });
    sheet.print(answer, 240, y, { size: 11 });
    if (wrong.includes(row)) cross(sheet, 304, y - 5, 9);
    else tick(sheet, 300, y, 10);
  });
  return renderSheetPng(sheet, 200);
}

describeWithSecondReader('marks, with the second reader', () => {
  it('are no punched holes, and dashes of an empty cell are no figures', async () => {
    const sheet = createSheet({ seed: 'a page out of a binder' });
    for (const y of [100, 300, 500]) sheet.shape('M-9 0A9 9 0 1 0 9 0A9 9 0 1 0 -9 0Z', 24, y, { fill: '#222' });
    sheet.print('Sound', 80, 104, { font: 'mono' });
    for (const [row, cells] of [
      ['18/20', '--', '19/20'],
      ['--', '13/25', '14/25'],
      ['3/20', '4/20', '--'],
    ].entries()) {
      sheet.print(['isolation', 'initial', 'phrases'][row]!, 80, 130 + row * 20, { font: 'mono' });
      for (const [place, cell] of cells.entries())
        sheet.print(cell, 220 + place * 90, 130 + row * 20, { font: 'mono' });
    }
    const both = openReading({ ...options, modelsDir });
    try {
      const page = await read(await renderSheetPng(sheet, 200), both);
      expect(page.text).not.toMatch(/[☐☑]|\b11\b/);
      expect(lineWith(page, /isolation/)).toMatch(/18\/20 .*19\/20/);
    } finally {
      await both.close();
    }
  });

  it('behind the answers of a student are ticks and crosses, and lone answers are not lost', async () => {
    const both = openReading({ ...options, modelsDir });
    try {
      const { text } = await read(await drawAnswers(), both);
      const rows = answers.map((answer, row) => `${answer} ${wrong.includes(row) ? '✗' : '✓'}`);
      const read8 = text.split('\n').flatMap((line) => / (\d+) +(\S)$/.exec(line)?.slice(1, 3).join(' ') ?? []);
      expect(read8).toEqual(rows);
    } finally {
      await both.close();
    }
  });

  it('are read as well', async () => {
    const both = openReading({ ...options, modelsDir });
    try {
      expectMarks(await read(drawn, both));
    } finally {
      await both.close();
    }
  });
});
