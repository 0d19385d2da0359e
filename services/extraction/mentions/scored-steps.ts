/**
 * The numbered steps of a routine, each with the number that the page's own key gives for the help it took: `4 = alone
 * 3 = told`, `5 load machine   4`. Only the steps that were done without help are right.
 */
import type { Legend } from '../../binders/page-text/legend.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import type { Mark } from './mark-key.ts';

export interface ScoredSteps {
  readonly figure: Figure;
  readonly lines: readonly number[];
}

const fewest = 4;

/** What each number of the key means; null where the key does not say of exactly one of them that nobody helped. */
function meaningsOf(legend: Legend, meaningOf: (words: string) => Mark | null): Map<string, Mark> | null {
  const scale = [...legend.words].filter(([code]) => /^\d$/.test(code));
  if (scale.length < 3) return null;
  const counted = scale.filter(([code]) => legend.counted.has(code));
  const meanings = new Map(
    scale.map(([code, words]): [string, Mark] => {
      const own = counted.length > 0 ? (legend.counted.has(code) ? 'right' : 'prompted') : meaningOf(words);
      return [code, own ?? 'prompted'];
    }),
  );
  return [...meanings.values()].filter((meaning) => meaning === 'right').length === 1 ? meanings : null;
}

/** A label and numbers, with nothing behind them. */
const numbersAcross = /^\s*(?:[A-Za-z#][A-Za-z #.]{0,20})?:?\s*((?:\d{1,2}\s+){3,}\d{1,2})\s*$/;
const across = (line: Line | undefined) => numbersAcross.exec(line?.text ?? '')?.[1]?.split(/\s+/) ?? [];

/** `step 1 2 3 4` over `level 4 4 2 3`: a number of the key under each number of a step. */
function scoredAcross(lines: readonly Line[], meanings: ReadonlyMap<string, Mark>): ScoredSteps | null {
  for (const line of lines) {
    const scores = across(line);
    const steps = across(lines[line.index - 1]);
    const counts = steps.length === scores.length && steps.every((step, i) => Number(step) === i + 1);
    if (scores.length < fewest || !counts || !scores.every((score) => meanings.has(score))) continue;
    const start = line.start + line.text.search(/\d/);
    const of = (kind: Mark) => scores.filter((score) => meanings.get(score) === kind).length;
    return {
      figure: {
        start,
        end: line.start + line.text.trimEnd().length,
        quantity: { type: 'marks', right: of('right'), wrong: of('wrong'), prompted: of('prompted') },
      },
      lines: [line.index],
    };
  }
  return null;
}

/** The steps of `lines` as one count; null where they are not numbered from 1 on, each with a number of the key. */
export function scoredSteps(
  lines: readonly Line[],
  legend: Legend,
  meaningOf: (words: string) => Mark | null,
): ScoredSteps | null {
  const meanings = meaningsOf(legend, meaningOf);
  if (!meanings) return null;
  const inRow = scoredAcross(lines, meanings);
  if (inRow) return inRow;
  const steps = lines.flatMap((line) =>
    line.cells.flatMap((cell, i) => {
      const alone = /^(\d{1,2})[.)]?$/.exec(cell.text);
      const named = alone ? line.cells[i + 1] : cell;
      // A number before a numbered step is the score of the step before it.
      const step = (alone ? /^()([A-Za-z].+)$/ : /^(\d{1,2})[.)]?\s+([A-Za-z].+)$/).exec(named?.text ?? '');
      const score = line.cells[i + (alone ? 2 : 1)];
      const number = Number(alone ? alone[1] : step?.[1]);
      const meaning = score ? meanings.get(score.text) : undefined;
      return step && score && meaning && number > 0 ? [{ number, meaning, score, line: line.index }] : [];
    }),
  );
  const numbers = new Set(steps.map((s) => s.number));
  if (steps.length < fewest || numbers.size !== steps.length || Math.max(...numbers) !== steps.length) return null;
  const of = (kind: Mark) => steps.filter((s) => s.meaning === kind).length;
  return {
    figure: {
      start: Math.min(...steps.map((s) => s.score.start)),
      end: Math.max(...steps.map((s) => s.score.end)),
      quantity: { type: 'marks', right: of('right'), wrong: of('wrong'), prompted: of('prompted') },
    },
    lines: [...new Set(steps.map((s) => s.line))],
  };
}
