/**
 * `npm run eval [-- --verbose] [--tags] [--seeds N] [--only dev|heldout|samples] [--variations]`: scores understanding by rules on every
 * set that is there, as it stands and with the reading errors of a scanner (with `--seeds` N times over, each time with
 * others), prints a table with what the errors cost in points and, with --verbose, what was wrong, and keeps one history
 * line per run.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { allSets, evalsFolder, openSet } from './all-sets.ts';
import { seeded, withNoise } from './binder-maker.ts';
import { type EvalSet, understandCase } from './eval-case.ts';
import { evalSamples } from './eval-samples.ts';
import { evalVariations } from './eval-variations.ts';
import { evalScans } from './scans/eval-scans.ts';
import { byTag, type CaseResult, type Figures, scoreCase, sumUp } from './score.ts';
import { scoreBinders, scoreWrittenBinders } from './score-binders.ts';
import { type ModelScore, scoreNotes, scoreReplies } from './score-model.ts';

const args = process.argv.slice(2);
const verbose = args.includes('--verbose');
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : null;
/** How many times each set is read with other reading errors. */
const seeds = args.includes('--seeds') ? Number(args[args.indexOf('--seeds') + 1]) : 1;

if (args.includes('--variations')) {
  evalVariations(only ?? null, verbose);
  process.exit();
}
if (only === 'samples') {
  await evalSamples(verbose);
  process.exit();
}

const sets = allSets.filter(({ name }) => only === null || only === name);

function row(name: string, f: Figures): string {
  const cells = [
    f.cases,
    f.gold,
    f.predicted,
    f.precision,
    f.recall,
    f.forbidden,
    f.serviceF1,
    f.type,
    f.student,
    f.studentWrong,
    f.date,
  ];
  return name.padEnd(22) + cells.map((cell) => String(cell).padStart(10)).join('');
}

function run(set: EvalSet): CaseResult[] {
  return set.cases.map((evalCase) => scoreCase(evalCase, [understandCase(set, evalCase)]));
}

/**
 * The same set as a scanner would have read it: every paper with reading errors, the same ones in every run. `seed` 0, 1, 2
 * are other errors on the same papers.
 */
function readByScanner(set: EvalSet, seed = 0): EvalSet {
  const places = new Map(set.cases.map((evalCase, i) => [evalCase.id, i]));
  return {
    ...set,
    textOf: (evalCase) => withNoise(set.textOf(evalCase), seeded(500 + (places.get(evalCase.id) ?? 0) + seed * 7919)),
  };
}

/** By how many points the figures fall from `clean` to `noisy`, the worst line first. */
function losses(clean: Figures, noisy: Figures): string {
  const lines = ['precision', 'recall', 'serviceF1', 'type', 'student', 'date'] as const;
  return lines
    .map((line) => ({ line, lost: Math.round(1000 * (clean[line] - noisy[line])) / 10 }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .map(({ line, lost }) => `${line} -${lost}`)
    .join(', ');
}

const heading = [
  'cases',
  'gold',
  'points',
  'precision',
  'recall',
  'forbidden',
  'servicesF1',
  'type',
  'student',
  'wrong',
  'date',
];
const historyPath = args.includes('--no-history') ? null : join(evalsFolder, 'history.jsonl');
console.log(''.padEnd(22) + heading.map((h) => h.padStart(10)).join(''));
if (args.includes('--scans')) {
  // Papers of the workshop are typed the way that rules were made for; the others are documents like any.
  const documents = sets.flatMap((place) => {
    const set = place.name.startsWith('workshop') && only === null ? null : openSet(place);
    return set ? [{ set, quiet: place.quiet }] : [];
  });
  const limit = args.includes('--limit') ? Number(args[args.indexOf('--limit') + 1]) : Number.POSITIVE_INFINITY;
  const oneReader = args.includes('--one-reader');
  await evalScans(documents, row, {
    limit,
    verbose,
    oneReader,
    anyReading: args.includes('--any-reading'),
    historyPath,
  });
  process.exit();
}
const history: Record<string, Figures> = {};
for (const place of sets.filter(({ name }) => name !== 'workshop-h')) {
  const { name, quiet } = place;
  const set = openSet(place);
  if (!set) {
    console.log(`${name.padEnd(22)}   not there: skipped`);
    continue;
  }
  const results = run(set);
  history[name] = sumUp(results);
  console.log(row(name, history[name]));
  const noisyResults = Array.from({ length: seeds }, (_, seed) => run(readByScanner(set, seed)));
  const noisy = sumUp(noisyResults.flat());
  history[`${name} with noise`] = noisy;
  console.log(`${row(`${name} with noise`, noisy)}   ${losses(history[name], noisy)}`);
  if (args.includes('--tags')) for (const [tag, figures] of byTag(results)) console.log(row(`  ${tag}`, figures));
  if (verbose && (!quiet || args.includes('--show-heldout'))) {
    for (const r of results.filter((x) => x.notes.length > 0)) console.log(`  ${r.id}\n    ${r.notes.join('\n    ')}`);
  }
}
/** What rules and a model's recorded replies make of a set together. */
function showModel(name: string, score: ModelScore | null): void {
  if (!score) return;
  history[`${name} with recorded replies`] = score.withModel;
  const asked = `sure and wrong ${score.sureAndWrong}${score.answered ? '' : ', NOT EVERY REPLY WAS TAKEN'}`;
  console.log(`${row(`${name}, model`, score.withModel)}   ${asked}`);
}
if (only === null) {
  const notes = await scoreNotes();
  if (notes) console.log(row('notes by rules', notes.rules));
  showModel('notes', notes);
  for (const place of sets) {
    const set = openSet(place);
    if (set) showModel(place.name, await scoreReplies(set));
  }
}
const binders: Record<string, unknown> = {};
if (!args.includes('--no-binders')) {
  console.log(
    `\n${''.padEnd(22)}${['binders', 'right', 'share', 'joints', 'wrong', 'sure+wrong', 'asked'].map((h) => h.padStart(10)).join('')}`,
  );
  for (const place of sets) {
    const { name, folder, quiet } = place;
    const set = openSet(place);
    const scored = [
      [name, set && scoreBinders(set, 60, false)],
      [`${name} with noise`, set && scoreBinders(set, 60, true)],
      [`${name}, as written`, scoreWrittenBinders(folder, false)],
      [`${name}, as scanned`, scoreWrittenBinders(folder, true)],
    ] as const;
    for (const [label, figures] of scored) {
      if (!figures) continue;
      const { examples, ...f } = figures;
      binders[label] = f;
      const cells = [f.binders, f.right, f.share, f.joints, f.wrongJoints, f.sureAndWrong, f.asked];
      console.log(label.padEnd(22) + cells.map((cell) => String(cell).padStart(10)).join(''));
      if (args.includes('--show-binders') && !quiet) for (const example of examples.slice(0, 6)) console.log(example);
    }
  }
}
if (!args.includes('--no-history')) {
  appendFileSync(
    join(evalsFolder, 'history.jsonl'),
    `${JSON.stringify({ at: new Date().toISOString(), sets: history, binders })}\n`,
  );
}
