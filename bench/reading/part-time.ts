/** Time against the comparators: the same files, the same number of processes, turn by turn. */
import { basename, join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Reading } from '../../services/reading/reading.ts';
import { type BenchContext, type Part, skipped } from './bench-context.ts';
import { childCpuSeconds } from './child-usage.ts';
import { trimmed } from './damage.ts';
import { handPages } from './hand-pages.ts';
import { runNative, runTesseract } from './native.ts';
import { eachOf, jobs, openRoom, readFilePages, readFirstPage } from './rooms.ts';
import type { Row } from './row.ts';
import { median } from './text-measures.ts';

const MOST_ROUNDS = 3;

const roundsOf = ({ scale }: BenchContext): number => Math.max(1, Math.round(MOST_ROUNDS * Math.min(1, scale)));

interface Spent {
  /** Seconds by the clock on the wall. */
  readonly wall: number;
  /** Seconds of the processor: the same on a busy machine. */
  readonly cpu: number;
}

async function spentBy(work: () => Promise<number>): Promise<Spent> {
  const start = performance.now();
  const cpu = await work();
  return { wall: (performance.now() - start) / 1000, cpu };
}

/** What our children spend on `work`. */
const spentByUs = (work: () => Promise<unknown>): Promise<Spent> =>
  spentBy(async () => {
    const before = childCpuSeconds();
    await work();
    return childCpuSeconds() - before;
  });

/** Children start with the first page: a page each, so that what is timed is reading. */
const warm = (room: Reading, path: string) =>
  eachOf(Array.from({ length: jobs }), jobs, () => readFirstPage(room, path));

/** Both sides in turn on the files of each round; the medians of the rounds. */
async function inTurn<T>(
  rounds: number,
  filesOf: (round: number) => Promise<T>,
  ours: (files: T) => Promise<Spent>,
  theirs: (files: T) => Promise<Spent>,
): Promise<Record<'us' | 'them', Spent>> {
  const [us, them]: [Spent[], Spent[]] = [[], []];
  for (let round = 1; round <= rounds; round++) {
    const files = await filesOf(round);
    us.push(await ours(files));
    them.push(await theirs(files));
  }
  const middle = (all: readonly Spent[]): Spent => ({
    wall: median(all.map((one) => one.wall)),
    cpu: median(all.map((one) => one.cpu)),
  });
  return { us: middle(us), them: middle(them) };
}

function rowsOf(what: string, against: string, { us, them }: Record<'us' | 'them', Spent>, limit: number): Row[] {
  const target = `ratio <= ${limit.toFixed(1)}`;
  const rows: Row[] = [];
  for (const clock of ['wall', 'cpu'] as const) {
    if (us[clock] === 0) continue; // This system does not tell.
    const name = `${what}, ${clock === 'wall' ? 'seconds' : 'seconds of the processor'}`;
    const [ours, theirs] = [us[clock], them[clock]];
    rows.push({ part: 'time', what: name, ours, against, theirs, target, met: ours <= limit * theirs });
  }
  return rows;
}

/** Pictures of pages in one PDF, as a scanner makes it. */
async function binderOf(paths: readonly string[], round: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const path of paths) {
    const image = await document.embedPng(await trimmed(path, round));
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
  const out = join(context.folder, 'binder-out.pdf');
  const options = ['--deskew', '--rotate-pages', '--clean', '--jobs', String(jobs), '-q'];
  const spent = await inTurn(
    roundsOf(context),
    async (round) => context.put(`binder-${round}.pdf`, await binderOf(paths, round)),
    (path) => spentByUs(() => readFilePages(room, path)),
    (path) => spentBy(async () => (await runNative('ocrmypdf', [...options, path, out])).cpuSeconds),
  );
  return rowsOf(`scanned binder of ${paths.length} pages, ${jobs} jobs`, 'ocrmypdf', spent, 1);
}

async function typed(context: BenchContext, room: Reading, perScan: number): Promise<Row> {
  const texts = Array.from({ length: 40 }, (_, index) => context.books[index % context.books.length]!.truth);
  const path = context.put('typed.pdf', await typedOf(texts));
  const seconds: number[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    seconds.push((await spentByUs(() => readFilePages(room, path))).wall);
  }
  const ours = median(seconds) / texts.length;
  return {
    part: 'time',
    what: 'born-digital page, seconds',
    ours,
    against: 'a clean scan, read by us',
    theirs: perScan,
    target: 'ratio <= 0.02',
    met: ours <= 0.02 * perScan,
  };
}

export const time: Part = async (context) => {
  if (skipped(context, 'time', context.books)) return [];
  if (!context.native) {
    context.say('skipped: time (tesseract is not installed)');
    return [];
  }
  const room = openRoom('both');
  try {
    const clean = context.books.filter((page) => page.kind === 'book-clean').map((page) => page.path);
    await warm(room, clean[0]!);
    const hands: string[] = [];
    for (const page of handPages(1).slice(0, 4)) hands.push(context.put(`time-${page.name}`, await page.bytes()));
    const mixed = [...context.books.slice(0, 8), ...context.receipts.slice(0, 8)].map((page) => page.path);
    const against = (paths: readonly string[]) =>
      inTurn(
        roundsOf(context),
        (round) =>
          eachOf(paths, 1, async (path) =>
            context.put(`round-${round}-${basename(path)}.png`, await trimmed(path, round)),
          ),
        (files) => spentByUs(() => eachOf(files, jobs, (path) => readFirstPage(room, path))),
        (files) =>
          spentBy(async () => {
            const runs = await eachOf(files, jobs, runTesseract);
            return runs.reduce((sum, run) => sum + run.cpuSeconds, 0);
          }),
      );
    const scans = await against(clean);
    const all = [...mixed, ...hands];
    return [
      ...rowsOf(`${clean.length} clean printed pages, ${jobs} processes`, 'tesseract', scans, 1),
      ...rowsOf(`${all.length} of all kinds, ${jobs} processes`, 'tesseract', await against(all), 1.5),
      ...(await binder(context, room)),
      await typed(context, room, scans.us.wall / clean.length),
    ];
  } finally {
    await room.close();
  }
};
