/** Character errors on scanned book pages, as they are and with damage. */
import { type Part, skipped } from './bench-context.ts';
import type { Row } from './row.ts';
import { errorRate, median } from './text-measures.ts';

export const books: Part = async (context) => {
  if (skipped(context, 'books', context.books)) return [];
  const rows: Row[] = [];
  const pages = [];
  for (const page of [...context.books, ...context.letters]) {
    const both = await context.read(page.path, 'both');
    const first = await context.read(page.path, 'first');
    const native = await context.readNatively(page.path);
    pages.push({
      kind: page.kind,
      both: errorRate(both.text, page.truth),
      first: errorRate(first.text, page.truth),
      native: native === null ? null : errorRate(native, page.truth),
    });
  }
  const kinds = { 'all books': /^book/, 'clean books': /clean/, 'degraded books': /degraded/, letter: /letter/ };
  for (const [kind, match] of Object.entries(kinds)) {
    const own = pages.filter((page) => match.test(page.kind));
    const theirs = own.some((page) => page.native === null) ? undefined : median(own.map((page) => page.native!));
    for (const readers of ['both', 'first'] as const) {
      const ours = median(own.map((page) => page[readers]));
      const what = `${kind}, median character errors, ${readers === 'both' ? 'both readers' : 'tesseract.js alone'}`;
      const asked = kind === 'all books' && theirs !== undefined;
      const goal = asked ? { target: '<= theirs', met: ours <= theirs } : {};
      rows.push({ part: 'books', what, ours, against: 'tesseract', theirs, n: own.length, ...goal });
    }
  }
  return rows;
};

const LIMIT = 0.03;

export const damaged: Part = async (context) => {
  if (skipped(context, 'damaged books', context.books)) return [];
  const rows: Row[] = [];
  const pages = await context.damagedBooks();
  for (const damage of new Set(pages.map((page) => page.damage))) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (const page of pages.filter((one) => one.damage === damage)) {
      ours.push(errorRate((await context.read(page.path, 'both')).text, page.truth));
      const native = await context.readNatively(page.path);
      if (native !== null) theirs.push(errorRate(native, page.truth));
    }
    const value = median(ours);
    const against = theirs.length > 0 ? { against: 'tesseract', theirs: median(theirs) } : {};
    const what = `${damage}, median character errors (worst ${Math.max(...ours).toFixed(3)})`;
    rows.push({
      part: 'damaged',
      what,
      ours: value,
      ...against,
      target: '<= 0.03',
      met: value <= LIMIT,
      n: ours.length,
    });
  }
  return rows;
};
