/** What a confidence is worth: words given 0.9 or more, and numbers that both readers read alike. */
import type { Page } from '../../services/domain/page.ts';
import { type BenchContext, type Part, skipped } from './bench-context.ts';
import { type JudgedWord, rightShare, sureByOtherHalf } from './held-apart.ts';
import type { TruePage } from './pages.ts';
import type { Row } from './row.ts';
import { Bag, numbersOf, wordsOf } from './text-measures.ts';

const SURE = 0.9;
/** So many of them are to be right. */
const LEAST_RIGHT = 0.97;

interface Numbers {
  alike: number;
  right: number;
}

/** The words of a page; right are those of which the truth's bag still has all. */
function judge(kind: string, name: string, page: Omit<Page, 'file'>, truth: string, numbers: Numbers): JudgedWord[] {
  const words = new Bag(wordsOf(truth));
  const figures = new Bag(numbersOf(truth));
  return page.words.flatMap((word): JudgedWord[] => {
    const parts = wordsOf(word.text);
    if (parts.length === 0) return [];
    const right = parts.map((part) => words.take(part)).every(Boolean);
    if ((word.readers?.length ?? 0) > 1) {
      for (const number of numbersOf(word.text)) {
        numbers.alike++;
        if (figures.take(number)) numbers.right++;
      }
    }
    return [{ kind, page: name, confidence: word.confidence, right }];
  });
}

function rightRow(what: string, words: readonly JudgedWord[]): Row {
  const ours = rightShare(words);
  return { part: 'confidence', what, ours, target: '>= 0.97', met: ours >= LEAST_RIGHT, n: words.length };
}

export const confidence: Part = async (context: BenchContext) => {
  if (skipped(context, 'confidence', context.books)) return [];
  const kinds: Readonly<Record<string, readonly TruePage[]>> = {
    books: [...context.books, ...context.letters],
    'damaged books': await context.damagedBooks(),
    receipts: context.receipts,
  };
  const all: JudgedWord[] = [];
  const numbers = new Map<string, Numbers>();
  for (const [kind, pages] of Object.entries(kinds)) {
    const own: Numbers = { alike: 0, right: 0 };
    numbers.set(kind, own);
    for (const { name, path, truth } of pages)
      all.push(...judge(kind, name, await context.read(path, 'both'), truth, own));
  }
  const heldApart = sureByOtherHalf(all, LEAST_RIGHT);
  const rows: Row[] = [];
  for (const [kind, { alike, right }] of numbers) {
    const ofKind = all.filter((word) => word.kind === kind);
    const sure = ofKind.filter((word) => word.confidence >= SURE);
    const byOthers = heldApart.filter((word) => word.kind === kind);
    const shareOf = (some: readonly JudgedWord[]) => some.length / Math.max(1, ofKind.length);
    rows.push(
      rightRow(`${kind}: words given >= 0.9 that are right`, sure),
      { part: 'confidence', what: `${kind}: share of words given >= 0.9`, ours: shareOf(sure), n: ofKind.length },
      rightRow(`${kind}: words beyond a mark set on the other half of the pages that are right`, byOthers),
      {
        part: 'confidence',
        what: `${kind}: share of words beyond that mark`,
        ours: shareOf(byOthers),
        n: ofKind.length,
      },
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
