/** Pages written by hand: known as such, and read; printed pages not taken for them. */
import type { Page } from '../../services/domain/page.ts';
import type { Part } from './bench-context.ts';
import { handPages } from './hand-pages.ts';
import type { Row } from './row.ts';
import { errorRate, median } from './text-measures.ts';

const isDoubted = (source: Page['source']): boolean => source === 'handwriting' || source === 'unreadable';
const share = (values: readonly boolean[]): number => values.filter(Boolean).length / Math.max(1, values.length);

export const handwriting: Part = async (context) => {
  const rows: Row[] = [];
  const pages = [];
  for (const page of handPages(Math.max(2, Math.round(2 * context.scale)))) {
    const path = context.put(page.name, await page.bytes());
    const both = await context.read(path, 'both');
    const first = await context.read(path, 'first');
    pages.push({ taken: page.taken, truth: page.truth, both, first, native: await context.readNatively(path) });
  }
  const part = 'handwriting';
  const doubted = share(pages.map((page) => isDoubted(page.both.source)));
  const alone = share(pages.map((page) => isDoubted(page.first.source)));
  const what = 'written by hand, called handwriting or unreadable';
  rows.push({
    part,
    what: `${what}, both readers`,
    ours: doubted,
    target: '>= 0.95',
    met: doubted >= 0.95,
    n: pages.length,
  });
  rows.push({
    part,
    what: `${what}, tesseract.js alone`,
    ours: alone,
    target: '>= 0.95',
    met: alone >= 0.95,
    n: pages.length,
  });
  for (const [taken, limit] of [
    ['scan', 0.1],
    ['photo', 0.28],
  ] as const) {
    const own = pages.filter((page) => page.taken === taken);
    const ours = median(own.map((page) => errorRate(page.both.text, page.truth)));
    const against = context.native
      ? { against: 'tesseract', theirs: median(own.map((page) => errorRate(page.native ?? '', page.truth))) }
      : {};
    const name = `median character errors, ${taken === 'scan' ? 'scanned' : 'photographed'} (fonts; real hands are harder)`;
    rows.push({
      part,
      what: name,
      ours,
      ...against,
      target: `<= ${limit.toFixed(2)}`,
      met: ours <= limit,
      n: own.length,
    });
  }
  return rows;
};

/** Printed pages of every kind that are at hand, worn ones too. */
export const printed: Part = async (context) => {
  const plain = [...context.books, ...context.receipts, ...context.letters];
  const both: boolean[] = [];
  const first: boolean[] = [];
  for (const { path } of [...plain, ...(await context.damagedBooks())]) {
    both.push(isDoubted((await context.read(path, 'both')).source));
  }
  for (const { path } of plain) first.push(isDoubted((await context.read(path, 'first')).source));
  const what = 'print, wrongly called handwriting or unreadable';
  return [
    {
      part: 'printed',
      what: `${what}, both readers`,
      ours: share(both),
      target: '<= 0.01',
      met: share(both) <= 0.01,
      n: both.length,
    },
    { part: 'printed', what: `${what}, tesseract.js alone`, ours: share(first), n: first.length },
  ];
};
