/** Words and numbers of noisy small print, compared as bags in upper case. */
import { type Part, skipped } from './bench-context.ts';
import type { Row } from './row.ts';
import { countFound, numbersOf, wordsOf } from './text-measures.ts';

interface Tally {
  words: number;
  numbers: number;
  given: number;
}

export const receipts: Part = async (context) => {
  if (skipped(context, 'receipts', context.receipts)) return [];
  const total = { words: 0, numbers: 0 };
  const tallies: Record<'both' | 'first' | 'native', Tally> = {
    both: { words: 0, numbers: 0, given: 0 },
    first: { words: 0, numbers: 0, given: 0 },
    native: { words: 0, numbers: 0, given: 0 },
  };
  for (const page of context.receipts) {
    const both = await context.read(page.path, 'both');
    const first = await context.read(page.path, 'first');
    const native = await context.readNatively(page.path);
    const words = wordsOf(page.truth);
    const numbers = numbersOf(page.truth);
    total.words += words.length;
    total.numbers += numbers.length;
    const texts = { both: both.text, first: first.text, native: native ?? '' };
    for (const reader of ['both', 'first', 'native'] as const) {
      const given = numbersOf(texts[reader]);
      tallies[reader].words += countFound(wordsOf(texts[reader]), words);
      tallies[reader].numbers += countFound(given, numbers);
      tallies[reader].given += given.length;
    }
  }
  const { native } = tallies;
  const against = (theirs: number) => (context.native ? { against: 'tesseract', theirs } : {});
  const rows: Row[] = [];
  for (const reader of ['both', 'first'] as const) {
    const who = reader === 'both' ? 'both readers' : 'tesseract.js alone';
    const own = tallies[reader];
    const words = own.words / total.words;
    const found = own.numbers / total.numbers;
    const asked = reader === 'both';
    rows.push(
      {
        part: 'receipts',
        what: `words found, ${who}`,
        ours: words,
        ...against(native.words / total.words),
        ...(asked ? { target: '>= 0.90', met: words >= 0.9 } : {}),
        n: total.words,
      },
      {
        part: 'receipts',
        what: `numbers found, ${who}`,
        ours: found,
        ...against(native.numbers / total.numbers),
        ...(asked ? { target: '>= 0.93', met: found >= 0.93 } : {}),
        n: total.numbers,
      },
      {
        part: 'receipts',
        what: `numbers given that are right, ${who}`,
        ours: own.numbers / Math.max(1, own.given),
        ...against(native.numbers / Math.max(1, native.given)),
        n: own.given,
      },
    );
  }
  return rows;
};
