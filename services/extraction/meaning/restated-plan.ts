/**
 * A figure that equals the goal's own starting point or target is most often that, restated: `start 6 a day, goal 1`.
 * What the plan says is known, so no word need say it. On the labelled papers a figure outside of dated rows that equals
 * the baseline is a new result in 2 of 110 cases.
 */
import type { Candidate } from './candidate.ts';
import { isAverage, isBest, isMedian } from './labels.ts';

const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 0.05;

/** Rows and columns of dates hold what was measured on those dates, whatever it equals. */
const isDatedCell = ({ mention: { place, dayFrom } }: Candidate) =>
  place === 'row' || dayFrom === 'row' || dayFrom === 'column';

/** Whether a share is written the way plans write it: parts of a list (`4/5 5/5 4/5`) equal a target by chance. */
const isAsInPlans = ({ mention: { quantity }, profile }: Candidate) =>
  profile.goal.measure.kind !== 'percent' || quantity.type === 'percent';

function equals(c: Candidate): 'baseline' | 'target' | null {
  const { baseline, target, measure } = c.profile.goal;
  if (isDatedCell(c) || !isAsInPlans(c) || c.mention.quantity.type === 'marks' || c.mention.quantity.type === 'tally')
    return null;
  // Few things are counted in a part of a day: small counts equal one another by chance.
  const isFew = measure.kind === 'count' && c.value.value < 4;
  if (near(baseline?.value, c.value.value)) return isFew ? null : 'baseline';
  return measure.kind !== 'count' && near(target?.value, c.value.value) ? 'target' : null;
}

/** One of three or more lines of a list, each with a value of this goal that fills its cell: `science 7`, `ELA 12`, `math 5`. */
function isListed(c: Candidate, candidates: readonly Candidate[]): boolean {
  const of = (line: number) =>
    candidates.some(
      ({ profile, mention: m }) =>
        profile === c.profile &&
        m.place === 'line' &&
        m.fillsCell &&
        m.pageIndex === c.mention.pageIndex &&
        m.block === c.mention.block &&
        m.line === line,
    );
  const { line } = c.mention;
  return (
    of(line) &&
    [
      [-2, -1],
      [-1, 1],
      [1, 2],
    ].some((steps) => steps.every((step) => of(line + step)))
  );
}

/**
 * `candidates` without those that restate their goal's plan beside other values of it. One that is dated in its own
 * sentence, or that equals the baseline and stands alone, may be a result: it is kept with the question.
 */
export function withoutRestated(candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((c) => {
    const what = equals(c);
    // What a page calls its average or its best is a result that it worked out.
    const isMade = isAverage(c.mention) || isMedian(c.mention) || isBest(c.mention);
    if (!what || isMade || isListed(c, candidates)) return [c];
    const hasOthers = candidates.some((o) => o.profile === c.profile && !near(o.value.value, c.value.value));
    if (hasOthers && c.mention.dayFrom !== 'sentence') return [];
    if (!hasOthers && what === 'target') return [c];
    const named = what === 'baseline' ? 'the starting point' : 'the target';
    return [{ ...c, doubt: c.doubt ?? `It equals ${named} of this goal. Is it a new result?` }];
  });
}
