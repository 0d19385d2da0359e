/**
 * `npm run teach-types [-- --check]`: learns from the labelled papers which words and shapes speak for which evidence type,
 * and writes services/classification/type-weights.json. With --check nothing is written: each set is judged by what the
 * other sets teach, so that the table says what to expect of papers that nobody has seen.
 */
import { writeFileSync } from 'node:fs';
import { scoreTypes } from '../../../services/classification/score-types.ts';
import { signsOf } from '../../../services/classification/type-signs.ts';
import { openWeights, type TypeWeights, weightScale } from '../../../services/classification/type-weights.ts';
import { allSets, openSet, type SetPlace } from '../all-sets.ts';
import { type LabelledPaper, namesIn, papersOf, samplePapers } from './labelled-papers.ts';
import { type Example, type Taught, teach, withMostTelling } from './regression.ts';

/** More words than this say nothing more of unseen papers. */
const words = 1000;

/** Papers of the families are written for their measurements; what kind each is was named in passing. */
const isTeacher = ({ name, quiet }: SetPlace) => !quiet && !name.startsWith('family-');
const sets = allSets.filter(isTeacher).flatMap((place) => openSet(place) ?? []);
const caseloads = sets.flatMap((set) => [...new Set(set.cases.map((evalCase) => set.caseloadOf(evalCase)))]);
const names = namesIn(caseloads);
const papers = [...sets.flatMap(papersOf), ...(caseloads[0] ? samplePapers(caseloads[0]) : [])];
const examples = new Map(
  papers.map((paper): [LabelledPaper, Example] => [paper, { signs: signsOf(paper.features), type: paper.type }]),
);

/** What `among` teach: first which words say most, then what exactly those say. */
function learn(among: readonly LabelledPaper[]): Taught {
  const own = among.map((paper) => examples.get(paper)!);
  const telling = withMostTelling(
    teach(own, (sign) => !names.has(sign.replace(/^\^/, ''))),
    words,
  );
  return teach(own, (sign) => telling.weights.has(sign));
}

const whole = (value: number) => Math.round(value * weightScale);
const asFile = ({ types, start, weights }: Taught): TypeWeights => ({
  types,
  start: start.map(whole),
  signs: Object.fromEntries([...weights].map(([sign, row]) => [sign, [...row].map(whole)])),
});

if (process.argv.includes('--check')) {
  let [right, all, sure, sureRight] = [0, 0, 0, 0];
  for (const { name } of sets) {
    const weights = openWeights(asFile(learn(papers.filter(({ set }) => set !== name))));
    const judged = papers
      .filter(({ set, isNoisy }) => set === name && !isNoisy)
      .map(({ features, type }) => ({ best: scoreTypes(features, weights)[0]!, type }));
    const hits = judged.filter(({ best, type }) => best.type === type);
    const high = judged.filter(({ best }) => best.probability >= 0.8);
    [right, all] = [right + hits.length, all + judged.length];
    [sure, sureRight] = [sure + high.length, sureRight + high.filter(({ best, type }) => best.type === type).length];
    console.log(name.padEnd(16), (hits.length / judged.length).toFixed(3));
  }
  console.log(
    `all: ${(right / all).toFixed(3)}; at 0.8 or more: ${(sureRight / sure).toFixed(3)} of ${(sure / all).toFixed(3)}`,
  );
} else {
  const { types, start, signs } = asFile(learn(papers));
  const rows = Object.entries(signs).map(
    ([sign, row]) => `    ${JSON.stringify(sign)}: ${JSON.stringify(row).replaceAll(',', ', ')}`,
  );
  const list = (values: readonly unknown[]) => JSON.stringify(values);
  const text = `{\n  "types": ${list(types)},\n  "start": ${list(start)},\n  "signs": {\n${rows.join(',\n')}\n  }\n}\n`;
  writeFileSync(new URL('../../../services/classification/type-weights.json', import.meta.url), text);
  console.log(`${papers.length} papers taught ${rows.length} signs`);
}
