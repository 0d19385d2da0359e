/** What a confidence is worth: words given 0.9 or more, and numbers that both readers read alike. */
import type { Page } from '../../services/domain/page.ts';
import { type BenchContext, type Part, skipped } from './bench-context.ts';
import type { TruePage } from './pages.ts';
import type { Row } from './row.ts';
import { Bag, numbersOf, wordsOf } from './text-measures.ts';

type Kind = 'books' | 'damaged books' | 'receipts';

async function readKinds(context: BenchContext): Promise<Record<Kind, { page: Omit<Page, 'file'>; truth: string }[]>> {
  const kinds: Record<Kind, { page: Omit<Page, 'file'>; truth: string }[]> = {
    books: [],
    'damaged books': [],
    receipts: [],
  };
  const add = async (kind: Kind, pages: readonly TruePage[]): Promise<void> => {
    for (const { path, truth } of pages) kinds[kind].push({ page: await context.read(path, 'both'), truth });
  };
  await add('books', [...context.books, ...context.letters]);
  await add('damaged books', await context.damagedBooks());
  await add('receipts', context.receipts);
  return kinds;
}

const SURE = 0.9;

export const confidence: Part = async (context) => {
  if (skipped(context, 'confidence', context.books)) return [];
  const rows: Row[] = [];
  for (const [kind, pages] of Object.entries(await readKinds(context))) {
    let [sure, right, all, agreed, agreedRight] = [0, 0, 0, 0, 0];
    for (const { page, truth } of pages) {
      const words = new Bag(wordsOf(truth));
      const numbers = new Bag(numbersOf(truth));
      for (const word of page.words) {
        const parts = wordsOf(word.text);
        if (parts.length === 0) continue;
        all++;
        // Right where the truth's bag still has all of it.
        const isRight = parts.map((part) => words.take(part)).every(Boolean);
        if (word.confidence >= SURE) {
          sure++;
          if (isRight) right++;
        }
        if ((word.readers?.length ?? 0) < 2) continue;
        for (const number of numbersOf(word.text)) {
          agreed++;
          if (numbers.take(number)) agreedRight++;
        }
      }
    }
    const share = right / Math.max(1, sure);
    const part = 'confidence';
    rows.push({
      part,
      what: `${kind}: words given >= 0.9 that are right`,
      ours: share,
      target: '>= 0.97',
      met: share >= 0.97,
      n: sure,
    });
    rows.push({ part, what: `${kind}: share of words given >= 0.9`, ours: sure / Math.max(1, all), n: all });
    if (agreed === 0) continue;
    const alike = agreedRight / agreed;
    rows.push({
      part,
      what: `${kind}: numbers both read alike that are right`,
      ours: alike,
      target: '>= 0.985',
      met: alike >= 0.985,
      n: agreed,
    });
  }
  return rows;
};
