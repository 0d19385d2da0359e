/** What a confidence is worth: words given 0.9 or more, and numbers that both readers read alike. */
import type { Page } from '../../services/domain/page.ts';
import { type BenchContext, type Part, skipped } from './bench-context.ts';
import { confidencesFromOtherHalf, type JudgedWord } from './fit-confidence.ts';
import type { TruePage } from './pages.ts';
import type { Row } from './row.ts';
import { Bag, numbersOf, wordsOf } from './text-measures.ts';

const SURE = 0.9;

/** A word of a page, by the truth's bag: right where that still has all of it. */
interface BenchWord extends JudgedWord {
  readonly kind: string;
}

interface Numbers {
  alike: number;
  right: number;
}

function judge(kind: string, name: string, page: Omit<Page, 'file'>, truth: string, numbers: Numbers): BenchWord[] {
  const words = new Bag(wordsOf(truth));
  const figures = new Bag(numbersOf(truth));
  return page.words.flatMap((word): BenchWord[] => {
    const parts = wordsOf(word.text);
    if (parts.length === 0) return [];
    const right = parts.map((part) => words.take(part)).every(Boolean);
    if ((word.readers?.length ?? 0) > 1) {
      for (const number of numbersOf(word.text)) {
        numbers.alike++;
        if (figures.take(number)) numbers.right++;
      }
    }
    return [{ kind, right, confidence: word.confidence, readers: (word.readers ?? []).join(), page: name }];
  });
}

function rightRow(what: string, words: readonly BenchWord[]): Row {
  const ours = words.filter(({ right }) => right).length / Math.max(1, words.length);
  return { part: 'confidence', what, ours, target: '>= 0.97', met: ours >= 0.97, n: words.length };
}

export const confidence: Part = async (context: BenchContext) => {
  if (skipped(context, 'confidence', context.books)) return [];
  const kinds: Readonly<Record<string, readonly TruePage[]>> = {
    books: [...context.books, ...context.letters],
    'damaged books': await context.damagedBooks(),
    receipts: context.receipts,
  };
  const all: BenchWord[] = [];
  const numbers = new Map<string, Numbers>();
  for (const [kind, pages] of Object.entries(kinds)) {
    const own: Numbers = { alike: 0, right: 0 };
    numbers.set(kind, own);
    for (const { name, path, truth } of pages)
      all.push(...judge(kind, name, await context.read(path, 'both'), truth, own));
  }
  const heldApart = confidencesFromOtherHalf(all);
  const rows: Row[] = [];
  for (const [kind, { alike, right }] of numbers) {
    const ofKind = all.filter((word) => word.kind === kind);
    const sure = ofKind.filter((word) => word.confidence >= SURE);
    const byOthers = all.filter((word, index) => word.kind === kind && heldApart[index]! >= SURE);
    const shareOf = (some: readonly BenchWord[]) => some.length / Math.max(1, ofKind.length);
    rows.push(
      rightRow(`${kind}: words given >= 0.9 that are right`, sure),
      { part: 'confidence', what: `${kind}: share of words given >= 0.9`, ours: shareOf(sure), n: ofKind.length },
      rightRow(`${kind}: the same by a scale fitted on the other half of the pages`, byOthers),
      { part: 'confidence', what: `${kind}: share of words, by that scale`, ours: shareOf(byOthers), n: ofKind.length },
    );
    if (alike === 0) continue;
    rows.push({
      part: 'confidence',
      what: `${kind}: numbers both read alike that are right`,
      ours: right / alike,
      target: '>= 0.985',
      met: right / alike >= 0.985,
      n: alike,
    });
  }
  return rows;
};
