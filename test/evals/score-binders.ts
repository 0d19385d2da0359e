/** Scores splitting: a binder is right when every document has exactly its own pages. */
import { splitPages } from '../../services/binders/split-pages.ts';
import { type Binder, makeBinder, seeded, withNoise, writtenBinders } from './binder-maker.ts';
import type { EvalSet } from './eval-case.ts';

export interface BinderFigures {
  readonly binders: number;
  readonly right: number;
  /** Share of binders without an error. */
  readonly share: number;
  /** Joints that were sure of themselves and wrong. */
  readonly sureAndWrong: number;
  readonly joints: number;
  readonly wrongJoints: number;
  /** Documents that a person is asked to look at, because one of their joints is not sure. */
  readonly asked: number;
  readonly examples: readonly string[];
}

/** First pages of the groups, blanks aside: the joints of a binder. */
const starts = (groups: readonly (readonly number[])[]) => new Set(groups.map((group) => group[0] ?? 0));

function judge(binder: Binder): { wrong: number[]; sure: number; asked: number; joints: number } {
  const blanks = new Set(binder.pages.filter((p) => p.source === 'blank').map((p) => p.page));
  const found = splitPages(binder.pages, binder.caseload)
    .map((g) => ({ ...g, pages: g.pages.filter((p) => !blanks.has(p)) }))
    .filter((g) => g.pages.length > 0);
  const gold = starts(binder.groups);
  const got = starts(found.map((g) => g.pages));
  const wrong = [...new Set([...gold, ...got])].filter((p) => gold.has(p) !== got.has(p));
  const groupOf = (page: number) => found.find((g) => g.pages.includes(page));
  return {
    wrong,
    sure: wrong.filter((p) => groupOf(p)?.joint.certain).length,
    asked: found.filter((g) => !g.joint.certain).length,
    joints: binder.pages.length - 1,
  };
}

/** Splits `count` binders made of the papers of each caseload of `set`. */
export function scoreBinders(set: EvalSet, count: number, noise: boolean): BinderFigures {
  const names = [...new Set(set.cases.map((c) => c.caseload))];
  return score(
    Array.from({ length: count }, (_, i) =>
      makeBinder(set, names[i % names.length] ?? '', 6 + (i % 5), 1000 + i, noise),
    ),
  );
}

/** Splits the binders that were written as they are, where `folder` has some; `noise` adds the errors of a scanner. */
export function scoreWrittenBinders(folder: string, noise: boolean): BinderFigures | null {
  const binders = writtenBinders(folder).map((binder, i) => {
    const random = seeded(3000 + i);
    const pages = binder.pages.map((page) => (noise ? { ...page, text: withNoise(page.text, random) } : page));
    return { ...binder, pages };
  });
  return binders.length > 0 ? score(binders) : null;
}

function score(binders: readonly Binder[]): BinderFigures {
  let right = 0;
  let sureAndWrong = 0;
  let joints = 0;
  let wrongJoints = 0;
  let asked = 0;
  const examples: string[] = [];
  for (const [i, binder] of binders.entries()) {
    const result = judge(binder);
    if (result.wrong.length === 0) right += 1;
    sureAndWrong += result.sure;
    joints += result.joints;
    wrongJoints += result.wrong.length;
    asked += result.asked;
    const [page] = result.wrong;
    if (page !== undefined) {
      const text = (n: number) => binder.pages.find((p) => p.page === n)?.text ?? '';
      examples.push(
        `binder ${i}, page ${page}\n--- before\n${text(page - 1).slice(-260)}\n--- page\n${text(page).slice(0, 320)}`,
      );
    }
  }
  return {
    binders: binders.length,
    right,
    share: Math.round((1000 * right) / binders.length) / 1000,
    sureAndWrong,
    joints,
    wrongJoints,
    asked,
    examples,
  };
}
