/** Time against the comparators: the same files, the same number of processes, turn by turn. */
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import type { Reading } from '../../services/reading/reading.ts';
import { type BenchContext, type Part, skipped } from './bench-context.ts';
import { handPages } from './hand-pages.ts';
import { runNative, runTesseract } from './native.ts';
import { eachOf, jobs, openRoom, readFilePages, readFirstPage } from './rooms.ts';
import type { Row } from './row.ts';
import { median } from './text-measures.ts';

const ROUNDS = 3;

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Children start with the first page: a page each, so that what is timed is reading. */
const warm = (room: Reading, path: string) =>
  eachOf(Array.from({ length: jobs }), jobs, () => readFirstPage(room, path));

/** Seconds for all the files, ours and theirs in turn; the median of the rounds. */
async function against(room: Reading, paths: readonly string[]): Promise<{ ours: number; theirs: number }> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await timeOf(() => eachOf(paths, jobs, (path) => readFirstPage(room, path))));
    theirs.push(await timeOf(() => eachOf(paths, jobs, (path) => runTesseract(path))));
  }
  return { ours: median(ours), theirs: median(theirs) };
}

/** Pictures of pages in one PDF, as a scanner makes it. */
async function binderOf(paths: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const path of paths) {
    const image = await document.embedPng(await sharp(path).png().toBuffer());
    const [width, height] = [(image.width / 300) * 72, (image.height / 300) * 72];
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return document.save();
}

async function typedOf(texts: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (const text of texts) {
    const page = document.addPage([612, 792]);
    const words = text.replace(/[^\x20-\x7e]/g, ' ').split(/\s+/);
    for (let line = 0; line * 12 < words.length && line < 48; line++) {
      page.drawText(words.slice(line * 12, line * 12 + 12).join(' '), { x: 54, y: 730 - line * 14, size: 10, font });
    }
  }
  return document.save();
}

async function binder(context: BenchContext, room: Reading): Promise<Row[]> {
  if (!context.ocrmypdf) {
    context.say('skipped: binder (ocrmypdf and unpaper are not installed)');
    return [];
  }
  const paths = context.books.slice(0, 12).map((page) => page.path);
  const path = context.put('binder.pdf', await binderOf(paths));
  const out = join(context.folder, 'binder-out.pdf');
  const options = ['--deskew', '--rotate-pages', '--clean', '--jobs', String(jobs), '-q', path, out];
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await timeOf(() => readFilePages(room, path)));
    theirs.push(await timeOf(() => runNative('ocrmypdf', options)));
  }
  const [mine, other] = [median(ours), median(theirs)];
  const what = `scanned binder of ${paths.length} pages, seconds`;
  return [
    { part: 'time', what, ours: mine, against: 'ocrmypdf', theirs: other, target: 'ratio <= 1.0', met: mine <= other },
  ];
}

async function typed(context: BenchContext, room: Reading, perScan: number): Promise<Row> {
  const texts = Array.from({ length: 40 }, (_, index) => context.books[index % context.books.length]!.truth);
  const path = context.put('typed.pdf', await typedOf(texts));
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) seconds.push(await timeOf(() => readFilePages(room, path)));
  const ours = median(seconds) / texts.length;
  const what = 'born-digital page, seconds';
  return {
    part: 'time',
    what,
    ours,
    against: 'our OCR of a page',
    theirs: perScan,
    target: 'ratio <= 0.02',
    met: ours * 50 <= perScan,
  };
}

export const time: Part = async (context) => {
  if (skipped(context, 'time', context.books)) return [];
  const rows: Row[] = [];
  const room = openRoom('both');
  try {
    const clean = context.books.filter((page) => page.kind === 'book-clean').map((page) => page.path);
    await warm(room, clean[0]!);
    const hands = await Promise.all(
      handPages(1)
        .slice(0, 4)
        .map(async (page) => context.put(`time-${page.name}`, await page.bytes())),
    );
    const mixed = [...context.books.slice(0, 8), ...context.receipts.slice(0, 8)]
      .map((page) => page.path)
      .concat(hands);
    let perScan = Number.NaN;
    for (const [name, paths, limit] of [
      ['clean printed pages', clean, 1],
      ['books, receipts and handwriting', mixed, 1.5],
    ] as const) {
      if (!context.native) context.say('skipped: comparison in time (tesseract is not installed)');
      const { ours, theirs } = context.native ? await against(room, paths) : { ours: Number.NaN, theirs: Number.NaN };
      if (limit === 1) perScan = (ours / paths.length) * jobs;
      const what = `${name} (${paths.length}), seconds, ${jobs} processes`;
      rows.push({
        part: 'time',
        what,
        ours,
        against: 'tesseract',
        theirs,
        target: `ratio <= ${limit.toFixed(1)}`,
        met: ours <= limit * theirs,
      });
    }
    rows.push(...(await binder(context, room)), await typed(context, room, perScan / jobs));
  } finally {
    await room.close();
  }
  return rows;
};
